/*
 * Which action of one state of a plan is which of the other: by id, then by
 * what `replaces` and `split_from` say on either side, then by likeness of text.
 */
#ifndef DIFF_IDENTITY_H
#define DIFF_IDENTITY_H

#include "diff/pair.h"
#include "diff/spot.h"

/* An action that became several, or several that became one. */
struct parting {
	bool is_merge;
	size_t one;   /* split: index in before; merge: index in after */
	size_t *many; /* indexes on the other side */
	size_t many_len;
	size_t shown_at; /* the action of after where it is told, or NOT_PAIRED: with what is gone */
};

struct identity {
	const struct plan *before;
	const struct plan *after;
	struct pairing pairing; /* indexes of all_actions */
	bool *is_part_before;   /* of a split or merge: neither gone nor compared */
	bool *is_part_after;
	VEC(struct parting) partings;
};

/* Fills *identity, in the run's arena, and adds to run->renamed_… what refers to them now. */
void identity_find(struct identity *identity, struct diff_run *run, const struct plan *before,
		   const struct plan *after);

#endif
