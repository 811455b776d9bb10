/*
 * Files of the world outside. Functions that can fail take a `struct str
 * *why`: on failure it holds a short reason in plain words ("no such file",
 * "permission denied", "the disk is full") and the function returns false.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* A reason in plain words for a value of errno; falls back on strerror. */
struct str file_reason(int error);

/*
 * Reads the open descriptor to its end into the arena, but not more than
 * limit + 1 bytes: a longer *bytes than `limit` means that the file is longer.
 */
bool file_read(int descriptor, size_t limit, struct arena *arena, struct str *bytes,
	       struct str *why);

/* Reads the file at `path` (NUL-terminated) the same way. */
bool file_read_path(const char *path, size_t limit, struct arena *arena, struct str *bytes,
		    struct str *why);

/* Writes bytes to an open descriptor, however many calls that takes; errno says why it failed. */
bool file_write_all(int descriptor, struct str bytes);

/*
 * Writes a whole file: a new file beside it, synced, then renamed over it. On
 * failure the old file is as it was and nothing is left behind.
 */
bool file_write(const char *path, struct str bytes, struct str *why);

/* The size of a file in bytes; 0 where there is none. */
bool file_size(const char *path, size_t *size, struct str *why);

/* Adds bytes at the end of a file, or makes it of them. On failure a part may have been added. */
bool file_append(const char *path, struct str bytes, struct str *why);

/* Makes the folder and those above it that are missing. */
bool file_make_folders(const char *path, struct str *why);

/* Removes a folder and all in it, links themselves and not what they lead to. */
bool file_remove_tree(const char *path, struct str *why);

#endif
