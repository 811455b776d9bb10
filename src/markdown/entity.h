/* Entities of HTML in a text, as cmark reads them. */
#ifndef MARKDOWN_ENTITY_H
#define MARKDOWN_ENTITY_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct entity {
	size_t written; /* bytes from & to ; */
	size_t decoded; /* bytes that it stands for */
};

/*
 * Whether `source` begins with an entity, given that `literal` is what cmark
 * made of it and what follows: "&auml;" in a literal "&auml;" is none.
 */
bool entity_read(struct str source, struct str literal, struct entity *entity);

#endif
