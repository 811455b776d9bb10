#include "render/folder.h"
#include "base/file.h"
#include "render/mark.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(const struct folder *folder, struct str *why, int error)
{
	*why = arena_printf(folder->arena, "cannot write “%s”: %.*s", folder->shown,
			    STR_ARG(file_reason(error)));
	return false;
}

static bool refuse(const struct folder *folder, struct str *why, const char *reason)
{
	*why = arena_printf(folder->arena, "“%s” %s", folder->shown, reason);
	return false;
}

static const char *text(struct arena *arena, struct str s)
{
	return arena_copy(arena, s).at;
}

/* Without what says nothing at the end of a path: slashes, and dots behind them. */
static struct str without_end(struct str path)
{
	for (;;) {
		if (path.len > 1 && path.at[path.len - 1] == '/')
			path.len--;
		else if (path.len > 2 && str_ends(path, STR("/.")))
			path.len -= 2;
		else
			return path;
	}
}

static size_t last_slash(struct str path)
{
	size_t at = path.len;

	while (at && path.at[at - 1] != '/')
		at--;
	return at;
}

/* The topmost folder on the way to `parent` that is not there, or NULL. */
static const char *find_missing(struct arena *arena, struct str parent)
{
	for (size_t end = 1; end <= parent.len; end++) {
		struct stat status;
		const char *part;

		if (end < parent.len && parent.at[end] != '/')
			continue;
		part = text(arena, str_slice(parent, 0, end));
		if (stat(part, &status) != 0 && errno == ENOENT)
			return part;
	}
	return NULL;
}

static bool join_real(struct folder *folder, const char *parent, struct str name, struct str *why)
{
	char *real = realpath(parent, NULL);

	if (!real)
		return fail(folder, why, errno);
	folder->target = arena_printf(folder->arena, "%s%s%.*s", real,
				      strcmp(real, "/") == 0 ? "" : "/", STR_ARG(name))
				 .at;
	free(real);
	return true;
}

/* A folder that is not there: those above it are made, so that its place has a name. */
static bool find_new(struct folder *folder, struct str path, struct str *why)
{
	size_t slash = last_slash(path);
	struct str name = str_slice(path, slash, path.len);
	struct str above = slash ? without_end(str_slice(path, 0, slash)) : STR(".");
	const char *parent = text(folder->arena, above);
	struct stat status;
	struct str reason;

	if (lstat(text(folder->arena, path), &status) == 0)
		return refuse(folder, why, "is a symbolic link that leads nowhere");
	if (!name.len || str_equal(name, STR("..")) || str_equal(name, STR(".")))
		return fail(folder, why, ENOENT);
	folder->above = parent;
	folder->missing = find_missing(folder->arena, above);
	if (!file_make_folders(parent, &reason)) {
		*why = arena_printf(folder->arena, "cannot make “%s”: %.*s", parent,
				    STR_ARG(reason));
		return false;
	}
	return join_real(folder, parent, name, why);
}

static bool find_old(struct folder *folder, struct str path, struct str *why)
{
	char *real = realpath(text(folder->arena, path), NULL);

	if (!real)
		return fail(folder, why, errno);
	folder->target = text(folder->arena, str_from(real));
	folder->is_there = true;
	free(real);
	return true;
}

/* Whether the program stands in the folder: it cannot be taken away from under it. */
static bool holds_current(struct folder *folder)
{
	char *current = realpath(".", NULL);
	struct str here = current ? str_from(current) : (struct str){ 0 };
	struct str target = str_from(folder->target);
	bool holds = str_starts(here, target) &&
		     (here.len == target.len || target.len == 1 || here.at[target.len] == '/');

	free(current);
	return holds;
}

enum content { CONTENT_NONE, CONTENT_SITE, CONTENT_OTHER, CONTENT_UNKNOWN };

static enum content look_into(const char *path, int *error)
{
	enum content content = CONTENT_NONE;
	DIR *entries = opendir(path);
	const struct dirent *entry;
	struct stat status;

	*error = errno;
	if (!entries)
		return CONTENT_UNKNOWN;
	errno = 0;
	while (content == CONTENT_NONE && (entry = readdir(entries)) != NULL) {
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			content = CONTENT_OTHER;
	}
	*error = errno;
	if (content == CONTENT_NONE && *error)
		content = CONTENT_UNKNOWN;
	if (content == CONTENT_OTHER &&
	    fstatat(dirfd(entries), MARK_NAME, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISREG(status.st_mode))
		content = CONTENT_SITE;
	closedir(entries);
	return content;
}

static bool check_old(struct folder *folder, struct str *why)
{
	int error;

	if (holds_current(folder))
		return refuse(folder, why, "holds the current folder; name one inside it");
	switch (look_into(folder->target, &error)) {
	case CONTENT_UNKNOWN: return fail(folder, why, error);
	case CONTENT_OTHER:
		return refuse(folder, why,
			      "was not written by planc and is not empty; name another folder, "
			      "or remove it first");
	case CONTENT_NONE:
	case CONTENT_SITE: break;
	}
	return true;
}

/* A new folder beside the target, with a name that nothing has. */
static bool make_staging(struct folder *folder, struct str *why)
{
	struct str target = str_from(folder->target);
	struct str above = str_slice(target, 0, last_slash(target));

	for (unsigned i = 0; i < 1000; i++) {
		const char *path =
			arena_printf(folder->arena, "%.*s.planc-site-%u", STR_ARG(above), i).at;

		if (mkdir(path, 0777) == 0) {
			folder->staging = path;
			return true;
		}
		if (errno != EEXIST)
			break;
	}
	return fail(folder, why, errno);
}

bool folder_open(struct folder *folder, const char *path, struct arena *arena, struct str *why)
{
	struct str clean = without_end(str_from(path));
	struct stat status;
	bool ok;

	*folder = (struct folder){ .arena = arena, .shown = path };
	if (!clean.len) {
		*why = STR("the folder to write has no name");
		return false;
	}
	if (stat(text(arena, clean), &status) == 0) {
		if (!S_ISDIR(status.st_mode))
			return refuse(folder, why, "is a file, not a folder");
		ok = find_old(folder, clean, why) && check_old(folder, why);
	} else {
		ok = errno == ENOENT ? find_new(folder, clean, why) : fail(folder, why, errno);
	}
	ok = ok && make_staging(folder, why);
	if (!ok)
		folder_discard(folder);
	return ok;
}

/* The folders on the way to a file inside the new one; another thread may be making them, too. */
static bool make_parents(char *path, size_t from)
{
	for (size_t i = from; path[i]; i++) {
		if (path[i] != '/')
			continue;
		path[i] = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST)
			return false;
		path[i] = '/';
	}
	return true;
}

