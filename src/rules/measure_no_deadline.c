#include "rules/deadline.h"
#include "rules/measure.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* Whether there is a date to hold a target to; one that is not settled is for other rules. */
static bool action_has_date(const struct action *action)
{
	return action->due.node || action->until.node || action->every.node ||
	       action->review.node || list_is_given(&action->milestones);
}

static void on_measure(struct rule_run *run, const struct measure *measure,
		       const struct action *action)
{
	const struct target *target = &measure->target;
	struct finding *finding;
	struct str words;

	if (target->kind == TARGET_NONE || measure->by.node || measure->every.node)
		return;
	/* The plan's own, and its themes', are to be reached by the end of its period. */
	if (action ? action_has_date(action) || action_is_over(action)
		   : run->plan->period.node != NULL)
		return;
	words = wording_quote(run, target->node->text);
	finding = report_add(run->report, &rule_measure_no_deadline.kind, node_span(target->node),
			     "nothing says by when “%.*s” is to be reached", STR_ARG(words));
	finding_hint(run->report, finding,
		     "add `by:` with a date such as `2025-03`, or `every:` if it is to hold each "
		     "month, quarter or year");
}

const struct rule rule_measure_no_deadline = {
	.kind = {
		.name = "measure-no-deadline",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_NOTE,
		.summary = "A target has no date, and neither has its action.",
		.advice =
			"A target without a date can never be missed. Where the action has a date "
			"(`due:`, `until:`, `review:`, `every:` or milestones) the target is "
			"taken to be meant by then; those of the plan and of its themes are meant "
			"by the end of its `period:`. Otherwise write the date under `by:`, or "
			"under `every:` how often it is to be met.",
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
			"        baseline: 31%\n"
			"        target: at least 40%\n"
			"        source: Tenant survey\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    ongoing: true\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        baseline: 31%\n"
			"        target: at least 40%\n"
			"        source: Tenant survey\n"
			"        every: year\n",
	},
	.on_measure = on_measure,
};
