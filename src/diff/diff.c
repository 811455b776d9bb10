#include "diff/diff.h"
#include "diff/plans.h"

/* A council, or a plan, by its name, on either side. */
struct council_pair {
	const struct council *before;
	const struct council *after;
};

struct matching {
	struct diff_run run;
	const struct diff_side *before;
	const struct diff_side *after;
	VEC(struct council_pair) councils;
	VEC(struct plan_pair) plans; /* either may be NULL */
};

static void match_councils(struct matching *matching)
{
	struct arena *arena = matching->run.arena;
	struct map before = { 0 };
	struct map after = { 0 };

	for (size_t i = 0; i < matching->before->council_count; i++)
		map_add(&before, arena, matching->before->councils[i]->thing.id,
			matching->before->councils[i]);
	for (size_t i = 0; i < matching->after->council_count; i++) {
		struct council *council = matching->after->councils[i];
		struct council_pair pair = { map_find(&before, council->thing.id), council };

		if (!map_add(&after, arena, council->thing.id, council))
			vec_add(arena, &matching->councils, pair);
	}
	for (size_t i = 0; i < matching->before->council_count; i++) {
		struct council *council = matching->before->councils[i];
		struct council_pair pair = { council, NULL };

		if (!map_add(&after, arena, council->thing.id, council))
			vec_add(arena, &matching->councils, pair);
	}
}

static void match_plans(struct matching *matching)
{
	struct arena *arena = matching->run.arena;
	struct map before = { 0 };
	struct map after = { 0 };

	for (size_t i = 0; i < matching->before->plan_count; i++)
		map_add(&before, arena, matching->before->plans[i]->thing.id,
			matching->before->plans[i]);
	for (size_t i = 0; i < matching->after->plan_count; i++) {
		struct plan *plan = matching->after->plans[i];
		struct plan_pair pair = { .before = map_find(&before, plan->thing.id),
					  .after = plan };

		if (!map_add(&after, arena, plan->thing.id, plan))
			vec_add(arena, &matching->plans, pair);
	}
	for (size_t i = 0; i < matching->before->plan_count; i++) {
		struct plan *plan = matching->before->plans[i];
		struct plan_pair pair = { .before = plan };

		if (!map_add(&after, arena, plan->thing.id, plan))
			vec_add(arena, &matching->plans, pair);
	}
}

static bool is_readable(const struct plan *plan)
{
	return plan->thing.node && !plan->thing.node->bad;
}

/* What of a plan can be compared. False: nothing. */
static bool read_state(struct matching *matching, struct plan_pair *pair)
{
	pair->hides_added = pair->before->is_incomplete;
	pair->hides_removed = pair->after->is_incomplete;
	if (pair->hides_added || pair->hides_removed || !is_readable(pair->before) ||
	    !is_readable(pair->after))
		vec_add(matching->run.arena, &matching->run.changes->unread, pair->after->thing.id);
	return is_readable(pair->before) && is_readable(pair->after);
}

static void add_plan(struct diff_run *run, const struct plan *before, const struct plan *after)
{
	const struct plan *plan = after ? after : before;
	struct spot spot = {
		.run = run,
		.plan = plan->thing.id,
		.address = plan->thing.id,
		.before = before ? before->thing.node : NULL,
		.after = after ? after->thing.node : NULL,
	};
	struct change *change = spot_add(&spot, before ? CHANGE_PLAN_REMOVED : CHANGE_PLAN_ADDED,
					 (struct str){ 0 });

	if (before)
		change_set_old(change, plan->title.words);
	else
		change_set_new(change, plan->title.words);
	if (plan->is_incomplete || !is_readable(plan))
		vec_add(run->arena, &run->changes->unread, plan->thing.id);
}

/* A council whose file cannot be read is not one whose people are gone. */
static void compare_council(struct matching *matching, const struct council_pair *pair)
{
	const struct council *council = pair->after ? pair->after : pair->before;

	if ((pair->before && !pair->before->thing.node) ||
	    (pair->after && !pair->after->thing.node))
		vec_add(matching->run.arena, &matching->run.changes->unread, council->thing.id);
	else
		council_compare(&matching->run, pair->before, pair->after);
}

void diff(struct changes *changes, struct arena *arena, const struct diff_side *before,
	  const struct diff_side *after)
{
	struct matching matching = {
		.run = { .arena = arena, .changes = changes, .word_steps = WORD_STEPS },
		.before = before,
		.after = after,
	};
	bool *is_read;

	*changes = (struct changes){ 0 };
	match_councils(&matching);
	match_plans(&matching);
	is_read = arena_new_array(arena, bool, matching.plans.len);
	for (size_t i = 0; i < matching.councils.len; i++) {
		const struct council_pair *pair = &matching.councils.at[i];

		if (pair->before && pair->after)
			council_identify(&matching.run, pair->before, pair->after);
	}
	for (size_t i = 0; i < matching.plans.len; i++) {
		struct plan_pair *pair = &matching.plans.at[i];

		if (!pair->before || !pair->after)
			continue;
		is_read[i] = read_state(&matching, pair);
		if (is_read[i])
			plan_pair_identify(pair, &matching.run);
	}
	for (size_t i = 0; i < matching.councils.len; i++) {
		compare_council(&matching, &matching.councils.at[i]);
	}
	for (size_t i = 0; i < matching.plans.len; i++) {
		struct plan_pair *pair = &matching.plans.at[i];

		if (!pair->before || !pair->after)
			add_plan(&matching.run, pair->before, pair->after);
		else if (is_read[i])
			plan_pair_compare(pair, &matching.run);
	}
}
