/* Which thing of the ledger is which of the two states, whatever they are called. */
#include "diff/ledger_run.h"
#include "diff/pair.h"
#include "diff/text.h"
#include "markdown/markdown.h"

/* All that ever had an address. */
struct ledger_name {
	struct ledger_thing *now;
	VEC(struct ledger_thing *) all;
};

struct ledger_thing *ledger_find(const struct ledger *ledger, struct str address)
{
	const struct ledger_name *name = map_find(&ledger->names, address);

	return name ? name->now : NULL;
}

static struct ledger_thing *at(const struct ledger *ledger, struct str address,
			       enum ledger_level level)
{
	const struct ledger_name *name = map_find(&ledger->names, address);

	for (size_t i = name ? name->all.len : 0; i > 0; i--) {
		struct ledger_thing *thing = name->all.at[i - 1];

		if (thing->level == level)
			return name->now->level == level ? name->now : thing;
	}
	return NULL;
}

static struct item item_of(struct arena *arena, struct str words)
{
	struct str folded = text_fold(markdown_words(words, arena), arena);

	return (struct item){ .title = folded, .words = folded };
}

static bool is_alike(struct str a, struct str b)
{
	struct item before, after;
	struct pairing pairing;
	struct arena own;
	bool alike;

	if (str_equal(a, b))
		return true;
	arena_init(&own);
	before = item_of(&own, a);
	after = item_of(&own, b);
	pairing_init(&pairing, &own, 1, 1);
	pair_items(&pairing, &before, &after, ALIKE_ITEMS);
	alike = pairing.of_before[0] == 0;
	arena_release(&own);
	return alike;
}

static struct str words_of(const struct action *action)
{
	return action->activity.words.len ? action->activity.words : action->title.words;
}

const struct ledger_thing *ledger_find_other(const struct ledger *ledger, struct str address,
					     const struct action *action)
{
	const struct ledger_name *name = map_find(&ledger->names, address);

	for (size_t i = 0; name && i < name->all.len; i++) {
		const struct ledger_thing *thing = name->all.at[i];
		bool is_there = thing == name->now && !thing->is_gone && !thing->into &&
				str_equal(thing->address, address);

		if (thing->level == LEDGER_ACTION && !is_there &&
		    !is_alike(thing->words, words_of(action)))
			return thing;
	}
	return NULL;
}

static void place(struct ledger_run *run, struct ledger_thing *thing, struct str address)
{
	struct ledger *ledger = run->ledger;
	struct ledger_name *name = map_find(&ledger->names, address);

	if (thing->address.len && !str_equal(thing->address, address))
		vec_add(&ledger->arena, &thing->former,
			((struct ledger_former){ thing->address, run->step }));
	ledger_keep(ledger, &thing->address, address);
	if (!name) {
		name = arena_new(&ledger->arena, struct ledger_name);
		map_add(&ledger->names, &ledger->arena, thing->address, name);
	}
	if (name->now == thing)
		return;
	name->now = thing;
	for (size_t i = 0; i < name->all.len; i++) {
		if (name->all.at[i] == thing)
			return;
	}
	vec_add(&ledger->arena, &name->all, thing);
}

static struct ledger_thing *thing_new(struct ledger_run *run, enum ledger_level level, bool came)
{
	struct ledger_thing *thing = arena_new(&run->ledger->arena, struct ledger_thing);

	thing->level = level;
	thing->came = came && !run->step->is_known ? run->step : NULL;
	vec_add(&run->ledger->arena, &run->ledger->things, thing);
	return thing;
}

/* ---------------------------------------------------------------- the two states */

static struct str address_in(struct ledger_run *run, struct str plan, struct str id)
{
	return arena_printf(run->arena, "%.*s#%.*s", STR_ARG(plan), STR_ARG(id));
}

static enum ledger_level level_of(const struct thing_match *match)
{
	const struct thing *thing = match->after ? match->after : match->before;

	return thing->type == &type_plan    ? LEDGER_PLAN
	       : thing->type == &type_theme ? LEDGER_THEME
					    : LEDGER_ACTION;
}

/* Of two of one id the second has no address of its own. */
static bool is_named(const struct plan *plan, const struct thing *thing)
{
	return thing->id.len && map_find(&plan->by_id, thing->id) == thing;
}

static void add(struct ledger_run *run, const struct plan_match *plan, const struct thing *before,
		const struct thing *after)
{
	struct thing_match match = { .plan = plan, .before = before, .after = after };
	enum ledger_level level = level_of(&match);
	struct str address = plan->old_address;

	if (level != LEDGER_PLAN &&
	    !(after ? is_named(plan->after, after) : is_named(plan->before, before)))
		return;
	if (before && level != LEDGER_PLAN)
		address = before->id.len ? address_in(run, address, before->id) : before->id;
	if (before && address.len)
		match.thing = at(run->ledger, address, level);
	match.is_new = !before;
	vec_add(run->arena, &run->things, match);
}

