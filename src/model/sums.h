/* The sums that a section declares: which figures they name, and whether they add up. */
#ifndef MODEL_SUMS_H
#define MODEL_SUMS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "model/number.h"
#include "model/plan.h"

/* A figure that a sum names, or a number written there. */
struct sum_term {
	const struct figure *figure; /* NULL: only words */
	struct value value;          /* of the figure, or the words themselves */
	struct text unit;
	struct number number;
	bool is_number;
};

enum sum_result { SUM_RIGHT, SUM_WRONG, SUM_UNKNOWN };

struct sum_check {
	VEC(struct sum_term) parts;
	struct sum_term total;
	struct number sum;      /* of the parts; SUM_RIGHT and SUM_WRONG only */
	enum sum_result result; /* SUM_UNKNOWN: a part is no number, or names nothing */
};

/* Parts of one sum, and figures looked at for all sums of a section: more than that is not checked. */
#define SUM_PARTS ((size_t)1000)
#define SUM_WORK ((size_t)20 * 1000 * 1000)

/*
 * A name is the id of a figure, else its label, else a group, which is all
 * figures in it; of several, those with the unit of the sum, where it has one.
 * *work begins as SUM_WORK for a section; when it is used up, sums are unknown.
 */
void sum_check(const struct section *section, const struct sum *sum, size_t *work,
	       struct arena *arena, struct sum_check *check);

#endif
