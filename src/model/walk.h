/* Going through all that a thing holds, by its tables. */
#ifndef MODEL_WALK_H
#define MODEL_WALK_H

#include "model/thing.h"

#define FIELD_BIT(field_type) (1u << (field_type))

struct walk {
	unsigned types; /* which values it wants: a set of FIELD_BIT()s */
	/*
	 * Called for each value that is given, in the order of the tables: texts and
	 * refs of a list one by one (FIELD_TEXTS with struct text, FIELD_REFS with
	 * struct ref, FIELD_VALUES with struct value), others as their member.
	 */
	void (*value)(void *context, const struct thing *owner, const struct field *field,
		      const void *value);
	/* Called for each thing before what is in it; may be NULL. */
	void (*enter)(void *context, const struct thing *thing);
	void *context;
};

/* The thing itself and everything below it. Depth is bounded by that of the trees. */
void thing_walk(const struct thing *thing, const struct walk *walk);

#endif
