#include "diff/compare.h"
#include "diff/plans.h"
#include "diff/value.h"

void council_identify(struct diff_run *run, const struct council *before,
		      const struct council *after)
{
	if (!node_is_same(before->thing.node, after->thing.node))
		note_renamed(run, (struct str[]){ before->thing.id, STR(":") }, &before->people,
			     &after->people, &type_person);
}

static void add_council(const struct spot *spot, const struct council *before,
			const struct council *after)
{
	struct change *change = spot_add(spot, CHANGE_COUNCIL_CHANGED, (struct str){ 0 });

	if (before)
		change_set_old(change, before->name.words);
	if (after)
		change_set_new(change, after->name.words);
}

void council_compare(struct diff_run *run, const struct council *before,
		     const struct council *after)
{
	struct spot spot = {
		.run = run,
		.address = after ? after->thing.id : before->thing.id,
		.kind = CHANGE_COUNCIL_CHANGED,
		.before = before ? before->thing.node : NULL,
		.after = after ? after->thing.node : NULL,
	};

	if (!before || !after) {
		add_council(&spot, before, after);
		return;
	}
	if (node_is_same(spot.before, spot.after))
		return;
	compare_things(&spot, &before->thing, &after->thing);
}
