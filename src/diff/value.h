/* What fields hold, side by side: equal or not, whatever way it is written. */
#ifndef DIFF_VALUE_H
#define DIFF_VALUE_H

#include "diff/spot.h"

/* What stands in two nodes (NULL: nothing), but for order of keys, quotes, folding and comments. */
bool node_is_same(const struct node *a, const struct node *b);

/* Alike where node_is_same. Never 0. */
uint64_t node_hash(const struct node *node);

/* Whether a node says anything. */
bool node_is_given(const struct node *node);

/* The same day or days, said as exactly; or the same text where they cannot be read. */
bool date_is_same(const struct date *a, const struct date *b);

/* Whether it is a date that ends on some day. */
bool date_has_end(const struct date *date);

/* What a thing is called: its first text that says something; NULL when it has none. */
const struct text *thing_title_text(const struct thing *thing);
/* The same in the plan's first language; empty when it has none. */
struct str thing_title(const struct thing *thing);

/* All its texts and values, one behind the other. */
struct str thing_words(const struct thing *thing, struct arena *arena);

/* The text of a scalar, trimmed; empty for anything else. */
struct str node_words(const struct node *node);

/*
 * What a ref names, under one name on both sides: where an id was renamed, by
 * the name that run->renamed_… gives it. An action's is "council/plan#action".
 */
struct str ref_name(const struct spot *spot, const struct ref *ref, bool is_before);

#endif
