/*
 * Checking: does a value pass? Nothing is allocated but for marks of what was
 * evaluated where a schema asks for them, and by PCRE2.
 */
#ifndef SCHEMA_CHECK_H
#define SCHEMA_CHECK_H

#include "schema/compiled.h"
#include "schema/keyword.h"
#include "schema/stack.h"

/* Schemas within each other, both of the schema and of the value. */
#define CHECK_DEPTH 2000
/* What one check may take, in comparisons of about ten nanoseconds. */
#define CHECK_STEPS ((uint64_t)50000000)

enum stop { STOP_NOT, STOP_DEPTH, STOP_STEPS, STOP_FAULTS };

/* The resources that were entered on the way here: $dynamicRef looks for the outermost. */
struct scope {
	const struct resource *resource;
	const struct scope *outer;
};

struct check {
	const struct scope *scope;
	unsigned depth;
	uint64_t steps;
	enum stop stop; /* why all is given up: then everything fails */
	struct matcher matcher;
	struct stack stack;
};

/* Bits on the stack, one for each item or pair of a value: whether it was evaluated. */
struct marks {
	size_t offset;
};

void check_init(struct check *check);
void check_release(struct check *check);

/* The slow half of check_node. */
bool check_rules(struct check *check, const struct schema *schema, struct node *node,
		 struct marks *marks);

/* Whether the value passes. `marks` may be NULL when nobody asks what was evaluated. */
static inline bool check_node(struct check *check, const struct schema *schema, struct node *node,
			      struct marks *marks)
{
	unsigned type = node_types(node);

	if (node->bad)
		return true;
	schema = schema->target;
	if (!(schema->applies & type))
		return (schema->types & type) != 0;
	return check_rules(check, schema, node, marks);
}

/* Takes work off what the check may do; false when nothing is left. */
static inline bool check_charge(struct check *check, uint64_t steps)
{
	if (check->steps < steps) {
		check->stop = STOP_STEPS;
		return false;
	}
	check->steps -= steps;
	return true;
}

/* The same where a no is no harm: marks are set only when it passes. */
bool check_branch(struct check *check, const struct schema *schema, struct node *node,
		  struct marks *marks);

/* Goes into the resource of a schema if it has dynamic anchors, and out again. */
static inline bool check_enters(const struct check *check, const struct schema *schema)
{
	return schema->is_scoped && (!check->scope || check->scope->resource != schema->resource);
}

/* Marks for a value; the stack gives them back. */
struct marks marks_new(struct check *check, const struct node *node);

static inline void marks_add(struct check *check, const struct marks *marks, uint32_t index)
{
	check->stack.words[marks->offset + index / 64] |= (uint64_t)1 << index % 64;
}

static inline bool marks_has(const struct check *check, const struct marks *marks, uint32_t index)
{
	return check->stack.words[marks->offset + index / 64] >> index % 64 & 1;
}

/* What `from` has, `to` has too. Both are of the node. */
void marks_merge(struct check *check, const struct marks *to, const struct marks *from,
		 const struct node *node);

#endif