/* The theme of before that this one was; by its id, unless it was renamed. */
static const struct thing *former_theme(struct ledger_run *run, const struct plan_match *plan,
					const struct map *renamed, const struct thing *theme)
{
	const struct str *old = map_find(renamed,
					 address_in(run, plan->after->thing.id, theme->id));
	const struct thing *found = plan->before
					    ? map_find(&plan->before->by_id, old ? *old : theme->id)
					    : NULL;

	return found && found->type == &type_theme ? found : NULL;
}

static void add_themes(struct ledger_run *run, const struct plan_match *plan,
		       const struct map *renamed)
{
	const struct theme *before = plan->before ? plan->before->themes.at : NULL;
	const struct theme *after = plan->after ? plan->after->themes.at : NULL;
	size_t before_len = plan->before ? plan->before->themes.len : 0;
	size_t after_len = plan->after ? plan->after->themes.len : 0;
	struct map met = { 0 };

	for (size_t i = 0; i < after_len; i++) {
		const struct thing *old = former_theme(run, plan, renamed, &after[i].thing);

		if (old && map_add(&met, run->arena, old->id, plan->before))
			old = NULL;
		add(run, plan, old, &after[i].thing);
	}
	for (size_t i = 0; i < before_len; i++) {
		if (!map_find(&met, before[i].thing.id))
			add(run, plan, &before[i].thing, NULL);
	}
}

static void add_one_sided(struct ledger_run *run, const struct plan_match *plan)
{
	const struct plan *only = plan->after ? plan->after : plan->before;

	for (size_t i = 0; i < only->all_actions.len; i++) {
		const struct thing *thing = &only->all_actions.at[i]->thing;

		add(run, plan, plan->before ? thing : NULL, plan->after ? thing : NULL);
	}
}

static struct map renamed_themes(struct ledger_run *run)
{
	struct map renamed = { 0 };

	for (size_t i = 0; i < run->changes.list.len; i++) {
		struct change *change = &run->changes.list.at[i];

		if (change->kind == CHANGE_THEME_RENAMED)
			map_add(&renamed, run->arena, change->address, &change->old.text);
	}
	return renamed;
}

static void add_pairs(struct ledger_run *run)
{
	struct map plans = { 0 };

	for (size_t i = 0; i < run->plans.len; i++) {
		struct plan_match *plan = &run->plans.at[i];

		if (plan->before && plan->after)
			map_add(&plans, run->arena, plan->after->thing.id, plan);
	}
	for (size_t i = 0; i < run->changes.pairs.len; i++) {
		const struct action_pair *pair = &run->changes.pairs.at[i];
		const struct plan_match *plan = map_find(&plans, pair->after_plan->thing.id);

		add(run, plan, pair->before ? &pair->before->thing : NULL,
		    pair->after ? &pair->after->thing : NULL);
	}
}

/* ---------------------------------------------------------------- splits and merges */

struct partings {
	struct ledger_run *run;
	struct map before; /* "council/plan#id" as before has it, its plan under its name of now */
	struct map after;
};

static void index_actions(struct partings *partings)
{
	struct ledger_run *run = partings->run;

	for (size_t i = 0; i < run->things.len; i++) {
		struct thing_match *match = &run->things.at[i];
		struct str plan =
			(match->plan->after ? match->plan->after : match->plan->before)->thing.id;

		if (level_of(match) != LEDGER_ACTION)
			continue;
		if (match->before)
			map_add(&partings->before, run->arena,
				address_in(run, plan, match->before->id), match);
		if (match->after)
			map_add(&partings->after, run->arena,
				address_in(run, plan, match->after->id), match);
	}
}

/* What was split or merged goes on as one part of what came of it, under that one's name. */
static void inherit(struct ledger_run *run, struct thing_match *heir, struct thing_match *old)
{
	if (!old->thing)
		old->thing = thing_new(run, LEDGER_ACTION, false);
	heir->thing = old->thing;
	heir->origin = (const struct action *)old->before;
	heir->is_new = false;
	old->is_merged = true;
}

static void settle_split(struct partings *partings, const struct change *change)
{
	struct ledger_run *run = partings->run;
	struct thing_match *old = map_find(&partings->before,
					   address_in(run, change->plan, change->old.text));

	if (!old)
		return;
	if (!old->thing)
		old->thing = thing_new(run, LEDGER_ACTION, false);
	for (size_t i = 0; i < change->new.id_count; i++) {
		struct thing_match *part = map_find(
			&partings->after, address_in(run, change->plan, change->new.ids[i]));

		if (!part || part->before || part->thing)
			continue;
		if (!old->after && !old->is_merged) {
			inherit(run, part, old);
			continue;
		}
		part->thing = thing_new(run, LEDGER_ACTION, true);
		part->thing->from = old->thing;
		part->origin = (const struct action *)old->before;
		part->is_new = false;
	}
}

