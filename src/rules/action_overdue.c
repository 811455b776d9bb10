#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

static void on_action(struct rule_run *run, const struct action *action)
{
	struct lateness lateness;
	struct finding *finding;
	struct str name;

	if (!action_is_late(run, action, &lateness))
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_action_overdue.kind, node_span(lateness.date->node),
			     "%s%.*s %.*s, and is not marked as done",
			     lateness.is_milestone ? "the last open milestone of " : "",
			     STR_ARG(name), STR_ARG(lateness.words));
	finding_hint(
		run->report, finding,
		"write `status: done` with the date under `done:`, or a new date, and why under "
		"`revisions:`");
}

const struct rule rule_action_overdue = {
	.kind = {
		.name = "action-overdue",
		.draft = SEVERITY_OFF,
		.adopted = SEVERITY_WARNING,
		.summary = "An action of an adopted plan was due, and is neither done nor cancelled.",
		.advice =
			"People will ask why. Where the action is done, say so with `status: "
			"done` and the date under `done:`; where it is no longer wanted, write "
			"`status: cancelled` and why under `revisions:`; else give it a new "
			"date, with the reason under `revisions:`. A date counts by its last "
			"day, and is held against the day that `--as-of` gives, else today. An "
			"action is late by its `due:`; without one by its `until:`, and without "
			"either by the last of its milestones that is open. Work that is "
			"ongoing or comes round is late only by a `due:` or an `until:`. A "
			"paused action can be late.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
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
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2023-09\n"
			"    status: done\n"
			"    done: 2023-09-28\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
