#include "rules/changed.h"
#include "rules/wording.h"

/* From this move on it is told. */
#define MOVES 3

static struct str ordinal(struct rule_run *run, size_t number)
{
	static const struct str words[] = {
		STR_INIT("third"),   STR_INIT("fourth"), STR_INIT("fifth"), STR_INIT("sixth"),
		STR_INIT("seventh"), STR_INIT("eighth"), STR_INIT("ninth"), STR_INIT("tenth"),
	};

	if (number - MOVES < ARRAY_LEN(words))
		return words[number - MOVES];
	return arena_printf(run->arena, "%zuth", number);
}

/* The id that its action had before this change. */
static struct str old_address(struct rule_run *run, const struct change *change)
{
	for (size_t i = 0; i < run->pair_count; i++) {
		const struct action_pair *pair = &run->pairs[i];

		if (pair->after == change->action && pair->before)
			return arena_printf(run->arena, "%.*s#%.*s", STR_ARG(run->past_plan),
					    STR_ARG(pair->before->thing.id));
	}
	return change->address;
}

static void on_change(struct rule_run *run, const struct change *change)
{
	const struct ledger_thing *action;
	struct finding *finding;
	struct str name, time, first;
	size_t moves;

	if (!changed_is_slip(change) || !run->past)
		return;
	action = ledger_find(run->past, old_address(run, change));
	moves = action ? ledger_count_slips(action) + 1 : 1;
	if (moves < MOVES)
		return;
	name = changed_name(run, change);
	time = ordinal(run, moves);
	first = wording_quote(run, action->first_due.text);
	finding = changed_report(run, &rule_slip_repeated, change,
				 "the date of %.*s moved for the %.*s time: at first it was `%.*s`",
				 STR_ARG(name), STR_ARG(time), STR_ARG(first));
	finding_hint(run->report, finding,
		     "write a date that will hold, and under `revisions:` what is different now");
}

#define DUE(date)                                          \
	"title: Housing Plan\n"                            \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    due: " date "\n"

const struct rule rule_slip_repeated = {
	.kind = {
		.name = "slip-repeated",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "A date moved later, or away, for the third time or more.",
		.advice =
			"A date that moves again and again is none: nobody believes the next one "
			"either. Find out what it waits for, name that under `depends_on:`, and set a "
			"date that can be kept; or cancel the action and say why. The moves are "
			"counted through the history of the plan, under all names that it and the action "
			"had; `planc log --slippage` lists them.",
		.before = DUE("2024-09") "---\n" DUE("2024-12") "---\n" DUE("2025-02"),
		.bad = DUE("2025-06"),
		.good = DUE("2025-02") "    status: cancelled\n"
				       "    revisions:\n"
				       "      - date: 2025-01-10\n"
				       "        reason: The regulator asks all tenants this year.\n",
	},
	.on_change = on_change,
	.wants_past = changed_is_slip,
};
