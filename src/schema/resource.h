/*
 * The documents of a set: which URIs, ids and anchors they have, and what a
 * reference leads to (JSON Schema core, sections 8.2 and 9).
 */
#ifndef SCHEMA_RESOURCE_H
#define SCHEMA_RESOURCE_H

#include "schema/compiled.h"

/* What a reference leads to. */
struct target {
	struct resource *resource;
	struct node *node;
	const struct anchor *anchor; /* by whose name it was found, or NULL */
	struct str missing; /* the URI of the document that it needs, where that is not there */
};

/* The resource of a URI without fragment: known, built in or loaded. NULL when there is none. */
struct resource *resource_find(struct schema_set *set, struct str uri);

/* Follows a reference that stands in `from`; false with *why, in the set's arena. */
bool resource_resolve(struct resource *from, struct str reference, struct target *target,
		      struct str *why);

/* The resource that a part of `outer` belongs to: `outer`, or the one its own $id makes. */
struct resource *resource_of(struct resource *outer, const struct node *node);

/*
 * The vocabularies in force, by the meta-schema that $schema names; all of
 * 2020-12's but the assertion of formats when that is not known. 0 with *why
 * when the meta-schema requires a vocabulary that nobody here knows.
 */
unsigned resource_vocabularies(struct resource *resource, struct str *why);

#endif
