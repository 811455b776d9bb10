#include "model/walk.h"
#include "model/plan.h"

#include <string.h>

/*
 * Every member begins with the pointer to its node, or is itself a pointer: one
 * look at it, whatever its type, tells whether the plan gives it. Most are not
 * given, so this look is all that most rows cost.
 */
_Static_assert(offsetof(struct text, node) == 0 && offsetof(struct word, node) == 0 &&
		       offsetof(struct flag, node) == 0 && offsetof(struct value, node) == 0 &&
		       offsetof(struct ref, node) == 0 && offsetof(struct list, node) == 0 &&
		       offsetof(struct date, node) == 0 && offsetof(struct target, node) == 0,
	       "the node stands first");

static const void *pointer_at(const void *member)
{
	const void *pointer;

	memcpy(&pointer, member, sizeof(pointer));
	return pointer;
}

static void walk_things(const struct list *list, const struct field *field, const struct walk *walk)
{
	const char *things = list->at;

	for (size_t i = 0; i < list->len; i++)
		thing_walk((const void *)(things + i * field->of->size), walk);
}

static void walk_values(const struct thing *owner, const struct field *field,
			const struct list *list, size_t size, const struct walk *walk)
{
	const char *values = list->at;

	for (size_t i = 0; i < list->len; i++)
		walk->value(walk->context, owner, field, values + i * size);
}

/* A member that is given. */
static void walk_member(const struct thing *owner, const struct field *field, const void *member,
			const struct walk *walk)
{
	bool is_wanted = walk->types & FIELD_BIT(field->type);

	switch (field->type) {
	case FIELD_TEXTS:
		if (is_wanted)
			walk_values(owner, field, member, sizeof(struct text), walk);
		return;
	case FIELD_REFS:
		if (is_wanted)
			walk_values(owner, field, member, sizeof(struct ref), walk);
		return;
	case FIELD_VALUES:
		if (is_wanted)
			walk_values(owner, field, member, sizeof(struct value), walk);
		return;
	default: break;
	}
	if (is_wanted)
		walk->value(walk->context, owner, field, member);
	if (field->type == FIELD_THING)
		thing_walk(pointer_at(member), walk);
	if (field->type == FIELD_THINGS || field->type == FIELD_MAP)
		walk_things(member, field, walk);
}

void thing_walk(const struct thing *thing, const struct walk *walk)
{
	const struct field *field = thing->type->fields;
	const struct field *end = field + thing->type->field_count;

	if (walk->enter)
		walk->enter(walk->context, thing);
	/* What is no mapping holds the one value that stands for it. */
	if (thing->node && thing->node->kind == NODE_SCALAR && thing->type->scalar) {
		field = thing->type->scalar;
		end = field + 1;
	}
	for (; field < end; field++) {
		const char *member = (const char *)thing + field->offset;

		if (pointer_at(member))
			walk_member(thing, field, member, walk);
	}
}
