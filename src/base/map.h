/* A map from texts to pointers, in an arena. {0} is empty. Keeps no order: walk what it indexes. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"
#include "base/str.h"

#include <stddef.h>

struct map_slot;

struct map {
	struct map_slot *slots;
	size_t count;
	size_t size; /* 0 or a power of two */
};

/* What stands under `key`, or NULL. */
void *map_find(const struct map *map, struct str key);

/*
 * Puts `value` (not NULL) under `key`, unless something is there already: then
 * that is returned and the map left alone. NULL when it was added. The key's
 * bytes are not copied.
 */
void *map_add(struct map *map, struct arena *arena, struct str key, void *value);

#endif
