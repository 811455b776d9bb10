#include "base/vec.h"

#include <string.h>

void *vec_grow(struct arena *arena, const void *at, size_t *size, size_t element)
{
	size_t larger = *size ? *size * 2 : 8;
	void *copy = arena_alloc_array(arena, element, larger);

	if (*size)
		memcpy(copy, at, *size * element);
	*size = larger;
	return copy;
}
