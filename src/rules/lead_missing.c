#include "rules/place.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* Nothing behind the key, or an empty list. */
static bool is_empty(const struct node *node)
{
	return !node->bad && (node_is_null(node) || (node->kind == NODE_LIST && !node->count));
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct node *node = action->lead.node;
	struct finding *finding;
	struct str name;

	if (node && !is_empty(node))
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_lead_missing.kind,
			     place_of_missing(&action->thing, node), "%.*s has no lead",
			     STR_ARG(name));
	finding_hint(run->report, finding,
		     "%s the id of a person, role, team or board from council.yaml",
		     node ? "write" : "add `lead:` with");
}

const struct rule rule_lead_missing = {
	.kind = {
		.name = "lead-missing",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_ERROR,
		.summary = "An action has no lead.",
		.advice =
			"What nobody leads is seldom done, and the public cannot tell whom to "
			"ask. Name the person, post, team or board that leads the action, by an "
			"id from council.yaml. A draft may still lack a lead; a plan that is "
			"adopted may not.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    due: 2024-09\n"
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
