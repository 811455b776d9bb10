#include "rules/place.h"
#include "rules/rule.h"

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	struct finding *finding;

	if (plan->thing.node->bad || plan->review.node || plan->status.index == PLAN_CLOSED)
		return;
	finding = report_add(run->report, &rule_plan_no_review.kind, place_of_thing(&plan->thing),
			     "the plan has no date for its review");
	finding->is_of_plan = true;
	finding_hint(
		run->report, finding,
		"add `review:` with the month in which you will next look at the whole plan, such as `2025-04`");
}

const struct rule rule_plan_no_review = {
	.kind = {
		.name = "plan-no-review",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "The plan does not say when it will be reviewed.",
		.advice =
			"A plan that nobody looks at again is out of date within a year, and "
			"readers cannot tell. Write the date on which the whole plan is next "
			"looked at; move it on when that is done. A plan that is closed needs "
			"none.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"period: 2024-04/2025-03\n"
			"owner: head-of-housing\n"
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
