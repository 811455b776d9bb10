#include "base/civil.h"
#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

#include <stdlib.h>

/* With fewer dated actions than this, a share says nothing. */
#define FEW 10

/* Months since the year 0, of a date that lies in one month; else -1. */
static int month_of(const struct date *date)
{
	struct civil first = civil_from_days(date->earliest);
	struct civil last;

	if (date->open_end)
		return -1;
	last = civil_from_days(date->latest);
	return first.year == last.year && first.month == last.month
		       ? first.year * 12 + first.month - 1
		       : -1;
}

static int compare(const void *left, const void *right)
{
	const int *a = left;
	const int *b = right;

	return (*a > *b) - (*a < *b);
}

/* The month that stands most often in a sorted list, the earliest of several; -1 when none does. */
static int fullest(const int *months, size_t len, size_t *most)
{
	int month = -1;
	size_t begin = 0;

	*most = 0;
	for (size_t i = 0; i < len; i++) {
		if (months[i] != months[begin])
			begin = i;
		if (months[i] >= 0 && i + 1 - begin > *most) {
			*most = i + 1 - begin;
			month = months[i];
		}
	}
	return month;
}

static const struct date *first_in(const struct plan *plan, int month)
{
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct date *date = deadline_of(plan->all_actions.at[i]);

		if (date && month_of(date) == month)
			return date;
	}
	return NULL;
}

static void add(struct rule_run *run, int month, size_t most, size_t dated)
{
	const struct date *first = first_in(run->plan, month);
	struct str name = date_month_name(month % 12 + 1);
	struct finding *finding = report_add(
		run->report, &rule_date_bunching.kind, node_span(first->node),
		"%zu of the plan's %zu dated actions (%zu%%) are due in %.*s %d", most, dated,
		most * 100 / dated, STR_ARG(name), month / 12);

	finding->is_of_plan = true;
	finding_hint(run->report, finding,
		     "spread their dates, or make sure that the same people need not do them all");
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	size_t share = (size_t)rule_number(run, &rule_date_bunching);
	size_t dated = 0;
	size_t most;
	int *months;
	int month;

	if (plan->all_actions.len < FEW)
		return;
	months = arena_new_array(run->arena, int, plan->all_actions.len);
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct date *date = deadline_of(plan->all_actions.at[i]);

		if (date)
			months[dated++] = month_of(date);
	}
	if (dated < FEW)
		return;
	qsort(months, dated, sizeof(*months), compare);
	month = fullest(months, dated, &most);
	if (month >= 0 && most * 100 >= share * dated)
		add(run, month, most, dated);
}

const struct rule rule_date_bunching = {
	.kind = {
		.name = "date-bunching",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_NOTE,
		.summary = "A fifth or more of the dated actions of a plan are due in one month.",
		.advice =
			"Where many actions end in one month, most often the last of a quarter "
			"or of the year, the date was chosen for the calendar and not for the "
			"work, and the same people will be asked for all of it at once. Spread "
			"the dates over the period. The rule looks at plans with ten dated "
			"actions or more, and tells the fullest month. An action counts by its "
			"`due:`, or by the last of its milestones.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - {id: damp-survey, activity: Survey every home for damp., due: 2024-05}\n"
			"  - {id: boiler-checks, activity: Check every boiler., due: 2024-06}\n"
			"  - {id: repairs-line, activity: Open one line for repairs., due: 2024-07}\n"
			"  - {id: tenant-panel, activity: Found a panel of tenants., due: 2024-08}\n"
			"  - {id: fire-doors, activity: Replace the fire doors., due: 2024-09}\n"
			"  - {id: empty-homes, activity: List all empty homes., due: 2024-10}\n"
			"  - {id: lift-service, activity: Let a contract for the lifts., due: 2024-11}\n"
			"  - {id: estate-walks, activity: Walk every estate., due: 2024-12}\n"
			"  - {id: rent-advice, activity: Advise tenants on rent., due: 2025-03}\n"
			"  - {id: tenant-survey, activity: Ask tenants about their repairs., due: 2025-03}\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - {id: damp-survey, activity: Survey every home for damp., due: 2024-05}\n"
			"  - {id: boiler-checks, activity: Check every boiler., due: 2024-06}\n"
			"  - {id: repairs-line, activity: Open one line for repairs., due: 2024-07}\n"
			"  - {id: tenant-panel, activity: Found a panel of tenants., due: 2024-08}\n"
			"  - {id: fire-doors, activity: Replace the fire doors., due: 2024-09}\n"
			"  - {id: empty-homes, activity: List all empty homes., due: 2024-10}\n"
			"  - {id: lift-service, activity: Let a contract for the lifts., due: 2024-11}\n"
			"  - {id: estate-walks, activity: Walk every estate., due: 2024-12}\n"
			"  - {id: rent-advice, activity: Advise tenants on rent., due: 2025-01}\n"
			"  - {id: tenant-survey, activity: Ask tenants about their repairs., due: 2025-03}\n",
	},
	.number = { "share", "per cent of a plan's dated actions that fall in one month", 20 },
	.on_plan = on_plan,
};
