#include "rules/lead.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* With fewer actions than this, a share says nothing. */
#define FEW 10

/* What somebody leads in the plan. */
struct load {
	size_t actions;
	const struct action *last; /* counted: one who is named twice leads it once */
	const struct ref *first;
};

/* A team, a board or a group has more hands than two. */
static bool is_one(const struct ref *lead)
{
	return lead_is(lead, PERSON_PERSON) || lead_is(lead, PERSON_ROLE);
}

static void add(struct rule_run *run, const struct load *load, size_t all)
{
	struct str name = wording_quote(run, lead_name(load->first));
	struct finding *finding = report_add(run->report, &rule_lead_overload.kind,
					     node_span(load->first->node),
					     "“%.*s” leads %zu of the plan's %zu actions (%zu%%)",
					     STR_ARG(name), load->actions, all,
					     load->actions * 100 / all);

	finding->is_of_plan = true;
	finding_hint(run->report, finding,
		     "see who could lead some of them: all of them wait when one person is away");
}

static void count(struct load *loads, const struct council *council, const struct action *action)
{
	const struct ref *refs = action->lead.at;
	const struct person *people = council->people.at;

	for (size_t i = 0; i < action->lead.len; i++) {
		struct load *load;

		if (!refs[i].to)
			continue;
		load = &loads[(const struct person *)refs[i].to - people];
		load->actions += load->last != action;
		load->last = action;
		if (!load->first)
			load->first = &refs[i];
	}
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	size_t share = (size_t)rule_number(run, &rule_lead_overload);
	size_t all = plan->all_actions.len;
	struct load *loads;

	if (all < FEW)
		return;
	loads = arena_new_array(run->arena, struct load, run->council->people.len);
	for (size_t i = 0; i < all; i++)
		count(loads, run->council, plan->all_actions.at[i]);
	for (size_t i = 0; i < run->council->people.len; i++) {
		if (loads[i].first && loads[i].actions * 100 >= all * share &&
		    is_one(loads[i].first))
			add(run, &loads[i], all);
	}
}

const struct rule rule_lead_overload = {
	.kind = {
		.name = "lead-overload",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_NOTE,
		.summary = "One person leads a quarter or more of a plan's actions, of ten or more.",
		.advice =
			"Where one person or post leads a large part of a plan, its actions wait "
			"for each other, and all of them for that person's holidays. Name those "
			"who really do the work as leads; the one who answers for the whole is "
			"the plan's owner. Teams, boards and groups are not counted: they have "
			"more than one pair of hands. Another share than 25 per cent can be set "
			"in planc.yaml.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - {id: tenant-survey, activity: Ask tenants about their repairs., lead: head-of-housing}\n"
			"  - {id: survey-report, activity: Publish what tenants said., lead: head-of-housing}\n"
			"  - {id: repairs-contract, activity: Let the contract for repairs., lead: head-of-housing}\n"
			"  - {id: damp-visits, activity: Visit the homes with damp., lead: director-of-place}\n"
			"  - {id: boiler-checks, activity: Check each boiler once a year., lead: director-of-place}\n"
			"  - {id: empty-homes, activity: Bring empty homes back into use., lead: senior-leadership-board}\n"
			"  - {id: lettings-policy, activity: Renew the lettings policy., lead: senior-leadership-board}\n"
			"  - {id: rent-advice, activity: Open a line for advice on rent., lead: senior-leadership-board}\n"
			"  - {id: fire-doors, activity: Replace the old fire doors., lead: all-managers}\n"
			"  - {id: stock-survey, activity: Survey the homes of the council., lead: all-managers}\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - {id: tenant-survey, activity: Ask tenants about their repairs., lead: head-of-housing}\n"
			"  - {id: survey-report, activity: Publish what tenants said., lead: head-of-housing}\n"
			"  - {id: repairs-contract, activity: Let the contract for repairs., lead: director-of-place}\n"
			"  - {id: damp-visits, activity: Visit the homes with damp., lead: director-of-place}\n"
			"  - {id: boiler-checks, activity: Check each boiler once a year., lead: senior-leadership-board}\n"
			"  - {id: empty-homes, activity: Bring empty homes back into use., lead: senior-leadership-board}\n"
			"  - {id: lettings-policy, activity: Renew the lettings policy., lead: senior-leadership-board}\n"
			"  - {id: rent-advice, activity: Open a line for advice on rent., lead: all-managers}\n"
			"  - {id: fire-doors, activity: Replace the old fire doors., lead: all-managers}\n"
			"  - {id: stock-survey, activity: Survey the homes of the council., lead: all-managers}\n",
	},
	.number = { "share", "per cent of a plan's actions", 25 },
	.on_plan = on_plan,
};
