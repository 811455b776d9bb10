/* A folder beside the site that a build would write now: what is different, not there, or not ours. */
#ifndef RENDER_COMPARISON_H
#define RENDER_COMPARISON_H

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"

#include <stdbool.h>

struct comparison {
	struct arena *arena;
	const char *folder;
	struct map expected; /* path → this comparison, of all that a build would write */
	/* Paths relative to the folder, sorted; those of folders end in a slash. */
	VEC(struct str) different;
	VEC(struct str) missing;
	VEC(struct str) foreign;
};

/* The folder is NUL-terminated, and as the user named it. */
void comparison_init(struct comparison *comparison, const char *folder, struct arena *arena);

/* What stands in the place of a file: COMPARED_NOT when that cannot be read. */
enum compared { COMPARED_SAME, COMPARED_DIFFERENT, COMPARED_MISSING, COMPARED_NOT };

/*
 * Looks at a file that a build would write; adds nothing yet, so that several threads may
 * look at once. Of COMPARED_NOT *why, in the arena, says why.
 */
enum compared comparison_look(const struct comparison *comparison, struct str path,
			      struct str bytes, struct arena *arena, struct str *why);

/* Adds what was seen of such a file. */
void comparison_add(struct comparison *comparison, struct str path, enum compared found);

/* After all of them: looks for what else there is. */
bool comparison_finish(struct comparison *comparison, struct str *why);

#endif
