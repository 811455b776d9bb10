/*
 * Ids of actions that are gone: what `replaces` and `split_from` name. Their
 * addresses were promised, so each keeps a page that leads to what goes on in
 * its place.
 */
#ifndef RENDER_OLD_IDS_H
#define RENDER_OLD_IDS_H

#include "base/vec.h"
#include "model/plan.h"

struct old_id {
	struct str id;
	VEC(const struct action *) heirs; /* in the plan's order; at least one */
};

struct old_ids {
	VEC(struct old_id *) list; /* by the first action that names each */
};

/* Those of a plan that no theme, section or action has now, and that may be the name of a file. */
void old_ids_find(struct old_ids *ids, const struct plan *plan, struct arena *arena);

#endif
