#include "base/civil.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* From this many days on a distance is given in months. */
#define DAYS_AS_DAYS 45

static bool is_period(const struct date *period)
{
	return period->node && !period->node->bad && period->kind == DATE_GIVEN &&
	       (period->precision == PRECISION_INTERVAL || period->precision == PRECISION_YEAR ||
		period->precision == PRECISION_FINANCIAL_YEAR);
}

static bool is_given(const struct date *date)
{
	return date->node && !date->node->bad && date->kind == DATE_GIVEN;
}

static bool is_before(const struct date *date, const struct date *period)
{
	return is_given(date) && date->latest < period->earliest;
}

static bool is_after(const struct date *date, const struct date *period)
{
	return is_given(date) && date->earliest > period->latest;
}

/* Given at all, and not known to be over before the period begins. */
static bool may_reach(const struct date *date, const struct date *period)
{
	return date->node && !is_before(date, period);
}

/*
 * Whether an action that started before the period goes on into it: by its
 * end, or because it is under way and has none.
 */
static bool goes_on(const struct action *action, const struct date *period)
{
	const struct milestone *milestones = action->milestones.at;

	if (may_reach(&action->due, period) || may_reach(&action->until, period))
		return true;
	for (size_t i = 0; i < action->milestones.len; i++) {
		if (may_reach(&milestones[i].due, period))
			return true;
	}
	if (action->due.node || action->until.node)
		return false;
	return action->ongoing.is_set || action->every.node ||
	       (action->status.node && action->status.index != ACTION_NOT_STARTED);
}

static struct str count(struct rule_run *run, int32_t number, const char *unit)
{
	return arena_printf(run->arena, "%d %s%s", (int)number, unit, number == 1 ? "" : "s");
}

/* "12 months", "9 days", "2 years" between two days; a date that names its day is exact. */
static struct str distance(struct rule_run *run, int32_t from, int32_t to, bool names_day)
{
	struct civil first = civil_from_days(from);
	struct civil last = civil_from_days(to);
	int32_t months = (last.year - first.year) * 12 + last.month - first.month;

	if (names_day && to - from < DAYS_AS_DAYS)
		return count(run, to - from, "day");
	if (names_day && last.day < first.day)
		months--;
	if (months >= 24 && months % 12 == 0)
		return count(run, months / 12, "year");
	return months > 0 ? count(run, months, "month") : count(run, to - from, "day");
}

static void check_date(struct rule_run *run, const struct date *date)
{
	const struct date *period = &run->plan->period;
	bool is_early = is_before(date, period);
	bool names_day = date->precision == PRECISION_DAY;
	struct str words, far, span;
	struct finding *finding;

	if (!is_early && !is_after(date, period))
		return;
	if (is_early)
		far = distance(run, date->latest, period->earliest, names_day);
	else
		far = distance(run, period->latest, date->earliest, names_day);
	words = wording_quote(run, date->node->text);
	span = wording_date(run, period);
	finding = report_add(run->report, &rule_date_outside_period.kind, node_span(date->node),
			     "“%.*s” is %.*s %s (%.*s)", STR_ARG(words), STR_ARG(far),
			     is_early ? "before the plan's period begins"
				      : "after the plan's period ends",
			     STR_ARG(span));
	finding_hint(run->report, finding, "check the year, or change the `period:` of the plan");
	finding_relate(run->report, finding, node_span(period->node), "the plan's period");
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct date *period = &run->plan->period;
	const struct milestone *milestones = action->milestones.at;

	if (!is_period(period))
		return;
	check_date(run, &action->due);
	check_date(run, &action->until);
	if (!is_before(&action->start, period) || !goes_on(action, period))
		check_date(run, &action->start);
	for (size_t i = 0; i < action->milestones.len; i++)
		check_date(run, &milestones[i].due);
}

const struct rule rule_date_outside_period = {
	.kind = {
		.name = "date-outside-period",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_ERROR,
		.summary = "A date of an action lies wholly outside the plan's period.",
		.advice =
			"An action of a plan is done while the plan runs. A date before its "
			"period is most often a slip in the year, or left over from an earlier "
			"plan; one after it belongs in the next plan, or the period is wrong. An "
			"action may have started before the period, as long as it goes on into "
			"it.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"period: 2024-04/2025-03\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2023-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"period: 2024-04/2025-03\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
