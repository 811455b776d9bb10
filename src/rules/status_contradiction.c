#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* The places that are shown of many. */
#define PLACES 10

/* What the action itself says; a default is nothing that it says. */
static bool says(const struct action *action, enum action_status status)
{
	return action->status.node && !action->status.node->bad &&
	       action->status.index == (int)status;
}

/* The word that says that it is done: its status, or only the date. */
static const struct node *says_done(const struct action *action)
{
	if (action->status.node)
		return says(action, ACTION_DONE) ? action->status.node : NULL;
	return action->done.node && !action->done.node->bad ? action->done.node : NULL;
}

static const struct milestone *first_open(const struct action *action, size_t *count)
{
	const struct milestone *milestones = action->milestones.at;
	const struct milestone *first = NULL;

	*count = 0;
	for (size_t i = 0; i < action->milestones.len; i++) {
		if (milestone_is_over(&milestones[i]))
			continue;
		first = first ? first : &milestones[i];
		++*count;
	}
	return first;
}

static void relate_open(struct rule_run *run, struct finding *finding, const struct action *action)
{
	const struct milestone *milestones = action->milestones.at;

	for (size_t i = 0; i < action->milestones.len && finding->related.len < PLACES; i++) {
		if (!milestone_is_over(&milestones[i]))
			finding_relate(run->report, finding, node_span(milestones[i].thing.node),
				       "this one is open");
	}
}

static void check_milestones(struct rule_run *run, const struct action *action)
{
	const struct node *done = says_done(action);
	const struct milestone *first;
	struct finding *finding;
	struct str name, what;
	size_t count;

	if (!done)
		return;
	first = first_open(action, &count);
	if (!first)
		return;
	name = wording_action(run, action);
	what = wording_quote(run, first->what.words);
	if (count > 1)
		what = arena_printf(run->arena, "%zu of its milestones are", count);
	else if (what.len)
		what = arena_printf(run->arena, "its milestone “%.*s” is", STR_ARG(what));
	else
		what = STR("a milestone of it is");
	finding = report_add(run->report, &rule_status_contradiction.kind, node_span(done),
			     "%.*s is done, but %.*s still open", STR_ARG(name), STR_ARG(what));
	finding_hint(
		run->report, finding,
		"write `status: done` (or `cancelled`) beside the milestone, or another status "
		"for the action");
	relate_open(run, finding, action);
}

/* A date on which it was done, beside a status that says that it was not. */
static void check_done(struct rule_run *run, const struct action *action)
{
	struct finding *finding;
	struct str name;

	if (!action->done.node || action->done.node->bad || !action->status.node ||
	    action->status.node->bad || says(action, ACTION_DONE))
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_status_contradiction.kind,
			     node_span(action->status.node),
			     "%.*s has a date on which it was done, but its status is `%s`",
			     STR_ARG(name), action_status_words[action->status.index]);
	finding_hint(run->report, finding, "write `status: done`, or take `done:` out");
	finding_relate(run->report, finding, node_span(action->done.node), "the date stands here");
}

/* Values from before the action, or the plan, began are what it starts from. */
static bool is_history(const struct rule_run *run, const struct action *action,
		       const struct actual *actual)
{
	const struct date *begin = date_is_known(&action->start) ? &action->start
								 : &run->plan->period;

	return date_is_known(&actual->at) && date_is_known(begin) &&
	       actual->at.latest < begin->earliest;
}

static const struct actual *first_actual(const struct rule_run *run, const struct action *action)
{
	const struct measure *measures = action->measures.at;

	for (size_t i = 0; i < action->measures.len; i++) {
		const struct actual *actuals = measures[i].actuals.at;

		for (size_t j = 0; j < measures[i].actuals.len; j++) {
			if (str_trim(actuals[j].value.text).len &&
			    !is_history(run, action, &actuals[j]))
				return &actuals[j];
		}
	}
	return NULL;
}

static void check_actuals(struct rule_run *run, const struct action *action)
{
	const struct actual *actual;
	struct finding *finding;
	struct str name, value;

	if (!says(action, ACTION_NOT_STARTED) || !action->measures.len)
		return;
	actual = first_actual(run, action);
	if (!actual)
		return;
	name = wording_action(run, action);
	value = wording_quote(run, actual->value.text);
	finding = report_add(run->report, &rule_status_contradiction.kind,
			     node_span(action->status.node),
			     "%.*s is not started, but a measure of it has come to %.*s already",
			     STR_ARG(name), STR_ARG(value));
	finding_hint(run->report, finding,
		     "write `status: in-progress`; what it starts from goes under `baseline:`");
	finding_relate(run->report, finding, node_span(actual->thing.node),
		       "the value stands here");
}

static void check_cancelled(struct rule_run *run, const struct action *action)
{
	const struct revision *revisions = action->revisions.at;
	struct finding *finding;
	struct str name;

	if (!says(action, ACTION_CANCELLED) || !list_is_whole(&action->revisions))
		return;
	for (size_t i = 0; i < action->revisions.len; i++) {
		if (revisions[i].reason.node)
			return;
	}
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_status_contradiction.kind,
			     node_span(action->status.node),
			     "%.*s is cancelled, but nothing says why", STR_ARG(name));
	finding_hint(run->report, finding, "add `revisions:` with a `date:` and a `reason:`");
}

static void on_action(struct rule_run *run, const struct action *action)
{
	if (!action->status.node && !action->done.node)
		return;
	check_milestones(run, action);
	check_done(run, action);
	check_actuals(run, action);
	check_cancelled(run, action);
}

const struct rule rule_status_contradiction = {
	.kind = {
		.name = "status-contradiction",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_ERROR,
		.summary = "The status of an action says one thing, and the rest of it another.",
		.advice =
			"An action that is done with an open milestone, not started with "
			"results, or cancelled with no word why makes readers doubt the rest. "
			"Either the status is wrong or what stands beside it. A milestone is "
			"open until it says `status: done`, `status: cancelled` or a date under "
			"`done:`. Values of a measure from before the action starts (or the "
			"plan's period) are no results of it. Why an action was cancelled is "
			"said in an item under `revisions:`.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    status: done\n"
			"    milestones:\n"
			"      - {what: The survey opens., due: 2024-05, status: done}\n"
			"      - {what: The answers are published., due: 2024-09}\n"
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
			"    due: 2024-09\n"
			"    status: in-progress\n"
			"    milestones:\n"
			"      - {what: The survey opens., due: 2024-05, status: done}\n"
			"      - {what: The answers are published., due: 2024-09}\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
