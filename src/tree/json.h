/*
 * Reading JSON (RFC 8259) with places and with numbers as they are written;
 * the libraries give neither. The result is the same tree as YAML's.
 */
#ifndef TREE_JSON_H
#define TREE_JSON_H

#include "tree/node.h"

#define JSON_MAX_DEPTH 512

/*
 * NULL when it is no JSON; then *where and *why say so ("a comma or } is
 * expected here"). A repeated key counts as a fault. Names with escapes and
 * lone surrogates are decoded (\ud800 alone as U+FFFD).
 */
struct node *json_read(struct source *source, struct arena *arena, struct span *where,
		       struct str *why);

#endif
