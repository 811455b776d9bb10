#include "rules/place.h"
#include "rules/rule.h"

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	struct finding *finding;

	if (plan->thing.node->bad || plan->period.node)
		return;
	finding = report_add(run->report, &rule_plan_no_period.kind, place_of_thing(&plan->thing),
			     "the plan has no period");
	finding->is_of_plan = true;
	finding_hint(run->report, finding,
		     "add `period:` with its first and last month, such as `2024-04/2027-03`");
}

const struct rule rule_plan_no_period = {
	.kind = {
		.name = "plan-no-period",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "The plan does not say which time it is for.",
		.advice =
			"A plan without a period has no end at which anybody asks what came of "
			"it, and planc cannot tell whether a date lies in it. Write the first and "
			"the last month, 2024-04/2027-03, or a financial year, 2024-25.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"owner: head-of-housing\n"
			"review: 2025-01\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"period: 2024-04/2025-03\n"
			"owner: head-of-housing\n"
			"review: 2025-01\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_plan = on_plan,
};
