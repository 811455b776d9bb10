/*
 * Narrowing two states of the plans to paths of the command line. A path that
 * only one of them has is no fault: something came, or went.
 */
#ifndef CMD_NARROW_H
#define CMD_NARROW_H

#include "cmd/origin.h"
#include "diff/change.h"

struct narrow_side {
	const struct origin *origin;
	VEC(struct str) paths; /* the result: paths in its input; "" is all of it */
};

/*
 * Fills the paths of both sides. False with *why (the usage is wrong): one leads out
 * of the plans' folder, or there is no such path on either side.
 */
bool narrow(struct narrow_side sides[2], struct arena *arena, const char *const *paths,
	    size_t count, struct str *why);

/* Takes out what changed of councils that the paths do not ask for as a whole. */
void narrow_changes(struct changes *changes, const struct narrow_side *side);

#endif
