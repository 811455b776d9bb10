#include "schema/names.h"

void names_init(struct names *names, struct arena *arena, size_t count)
{
	size_t size = 4;

	while (size < count * 2)
		size *= 2;
	names->slots = arena_new_array(arena, struct name_slot, size);
	names->mask = (uint32_t)(size - 1);
}

void names_add(struct names *names, struct str name, uint32_t index)
{
	uint32_t i = names_hash(name) & names->mask;

	if (names_find(names, name) != NAMES_NONE)
		return;
	while (names->slots[i].at)
		i = (i + 1) & names->mask;
	names->slots[i] = (struct name_slot){ name.at ? name.at : "", (uint32_t)name.len, index };
}
