/* How alike items of two lists are, by the words they have in common. */
#ifndef DIFF_LIKENESS_H
#define DIFF_LIKENESS_H

#include "base/vec.h"
#include "diff/pair.h"

struct alike_pair {
	size_t before;
	size_t after;
	unsigned score;
};

struct likeness {
	const struct item *before;
	const struct item *after;
	const size_t *before_left; /* indexes of those to be compared */
	const size_t *after_left;
	size_t before_count;
	size_t after_count;
	unsigned alike;               /* the least that counts, in thousandths */
	VEC(struct alike_pair) pairs; /* the result: the most alike first */
};

void likeness_find(struct likeness *likeness, struct arena *arena);

#endif
