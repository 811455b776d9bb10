#include "rules/place.h"
#include "rules/rule.h"
#include "rules/wording.h"

static bool is_blank(const struct node *node)
{
	return node->kind == NODE_SCALAR && !node->bad &&
	       (node_is_null(node) || !str_trim(node->text).len);
}

static bool has_other_timing(const struct action *action)
{
	bool is_ongoing = action->ongoing.node &&
			  (action->ongoing.is_set || action->ongoing.node->bad);

	return is_ongoing || action->start.node || action->every.node ||
	       list_is_given(&action->milestones);
}

static void add_missing(struct rule_run *run, const struct action *action)
{
	struct str name = wording_action(run, action);
	struct finding *finding;

	if (action->until.node) {
		finding = report_add(
			run->report, &rule_date_missing.kind, place_of_thing(&action->thing),
			"%.*s says until when it goes on, but not when it is due or starts",
			STR_ARG(name));
		finding_hint(
			run->report, finding,
			"write `due:` instead of `until:`, or add `start:` or `ongoing: true`");
		return;
	}
	finding = report_add(run->report, &rule_date_missing.kind, place_of_thing(&action->thing),
			     "%.*s has no date", STR_ARG(name));
	finding_hint(
		run->report, finding,
		"add `due:` with a date such as `2024-09`; for other work `start:`, `every:` or "
		"`ongoing: true`");
}

static void add_blank(struct rule_run *run, const struct action *action)
{
	struct str name = wording_action(run, action);
	struct finding *finding = report_add(run->report, &rule_date_missing.kind,
					     node_span(action->due.node),
					     "%.*s has no date behind `due:`", STR_ARG(name));

	finding_hint(run->report, finding,
		     "write a date such as `2024-09`, or `tbc` while it is not settled");
}

/* `due: unknown`, of an action or a milestone. */
static void check_unknown(struct rule_run *run, const struct action *action, const struct date *due)
{
	struct finding *finding;
	struct str name;

	if (due->kind != DATE_UNKNOWN || due->node->bad || list_is_given(&action->depends_on))
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_date_missing.kind, node_span(due->node),
			     "%.*s has an unknown date and does not say what it waits for",
			     STR_ARG(name));
	finding_hint(
		run->report, finding,
		"say under `depends_on:` what it waits for, or write a date such as `2024-09`");
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct milestone *milestones = action->milestones.at;

	if (!action->due.node) {
		if (!has_other_timing(action))
			add_missing(run, action);
	} else if (is_blank(action->due.node)) {
		add_blank(run, action);
	} else {
		check_unknown(run, action, &action->due);
	}
	for (size_t i = 0; i < action->milestones.len; i++)
		check_unknown(run, action, &milestones[i].due);
}

const struct rule rule_date_missing = {
	.kind = {
		.name = "date-missing",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_ERROR,
		.summary = "An action has no date: no `due`, `start`, `every`, `ongoing` or `milestones`.",
		.advice =
			"Without a date nobody can tell whether an action is late. Say when it "
			"is due; for work that goes on or comes round again, say so with "
			"`ongoing: true` or `every:`, best with a `start:`. While the date is not "
			"settled a draft may say `due: tbc`. Write `due: unknown` only where the "
			"date hangs on something else, and name that under `depends_on:`.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
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
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
