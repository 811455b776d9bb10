#include "diff/plans.h"
#include "diff/compare.h"
#include "diff/text.h"
#include "diff/themes.h"
#include "diff/value.h"

/* A plan as it is walked along: what has an address is told in the order of after. */
struct plan_walk {
	struct plan_pair *pair;
	struct spot spot; /* the plan's */
	/* For each action of after, the first parting that is told there, plus one; and the next. */
	size_t *parting_at;
	size_t *parting_next;
};

static const struct theme *theme_at(const struct plan *plan, size_t index)
{
	return (const struct theme *)plan->themes.at + index;
}

static size_t theme_index(const struct plan *plan, const struct action *action)
{
	return action->theme ? (size_t)(action->theme - theme_at(plan, 0)) : NOT_PAIRED;
}

void plan_pair_identify(struct plan_pair *pair, struct diff_run *run)
{
	struct action_pair actions = { .before_plan = pair->before, .after_plan = pair->after };
	struct identity *identity = &pair->identity;

	identity_find(identity, run, pair->before, pair->after);
	themes_pair(&pair->themes, identity, run->arena);
	if (!node_is_same(pair->before->priorities.node, pair->after->priorities.node))
		note_renamed(run, (struct str[]){ pair->before->thing.id, STR("!") },
			     &pair->before->priorities, &pair->after->priorities, &type_priority);
	for (size_t i = 0; i < pair->after->all_actions.len; i++) {
		size_t old = identity->pairing.of_after[i];

		actions.after = pair->after->all_actions.at[i];
		actions.before = old == NOT_PAIRED ? NULL : pair->before->all_actions.at[old];
		vec_add(run->arena, &run->changes->pairs, actions);
	}
	actions.after = NULL;
	for (size_t i = 0; i < pair->before->all_actions.len; i++) {
		if (identity->pairing.of_before[i] != NOT_PAIRED)
			continue;
		actions.before = pair->before->all_actions.at[i];
		vec_add(run->arena, &run->changes->pairs, actions);
	}
}

/* The spot of a theme or an action. */
static struct spot spot_of(const struct plan_walk *walk, const struct thing *before,
			   const struct thing *after)
{
	struct spot spot = walk->spot;
	const struct thing *thing = after ? after : before;

	spot.before = before ? before->node : NULL;
	spot.after = after ? after->node : NULL;
	if (thing->id.len)
		spot.address = arena_printf(spot.run->arena, "%.*s#%.*s", STR_ARG(spot.plan),
					    STR_ARG(thing->id));
	return spot;
}

static struct spot spot_of_action(const struct plan_walk *walk, const struct action *before,
				  const struct action *after)
{
	struct spot spot = spot_of(walk, before ? &before->thing : NULL,
				   after ? &after->thing : NULL);

	spot.action = after ? after : before;
	spot.theme = spot.action->theme;
	return spot;
}

static struct str activity_of(const struct action *action)
{
	struct str words = action->activity.words.len ? action->activity.words
						      : action->title.words;

	return words.len ? text_without_end(words) : action->thing.id;
}

/* The theme of an action that is gone: as it is now, or as it was where it went as well. */
static const struct theme *theme_now(const struct plan_pair *pair, const struct action *gone)
{
	size_t now = gone->theme ? pair->themes.of_before[theme_index(pair->before, gone)]
				 : NOT_PAIRED;

	return now == NOT_PAIRED ? gone->theme : theme_at(pair->after, now);
}

static void add_action(const struct plan_walk *walk, const struct action *before,
		       const struct action *after)
{
	struct spot spot = spot_of_action(walk, before, after);
	struct change *change;

	if (before ? walk->pair->hides_removed : walk->pair->hides_added)
		return;
	if (before)
		spot.theme = theme_now(walk->pair, before);
	change = spot_add(&spot, before ? CHANGE_ACTION_REMOVED : CHANGE_ACTION_ADDED,
			  (struct str){ 0 });
	if (before)
		change_set_old(change, activity_of(before));
	else
		change_set_new(change, activity_of(after));
}

static struct change_value ids_of(const struct plan *plan, const struct parting *parting,
				  struct arena *arena)
{
	struct str *ids = arena_new_array(arena, struct str, parting->many_len);

	for (size_t i = 0; i < parting->many_len; i++)
		ids[i] = plan->all_actions.at[parting->many[i]]->thing.id;
	return (struct change_value){ .kind = VALUE_IDS,
				      .ids = ids,
				      .id_count = parting->many_len };
}

