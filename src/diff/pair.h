/*
 * Which items of two lists are one and the same: by id, then by being equal,
 * then by likeness of their words. Never by position, unless items have no
 * words at all.
 */
#ifndef DIFF_PAIR_H
#define DIFF_PAIR_H

#include "base/arena.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

struct item {
	struct str id;    /* or empty */
	struct str title; /* folded (text_fold): what it is called, or its first words; or empty */
	struct str words; /* folded: all its words; may be the title */
	uint64_t hash;    /* alike where two items are equal; 0: not to be asked */
};

#define NOT_PAIRED SIZE_MAX

struct pairing {
	size_t *of_before; /* for each item of before, the index in after, or NOT_PAIRED */
	size_t *of_after;
	size_t before_len;
	size_t after_len;
};

/* Nobody is paired. */
void pairing_init(struct pairing *pairing, struct arena *arena, size_t before_len,
		  size_t after_len);
void pairing_add(struct pairing *pairing, size_t before, size_t after);

/* How alike titles must be: words in common of all words, in thousandths. */
#define ALIKE_ITEMS 500
#define ALIKE_THINGS 700

/*
 * Pairs what is not paired yet. The cost grows with the items, not with their
 * square: of many, only those with a rare word in common are compared.
 */
void pair_items(struct pairing *pairing, const struct item *before, const struct item *after,
		unsigned alike);

/* Whether those of after that are paired stand in another order than in before. */
bool pairing_is_reordered(const struct pairing *pairing);

#endif
