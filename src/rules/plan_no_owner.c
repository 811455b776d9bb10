#include "rules/place.h"
#include "rules/rule.h"

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	struct finding *finding;

	if (plan->thing.node->bad || plan->owner.node)
		return;
	finding = report_add(run->report, &rule_plan_no_owner.kind, place_of_thing(&plan->thing),
			     "the plan has no owner");
	finding->is_of_plan = true;
	finding_hint(run->report, finding,
		     "add `owner:` with the id of a person, role, team or board from council.yaml");
}

const struct rule rule_plan_no_owner = {
	.kind = {
		.name = "plan-no-owner",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "The plan does not say who owns it.",
		.advice =
			"Leads answer for their actions. The owner answers for the plan as a "
			"whole: sees that it is kept up to date, and is whom the public can ask. "
			"Name a person, post, team or board by an id from council.yaml.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"period: 2024-04/2025-03\n"
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
