#include "base/map.h"
#include "base/bug.h"

struct map_slot {
	struct str key;
	uint64_t hash;
	void *value; /* NULL: free */
};

static struct map_slot *slot_for(struct map_slot *slots, size_t size, struct str key, uint64_t hash)
{
	for (size_t i = hash & (size - 1);; i = (i + 1) & (size - 1)) {
		struct map_slot *slot = &slots[i];

		if (!slot->value || (slot->hash == hash && str_equal(slot->key, key)))
			return slot;
	}
}

void *map_find(const struct map *map, struct str key)
{
	if (!map->size)
		return NULL;
	return slot_for(map->slots, map->size, key, str_hash(key))->value;
}

static void map_grow(struct map *map, struct arena *arena)
{
	size_t size = map->size ? map->size * 2 : 16;
	struct map_slot *slots = arena_new_array(arena, struct map_slot, size);

	for (size_t i = 0; i < map->size; i++) {
		struct map_slot *old = &map->slots[i];

		if (old->value)
			*slot_for(slots, size, old->key, old->hash) = *old;
	}
	map->slots = slots;
	map->size = size;
}

void *map_add(struct map *map, struct arena *arena, struct str key, void *value)
{
	uint64_t hash = str_hash(key);
	struct map_slot *slot;

	if (!value)
		BUG("a map holds no NULL");
	if (map->count * 4 >= map->size * 3)
		map_grow(map, arena);
	slot = slot_for(map->slots, map->size, key, hash);
	if (slot->value)
		return slot->value;
	*slot = (struct map_slot){ key, hash, value };
	map->count++;
	return NULL;
}
