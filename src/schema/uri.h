/*
 * URIs and references to them (RFC 3986), as far as schemas need them. Names
 * of files count as references without a scheme: "defs.schema.json#/$defs/id"
 * against the base "schema/plan.schema.json" is "schema/defs.schema.json#/…".
 */
#ifndef SCHEMA_URI_H
#define SCHEMA_URI_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>

/* The five parts (RFC 3986, appendix B), slices of the text. What is not there has at == NULL. */
struct uri {
	struct str scheme;
	struct str authority;
	struct str path; /* always there, perhaps empty */
	struct str query;
	struct str fragment;
};

/* Cuts any text into parts; checks nothing. */
struct uri uri_split(struct str text);

/*
 * The reference seen from a base (RFC 3986, section 5.2), in the arena. A base
 * without a scheme is a path of files: its leading ".." stay.
 */
struct str uri_resolve(struct arena *arena, struct str base, struct str reference);

/* Without '#' and what follows. */
struct str uri_document(struct str uri);

/* With each %41 as its byte (RFC 3986, section 2.1); a broken one stays as it is. */
struct str uri_decode(struct arena *arena, struct str text);

#endif
