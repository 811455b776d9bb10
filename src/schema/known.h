/*
 * The keys that the schemas of a mapping know: to tell a misspelt key from a
 * strange one, and a key in the wrong place from both.
 */
#ifndef SCHEMA_KNOWN_H
#define SCHEMA_KNOWN_H

#include "schema/explain.h"

/* How many things a key in the wrong place is said to belong to. */
#define KNOWN_OWNERS 3

/* Too many changes for a misspelling. */
#define KNOWN_FAR 100u

struct known {
	VEC(const struct property *) properties; /* each name once */
	struct map by_name;                      /* the same */
	VEC(const struct pattern *) patterns;
	VEC(struct str) required; /* names that need not be among the properties */
	VEC(struct str) wanted;   /* the same, in one of several forms, or on a condition */
};

/* What is known at a spot whose node is a mapping; made when first asked for. */
struct known *known_get(struct explain *explain, struct spot *spot);

const struct property *known_find(const struct known *known, struct str key);

/* As a property, by a pattern, or as a required key. */
bool known_has(struct explain *explain, const struct known *known, struct str key);

/* How many changes make one key of another, or KNOWN_FAR. */
unsigned known_distance(struct str written, struct str meant);

bool known_requires(const struct known *known, struct str key);

/*
 * The property that an unknown key is a misspelling of, or NULL; one that the
 * mapping does not have yet is nearer than one that it has.
 */
const struct property *known_nearest(struct explain *explain, const struct known *known,
				     const struct node *map, struct str key);

/* The pair whose key is a misspelling of one that the mapping lacks, or NULL. */
const struct pair *known_misspelt(struct explain *explain, struct spot *spot, struct str name);

/* Titles of schemas elsewhere that know the key, those around the spot first; how many. */
size_t known_owners(struct explain *explain, struct spot *spot, struct str key,
		    struct str titles[KNOWN_OWNERS]);

#endif
