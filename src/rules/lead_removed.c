#include "rules/changed.h"

static void on_change(struct rule_run *run, const struct change *change)
{
	const struct action *action = change->action;
	struct finding *finding;
	struct str name, old;

	/* One of several may go; what is at fault was found so. */
	if (change->kind != CHANGE_LEAD_REMOVED || action->lead.len ||
	    (action->lead.node && action->lead.node->bad))
		return;
	name = changed_name(run, change);
	old = changed_words(run, &change->old);
	finding = changed_report(run, &rule_lead_removed, change,
				 old.len ? "%.*s lost its lead, which was `%.*s`"
					 : "%.*s lost its leads%.*s",
				 STR_ARG(name), STR_ARG(old));
	finding_hint(run->report, finding,
		     "write under `lead:` who takes it over: an id from council.yaml");
}

#define PLAN                                               \
	"title: Housing Plan\n"                            \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    due: 2024-09\n"

const struct rule rule_lead_removed = {
	.kind = {
		.name = "lead-removed",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_ERROR,
		.summary = "An action lost its lead.",
		.advice =
			"When somebody leaves, what they led needs somebody else: work that nobody "
			"leads stops unseen. Name who takes it over, if only for a time, by an id "
			"from council.yaml. Where a post is vacant, name who answers for it.",
		.before = PLAN "    lead: head-of-housing\n",
		.bad = PLAN,
		.good = PLAN "    lead: director-of-place\n",
	},
	.on_change = on_change,
};
