/*
 * A fixed set of names, looked up far more often than made: the keys that a
 * schema's `properties` knows, the texts of an `enum`. Made once, then const.
 */
#ifndef SCHEMA_NAMES_H
#define SCHEMA_NAMES_H

#include "base/arena.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct name_slot {
	const char *at; /* NULL: free */
	uint32_t len;
	uint32_t index;
};

struct names {
	struct name_slot *slots; /* a power of two of them, at least twice the names */
	uint32_t mask;
};

#define NAMES_NONE UINT32_MAX

/* Room for `count` names. */
void names_init(struct names *names, struct arena *arena, size_t count);

/* Adds a name with its index; one that is there already keeps its own. Its bytes are not copied. */
void names_add(struct names *names, struct str name, uint32_t index);

/* Mixes length, beginning and end: names of one schema seldom share all three. */
static inline uint32_t names_hash(struct str name)
{
	uint64_t head = 0;
	uint64_t tail = 0;

	if (name.len >= 8) {
		memcpy(&head, name.at, 8);
		memcpy(&tail, name.at + name.len - 8, 8);
	} else if (name.len >= 4) {
		memcpy(&head, name.at, 4);
		memcpy(&tail, name.at + name.len - 4, 4);
	} else if (name.len) {
		head = (unsigned char)name.at[0];
		tail = (uint64_t)(unsigned char)name.at[name.len / 2] << 8 |
		       (unsigned char)name.at[name.len - 1];
	}
	head = (head ^ (tail << 29 | tail >> 35) ^ name.len) * 0x9E3779B97F4A7C15u;
	return (uint32_t)(head >> 32);
}

/* The index of a name, or NAMES_NONE. */
static inline uint32_t names_find(const struct names *names, struct str name)
{
	for (uint32_t i = names_hash(name) & names->mask;; i = (i + 1) & names->mask) {
		const struct name_slot *slot = &names->slots[i];

		if (!slot->at)
			return NAMES_NONE;
		if (slot->len == name.len && (!name.len || !memcmp(slot->at, name.at, name.len)))
			return slot->index;
	}
}

#endif
