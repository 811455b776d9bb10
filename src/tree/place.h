/*
 * The second look at a scalar's source: its value made again, byte by byte,
 * from what the file holds, with the place of each byte. node_map_text and
 * node_span_of_text (tree/node.h) stand on it; the rest is for those who
 * build the tree, and for the tests.
 */
#ifndef TREE_PLACE_H
#define TREE_PLACE_H

#include "tree/node.h"

/* The value as the second look makes it, in the arena: always node->text, byte for byte. */
struct str place_text(const struct node *scalar, struct arena *arena);

/* The value of a scalar in double quotes whose text is not yet known. */
struct str place_decode(const struct node *scalar, struct arena *arena);

/*
 * Where the text of a block scalar ends, without its last line end. It begins
 * at the | or > at `begin`; `limit` is the start of the first line that is no
 * longer its own, or the end of the file; `value` is what the parser made of it.
 */
uint32_t place_block_end(struct str bytes, uint32_t begin, uint32_t limit, struct str value);

/* A second look under way: what it writes down. */
struct look {
	const char *bytes; /* of the file */
	uint32_t *map;     /* where each byte of the value stands; or NULL */
	char *text;        /* the value; or NULL */
	size_t len;        /* of the value, so far */
	size_t max;        /* of the value, in all */
	size_t from;       /* the bytes of the value whose span is asked for */
	size_t to;
	uint32_t begin; /* their span */
	uint32_t end;
	uint32_t last_end; /* the end of the last byte put */
};

/* Puts bytes that stand in the file as they are. */
void look_put_run(struct look *look, uint32_t begin, uint32_t end);
/* Puts bytes that are written some other way, at begin to end. */
void look_put(struct look *look, struct str piece, uint32_t begin, uint32_t end);

/* The second look at a block scalar. */
void place_look_at_block(const struct node *scalar, struct look *look);

/* Whether a line ends here, and how many bytes that takes: 0, 1, or 2 for CR LF. */
uint32_t place_break_size(struct str bytes, uint32_t at);

#endif
