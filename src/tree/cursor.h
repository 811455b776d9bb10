/*
 * From libyaml's marks to bytes. A mark counts code points, and the byte order
 * mark is none of them. Marks come nearly in order, so a cursor moves along.
 */
#ifndef TREE_CURSOR_H
#define TREE_CURSOR_H

#include "report/source.h"

struct cursor {
	struct str bytes; /* of the file, behind its byte order mark */
	uint32_t mark_size;
	bool is_ascii; /* code points are bytes */
	size_t at;     /* a byte of `bytes`, where a code point starts */
	size_t index;  /* and which code point that is */
};

void cursor_init(struct cursor *cursor, const struct source *source);

/* The offset in the file of the code point number `index`, or of the file's end. */
uint32_t cursor_move(struct cursor *cursor, size_t index);

#endif