/* A split is told at the old action, a merge at the new one. */
static void add_parting(const struct plan_walk *walk, const struct parting *parting)
{
	const struct plan *before = walk->pair->before;
	const struct plan *after = walk->pair->after;
	const struct action *one =
		(parting->is_merge ? after : before)->all_actions.at[parting->one];
	const struct action *first =
		(parting->is_merge ? before : after)->all_actions.at[parting->many[0]];
	struct spot spot = spot_of_action(walk, parting->is_merge ? NULL : one,
					  parting->is_merge ? one : NULL);
	struct arena *arena = spot.run->arena;
	struct change *change;

	spot.before = parting->is_merge ? first->thing.node : one->thing.node;
	spot.after = parting->is_merge ? one->thing.node : first->thing.node;
	spot.theme = after->all_actions.at[parting->shown_at]->theme;
	change = spot_add(&spot, parting->is_merge ? CHANGE_ACTION_MERGED : CHANGE_ACTION_SPLIT,
			  (struct str){ 0 });
	if (parting->is_merge) {
		change->old = ids_of(before, parting, arena);
		change_set_new(change, one->thing.id);
	} else {
		change_set_old(change, one->thing.id);
		change->new = ids_of(after, parting, arena);
	}
}

static void add_moved(const struct plan_walk *walk, const struct spot *spot,
		      const struct action *before, const struct action *after)
{
	size_t old = theme_index(walk->pair->before, before);
	size_t new = theme_index(walk->pair->after, after);
	struct change *change;

	if (old == NOT_PAIRED ? new == NOT_PAIRED : walk->pair->themes.of_before[old] == new)
		return;
	change = spot_add(spot, CHANGE_ACTION_MOVED, (struct str){ 0 });
	if (before->theme)
		change_set_old(change, before->theme->thing.id);
	if (after->theme)
		change_set_new(change, after->theme->thing.id);
}

static void compare_action(const struct plan_walk *walk, const struct action *before,
			   const struct action *after)
{
	struct spot spot = spot_of_action(walk, before, after);
	struct changes *changes = spot.run->changes;
	size_t first = changes->list.len;

	if (!str_equal(before->thing.id, after->thing.id)) {
		struct change *change = spot_add(&spot, CHANGE_ACTION_RENAMED, (struct str){ 0 });

		change_set_old(change, before->thing.id);
		change_set_new(change, after->thing.id);
	}
	add_moved(walk, &spot, before, after);
	compare_things(&spot, &before->thing, &after->thing);
	if (changes->list.len > first) {
		const struct reasons *reasons = reasons_that_came(spot.run->arena, before, after);

		for (size_t i = first; i < changes->list.len; i++)
			changes->list.at[i].reasons = reasons;
	}
}

/* The actions of a list of after, whose first stands at `from` of all_actions. */
static void walk_actions(const struct plan_walk *walk, size_t from, size_t count)
{
	const struct identity *identity = &walk->pair->identity;

	for (size_t i = from; i < from + count; i++) {
		const struct action *after = walk->pair->after->all_actions.at[i];
		size_t old = identity->pairing.of_after[i];

		for (size_t next = walk->parting_at[i]; next; next = walk->parting_next[next - 1])
			add_parting(walk, &identity->partings.at[next - 1]);
		if (old != NOT_PAIRED)
			compare_action(walk, walk->pair->before->all_actions.at[old], after);
		else if (!identity->is_part_after[i])
			add_action(walk, NULL, after);
	}
}

/* Those of a list of before that are gone. */
static void walk_gone(const struct plan_walk *walk, size_t from, size_t count)
{
	const struct identity *identity = &walk->pair->identity;

	for (size_t i = from; i < from + count; i++) {
		if (identity->pairing.of_before[i] == NOT_PAIRED && !identity->is_part_before[i])
			add_action(walk, walk->pair->before->all_actions.at[i], NULL);
	}
}

/* Whether actions that are in one list on both sides stand in another order. */
static bool are_reordered(const struct plan_walk *walk, size_t from, size_t count, size_t old_from,
			  size_t old_count)
{
	size_t last = old_from;

	for (size_t i = from; i < from + count; i++) {
		size_t old = walk->pair->identity.pairing.of_after[i];

		if (old == NOT_PAIRED || old < old_from || old >= old_from + old_count)
			continue;
		if (old < last)
			return true;
		last = old;
	}
	return false;
}

static size_t *starts(const struct plan *plan, struct arena *arena)
{
	size_t *from = arena_new_array(arena, size_t, plan->themes.len + 1);

	for (size_t i = 0; i < plan->themes.len; i++)
		from[i + 1] = from[i] + theme_at(plan, i)->actions.len;
	return from;
}

