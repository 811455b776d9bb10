#include "rules/rule.h"
#include "rules/wording.h"
#include "rules/words.h"

/* The group that a ref names, or NULL when it names somebody, or nobody. */
static const struct person *group_of(const struct ref *ref)
{
	const struct person *person = (const struct person *)ref->to;

	if (!person || !person->kind.node || person->kind.node->bad ||
	    person->kind.index != PERSON_GROUP)
		return NULL;
	return words_name_nobody(person->name.words) ? NULL : person;
}

static bool are_groups(const struct list *leads)
{
	const struct ref *refs = leads->at;

	/* One that is at fault is not among the refs, and may be somebody. */
	if (!leads->len || (leads->node->kind == NODE_LIST && leads->len < leads->node->count))
		return false;
	for (size_t i = 0; i < leads->len; i++) {
		if (!group_of(&refs[i]))
			return false;
	}
	return true;
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct ref *refs = action->lead.at;
	struct finding *finding;
	struct str name, words;

	if (!are_groups(&action->lead))
		return;
	/* Somebody answers for it, whoever leads. */
	if (action->accountable.node && !group_of(&action->accountable))
		return;
	name = wording_action(run, action);
	words = wording_quote(run, group_of(&refs[0])->name.words);
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
