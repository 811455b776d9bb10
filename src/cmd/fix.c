#include "cmd/fix.h"
#include "base/file.h"
#include "edit/edits.h"
#include "tree/yaml.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* Where a path leads when its links are followed: a link stays one, and its file is written. */
static bool write_file(struct arena *arena, const struct file_edits *file, struct str *why)
{
	struct str path = arena_printf(arena, "%.*s", STR_ARG(file->source->path));
	char *real = realpath(path.at, NULL);
	struct buf out = { 0 };
	struct str now;
	bool ok = false;

	*why = (struct str){ 0 };
	if (!real) {
		*why = file_reason(errno);
	} else if (file_read_path(real, YAML_MAX_BYTES, arena, &now, why)) {
		edits_apply(file, &out);
		if (str_equal(now, file->source->bytes))
			ok = file_write(real, buf_str(&out), why);
		else
			/* A link to what was mended a moment ago is mended too. */
			ok = str_equal(now, buf_str(&out));
		if (!ok && !why->len)
			*why = STR("it was changed while it was checked, and is left alone");
	}
	buf_release(&out);
	free(real);
	return ok;
}

bool fix_write(struct compilation *result, bool *changed)
{
	struct edits edits;
	size_t count = 0;
	size_t files = 0;
	struct str why;

	edits_collect(&edits, &result->arena, &result->report);
	for (size_t i = 0; i < edits.files.len; i++) {
		const struct file_edits *file = edits.files.at[i];

		if (write_file(&result->arena, file, &why)) {
			count += file->edits.len;
			files++;
		} else {
			fprintf(stderr, "planc: %.*s: %.*s\n", STR_ARG(file->source->path),
				STR_ARG(why));
		}
	}
	*changed = files > 0;
	if (files)
		fprintf(stderr, "planc: %zu place%s mended in %zu file%s\n", count,
			count == 1 ? "" : "s", files, files == 1 ? "" : "s");
	return files == edits.files.len;
}

void fix_print(struct compilation *result, struct buf *out)
{
	struct edits edits;

	edits_collect(&edits, &result->arena, &result->report);
	for (size_t i = 0; i < edits.files.len; i++)
		edits_print_patch(edits.files.at[i], out);
}
