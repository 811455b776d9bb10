/* The parts of a run, in the order in which they are compared. */
#ifndef DIFF_PLANS_H
#define DIFF_PLANS_H

#include "diff/identity.h"
#include "diff/pair.h"
#include "diff/spot.h"

/* A plan on both sides. */
struct plan_pair {
	const struct plan *before;
	const struct plan *after;
	struct identity identity;
	struct pairing themes;
	bool hides_added;   /* before is not whole: what seems new may have stood there */
	bool hides_removed; /* after is not whole */
};

/* A plan's actions and themes are told first, as other plans refer to them. */
void plan_pair_identify(struct plan_pair *pair, struct diff_run *run);

/* All that changed in it. */
void plan_pair_compare(struct plan_pair *pair, struct diff_run *run);

/* The sections of a plan; `spot` is the plan's. */
void sections_compare(const struct spot *spot, const struct plan_pair *pair);

/* Councils: first whose person is whose, then what changed. */
void council_identify(struct diff_run *run, const struct council *before,
		      const struct council *after);
void council_compare(struct diff_run *run, const struct council *before,
		     const struct council *after);

#endif
