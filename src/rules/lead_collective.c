#include "rules/lead.h"
#include "rules/rule.h"
#include "rules/wording.h"

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct ref *refs = action->lead.at;
	struct finding *finding;
	struct str name, words;

	if (!leads_are(&action->lead, PERSON_GROUP))
		return;
	/* Somebody answers for it, whoever leads. */
	if (action->accountable.node && !lead_is(&action->accountable, PERSON_GROUP))
		return;
	name = wording_action(run, action);
	words = wording_quote(run, lead_name(&refs[0]));
	if (action->lead.len > 1)
		finding = report_add(
			run->report, &rule_lead_collective.kind, node_span(action->lead.node),
			"%.*s is led by groups only, “%.*s” and others, so by nobody in particular",
			STR_ARG(name), STR_ARG(words));
	else
		finding = report_add(run->report, &rule_lead_collective.kind,
				     node_span(refs[0].node),
				     "%.*s is led by a group, “%.*s”, so by nobody in particular",
				     STR_ARG(name), STR_ARG(words));
	finding_hint(run->report, finding,
		     "name the person, post, team or board that answers for it; the group can go "
		     "under `support:`");
}

const struct rule rule_lead_collective = {
	.kind = {
		.name = "lead-collective",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "Every lead is a group, such as all managers: nobody in particular.",
		.advice =
			"Where all managers lead, nobody does: none of them can be asked how far "
			"it has come. Name the person, post, team or board that answers for the "
			"action, and move the group to `support:`. Where each of them really does "
			"lead in their own team, name the one who sees to it as accountable:.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: all-managers\n"
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
			"    support: all-managers\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
