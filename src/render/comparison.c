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

static const char *full_path(const struct comparison *comparison, struct str path)
{
	return arena_printf(comparison->arena, "%s%s%.*s", comparison->folder, path.len ? "/" : "",
			    STR_ARG(path))
		.at;
}

static bool fail(const struct comparison *comparison, struct str path, int error, struct str *why)
{
	*why = arena_printf(comparison->arena, "cannot read “%s”: %.*s",
			    full_path(comparison, path), STR_ARG(file_reason(error)));
	return false;
}

/* Whether an open file holds just these bytes. */
static bool holds(int descriptor, struct str bytes, bool *is_same, struct str *why)
{
	struct arena arena;
	struct str found;
	bool ok;

	arena_init(&arena);
	ok = file_read(descriptor, bytes.len, &arena, &found, why);
	*is_same = ok && str_equal(found, bytes);
	arena_release(&arena);
	return ok;
}

/* The folders on the way to each file that a build would write, as keys beside the files. */
static void add_folders(struct comparison *comparison, struct str path)
{
	for (size_t end = str_find_byte(path, '/', 0); end < path.len;
	     end = str_find_byte(path, '/', end + 1))
		map_add(&comparison->expected, comparison->arena, str_slice(path, 0, end + 1),
			comparison);
}

bool comparison_add(struct comparison *comparison, struct str path, struct str bytes,
		    struct str *why)
{
	struct arena *arena = comparison->arena;
	struct str kept = arena_copy(arena, path);
	const char *full = full_path(comparison, path);
	struct stat status;
	bool is_same = false;
	int descriptor;
	bool ok = true;

	map_add(&comparison->expected, arena, kept, comparison);
	add_folders(comparison, kept);
	if (lstat(full, &status) != 0) {
		if (errno != ENOENT && errno != ENOTDIR)
			return fail(comparison, path, errno, why);
		vec_add(arena, &comparison->missing, kept);
		return true;
	}
	if (S_ISREG(status.st_mode) && (size_t)status.st_size == bytes.len) {
		descriptor = open(full, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
		if (descriptor < 0)
			return fail(comparison, path, errno, why);
		ok = holds(descriptor, bytes, &is_same, why);
		close(descriptor);
	}
	if (ok && !is_same)
		vec_add(arena, &comparison->different, kept);
	return ok;
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
	if (lstat(full_path(comparison, path), &status) == 0 && S_ISDIR(status.st_mode)) {
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
	DIR *entries = opendir(full_path(comparison, path));
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
	return error ? fail(comparison, path, error, why) : true;
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
