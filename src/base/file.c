#include "base/file.h"
#include "base/bug.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct str file_reason(int error)
{
	switch (error) {
	case ENOENT: return STR("no such file or folder");
	case EACCES:
	case EPERM: return STR("permission denied");
	case ENOSPC: return STR("the disk is full");
	case EBADF: return STR("it is closed");
	case EDQUOT: return STR("the disk quota is used up");
	case EROFS: return STR("the disk may only be read");
	case EFBIG: return STR("it is larger than a file may be");
	case ENOTDIR: return STR("a part of the path is not a folder");
	case EISDIR: return STR("it is a folder");
	case ELOOP: return STR("it is a symbolic link, or one that leads round in a circle");
	case ENAMETOOLONG: return STR("the name is too long");
	default: return str_from(strerror(error));
	}
}

static bool fail(struct str *why, int error)
{
	*why = file_reason(error);
	return false;
}

bool file_read(int descriptor, size_t limit, struct arena *arena, struct str *bytes,
	       struct str *why)
{
	struct stat status;
	struct buf buf = { 0 };
	bool ok = false;

	if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0)
		buf_reserve(&buf, (size_t)status.st_size < limit ? (size_t)status.st_size : limit);
	for (;;) {
		size_t room = buf.size > buf.len + 1 ? buf.size - buf.len - 1 : 65536;
		size_t want = limit + 1 - buf.len < room ? limit + 1 - buf.len : room;
		ssize_t got = want ? read(descriptor, buf_reserve(&buf, want), want) : 0;

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			fail(why, errno);
			break;
		}
		if (got == 0) {
			*bytes = arena_copy(arena, buf_str(&buf));
			ok = true;
			break;
		}
		buf.len += (size_t)got;
	}
	buf_release(&buf);
	return ok;
}

bool file_read_path(const char *path, size_t limit, struct arena *arena, struct str *bytes,
		    struct str *why)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	bool ok;

	if (descriptor < 0)
		return fail(why, errno);
	ok = file_read(descriptor, limit, arena, bytes, why);
	close(descriptor);
	return ok;
}

bool file_write_all(int descriptor, struct str bytes)
{
	size_t done = 0;

	while (done < bytes.len) {
		ssize_t put = write(descriptor, bytes.at + done, bytes.len - done);

		if (put < 0 && errno != EINTR)
			return false;
		if (put > 0)
			done += (size_t)put;
	}
	return true;
}

/* Gives a new file the mode and, where that is allowed, the owner of the one it replaces. */
static bool dress_as(int descriptor, const char *path)
{
	struct stat status;
	mode_t mask;

	if (stat(path, &status) == 0) {
		/* Only root may give a file to somebody else. */
		if (fchown(descriptor, status.st_uid, status.st_gid) != 0)
			errno = 0;
		return fchmod(descriptor, status.st_mode & 07777) == 0;
	}
	mask = umask(0);
	umask(mask);
	return fchmod(descriptor, 0666 & ~mask) == 0;
}

bool file_write(const char *path, struct str bytes, struct str *why)
{
	struct buf beside = { 0 };
	int error = 0;
	int descriptor;

	buf_printf(&beside, "%s.XXXXXX", path);
	descriptor = mkstemp(beside.at);
	if (descriptor < 0) {
		error = errno;
		buf_release(&beside);
		return fail(why, error);
	}
	if (!file_write_all(descriptor, bytes) || !dress_as(descriptor, path) ||
	    fsync(descriptor) != 0)
		error = errno;
	if (close(descriptor) != 0 && !error)
		error = errno;
	if (!error && rename(beside.at, path) != 0)
		error = errno;
	if (error)
		unlink(beside.at);
	buf_release(&beside);
	return error ? fail(why, error) : true;
}

bool file_size(const char *path, size_t *size, struct str *why)
{
	struct stat status;

	*size = 0;
	if (stat(path, &status) == 0)
		*size = (size_t)status.st_size;
	else if (errno != ENOENT)
		return fail(why, errno);
	return true;
}

bool file_append(const char *path, struct str bytes, struct str *why)
{
	int descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
	int error = 0;

	if (descriptor < 0)
		return fail(why, errno);
	if (!file_write_all(descriptor, bytes))
		error = errno;
	if (close(descriptor) != 0 && !error)
		error = errno;
	return error ? fail(why, error) : true;
}

bool file_make_folders(const char *path, struct str *why)
{
	struct buf part = { 0 };
	int error = 0;

	for (const char *at = path;; at++) {
		if (at > path && (*at == '/' || !*at)) {
			struct stat status;

			part.len = 0;
			buf_add(&part, (struct str){ path, (size_t)(at - path) });
			if (mkdir(part.at, 0777) != 0 && errno != EEXIST) {
				error = errno;
				break;
			}
			if (stat(part.at, &status) != 0 || !S_ISDIR(status.st_mode)) {
				error = ENOTDIR;
				break;
			}
		}
		if (!*at)
			break;
	}
	buf_release(&part);
	return error ? fail(why, error) : true;
}

static int remove_entry(const char *path, const struct stat *status, int flag, struct FTW *walk)
{
	(void)status;
	(void)flag;
	(void)walk;
	return remove(path);
}

bool file_remove_tree(const char *path, struct str *why)
{
	if (nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS) != 0 && errno != ENOENT)
		return fail(why, errno);
	return true;
}
