#include "rules/changed.h"

static void on_change(struct rule_run *run, const struct change *change)
{
	struct finding *finding;
	struct str name, old, new;

	if (change->kind != CHANGE_TARGET_WEAKENED || changed_has_reason(run, change))
		return;
	name = changed_name(run, change);
	old = changed_words(run, &change->old);
	new = changed_words(run, &change->new);
	finding = changed_report(
		run, &rule_target_weakened_without_reason, change,
		"a target of %.*s was weakened, from “%.*s” to “%.*s”, and nothing says why",
		STR_ARG(name), STR_ARG(old), STR_ARG(new));
	changed_hint_reason(run, finding, change, "why the target was weakened");
}

#define PLAN                                               \
	"title: Housing Plan\n"                            \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    lead: head-of-housing\n"                      \
	"    due: 2024-09\n"                               \
	"    measures:\n"                                  \
	"      - indicator: Share of tenants who answer\n"

const struct rule rule_target_weakened_without_reason = {
	.kind = {
		.name = "target-weakened-without-reason",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_ERROR,
		.summary = "A target is easier to reach than before, and no new `revisions` entry says why.",
		.advice =
			"A target that is lowered when it comes into sight tells nothing any more. It "
			"may be right to lower it, but then the change says why: add an entry to the "
			"`revisions:` of the action, with the day and the reason. Of a measure of a "
			"theme, or of the plan, it stands under one of the actions there. Which way "
			"is weaker follows from the words of the target, as at least or at most, and "
			"from `direction:`.",
		.before = PLAN "        target: at least 40%\n",
		.bad = PLAN "        target: at least 25%\n",
		.good = PLAN "        target: at least 25%\n"
			     "    revisions:\n"
			     "      - date: 2024-05-20\n"
			     "        reason: No survey of this kind was answered by more than 30%.\n",
	},
	.on_change = on_change,
};
