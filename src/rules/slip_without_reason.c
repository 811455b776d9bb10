#include "rules/changed.h"

static void on_change(struct rule_run *run, const struct change *change)
{
	struct finding *finding;
	struct str name, old, move;

	if (!changed_is_slip(change) || change->reasons)
		return;
	name = changed_name(run, change);
	old = changed_words(run, &change->old);
	move = changed_words(run, &change->new);
	if (move.len)
		move = arena_printf(run->arena, "moved %s, from `%.*s` to `%.*s`",
				    change->kind == CHANGE_DATE_SLIPPED ? "later" : "away",
				    STR_ARG(old), STR_ARG(move));
	else
		move = arena_printf(run->arena, "`%.*s` is gone", STR_ARG(old));
	finding = changed_report(run, &rule_slip_without_reason, change,
				 "the date of %.*s %.*s, and nothing says why", STR_ARG(name),
				 STR_ARG(move));
	changed_hint_reason(run, finding, change, "why the date moved");
}

#define PLAN                                               \
	"title: Housing Plan\n"                            \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    lead: head-of-housing\n"

const struct rule rule_slip_without_reason = {
	.kind = {
		.name = "slip-without-reason",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_ERROR,
		.summary = "A date moved later, or away, and no new `revisions` entry says why.",
		.advice =
			"The date of an adopted plan is a promise. It may move, but whoever was "
			"promised it should be told why: add an entry to the `revisions:` of the "
			"action in the same change, with the day and the reason, and if you can "
			"with its cause and who approved it. Old entries stay as they are.",
		.before = PLAN "    due: 2024-09\n",
		.bad = PLAN "    due: 2025-03\n",
		.good = PLAN "    due: 2025-03\n"
			     "    revisions:\n"
			     "      - date: 2024-08-20\n"
			     "        reason: The survey waits for the new tenants' list.\n"
			     "        cause: dependency\n",
	},
	.on_change = on_change,
};
