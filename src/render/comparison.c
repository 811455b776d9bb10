#include "render/comparison.h"
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void comparison_init(struct comparison *comparison, const char *folder, struct arena *arena)
{
	*comparison = (struct comparison){ .arena = arena, .folder = folder };
}

static const char *full_path(const struct comparison *comparison, struct str path,
			     struct arena *arena)
{
	return arena_printf(arena, "%s%s%.*s", comparison->folder, path.len ? "/" : "",
			    STR_ARG(path))
		.at;
}

static struct str reason(const char *path, struct str why, struct arena *arena)
{
	return arena_printf(arena, "cannot read “%s”: %.*s", path, STR_ARG(why));
}

enum compared comparison_look(const struct comparison *comparison, struct str path,
			      struct str bytes, struct arena *arena, struct str *why)
{
	const char *full = full_path(comparison, path, arena);
	struct str found, why_not;
	struct stat status;
	int descriptor;
	bool is_read;

	if (lstat(full, &status) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return COMPARED_MISSING;
		*why = reason(full, file_reason(errno), arena);
		return COMPARED_NOT;
	}
	if (!S_ISREG(status.st_mode) || (size_t)status.st_size != bytes.len)
		return COMPARED_DIFFERENT;
	descriptor = open(full, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	if (descriptor < 0) {
		*why = reason(full, file_reason(errno), arena);
		return COMPARED_NOT;
	}
	is_read = file_read(descriptor, bytes.len, arena, &found, &why_not);
	close(descriptor);
	if (is_read)
		return str_equal(found, bytes) ? COMPARED_SAME : COMPARED_DIFFERENT;
	*why = reason(full, why_not, arena);
	return COMPARED_NOT;
}

/* The folders on the way to each file that a build would write, as keys beside the files. */
static void add_folders(struct comparison *comparison, struct str path)
{
	for (size_t end = str_find_byte(path, '/', 0); end < path.len;
	     end = str_find_byte(path, '/', end + 1))
		map_add(&comparison->expected, comparison->arena, str_slice(path, 0, end + 1),
			comparison);
}

void comparison_add(struct comparison *comparison, struct str path, enum compared found)
{
	struct arena *arena = comparison->arena;
	struct str kept = arena_copy(arena, path);

	map_add(&comparison->expected, arena, kept, comparison);
	add_folders(comparison, kept);
	if (found == COMPARED_MISSING)
		vec_add(arena, &comparison->missing, kept);
	if (found == COMPARED_DIFFERENT)
		vec_add(arena, &comparison->different, kept);
}

struct folders {
	VEC(struct str) list;
};

static void look_at(struct comparison *comparison, struct folders *folders, struct str path)
{
	struct arena *arena = comparison->arena;
	struct stat status;

	if (map_find(&comparison->expected, path))
		return;
	if (lstat(full_path(comparison, path, arena), &status) == 0 && S_ISDIR(status.st_mode)) {
		path = arena_printf(arena, "%.*s/", STR_ARG(path));
		if (map_find(&comparison->expected, path)) {
			vec_add(arena, &folders->list, path);
			return;
		}
	}
	vec_add(arena, &comparison->foreign, path);
}

static bool look_into(struct comparison *comparison, struct folders *folders, struct str path,
		      struct str *why)
{
	const char *full = full_path(comparison, path, comparison->arena);
	DIR *entries = opendir(full);
	const struct dirent *entry;
	int error = errno;

	while (entries && (errno = 0, entry = readdir(entries)) != NULL) {
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			look_at(comparison, folders,
				arena_printf(comparison->arena, "%.*s%s", STR_ARG(path),
					     entry->d_name));
	}
	if (entries) {
		error = errno;
		closedir(entries);
	}
	if (error)
		*why = reason(full, file_reason(error), comparison->arena);
	return !error;
}

static int compare_paths(const void *left, const void *right)
{
	return str_compare(*(const struct str *)left, *(const struct str *)right);
}

static void sort(struct str *paths, size_t count)
{
	if (count)
		qsort(paths, count, sizeof(*paths), compare_paths);
}

bool comparison_finish(struct comparison *comparison, struct str *why)
{
	struct folders folders = { 0 };

	vec_add(comparison->arena, &folders.list, STR(""));
	for (size_t i = 0; i < folders.list.len; i++) {
		if (!look_into(comparison, &folders, folders.list.at[i], why))
			return false;
	}
	sort(comparison->different.at, comparison->different.len);
	sort(comparison->missing.at, comparison->missing.len);
	sort(comparison->foreign.at, comparison->foreign.len);
	return true;
}
