/*
 * Explaining: a second walk over a value that did not pass, along what failed,
 * which makes one finding for each fault at the deepest place that explains
 * it. The value of a finding is marked bad; what is bad passes from then on, so
 * nothing is said twice. The words themselves are in words.c.
 */
#ifndef SCHEMA_EXPLAIN_H
#define SCHEMA_EXPLAIN_H

#include "schema/check.h"
#include "report/finding.h"

/* Faults of one file that are told; nobody reads more. words_stopped says the number. */
#define EXPLAIN_MOST 10000

/* A schema that the value at a spot is held against, and the one that led to it. */
struct view {
	const struct schema *schema;
	const struct view *before;
	const struct rule *rule; /* that is looked at; NULL before the first */
};

/* A value on the way from the root to where the walk is. */
struct spot {
	struct spot *outer; /* the list or mapping it stands in; NULL for the root */
	struct node *node;
	const struct pair *pair; /* that holds it, or whose key it is; NULL in lists */
	bool is_key;
	uint32_t index;          /* in the list it stands in */
	const struct view *view; /* newest first */
	struct known *known;     /* see known.h; NULL until asked for */
	size_t found_before;     /* findings made when the walk came to the newest view */
	unsigned depth;          /* 0 for the root */
};

/* What a trial walk down one branch would find: the branch with the least is explained. */
struct tally {
	unsigned depth;   /* of the spot it starts from */
	unsigned tags;    /* wrong values of a key right there, such as `kind: …` */
	unsigned shallow; /* faults right there: its keys, its size */
	unsigned total;
	unsigned fits; /* keys there that the branch knows */
};

struct explain {
	struct check check;
	struct report *report;
	struct arena arena; /* for what is forgotten at the end */
	const struct schema *root;
	struct tally *trial; /* when set, faults are counted and not reported */
	size_t found;        /* faults, reported or counted */
	bool is_json;        /* the file: hints are written in its language */
	bool excused;        /* a key is missing by reason of what is bad already */
	unsigned searches;   /* that may still be made through all schemas */
	size_t effort;       /* for what is known of keys, and what is near one: keys to look at */
	size_t located;      /* bytes of locations so far */
};

/*
 * Explains why a tree does not pass: makes at least one finding, unless all
 * that is wrong has had its finding before; then true.
 */
bool explain_tree(const struct schema *schema, struct node *tree, struct report *report);

/* Explains why the value does not pass; does nothing when it does. */
void explain_node(struct explain *explain, const struct schema *schema, struct spot *spot);

/* The same for an item, for the value of a pair, and for its key. */
void explain_item(struct explain *explain, const struct schema *schema, struct spot *list,
		  uint32_t index);
void explain_pair(struct explain *explain, const struct schema *schema, struct spot *map,
		  const struct pair *pair);
void explain_key(struct explain *explain, const struct schema *schema, struct spot *map,
		 const struct pair *pair);

/* None of the schemas takes the value: explains the nearest one, or says which there are. */
void explain_choice(struct explain *explain, const struct schemas *schemas, struct spot *spot);

/*
 * Whether a fault of the value itself is to be reported: not when the value is
 * bad already, and not in a trial. Marks it bad.
 */
bool explain_fault(struct explain *explain, struct spot *spot);

/* The same for a key that is there but should not be: marks its value bad. */
bool explain_key_fault(struct explain *explain, const struct spot *map, const struct pair *pair);

/* The same for a key that should be there: marks nothing. */
bool explain_missing_fault(struct explain *explain, const struct spot *map);

/* The types that a schema takes, with what it refers to; INTEGER alone is whole numbers. */
unsigned schema_wanted(const struct schema *schema);

/* The values that a schema lists, by an enum or const of its own or of what it refers to; or NULL. */
const struct allowed *schema_allowed(const struct schema *schema);

/* Whether a mask from schema_wanted takes the value's type. */
bool wanted_takes(unsigned wanted, const struct node *node);

#endif
