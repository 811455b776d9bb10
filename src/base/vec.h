/*
 * A growing array in an arena. VEC(struct action *) declares one; {0} is
 * empty. Growth leaves the old array behind in the arena, which is at most as
 * much again as the vector holds.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#include <stddef.h>

#define VEC(type)            \
	struct {             \
		type *at;    \
		size_t len;  \
		size_t size; \
	}

/* Adds `value` at the end. Evaluates vec more than once. */
#define vec_add(arena, vec, value)                                                                 \
	((vec)->len == (vec)->size ? (void)((vec)->at = vec_grow((arena), (vec)->at, &(vec)->size, \
								 sizeof(*(vec)->at)))              \
				   : (void)0,                                                      \
	 (void)((vec)->at[(vec)->len++] = (value)))

/* A larger copy of `at`, of twice the size (in elements), which it raises. */
void *vec_grow(struct arena *arena, const void *at, size_t *size, size_t element);

#endif
