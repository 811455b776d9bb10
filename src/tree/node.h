/*
 * The tree of a YAML or JSON file, in which everything knows its place. Made
 * by yaml_read or json_read, in the arena of its file, and const from then on
 * but for the mark `bad`.
 *
 * An alias is the node it names, so the tree is a graph without cycles; how
 * much the aliases of a file expand to is bounded (product.md, section 6).
 */
#ifndef TREE_NODE_H
#define TREE_NODE_H

#include "base/str.h"
#include "report/source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

/* How it is written. PLAIN to FOLDED are scalars, FLOW and BLOCK lists and mappings. */
enum node_style {
	STYLE_PLAIN,
	STYLE_SINGLE,
	STYLE_DOUBLE,
	STYLE_LITERAL,
	STYLE_FOLDED,
	STYLE_FLOW,
	STYLE_BLOCK
};

/* What a scalar is by the YAML 1.2 core schema (10.3.2); quoted and block scalars are texts. */
enum node_type { TYPE_TEXT, TYPE_NULL, TYPE_BOOL, TYPE_INTEGER, TYPE_FLOAT };

struct pair;

struct node {
	uint8_t kind;  /* enum node_kind */
	uint8_t style; /* enum node_style */
	uint8_t type;  /* enum node_type; of scalars */
	bool bad;      /* a finding was made of it: later passes skip it in silence */
	/*
	 * The bytes it is written with. Scalars: from the quote or the first
	 * character to the last, block scalars from their | or > to the end of
	 * their text (without the last line end). Lists and mappings: from their
	 * first character (- or [ or { or the first key) to the end of their last
	 * item or bracket. A value that is not there (`due:`) is empty, right
	 * behind its colon or hyphen.
	 */
	uint32_t begin;
	uint32_t end;
	uint32_t count; /* of items or pairs */
	struct source *source;
	union {
		struct str text;     /* scalar: its value, as the parser gives it */
		struct node **items; /* list */
		struct pair *pairs;  /* mapping, in the file's order, keys unique */
	};
};

struct pair {
	struct node *key; /* a scalar of type TYPE_TEXT */
	struct node *value;
};

struct span node_span(const struct node *node);

static inline bool node_is_null(const struct node *node)
{
	return node->kind == NODE_SCALAR && node->type == TYPE_NULL;
}

static inline bool node_is_text(const struct node *node)
{
	return node->kind == NODE_SCALAR && node->type == TYPE_TEXT;
}

/*
 * A copy in the arena whose nodes name `source`, unmarked. An alias becomes a
 * copy of what it names. The texts are not copied.
 */
struct node *node_copy(const struct node *node, struct arena *arena, struct source *source);

/* The pair with that key, or NULL; NULL too when the node is NULL or no mapping. */
const struct pair *node_find_pair(const struct node *node, struct str key);
/* Its value. */
struct node *node_find(const struct node *node, struct str key);

/*
 * Whether a key is no key but the rest of a value in { } that a comma cut in
 * two: "£4" and "000" of `{amount: £4,000}`. `before` is the pair before it.
 */
bool node_is_rest(const struct pair *before, const struct node *key, const struct node *value);

/* The type of a plain scalar by the core schema: null, ~, true, 12, 0x1f, -1.5e3, .inf … */
enum node_type node_type_of_plain(struct str text);

/*
 * Places inside a scalar's value: map[i], for i from 0 to text.len, is the
 * offset in the file of the byte of the value number i (map[text.len]: the end
 * of the last one). What the file does not hold byte for byte (an escape, a
 * folded line end) has the offset at which it is written. The second look at
 * the source is made on each call: ask only for what a finding needs.
 */
const uint32_t *node_map_text(const struct node *scalar, struct arena *arena);

/* The span in the file of the bytes begin to end of a scalar's value. */
struct span node_span_of_text(const struct node *scalar, size_t begin, size_t end);

#endif
