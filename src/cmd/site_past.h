/*
 * What a build tells of the past: the history of the plans, where they are in git,
 * and what changed in each since it was adopted, or since a revision.
 */
#ifndef CMD_SITE_PAST_H
#define CMD_SITE_PAST_H

#include "cmd/command.h"
#include "compile/chronicle.h"
#include "render/site.h"

struct site_state;

struct site_past {
	struct arena arena;
	struct origin origin; /* the revision whose history it is */
	struct chronicle chronicle;
	bool is_known;                   /* there is a history, and it was read */
	struct compilation head;         /* the plans of that revision */
	VEC(struct site_state *) states; /* earlier ones that are compared with */
	VEC(struct site_changes) changes;
};

/*
 * Reads what there is: nothing where the plans are in no repository, or not in its
 * history yet. `now` is what is built. False after a message; then *code says why.
 * Release it in either case, behind what was made from it.
 */
bool site_past_read(struct site_past *past, const struct common_options *values,
		    const struct compilation *now, int32_t as_of, enum exit_code *code);
void site_past_release(struct site_past *past);

/* Hands it to the pages. */
void site_past_tell(const struct site_past *past, struct site_options *site);

#endif
