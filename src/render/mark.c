#include "render/mark.h"
#include "base/ascii.h"
#include "base/file.h"
#include "model/date.h"
#include "render/site.h"

#include <errno.h>
#include <sys/stat.h>

#define MARK_BYTES 4096

static void line_write(const char *key, struct str value, struct buf *out)
{
	if (value.len)
		buf_printf(out, "%s: %.*s\n", key, STR_ARG(value));
}

void mark_write(const struct mark *mark, struct buf *out)
{
	line_write("planc", mark->version, out);
	line_write("as-of", mark->as_of, out);
	line_write("revision", mark->revision, out);
	line_write("since", mark->since, out);
	line_write("formats", mark->formats, out);
}

/* The rest of a line that begins with a key; the last such line counts. */
static void take_line(struct mark *mark, struct str line)
{
	const struct {
		struct str key;
		struct str *value;
	} lines[] = {
		{ STR_INIT("planc: "), &mark->version },     { STR_INIT("as-of: "), &mark->as_of },
		{ STR_INIT("revision: "), &mark->revision }, { STR_INIT("since: "), &mark->since },
		{ STR_INIT("formats: "), &mark->formats },
	};

	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		if (str_starts(line, lines[i].key))
			*lines[i].value = str_slice(line, lines[i].key.len, line.len);
	}
}

static bool is_day(struct str text, struct arena *arena)
{
	struct date date = { 0 };
	struct str fix, why;

	return date_parse(text, arena, &date, &fix, &why) == DATE_OK && date.kind == DATE_GIVEN &&
	       date.precision == PRECISION_DAY && !date.approximate;
}

static bool is_revision(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (ascii_hex(text.at[i]) < 0)
			return false;
	}
	return !text.len || text.len == 40;
}

static bool is_right(const struct mark *mark, struct arena *arena)
{
	return mark->version.len && is_day(mark->as_of, arena) && is_revision(mark->revision) &&
	       is_revision(mark->since) && site_formats_exist(mark->formats);
}

bool mark_read(struct mark *mark, const char *folder, struct arena *arena, bool *is_trouble,
	       struct str *why)
{
	struct str path = arena_printf(arena, "%s/" MARK_NAME, folder);
	struct str bytes, reason;
	struct stat status;

	*mark = (struct mark){ .version = STR("") };
	*is_trouble = stat(folder, &status) != 0;
	if (*is_trouble) {
		*why = arena_printf(arena, "%s: %.*s", folder, STR_ARG(file_reason(errno)));
		return false;
	}
	if (lstat(path.at, &status) != 0 || !S_ISREG(status.st_mode)) {
		*why = arena_printf(
			arena, "“%s” was not written by planc: it has no file " MARK_NAME, folder);
		return false;
	}
	*is_trouble = !file_read_path(path.at, MARK_BYTES, arena, &bytes, &reason);
	if (*is_trouble) {
		*why = arena_printf(arena, "%.*s: %.*s", STR_ARG(path), STR_ARG(reason));
		return false;
	}
	for (size_t at = 0; at < bytes.len && bytes.len <= MARK_BYTES;) {
		size_t end = str_find_byte(bytes, '\n', at);

		take_line(mark, str_slice(bytes, at, end));
		at = end + 1;
	}
	if (is_right(mark, arena))
		return true;
	*why = arena_printf(arena, "“%.*s” does not say what the folder was built from",
			    STR_ARG(path));
	return false;
}
