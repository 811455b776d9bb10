#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* By their last days; what is approximate must lie wholly before. */
static bool is_before(const struct date *date, const struct date *other)
{
	if (other->open_end)
		return false;
	return date->latest <
	       (date->approximate || other->approximate ? other->earliest : other->latest);
}

/* The day that counts: a month and a day of it look alike otherwise. */
static struct str words_of(struct rule_run *run, const struct date *date)
{
	return date->approximate ? wording_date(run, date) : wording_day(run, date->latest);
}

static void check_dependency(struct rule_run *run, const struct action *action,
			     const struct date *due, const struct dependency *dependency)
{
	const struct action *other = (const struct action *)dependency->on.to;
	const struct date *first;
	struct finding *finding;
	struct str name, words, late, id;

	if (!other || dependency->on.node->bad || action_is_over(other))
		return;
	first = deadline_of(other);
	if (!first || !is_before(due, first))
		return;
	name = wording_action(run, action);
	words = words_of(run, due);
	late = words_of(run, first);
	id = wording_quote(run, dependency->on.id);
	finding = report_add(run->report, &rule_date_order.kind, node_span(due->node),
			     "%.*s is due (%.*s) before “%.*s”, which it waits for (%.*s)",
			     STR_ARG(name), STR_ARG(words), STR_ARG(id), STR_ARG(late));
	finding_hint(run->report, finding,
		     "put right one of the two dates, or take “%.*s” out of `depends_on:`",
		     STR_ARG(id));
	finding_relate(run->report, finding, node_span(first->node), "“%.*s” is due here",
		       STR_ARG(id));
}

/* A target may be for the year that the action falls in: it must lie wholly behind. */
static void check_measure(struct rule_run *run, const struct action *action, const struct date *due,
			  const struct measure *measure)
{
	struct finding *finding;
	struct str name, words, late;

	if (!date_is_known(&measure->by) || measure->by.earliest <= due->latest)
		return;
	name = wording_action(run, action);
	words = wording_date(run, due);
	late = wording_date(run, &measure->by);
	finding = report_add(run->report, &rule_date_order.kind, node_span(measure->by.node),
			     "%.*s is due (%.*s) before its measure can tell (%.*s)", STR_ARG(name),
			     STR_ARG(words), STR_ARG(late));
	finding_hint(run->report, finding,
		     "put right one of the two dates, or add a measure that can tell by then");
	finding_relate(run->report, finding, node_span(due->node), "the action is due here");
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct dependency *dependencies = action->depends_on.at;
	const struct measure *measures = action->measures.at;
	const struct date *due;

	if (!action->depends_on.len && !action->measures.len)
		return;
	due = deadline_of(action);
	if (!due || action_is_over(action))
		return;
	for (size_t i = 0; i < action->depends_on.len; i++)
		check_dependency(run, action, due, &dependencies[i]);
	for (size_t i = 0; i < action->measures.len; i++)
		check_measure(run, action, due, &measures[i]);
}

const struct rule rule_date_order = {
	.kind = {
		.name = "date-order",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "An action is due before something that it waits for, or before its measure can tell.",
		.advice =
			"An action cannot be done before what it waits for: one of the two "
			"dates is wrong, or it does not really wait. Where a measure has a date "
			"under `by:` that comes after the action is due, the action will be "
			"called done before anybody can know whether it worked. Give it a "
			"measure that can tell by then, or move the date of the action. Dates "
			"count by their last day.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"  - id: survey-report\n"
			"    activity: Publish what tenants said.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-06\n"
			"    depends_on: tenant-survey\n"
			"    measures:\n"
			"      - indicator: Report on the survey\n"
			"        target: done\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n"
			"  - id: survey-report\n"
			"    activity: Publish what tenants said.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-12\n"
			"    depends_on: tenant-survey\n"
			"    measures:\n"
			"      - indicator: Report on the survey\n"
			"        target: done\n",
	},
	.on_action = on_action,
};
