#include "rules/rule.h"
#include "rules/wording.h"

static void check(struct rule_run *run, const struct action *action, const struct date *due,
		  const char *what)
{
	struct finding *finding;
	struct str name;

	if (due->kind != DATE_TBC || due->node->bad)
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_date_tbc.kind, node_span(due->node),
			     "the date of %s%.*s is still to be confirmed", what, STR_ARG(name));
	finding_hint(run->report, finding, "write a date such as `2024-09`");
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct milestone *milestones = action->milestones.at;

	check(run, action, &action->due, "");
	for (size_t i = 0; i < action->milestones.len; i++)
		check(run, action, &milestones[i].due, "a milestone of ");
}

const struct rule rule_date_tbc = {
	.kind = {
		.name = "date-tbc",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_ERROR,
		.summary = "A date is still to be confirmed: `due: tbc`.",
		.advice =
			"A draft may say that a date is not settled. By the time the plan is "
			"adopted there must be one, even if only a year or a financial year: it "
			"can be changed later, with the reason under `revisions:`.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: tbc\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-25 Q3\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
