#include "diff/ledger.h"
#include "diff/ledger_run.h"

void ledger_init(struct ledger *ledger)
{
	*ledger = (struct ledger){ 0 };
	arena_init(&ledger->arena);
}

void ledger_release(struct ledger *ledger)
{
	arena_release(&ledger->arena);
}

const struct ledger_thing *ledger_heir(const struct ledger_thing *thing)
{
	while (thing->into)
		thing = thing->into;
	return thing;
}

size_t ledger_count_slips(const struct ledger_thing *action)
{
	size_t count = 0;

	for (size_t i = 0; i < action->entries.len; i++) {
		const struct ledger_entry *entry = action->entries.at[i];

		count += str_equal(entry->field, STR("due")) &&
			 (entry->move == MOVE_LATER || entry->move == MOVE_AWAY);
	}
	return count;
}

struct str ledger_person(const struct ledger *ledger, struct str council, struct str id)
{
	struct arena own;
	const struct str *name;

	arena_init(&own);
	name = map_find(&ledger->people,
			arena_printf(&own, "%.*s:%.*s", STR_ARG(council), STR_ARG(id)));
	arena_release(&own);
	return name ? *name : id;
}

static const struct ledger_step *keep_step(struct ledger *ledger, const struct ledger_step *step)
{
	struct ledger_step *kept = arena_new(&ledger->arena, struct ledger_step);

	*kept = *step;
	kept->commit = arena_copy(&ledger->arena, step->commit);
	kept->author = arena_copy(&ledger->arena, step->author);
	vec_add(&ledger->arena, &ledger->steps, kept);
	return kept;
}

/* The plans of before, under the addresses that they have in after. */
static struct diff_side former_side(struct ledger_run *run, const struct diff_side *before)
{
	struct plan **plans = arena_new_array(run->arena, struct plan *, run->plans.len);
	struct diff_side side = *before;

	side.plan_count = 0;
	side.plans = plans;
	for (size_t i = 0; i < run->plans.len; i++) {
		if (run->plans.at[i].before)
			plans[side.plan_count++] = run->plans.at[i].before;
	}
	return side;
}

static void run_step(struct ledger_run *run, const struct diff_side *before,
		     const struct diff_side *after)
{
	struct diff_side former;

	ledger_match_plans(run, before, after);
	former = former_side(run, before);
	diff(&run->changes, run->arena, &former, after);
	ledger_match_things(run);
	ledger_make_entries(run);
	ledger_note_facts(run);
}

static bool has_same(const struct ledger_run *run, const struct ledger_entry *entry)
{
	for (size_t i = 0; i < run->entries.len; i++) {
		const struct ledger_entry *other = run->entries.at[i];

		if (other->thing == entry->thing && str_equal(other->field, entry->field))
			return true;
	}
	return false;
}

static void keep_entries(struct ledger *ledger, const struct ledger_run *runs, size_t count)
{
	for (size_t i = 0; i < runs[0].entries.len; i++) {
		struct ledger_entry *entry = runs[0].entries.at[i];
		struct ledger_thing *thing = entry->thing;
		bool is_of_all = true;

		for (size_t j = 1; j < count && is_of_all; j++)
			is_of_all = has_same(&runs[j], entry);
		if (!is_of_all)
			continue;
		vec_add(&ledger->arena, &ledger->entries, entry);
		vec_add(&ledger->arena, &thing->entries, entry);
	}
}

void ledger_add_merge(struct ledger *ledger, const struct ledger_step *step,
		      const struct ledger_sides *sides, size_t count)
{
	const struct ledger_step *kept = keep_step(ledger, step);
	struct ledger_run *runs;
	struct arena own;

	arena_init(&own);
	runs = arena_new_array(&own, struct ledger_run, count);
	for (size_t i = 0; i < count; i++) {
		runs[i].ledger = ledger;
		runs[i].arena = &own;
		runs[i].step = kept;
		runs[i].number = ledger->steps.len;
		run_step(&runs[i], &sides[i].before, &sides[i].after);
	}
	keep_entries(ledger, runs, count);
	arena_release(&own);
}

void ledger_add(struct ledger *ledger, const struct ledger_step *step,
		const struct diff_side *before, const struct diff_side *after)
{
	struct ledger_sides sides = { *before, *after };

	ledger_add_merge(ledger, step, &sides, 1);
}