static void settle_merge(struct partings *partings, const struct change *change)
{
	struct ledger_run *run = partings->run;
	struct thing_match *heir = map_find(&partings->after,
					    address_in(run, change->plan, change->new.text));

	for (size_t i = 0; heir && i < change->old.id_count; i++) {
		struct thing_match *old = map_find(
			&partings->before, address_in(run, change->plan, change->old.ids[i]));

		if (!old || old->after || old->is_merged)
			continue;
		if (!heir->before && !heir->thing) {
			inherit(run, heir, old);
			continue;
		}
		if (!heir->thing)
			heir->thing = thing_new(run, LEDGER_ACTION, false);
		old->is_merged = true;
		if (old->thing && old->thing != heir->thing)
			old->thing->into = heir->thing;
	}
}

static void settle_partings(struct ledger_run *run)
{
	struct partings partings = { .run = run };

	if (!run->changes.counts[CHANGE_ACTION_SPLIT] && !run->changes.counts[CHANGE_ACTION_MERGED])
		return;
	index_actions(&partings);
	for (size_t i = 0; i < run->changes.list.len; i++) {
		const struct change *change = &run->changes.list.at[i];

		if (change->kind == CHANGE_ACTION_SPLIT)
			settle_split(&partings, change);
		if (change->kind == CHANGE_ACTION_MERGED)
			settle_merge(&partings, change);
	}
}

/* ---------------------------------------------------------------- names */

/*
 * What comes under an address where something stood before: an action that is as it
 * was goes on, another one does not.
 */
static struct ledger_thing *come_again(struct ledger_run *run, const struct thing_match *match,
				       struct str address)
{
	enum ledger_level level = level_of(match);
	struct ledger_thing *thing = at(run->ledger, address, level);

	if (!thing || !str_equal(thing->address, address) || thing->into)
		return NULL;
	if (level != LEDGER_ACTION || thing->seen == run->number)
		return thing;
	return is_alike(thing->words, words_of((const struct action *)match->after)) ? thing : NULL;
}

static void place_match(struct ledger_run *run, struct thing_match *match)
{
	enum ledger_level level = level_of(match);
	struct str address = match->plan->after->thing.id;

	if (level != LEDGER_PLAN)
		address = address_in(run, address, match->after->id);
	if (!match->thing)
		match->thing = come_again(run, match, address);
	if (!match->thing)
		match->thing = thing_new(run, level, match->is_new);
	match->thing->is_gone = false;
	match->thing->went = NULL;
	match->thing->seen = run->number;
	place(run, match->thing, address);
}

/* Those that are known first: a new one may have the old name of another. */
static void place_all(struct ledger_run *run)
{
	for (int is_new = 0; is_new < 2; is_new++) {
		for (size_t i = 0; i < run->things.len; i++) {
			struct thing_match *match = &run->things.at[i];

			if (match->after && (match->thing == NULL) == is_new)
				place_match(run, match);
		}
	}
	for (size_t i = 0; i < run->things.len; i++) {
		struct thing_match *match = &run->things.at[i];

		if (match->after || !match->thing || match->is_merged)
			continue;
		match->thing->is_gone = true;
		match->thing->went = run->step;
		match->thing->seen = run->number;
	}
}

/* What is gone from a plan is called by the plan's name of now, too. */
static void rename_gone(struct ledger_run *run, const struct thing_match *match)
{
	struct ledger *ledger = run->ledger;
	struct str address = match->plan->after->thing.id;

	for (size_t i = 0; i < ledger->things.len; i++) {
		struct ledger_thing *thing = ledger->things.at[i];
		size_t mark = str_find_byte(thing->address, '#', 0);
		struct str now;

		if (thing->plan != match->thing || !thing->is_gone || mark == thing->address.len)
			continue;
		now = address_in(run, address,
				 str_slice(thing->address, mark + 1, thing->address.len));
		if (map_find(&ledger->names, now))
			ledger_keep(ledger, &thing->address, now);
		else
			place(run, thing, now);
	}
}

static void rename_all_gone(struct ledger_run *run)
{
	for (size_t i = 0; i < run->things.len; i++) {
		const struct thing_match *match = &run->things.at[i];

		if (match->thing && match->before && match->after &&
		    level_of(match) == LEDGER_PLAN &&
		    !str_equal(match->plan->old_address, match->plan->after->thing.id))
			rename_gone(run, match);
	}
}

void ledger_match_things(struct ledger_run *run)
{
	struct map renamed = renamed_themes(run);

	for (size_t i = 0; i < run->plans.len; i++) {
		const struct plan_match *plan = &run->plans.at[i];

		add(run, plan, plan->before ? &plan->before->thing : NULL,
		    plan->after ? &plan->after->thing : NULL);
		add_themes(run, plan, &renamed);
		if (!plan->before || !plan->after)
			add_one_sided(run, plan);
	}
	add_pairs(run);
	settle_partings(run);
	place_all(run);
	rename_all_gone(run);
}
