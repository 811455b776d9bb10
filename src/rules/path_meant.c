#include "rules/path_meant.h"

struct str path_in_plan(const struct plan *plan, const struct source *source)
{
	struct str folder = plan->source->path;

	while (folder.len && folder.at[folder.len - 1] != '/')
		folder.len--;
	if (!str_starts(source->path, folder))
		return source->path;
	return str_slice(source->path, folder.len, source->path.len);
}

/* The name of the file, without its folders and its ending. */
static struct str stem(struct str path)
{
	size_t begin = path.len;
	size_t end;

	while (begin && path.at[begin - 1] != '/')
		begin--;
	path = str_slice(path, begin, path.len);
	for (end = path.len; end && path.at[end - 1] != '.';)
		end--;
	return end ? str_slice(path, 0, end - 1) : path;
}

struct str path_meant(const struct plan *plan, const struct plan_file *wrong)
{
	if (!wrong->named_by || wrong->nearest.len ||
	    (wrong->state != PLAN_FILE_MISSING && wrong->state != PLAN_FILE_NOT_YAML))
		return (struct str){ 0 };
	for (size_t i = 0; i < plan->files.len; i++) {
		const struct plan_file *file = &plan->files.at[i];
		struct str path;

		if (file->state != PLAN_FILE_UNLISTED)
			continue;
		path = path_in_plan(plan, file->source);
		if (str_equal(stem(path), stem(str_trim(wrong->named_by->text))))
			return path;
	}
	return (struct str){ 0 };
}
