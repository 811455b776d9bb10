/* Compiling schemas: what the compile functions of the keywords work with. */
#ifndef SCHEMA_COMPILE_H
#define SCHEMA_COMPILE_H

#include "schema/compiled.h"
#include "schema/keyword.h"

struct compiler {
	struct schema_set *set;
	struct arena *arena; /* the set's */
	struct schema_trouble *trouble;
	VEC(struct schema *) queue; /* made in this run; those from `done` on are still empty */
	size_t done;
};

/* Says what is wrong with a piece of the schema. Always false. */
PRINTF_LIKE(3, 4)
bool compiler_fail(struct compiler *compiler, const struct node *where, const char *format, ...);

/* The compiled schema at a place, to be filled in when its turn comes; NULL after compiler_fail. */
struct schema *compiler_schema(struct compiler *compiler, struct resource *resource,
			       struct node *node);

/* The same for a subschema of `parent`, which it is noted down in. */
const struct schema *compiler_child(struct compiler *compiler, struct schema *parent,
				    struct node *node, bool in_place);

/* The subschemas of a list, which must not be empty, or of the values of a mapping. */
bool compiler_children(struct compiler *compiler, struct schema *parent, struct node *list,
		       struct schemas *schemas);

/* The rule's value must be of one of the types; `words` says which ("a text"). */
bool compiler_expect(struct compiler *compiler, const struct rule *rule, unsigned types,
		     const char *words);

/* The keyword's value must be a whole number from 0 on. What does not fit is SIZE_MAX. */
bool compiler_limit(struct compiler *compiler, struct str keyword, const struct node *value,
		    size_t *limit);

/* The value of another keyword of the schema; NULL too when its vocabulary is not in force. */
struct node *compiler_sibling(const struct schema *schema, struct str keyword);

/* A pattern of the set; NULL after compiler_fail. */
const struct pattern *compiler_pattern(struct compiler *compiler, const struct node *where,
				       struct str source);

/*
 * For families that make one rule of several keywords: whether the schema has
 * that rule already. Then nothing more is to be made (rule->keyword is NULL).
 */
bool compiler_has_family(const struct schema *schema, struct rule *rule);

#endif
