#include "base/civil.h"
#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* The longest stretch of time that is as good as a month. */
#define MONTH_DAYS 31

/* A quarter is no vague date: it is what many plans report by. */
static bool is_vague(const struct date *date)
{
	switch (date->precision) {
	case PRECISION_DAY:
	case PRECISION_MONTH:
	case PRECISION_QUARTER: return date->approximate;
	case PRECISION_YEAR:
	case PRECISION_FINANCIAL_YEAR: return true;
	case PRECISION_INTERVAL: break;
	}
	return date->approximate || date->latest - date->earliest >= MONTH_DAYS;
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct date *date = deadline_of(action);
	struct finding *finding;
	struct civil last;
	struct str name, words;

	/* With no end it is for date-open-ended. */
	if (!date || date->open_end || !is_vague(date) || action_is_over(action))
		return;
	name = wording_action(run, action);
	words = wording_date(run, date);
	last = civil_from_days(date->latest);
	finding = report_add(run->report, &rule_date_vague.kind, node_span(date->node),
			     "the date of %.*s is vague: %.*s", STR_ARG(name), STR_ARG(words));
	finding_hint(
		run->report, finding,
		"write the day, month or quarter by which it will be done, such as `%04d-%02d`",
		last.year, last.month);
}

const struct rule rule_date_vague = {
	.kind = {
		.name = "date-vague",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "The date of an action is vague: several months, a whole year, or an approximate date.",
		.advice =
			"The action counts as late only after the last day of the date it "
			"gives: a year is over on 31 December, a financial year on 31 March. By "
			"then it is too late to ask. Write the day, month or quarter by which "
			"it will be done. While that is not known, add `milestones:` with "
			"nearer dates. A date may be moved later, with the reason under "
			"`revisions:`.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-03/2024-06\n"
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
			"    due: 2024-06\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
