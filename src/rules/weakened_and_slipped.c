#include "rules/changed.h"

/* A target of the same action that was weakened; the changes of an action stand together. */
static const struct change *find_weakened(const struct rule_run *run, const struct change *slip)
{
	const struct change *end = run->changes + run->change_count;
	const struct change *from = slip;

	while (from > run->changes && from[-1].action == slip->action)
		from--;
	for (; from < end && from->action == slip->action; from++) {
		if (from->kind == CHANGE_TARGET_WEAKENED)
			return from;
	}
	return NULL;
}

static void on_change(struct rule_run *run, const struct change *change)
{
	const struct change *weakened;
	struct finding *finding;
	struct str name;

	if (change->kind != CHANGE_DATE_SLIPPED || !change->action)
		return;
	weakened = find_weakened(run, change);
	if (!weakened)
		return;
	name = changed_name(run, change);
	finding = changed_report(
		run, &rule_weakened_and_slipped, change,
		"the date of %.*s moved later, and a target of it was weakened as well",
		STR_ARG(name));
	finding_relate(run->report, finding, weakened->after, "the target that was weakened");
	finding_hint(run->report, finding,
		     "with more time, keep the target; or keep the date, and promise less");
	changed_note(run, &rule_weakened_and_slipped, weakened);
}

#define PLAN                                               \
	"title: Housing Plan\n"                            \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    lead: head-of-housing\n"                      \
	"    measures:\n"                                  \
	"      - indicator: Share of tenants who answer\n"

const struct rule rule_weakened_and_slipped = {
	.kind = {
		.name = "weakened-and-slipped",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "An action is to reach less, and later, by one and the same change.",
		.advice =
			"More time is asked for in order to reach a target, or the target is lowered "
			"in order to keep the date. Both at once make the promise another one. Keep "
			"one of them, or take the action out by `status: cancelled` and write a new "
			"one that `replaces` it.",
		.before = PLAN "        target: at least 40%\n"
			       "    due: 2024-09\n",
		.bad = PLAN "        target: at least 25%\n"
			    "    due: 2025-03\n"
			    "    revisions:\n"
			    "      - date: 2024-05-20\n"
			    "        reason: The list of tenants is not whole.\n",
		.good = PLAN "        target: at least 40%\n"
			     "    due: 2025-03\n"
			     "    revisions:\n"
			     "      - date: 2024-05-20\n"
			     "        reason: The list of tenants is not whole.\n",
	},
	.on_change = on_change,
};
