#include "rules/place.h"
#include "rules/rule.h"
#include "rules/wording.h"

static void add(struct rule_run *run, const struct action *action)
{
	struct str name = wording_action(run, action);
	struct finding *finding = report_add(
		run->report, &rule_outcome_missing.kind,
		place_of_missing(&action->thing, action->outcomes.node),
		"%.*s says no outcome, though others in the plan do", STR_ARG(name));

	finding_hint(run->report, finding, "add `outcomes:` with a list of what will be different");
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	size_t with = 0;

	for (size_t i = 0; i < plan->all_actions.len; i++)
		with += list_is_given(&plan->all_actions.at[i]->outcomes);
	if (!with || with == plan->all_actions.len)
		return;
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		if (!list_is_given(&plan->all_actions.at[i]->outcomes))
			add(run, plan->all_actions.at[i]);
	}
}

const struct rule rule_outcome_missing = {
	.kind = {
		.name = "outcome-missing",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "An action says no outcome, in a plan where others do.",
		.advice =
			"An outcome says what will be different for residents or staff when the "
			"action is done; the activity only says what will be done. Where a plan "
			"gives outcomes it should give them for every action, since readers take "
			"a gap for an answer that nobody had.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    outcomes:\n"
			"      - Tenants feel heard.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"  - id: survey-report\n"
			"    activity: Publish what tenants said.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-12\n"
			"    measures:\n"
			"      - indicator: Report on the survey\n"
			"        target: done\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    outcomes:\n"
			"      - Tenants feel heard.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"  - id: survey-report\n"
			"    activity: Publish what tenants said.\n"
			"    outcomes:\n"
			"      - Tenants know what will change.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-12\n"
			"    measures:\n"
			"      - indicator: Report on the survey\n"
			"        target: done\n",
	},
	.on_plan = on_plan,
};
