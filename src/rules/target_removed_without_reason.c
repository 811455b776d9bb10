#include "rules/changed.h"

static void on_change(struct rule_run *run, const struct change *change)
{
	struct finding *finding;
	struct str name, old;

	if (change->kind != CHANGE_TARGET_REMOVED || changed_has_reason(run, change))
		return;
	name = changed_name(run, change);
	old = changed_words(run, &change->old);
	finding = changed_report(run, &rule_target_removed_without_reason, change,
				 "the target “%.*s” of %.*s is gone, and nothing says why",
				 STR_ARG(old), STR_ARG(name));
	changed_hint_reason(run, finding, change, "why there is no target any more");
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

const struct rule rule_target_removed_without_reason = {
	.kind = {
		.name = "target-removed-without-reason",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_ERROR,
		.summary = "A measure lost its target, and no new `revisions` entry says why.",
		.advice =
			"Without its target nobody can tell whether a measure was met. If it no longer "
			"fits, write the one that does. If there can be none, add an entry to the "
			"`revisions:` of the action that says why; of a measure of a theme, or of "
			"the plan, under one of the actions there.",
		.before = PLAN "        target: at least 40%\n",
		.bad = PLAN "        source: Survey of tenants\n",
		.good = PLAN "        source: Survey of tenants\n"
			     "    revisions:\n"
			     "      - date: 2024-05-20\n"
			     "        reason: The first survey shall show what can be reached.\n",
	},
	.on_change = on_change,
};
