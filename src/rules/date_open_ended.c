#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* Whether a date closes the time of an action; one that is not settled is for other rules. */
static bool is_end(const struct date *date)
{
	return date->node && !(date_is_known(date) && date->open_end);
}

/* `every` is bounded by the plan's period; milestones are the end of what does not go on. */
static bool has_end(const struct action *action)
{
	return is_end(&action->due) || is_end(&action->until) || action->every.node ||
	       action->review.node ||
	       (!action->ongoing.is_set && list_is_given(&action->milestones));
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const char *how = "is ongoing, but has";
	const struct node *node;
	struct finding *finding;
	struct str name;

	if (has_end(action) || action_is_over(action))
		return;
	if (action->ongoing.is_set) {
		node = action->ongoing.node;
	} else if (date_is_known(&action->due)) {
		node = action->due.node;
		how = "is due from a day on, but has";
	} else if (date_is_known(&action->start)) {
		node = action->start.node;
		how = "has a start, but";
	} else {
		return;
	}
	if (node->bad)
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_date_open_ended.kind, node_span(node),
			     "%.*s %s no end and no review", STR_ARG(name), how);
	finding_hint(run->report, finding,
		     "add `until:` with the date it ends, or `review:` with the date on which you "
		     "will next look at it, such as `2025-03`");
}

const struct rule rule_date_open_ended = {
	.kind = {
		.name = "date-open-ended",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "An action is ongoing, or starts, and has neither an end nor a review.",
		.advice =
			"Work with no end can never be late and never be done, so nobody is "
			"asked about it. Say when it ends under `until:`, when it is due under "
			"`due:`, or on which date somebody will look whether it is still worth "
			"doing under `review:`. Work that comes round (`every:`) is bounded by "
			"the period of the plan, and work with milestones by the last of them, "
			"unless it is `ongoing: true`.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    ongoing: true\n"
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
			"    ongoing: true\n"
			"    review: 2025-03\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