static void compare_theme(const struct plan_walk *walk, const struct theme *before,
			  const struct theme *after, bool is_reordered)
{
	struct spot spot = spot_of(walk, &before->thing, &after->thing);

	spot.theme = after;
	if (!str_equal(before->thing.id, after->thing.id)) {
		struct change *change = spot_add(&spot, CHANGE_THEME_RENAMED, (struct str){ 0 });

		change_set_old(change, before->thing.id);
		change_set_new(change, after->thing.id);
	}
	compare_things(&spot, &before->thing, &after->thing);
	if (is_reordered)
		spot_add(&spot, CHANGE_ORDER_CHANGED, STR("actions"));
}

static void add_theme(const struct plan_walk *walk, const struct theme *before,
		      const struct theme *after)
{
	struct spot spot = spot_of(walk, before ? &before->thing : NULL,
				   after ? &after->thing : NULL);
	struct change *change;

	if (before ? walk->pair->hides_removed : walk->pair->hides_added)
		return;
	spot.theme = after ? after : before;
	change = spot_add(&spot, before ? CHANGE_THEME_REMOVED : CHANGE_THEME_ADDED,
			  (struct str){ 0 });
	if (before)
		change_set_old(change, before->title.words);
	else
		change_set_new(change, after->title.words);
}

static void walk_themes(const struct plan_walk *walk, const size_t *old_from, const size_t *from)
{
	const struct plan *before = walk->pair->before;
	const struct plan *after = walk->pair->after;
	const struct pairing *themes = &walk->pair->themes;

	for (size_t i = 0; i < after->themes.len; i++) {
		size_t old = themes->of_after[i];
		size_t count = theme_at(after, i)->actions.len;
		size_t old_count = old == NOT_PAIRED ? 0 : theme_at(before, old)->actions.len;

		if (old == NOT_PAIRED)
			add_theme(walk, NULL, theme_at(after, i));
		else
			compare_theme(walk, theme_at(before, old), theme_at(after, i),
				      are_reordered(walk, from[i], count, old_from[old],
						    old_count));
		walk_actions(walk, from[i], count);
		if (old != NOT_PAIRED)
			walk_gone(walk, old_from[old], old_count);
	}
	for (size_t i = 0; i < before->themes.len; i++) {
		if (themes->of_before[i] != NOT_PAIRED)
			continue;
		add_theme(walk, theme_at(before, i), NULL);
		walk_gone(walk, old_from[i], theme_at(before, i)->actions.len);
	}
}

static void index_partings(struct plan_walk *walk, struct arena *arena)
{
	const struct identity *identity = &walk->pair->identity;

	walk->parting_at = arena_new_array(arena, size_t, walk->pair->after->all_actions.len);
	walk->parting_next = arena_new_array(arena, size_t, identity->partings.len);
	for (size_t i = identity->partings.len; i > 0; i--) {
		size_t *at = &walk->parting_at[identity->partings.at[i - 1].shown_at];

		walk->parting_next[i - 1] = *at;
		*at = i;
	}
}

void plan_pair_compare(struct plan_pair *pair, struct diff_run *run)
{
	const struct plan *before = pair->before;
	const struct plan *after = pair->after;
	struct plan_walk walk = {
		.pair = pair,
		.spot = { .run = run,
			  .plan = after->thing.id,
			  .address = after->thing.id,
			  .kind = CHANGE_FIELD_CHANGED,
			  .before = before->thing.node,
			  .after = after->thing.node,
			  .before_plan = before,
			  .after_plan = after },
	};
	struct arena own;
	size_t *old_from;
	size_t *from;

	arena_init(&own);
	old_from = starts(before, &own);
	from = starts(after, &own);
	index_partings(&walk, &own);
	compare_things(&walk.spot, &before->thing, &after->thing);
	sections_compare(&walk.spot, pair);
	if (pairing_is_reordered(&pair->themes))
		spot_add(&walk.spot, CHANGE_ORDER_CHANGED, STR("themes"));
	if (are_reordered(&walk, from[after->themes.len], after->actions.len,
			  old_from[before->themes.len], before->actions.len))
		spot_add(&walk.spot, CHANGE_ORDER_CHANGED, STR("actions"));
	walk_themes(&walk, old_from, from);
	walk_actions(&walk, from[after->themes.len], after->actions.len);
	walk_gone(&walk, old_from[before->themes.len], before->actions.len);
	arena_release(&own);
}
