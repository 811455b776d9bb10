#include "rules/lead.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* Who of them could answer for it: an officer, or else a team; NULL for want of one. */
static const struct ref *find_officer(const struct list *leads)
{
	const struct ref *refs = leads->at;
	const struct ref *team = NULL;

	for (size_t i = 0; i < leads->len; i++) {
		if (lead_is(&refs[i], PERSON_PERSON) || lead_is(&refs[i], PERSON_ROLE))
			return &refs[i];
		if (!team && lead_is(&refs[i], PERSON_TEAM))
			team = &refs[i];
	}
	return team;
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct ref *officer;
	struct finding *finding;
	struct str name;

	if (action->lead.len < 2 || action->accountable.node)
		return;
	/* Of groups alone, and of leads that are none, other rules speak. */
	if (leads_are(&action->lead, PERSON_GROUP) || !leads_are_several(&action->lead))
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_lead_not_accountable.kind,
			     node_span(action->lead.node),
			     "%.*s has several leads, and none of them is accountable",
			     STR_ARG(name));
	officer = find_officer(&action->lead);
	if (officer)
		finding_hint(run->report, finding,
			     "say which one answers for it, such as `accountable: %.*s`; those who "
			     "only help go under `support:`",
			     STR_ARG(officer->id));
	else
		finding_hint(run->report, finding,
			     "say under `accountable:` who answers for it; those who only help go "
			     "under `support:`");
}

const struct rule rule_lead_not_accountable = {
	.kind = {
		.name = "lead-not-accountable",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "An action has several leads, and none of them is accountable.",
		.advice =
			"Where several lead, each may think that another does. Say under "
			"`accountable:` which one of them is asked how far the action has come; "
			"the others go on leading with them. Who only helps goes under "
			"`support:`.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: [head-of-housing, director-of-place]\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: [head-of-housing, director-of-place]\n"
			"    accountable: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