/* A file that says what it said before keeps its time, by which servers and copies go. */
static void keep_time(const char *old, struct str bytes, int descriptor, struct arena *arena)
{
	struct timespec times[] = { { .tv_nsec = UTIME_OMIT }, { .tv_nsec = UTIME_OMIT } };
	struct stat status;
	struct str before, reason;

	if (lstat(old, &status) != 0 || !S_ISREG(status.st_mode) ||
	    (size_t)status.st_size != bytes.len)
		return;
	times[1] = status.st_mtim;
	if (file_read_path(old, bytes.len, arena, &before, &reason) && str_equal(before, bytes))
		futimens(descriptor, times);
}

/* A new file; its folders are made when they turn out to be missing. */
static int create(char *path, size_t from)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
	int descriptor = open(path, flags, 0666);

	if (descriptor < 0 && errno == ENOENT && make_parents(path, from))
		descriptor = open(path, flags, 0666);
	return descriptor;
}

bool folder_add(const struct folder *folder, struct str path, struct str bytes, struct arena *arena,
		struct str *why)
{
	size_t from = strlen(folder->staging) + 1;
	struct buf full = { 0 };
	int error = 0;
	int descriptor;

	buf_printf(&full, "%s/%.*s", folder->staging, STR_ARG(path));
	descriptor = create(full.at, from);
	if (descriptor < 0 || !file_write_all(descriptor, bytes))
		error = errno;
	if (!error && folder->is_there)
		keep_time(arena_printf(arena, "%s/%.*s", folder->target, STR_ARG(path)).at, bytes,
			  descriptor, arena);
	if (descriptor >= 0 && close(descriptor) != 0 && !error)
		error = errno;
	buf_release(&full);
	if (!error)
		return true;
	*why = arena_printf(arena, "cannot write “%.*s” of “%s”: %.*s", STR_ARG(path),
			    folder->shown, STR_ARG(file_reason(error)));
	return false;
}

/* On file systems that cannot swap two folders: the old one steps aside, and back when that fails. */
static int swap_by_hand(struct folder *folder)
{
	const char *aside = arena_printf(folder->arena, "%s-old", folder->staging).at;
	int error;

	if (rename(folder->target, aside) != 0)
		return errno;
	if (rename(folder->staging, folder->target) == 0) {
		folder->staging = aside;
		return 0;
	}
	error = errno;
	if (rename(aside, folder->target) != 0)
		error = errno;
	return error;
}

/* Afterwards the old folder stands where the new one was made. */
static int swap(struct folder *folder)
{
	struct stat old;

	if (stat(folder->target, &old) == 0 && chmod(folder->staging, old.st_mode & 07777) != 0)
		return errno;
	if (renameat2(AT_FDCWD, folder->staging, AT_FDCWD, folder->target, RENAME_EXCHANGE) == 0)
		return 0;
	if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
		return swap_by_hand(folder);
	return errno;
}

bool folder_commit(struct folder *folder, struct str *why)
{
	struct str reason;
	int error = 0;

	if (folder->is_there)
		error = swap(folder);
	else if (rename(folder->staging, folder->target) != 0)
		error = errno;
	if (error)
		return fail(folder, why, error);
	folder->missing = NULL;
	if (folder->is_there && !file_remove_tree(folder->staging, &reason)) {
		*why = arena_printf(folder->arena,
				    "“%s” is written, but the old one is left beside it: %.*s",
				    folder->shown, STR_ARG(reason));
		folder->staging = NULL;
		return false;
	}
	folder->staging = NULL;
	return true;
}

/* Only what is empty goes, from the innermost up to the topmost that was missing. */
static void remove_made(const struct folder *folder)
{
	struct str top = str_from(folder->missing);
	struct str path = str_from(folder->above);

	while (path.len >= top.len) {
		if (rmdir(text(folder->arena, path)) != 0 && errno != ENOENT)
			return;
		path = without_end(str_slice(path, 0, last_slash(path)));
	}
}

void folder_discard(struct folder *folder)
{
	struct str reason;

	if (folder->staging)
		file_remove_tree(folder->staging, &reason);
	if (folder->missing)
		remove_made(folder);
	folder->staging = NULL;
	folder->missing = NULL;
}
