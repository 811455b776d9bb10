/*
 * The mark of a site: the file .planc in its folder, which says that planc wrote
 * the folder, and from what.
 */
#ifndef RENDER_MARK_H
#define RENDER_MARK_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>

#define MARK_NAME ".planc"

struct mark {
	struct str version;  /* of planc */
	struct str as_of;    /* "2024-01-31"; empty: none */
	struct str revision; /* an id of git; empty: none */
	struct str since; /* the same, of what the plans were compared with when that was asked for */
	struct str formats; /* names with commas between them */
};

void mark_write(const struct mark *mark, struct buf *out);

/*
 * Reads the mark of a folder (NUL-terminated) into the arena. False with *why, a sentence for
 * the user, when it is not there, cannot be read, or says what no build would; *is_trouble tells
 * that the world is to blame. Lines of a later planc are passed over.
 */
bool mark_read(struct mark *mark, const char *folder, struct arena *arena, bool *is_trouble,
	       struct str *why);

#endif
