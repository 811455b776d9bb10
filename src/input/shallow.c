#include "input/shallow.h"
#include "base/file.h"

#include <string.h>

/* A million cuts. */
#define MOST_BYTES ((size_t)41 * 1000 * 1000)

struct str id_key(const struct input_id *id)
{
	return (struct str){ (const char *)id->bytes, sizeof(id->bytes) };
}

static bool add_line(struct arena *arena, struct map *cuts, struct str line)
{
	struct input_id *id = arena_new(arena, struct input_id);
	git_oid oid;

	if (line.len != GIT_OID_HEXSZ || git_oid_fromstrn(&oid, line.at, line.len) != 0)
		return false;
	memcpy(id->bytes, oid.id, sizeof(id->bytes));
	map_add(cuts, arena, id_key(id), id);
	return true;
}

bool shallow_read(const struct repository *repository, struct arena *arena, struct map *cuts,
		  struct str *why)
{
	const char *folder = git_repository_commondir(repository->git);
	struct str bytes, reason;
	bool ok = true;
	size_t end;

	if (!repository->is_shallow)
		return true;
	if (!file_read_path(arena_printf(arena, "%s/shallow", folder).at, MOST_BYTES, arena, &bytes,
			    &reason)) {
		*why = arena_printf(arena, "where the shallow clone ends cannot be read: %.*s",
				    STR_ARG(reason));
		return false;
	}
	for (size_t at = 0; ok && at < bytes.len; at = end + 1) {
		end = str_find_byte(bytes, '\n', at);
		ok = add_line(arena, cuts, str_slice(bytes, at, end));
	}
	if (!ok)
		*why = STR("where the shallow clone ends cannot be read: git's file is damaged");
	return ok;
}

const struct input_id *shallow_parents(const git_commit *commit, struct arena *arena,
				       const struct map *cuts, size_t *count, bool *is_cut)
{
	struct input_id *parents;
	struct input_id id;

	memcpy(id.bytes, git_commit_id(commit)->id, sizeof(id.bytes));
	*count = git_commit_parentcount(commit);
	*is_cut = *count && map_find(cuts, id_key(&id));
	if (*is_cut)
		*count = 0;
	parents = arena_new_array(arena, struct input_id, *count);
	for (size_t i = 0; i < *count; i++)
		memcpy(parents[i].bytes, git_commit_parent_id(commit, (unsigned)i)->id,
		       sizeof(parents[i].bytes));
	return parents;
}
