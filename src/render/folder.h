/*
 * The folder of a site while it is being written: a new one beside the one
 * that it will be, and swapped in by renaming. Paths of the user may end in
 * slashes, lead through symbolic links (which stay) or name folders that are
 * not there yet.
 */
#ifndef RENDER_FOLDER_H
#define RENDER_FOLDER_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>

struct folder {
	struct arena *arena;
	const char *shown;   /* as the user named it, for messages */
	const char *target;  /* where it will be: absolute, without links */
	const char *staging; /* the new folder; NULL while there is none */
	const char *above;   /* the folder that it will lie in, when it is a new one */
	const char *missing; /* the topmost folder of those above that had to be made; NULL: none */
	bool is_there;       /* there is an old one */
};

/*
 * Finds the place, refuses a folder that is not ours to replace, and makes the
 * new one beside it. On false *why is a sentence, and nothing has changed.
 */
bool folder_open(struct folder *folder, const char *path, struct arena *arena, struct str *why);

/*
 * Writes a new file; `path` is relative to the site, and folders are made for it. *why lives
 * in the arena. Several threads may add files at once.
 */
bool folder_add(const struct folder *folder, struct str path, struct str bytes, struct arena *arena,
		struct str *why);

/* Puts the new folder in its place and removes the old one. */
bool folder_commit(struct folder *folder, struct str *why);

/* Removes what was written; nothing after a commit. */
void folder_discard(struct folder *folder);

#endif
