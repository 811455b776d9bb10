/* The table of keywords (keywords.def), and what a row is made of. */
#ifndef SCHEMA_KEYWORD_H
#define SCHEMA_KEYWORD_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct check;
struct compiler;
struct explain;
struct marks;
struct names;
struct node;
struct rule;
struct schema;
struct spot;

/* Where the value of a keyword has schemas: it is one, or a list or a mapping of them. */
enum holds { HOLDS_NOTHING, HOLDS_SCHEMA, HOLDS_LIST, HOLDS_MAP };

struct keyword {
	struct str name;
	unsigned types;      /* of values that it looks at; other values pass */
	unsigned vocabulary; /* VOCABULARY_ bits */
	enum holds holds;
	/*
	 * Fills in the rule, whose keyword and value are set. Sets
	 * rule->keyword to NULL when there is nothing to check. False when the
	 * value is broken: compiler_fail has said so. NULL: nothing to do.
	 */
	bool (*compile)(struct compiler *compiler, struct schema *schema, struct rule *rule);
	/* Whether the value passes. Marks, if not NULL, which of its parts were evaluated. */
	bool (*check)(struct check *check, const struct rule *rule, struct node *node,
		      struct marks *marks);
	/* The value at the spot does not pass: makes findings that say why. */
	void (*explain)(struct explain *explain, const struct rule *rule, struct spot *spot);
};

/* The rows; a rule that comes first in the table comes first in a schema. */
extern const struct keyword keywords[];
extern const size_t keyword_count;

/* An index of the table for names_find, in the arena. */
void keywords_index(struct names *names, struct arena *arena);

#define MARK(name, vocabulary, holds)
#define KEEP(name, family, vocabulary, holds) \
	bool compile_##family(struct compiler *, struct schema *, struct rule *);
#define RULE(name, family, types, vocabulary, holds)                                             \
	bool compile_##family(struct compiler *, struct schema *, struct rule *);                \
	bool check_##family(struct check *, const struct rule *, struct node *, struct marks *); \
	void explain_##family(struct explain *, const struct rule *, struct spot *);
#include "schema/keywords.def"
#undef RULE
#undef KEEP
#undef MARK

#endif
