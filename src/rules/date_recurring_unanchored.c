#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

static void on_action(struct rule_run *run, const struct action *action)
{
	struct finding *finding;
	struct str name;

	/* A date it is due by, or a milestone, says when the first time is just as well. */
	if (!action->every.node || action->every.node->bad || action->start.node ||
	    action->due.node || list_is_given(&action->milestones) || action_is_over(action))
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_date_recurring_unanchored.kind,
			     node_span(action->every.node),
			     "%.*s comes round every %s, but does not say from when", STR_ARG(name),
			     every_words[action->every.index]);
	finding_hint(run->report, finding,
		     "add `start:` with the date of the first time, such as `2024-04`");
}

const struct rule rule_date_recurring_unanchored = {
	.kind = {
		.name = "date-recurring-unanchored",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "An action comes round (`every`) and does not say from when.",
		.advice =
			"Every quarter may mean the next one or the one after: without a first "
			"date nobody can say whether a time was left out, and calendars cannot "
			"show it. Give the first date under `start:`.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    every: quarter\n"
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
			"    every: quarter\n"
			"    start: 2024-04\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
