/* Brackets and quotation marks that lack their other half. */
#ifndef RULES_BALANCE_H
#define RULES_BALANCE_H

#include "markdown/markdown.h"

#include <stdbool.h>
#include <stddef.h>

enum pairing { PAIR_ROUND, PAIR_SQUARE, PAIR_QUOTE, PAIRS };

/* One half of a pair. */
struct half {
	enum pairing pair;
	bool opens;
	size_t run;   /* the number of the run it stands in */
	size_t begin; /* bytes of that run */
	size_t end;
};

/* Halves that are told of in one text. */
#define BALANCE_HALVES 5

struct balance {
	struct half halves[BALANCE_HALVES];
	size_t len;
};

/* Whether the pairs of a text do not simply add up. False is always right. */
bool balance_is_suspected(struct str text);

/*
 * The halves that stand alone in the runs of one text. A pair may open in one
 * run and close in another. Apostrophes and single quotes are none, and what
 * need not be half a pair is left alone: labels ("a)"), smiles, inches, [0, 1),
 * the quotation mark with which each paragraph of a long quotation begins.
 */
void balance_check(const struct runs *runs, struct balance *balance);

#endif
