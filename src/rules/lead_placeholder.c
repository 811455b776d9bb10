#include "rules/lead.h"
#include "rules/rule.h"
#include "rules/wording.h"
#include "rules/placeholder.h"

static void check_lead(struct rule_run *run, const struct ref *ref)
{
	struct str name = lead_name(ref);
	struct finding *finding;
	struct str words;

	if (!placeholder_is_nobody(name))
		return;
	words = wording_quote(run, name);
	if (words.len)
		finding = report_add(run->report, &rule_lead_placeholder.kind, node_span(ref->node),
				     "“%.*s” is not a lead", STR_ARG(words));
	else
		finding = report_add(run->report, &rule_lead_placeholder.kind, node_span(ref->node),
				     "the lead is empty");
	finding_hint(run->report, finding, "name a person, role, team or board from council.yaml%s",
		     placeholder_is_need(name) ? "; put the need under `resources:`" : "");
}

static void check_leads(struct rule_run *run, const struct list *leads)
{
	const struct ref *refs = leads->at;

	for (size_t i = 0; i < leads->len; i++) {
		if (!refs[i].node->bad)
			check_lead(run, &refs[i]);
	}
}

static void on_action(struct rule_run *run, const struct action *action)
{
	check_leads(run, &action->lead);
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	const struct workstream *workstreams = plan->workstreams.at;

	for (size_t i = 0; i < plan->workstreams.len; i++)
		check_leads(run, &workstreams[i].lead);
}

const struct rule rule_lead_placeholder = {
	.kind = {
		.name = "lead-placeholder",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_ERROR,
		.summary = "The lead is no lead: TBC, vacant, “resource required”, or nothing.",
		.advice =
			"A lead that says only that there is none yet looks like an answer and "
			"is not one. This holds for the text itself (TBC) and for an entry of "
			"council.yaml whose name says it (“OD resource required”). Name who "
			"leads now; where a post is vacant, name the one who answers for it "
			"meanwhile. What the action needs goes under `resources:`.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: TBC\n"
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
			"    resources:\n"
			"      - text: An officer for two months\n"
			"        status: required\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
	.on_plan = on_plan,
};
