/*
 * Councils whose files are as they were before a change. Their plans need not be
 * compiled as they were: what was found in them is what is found in them now.
 */
#ifndef COMPILE_UNCHANGED_H
#define COMPILE_UNCHANGED_H

#include "compile/compile.h"
#include "compile/discover.h"

struct unchanged {
	struct arena *arena;
	struct map councils; /* path of its folder → struct unchanged_council */
};

/*
 * Adds the councils of `result`, compiled from `now`, whose files `before` has with the
 * same bytes. Those that refer to other councils' plans are not among them: there something
 * may have changed.
 */
void unchanged_find(struct unchanged *unchanged, const struct compilation *result,
		    struct input *now, struct input *before);

/* While `before` is compiled: takes the plans of these councils from what is asked for, if none went. */
void unchanged_leave_out(struct unchanged *unchanged, struct discovery *discovery);

/* Whether the plans of a council were left out. */
bool unchanged_has(const struct unchanged *unchanged, const struct council *council);

#endif
