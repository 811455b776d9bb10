#include "rules/rule.h"
#include "rules/wording.h"

/* 2024-31-12: the same with its day and month in their places; empty where that is no date either. */
static struct str turned(struct rule_run *run, struct str text)
{
	struct date date = { 0 };
	struct str day, fix, why;

	if (text.len != 10 || text.at[4] != '-' || text.at[7] != '-')
		return (struct str){ 0 };
	day = arena_printf(run->arena, "%.*s-%.*s-%.*s", 4, text.at, 2, text.at + 8, 2,
			   text.at + 5);
	return date_parse(day, run->arena, &date, &fix, &why) == DATE_OK ? day : (struct str){ 0 };
}

static void on_value(struct rule_run *run, const struct thing *owner, const struct field *field,
		     const void *value)
{
	const struct date *date = value;
	struct date ignored = { 0 };
	struct finding *finding;
	struct str fix, why, words, day;

	(void)owner;
	(void)field;
	if (date->kind != DATE_BAD || date->node->bad)
		return;
	if (date_parse(date->node->text, run->arena, &ignored, &fix, &why) != DATE_IMPOSSIBLE)
		return;
	words = wording_quote(run, date->node->text);
	finding = report_add(run->report, &rule_date_impossible.kind, node_span(date->node),
			     "“%.*s” is not possible%s%.*s", STR_ARG(words), why.len ? ": " : "",
			     STR_ARG(why));
	day = turned(run, date->node->text);
	if (day.len)
		finding_hint(run->report, finding, "the month comes before the day: write `%.*s`",
			     STR_ARG(day));
	else
		finding_hint(run->report, finding, "write a date that exists");
}

/* Approximate dates leave room. */
static bool is_exact(const struct date *date)
{
	return date->node && !date->node->bad && date->kind == DATE_GIVEN && !date->approximate;
}

static void check_until(struct rule_run *run, const struct action *action)
{
	struct finding *finding;
	struct str until, start, name;

	if (!is_exact(&action->until) || !is_exact(&action->start) ||
	    action->until.latest >= action->start.earliest)
		return;
	name = wording_action(run, action);
	until = wording_date(run, &action->until);
	start = wording_date(run, &action->start);
	finding = report_add(run->report, &rule_date_impossible.kind, node_span(action->until.node),
			     "%.*s ends (%.*s) before it starts (%.*s)", STR_ARG(name),
			     STR_ARG(until), STR_ARG(start));
	finding_hint(run->report, finding, "put right `until:` or `start:`");
	finding_relate(run->report, finding, node_span(action->start.node), "it starts here");
}

static void check_milestone(struct rule_run *run, const struct action *action,
			    const struct milestone *milestone)
{
	struct finding *finding;
	struct str late, due, name;

	if (!is_exact(&milestone->due) || milestone->due.latest <= action->due.latest)
		return;
	name = wording_action(run, action);
	late = wording_date(run, &milestone->due);
	due = wording_date(run, &action->due);
	finding = report_add(run->report, &rule_date_impossible.kind,
			     node_span(milestone->due.node),
			     "a milestone (%.*s) comes after %.*s is due (%.*s)", STR_ARG(late),
			     STR_ARG(name), STR_ARG(due));
	finding_hint(
		run->report, finding,
		"put right the date of the milestone or of the action, or make it an action of "
		"its own");
	finding_relate(run->report, finding, node_span(action->due.node), "the action is due here");
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct milestone *milestones = action->milestones.at;

	check_until(run, action);
	if (!action->milestones.len || !is_exact(&action->due))
		return;
	for (size_t i = 0; i < action->milestones.len; i++)
		check_milestone(run, action, &milestones[i]);
}

const struct rule rule_date_impossible = {
	.kind = {
		.name = "date-impossible",
		.draft = SEVERITY_ERROR,
		.adopted = SEVERITY_ERROR,
		.summary = "A date cannot be true: 31 September, an end before the start, or a "
			   "milestone after its action is due.",
		.advice =
			"The date is written in the right form but cannot be true. Most often a "
			"day does not exist, a year was not changed with the others, or the "
			"action was moved and its milestones were not. A milestone is a step on "
			"the way to the action, so it cannot come after the action is due.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09-31\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09-30\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.visits = FIELD_BIT(FIELD_DATE),
	.on_value = on_value,
	.on_action = on_action,
};
