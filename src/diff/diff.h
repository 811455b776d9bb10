/*
 * What changed in meaning between two states of councils and their plans. It
 * knows no git and no files: two lists of plans go in, a list of changes comes
 * out. How kinds are told apart is said in docs/changes.md.
 */
#ifndef DIFF_DIFF_H
#define DIFF_DIFF_H

#include "diff/change.h"

struct diff_side {
	struct plan *const *plans;
	size_t plan_count;
	struct council *const *councils;
	size_t council_count;
};

/*
 * Plans are told by their addresses; their refs must be resolved. A plan that
 * one side cannot read at all is not compared; of one that is read in part,
 * nothing is called added or removed that may stand in the other part. Both
 * are named in changes->unread.
 *
 * What it makes lives in the arena and points into both sides.
 */
void diff(struct changes *changes, struct arena *arena, const struct diff_side *before,
	  const struct diff_side *after);

#endif
