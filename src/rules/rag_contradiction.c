#include "rules/deadline.h"
#include "rules/rule.h"
#include "rules/wording.h"

static void on_action(struct rule_run *run, const struct action *action)
{
	struct lateness lateness;
	struct finding *finding;
	struct str name;

	if (!action->rag.node || action->rag.node->bad || action->rag.index != RAG_GREEN ||
	    !action_is_late(run, action, &lateness))
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_rag_contradiction.kind, node_span(action->rag.node),
			     "%.*s is green, but %s %.*s", STR_ARG(name),
			     lateness.is_milestone ? "its last open milestone" : "it",
			     STR_ARG(lateness.words));
	finding_hint(run->report, finding,
		     "write `status: done` if it is done, else `rag: amber` or `rag: red`");
	finding_relate(run->report, finding, node_span(lateness.date->node),
		       "the date that has passed");
}

const struct rule rule_rag_contradiction = {
	.kind = {
		.name = "rag-contradiction",
		.draft = SEVERITY_OFF,
		.adopted = SEVERITY_WARNING,
		.summary = "An action is green although its date has passed and it is not done.",
		.advice =
			"Green says that the lead is confident of the date. Once that has "
			"passed and the action is not done, readers will trust no green of the "
			"plan. Write `status: done` if it is; else amber or red, or a new date "
			"with the reason under `revisions:`. `planc explain action-overdue` "
			"tells what makes an action late.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2023-09\n"
			"    status: in-progress\n"
			"    rag: green\n"
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
			"    status: in-progress\n"
			"    rag: red\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
