/* How the things of the ledger stand, as far as it was fed. */
#include "diff/ledger_run.h"
#include "diff/value.h"
#include "markdown/markdown.h"

static void note_due(struct ledger *ledger, struct ledger_thing *thing,
		     const struct thing_match *match)
{
	const struct action *action = (const struct action *)match->after;
	const struct date *due = &action->due;

	if (!str_equal(thing->due.text, node_words(due->node)))
		ledger_read(&ledger->arena, &thing->due, LEDGER_DATE, due->node);
	if (!thing->first_due.text.len && match->origin && match->origin->due.kind == DATE_GIVEN)
		ledger_read(&ledger->arena, &thing->first_due, LEDGER_DATE,
			    match->origin->due.node);
	if (!thing->first_due.text.len && due->kind == DATE_GIVEN)
		thing->first_due = thing->due;
	if (due->kind == DATE_BAD)
		return;
	thing->has_last_due = date_has_end(due);
	thing->last_due = date_has_end(due) ? due->latest : 0;
}

static bool is_same(const struct ledger_value *a, const struct ledger_value *b)
{
	bool same = a->id_count == b->id_count;

	for (size_t i = 0; same && i < a->id_count; i++)
		same = str_equal(a->ids[i], b->ids[i]);
	return same;
}

static void note_action(struct ledger_run *run, const struct thing_match *match)
{
	struct ledger *ledger = run->ledger;
	const struct action *action = (const struct action *)match->after;
	struct ledger_thing *thing = match->thing;
	struct str words = action->activity.words.len ? action->activity.words
						      : action->title.words;
	struct ledger_value lead;

	if (!str_equal(thing->words, words) || !thing->title.len) {
		ledger_keep(ledger, &thing->words, words);
		ledger_keep(ledger, &thing->title,
			    action->title.words.len ? action->title.words
						    : markdown_words(words, run->arena));
	}
	thing->theme = NULL;
	if (action->theme && action->theme->thing.id.len)
		thing->theme = ledger_find(ledger,
					   arena_printf(run->arena, "%.*s#%.*s",
							STR_ARG(match->plan->after->thing.id),
							STR_ARG(action->theme->thing.id)));
	ledger_read(run->arena, &lead, LEDGER_LEAD, action->lead.node);
	if (!is_same(&lead, &thing->lead))
		ledger_read(&ledger->arena, &thing->lead, LEDGER_LEAD, action->lead.node);
	note_due(ledger, thing, match);
}

static void note_people(struct ledger_run *run, const struct council *council)
{
	struct ledger *ledger = run->ledger;
	const struct person *people = council ? council->people.at : NULL;

	for (size_t i = 0; council && i < council->people.len; i++) {
		struct str key = arena_printf(run->arena, "%.*s:%.*s", STR_ARG(council->thing.id),
					      STR_ARG(people[i].thing.id));
		struct str *name = map_find(&ledger->people, key);

		if (!people[i].name.words.len)
			continue;
		if (!name) {
			name = arena_new(&ledger->arena, struct str);
			map_add(&ledger->people, &ledger->arena, arena_copy(&ledger->arena, key),
				name);
		}
		ledger_keep(ledger, name, people[i].name.words);
	}
}

void ledger_note_facts(struct ledger_run *run)
{
	for (size_t i = 0; i < run->plans.len; i++) {
		const struct plan_match *plan = &run->plans.at[i];

		if (plan->before && run->number == 1)
			note_people(run, plan->before->council);
		if (plan->after)
			note_people(run, plan->after->council);
	}
	for (size_t i = 0; i < run->things.len; i++) {
		const struct thing_match *match = &run->things.at[i];
		struct ledger_thing *thing = match->thing;

		if (!thing || !match->after)
			continue;
		thing->plan = ledger_find(run->ledger, match->plan->after->thing.id);
		ledger_keep(run->ledger, &thing->council,
			    match->plan->after->council ? match->plan->after->council->thing.id
							: (struct str){ 0 });
		thing->position = i;
		if (thing->level == LEDGER_PLAN) {
			ledger_keep(run->ledger, &thing->title, match->plan->after->title.words);
			ledger_keep(run->ledger, &thing->path, match->plan->after->path);
		}
		if (thing->level == LEDGER_THEME)
			ledger_keep(run->ledger, &thing->title,
				    ((const struct theme *)match->after)->title.words);
		if (thing->level == LEDGER_ACTION)
			note_action(run, match);
	}
}
