/* The word-by-word difference of two texts. */
#ifndef DIFF_PIECES_H
#define DIFF_PIECES_H

#include "diff/change.h"

/*
 * The shortest way from one text to the other, by words (Myers, "An O(ND)
 * difference algorithm", 1986), as pieces that live in the arena. Texts that
 * are too long or too different are told as one piece removed and one added,
 * between what they begin and end with alike. `budget` is how many steps may
 * still be taken; those that were are taken off it.
 */
struct piece *pieces_new(struct arena *arena, struct str before, struct str after, size_t *budget,
			 size_t *count);

#endif
