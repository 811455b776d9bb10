#include "diff/slippage.h"
#include "diff/value.h"

struct str slippage_level_name(enum slippage_level level)
{
	static const struct str names[] = {
		[SLIPPAGE_ACTION] = STR_INIT("action"),
		[SLIPPAGE_THEME] = STR_INIT("theme"),
		[SLIPPAGE_LEAD] = STR_INIT("lead"),
		[SLIPPAGE_PLAN] = STR_INIT("plan"),
	};

	return names[level];
}

/* ---------------------------------------------------------------- one action */

static void count_moves(struct slippage *slippage, const struct ledger_thing *thing)
{
	for (size_t i = 0; i < thing->entries.len; i++) {
		const struct ledger_entry *entry = thing->entries.at[i];

		if (!entry->move || !str_equal(entry->field, STR("due")))
			continue;
		slippage->moves++;
		slippage->after_due += entry->is_after_due;
	}
}

static struct slippage slippage_of(const struct ledger_thing *thing)
{
	const struct date *first = &thing->first_due.date;
	struct slippage slippage = {
		.level = SLIPPAGE_ACTION,
		.address = thing->address,
		.title = thing->title,
		.thing = thing,
		.first = thing->first_due,
		.actions = 1,
	};

	if (!thing->is_gone)
		slippage.now = thing->due;
	slippage.has_net = !thing->is_gone && date_has_end(first) && thing->has_last_due;
	if (slippage.has_net)
		slippage.net_days = thing->last_due - first->latest;
	return slippage;
}

/* ---------------------------------------------------------------- sums */

struct summing {
	struct slippages *slippages;
	struct arena *arena;
	const struct ledger *ledger;
	struct map rows; /* address of the level → its number in the list, plus one, as a size_t */
	enum slippage_level level;
};

static void keep_later(struct ledger_value *value, const struct ledger_value *other)
{
	if (other->date.kind == DATE_GIVEN &&
	    (value->date.kind != DATE_GIVEN || other->date.latest > value->date.latest))
		*value = *other;
}

static void add_to(struct slippage *sum, const struct slippage *one)
{
	keep_later(&sum->first, &one->first);
	keep_later(&sum->now, &one->now);
	sum->moves += one->moves;
	sum->after_due += one->after_due;
	sum->has_net |= one->has_net;
	sum->net_days += one->net_days;
	sum->actions++;
	sum->moved += one->moved;
}

static void sum_up(struct summing *summing, const struct slippage *row, const struct slippage *one)
{
	size_t *number = map_find(&summing->rows, row->address);

	if (!number) {
		number = arena_new(summing->arena, size_t);
		*number = summing->slippages->list.len;
		map_add(&summing->rows, summing->arena, row->address, number);
		vec_add(summing->arena, &summing->slippages->list, *row);
	}
	add_to(&summing->slippages->list.at[*number], one);
}

static void sum_thing(struct summing *summing, const struct ledger_thing *thing,
		      const struct slippage *one)
{
	struct slippage row = { .level = summing->level, .thing = thing };

	if (!thing)
		return;
	row.address = thing->address;
	row.title = thing->title;
	sum_up(summing, &row, one);
}

static void sum_leads(struct summing *summing, const struct slippage *one)
{
	const struct ledger_thing *action = one->thing;

	for (size_t i = 0; i < action->lead.id_count; i++) {
		struct str id = action->lead.ids[i];
		struct slippage row = { .level = SLIPPAGE_LEAD };

		row.address = arena_printf(summing->arena, "%.*s#%.*s", STR_ARG(action->council),
					   STR_ARG(id));
		row.title = ledger_person(summing->ledger, action->council, id);
		sum_up(summing, &row, one);
	}
}

static void sum_level(struct summing *summing, enum slippage_level level, size_t count)
{
	summing->level = level;
	summing->rows = (struct map){ 0 };
	for (size_t i = 0; i < count; i++) {
		/* A copy: the list may move. */
		struct slippage one = summing->slippages->list.at[i];

		if (level == SLIPPAGE_LEAD)
			sum_leads(summing, &one);
		else
			sum_thing(summing,
				  level == SLIPPAGE_PLAN ? one.thing->plan : one.thing->theme,
				  &one);
	}
}

static bool has_plan(const struct ledger_choice *choice)
{
	for (size_t i = 0; i < choice->len; i++) {
		if (choice->at[i]->level == LEDGER_PLAN)
			return true;
	}
	return !choice->len;
}

/* The rows of actions. What was merged into one moved with it. */
static void sum_actions(struct summing *summing, const struct ledger_choice *things)
{
	struct slippages *slippages = summing->slippages;
	const struct ledger *ledger = summing->ledger;
	struct map rows = { 0 };

	for (size_t i = 0; i < things->len; i++) {
		const struct ledger_thing *thing = things->at[i];

		if (thing->level == LEDGER_ACTION && thing->first_due.text.len)
			vec_add(summing->arena, &slippages->list, slippage_of(thing));
	}
	for (size_t i = 0; i < slippages->list.len; i++)
		map_add(&rows, summing->arena, slippages->list.at[i].address,
			&slippages->list.at[i]);
	for (size_t i = 0; i < ledger->things.len; i++) {
		const struct ledger_thing *thing = ledger->things.at[i];
		struct slippage *row = map_find(&rows, ledger_heir(thing)->address);

		if (row && row->thing == ledger_heir(thing))
			count_moves(row, thing);
	}
	for (size_t i = 0; i < slippages->list.len; i++)
		slippages->list.at[i].moved = slippages->list.at[i].moves > 0;
}

void slippages_sum(struct slippages *slippages, struct arena *arena, const struct ledger *ledger,
		   const struct ledger_choice *choice)
{
	struct summing summing = { .slippages = slippages, .arena = arena, .ledger = ledger };
	struct ledger_choice things = ledger_sort(ledger, arena, choice);
	size_t count;

	*slippages = (struct slippages){ 0 };
	sum_actions(&summing, &things);
	count = slippages->list.len;
	if (!has_plan(choice))
		return;
	sum_level(&summing, SLIPPAGE_THEME, count);
	sum_level(&summing, SLIPPAGE_LEAD, count);
	sum_level(&summing, SLIPPAGE_PLAN, count);
}
