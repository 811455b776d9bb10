#include "rules/lead.h"
#include "rules/rule.h"
#include "rules/wording.h"

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct ref *accountable = &action->accountable;
	const struct ref *refs = action->lead.at;
	struct finding *finding;
	struct str name, board;

	if (!leads_are(&action->lead, PERSON_BOARD))
		return;
	/* Somebody else answers for it; or nobody says who of several does (lead-not-accountable). */
	if (accountable->node ? !lead_is(accountable, PERSON_BOARD)
			      : leads_are_several(&action->lead))
		return;
	name = wording_action(run, action);
	board = wording_quote(run, lead_name(&refs[0]));
	finding = report_add(run->report, &rule_lead_board_only.kind, node_span(action->lead.node),
			     "%.*s is led by a board, “%.*s”, and by no officer", STR_ARG(name),
			     STR_ARG(board));
	finding_hint(run->report, finding,
		     "name the officer who does the work for it, as another `lead:` or as "
		     "`accountable:`");
}

const struct rule rule_lead_board_only = {
	.kind = {
		.name = "lead-board-only",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_NOTE,
		.summary = "A board leads an action alone, with no officer beside it.",
		.advice =
			"A board decides, but it meets a few times a year and does not do the "
			"work between its meetings. Name the officer who does it beside the "
			"board, as another lead who is accountable, or as accountable alone. "
			"Where the board only watches over the action, let the officer lead it "
			"and put the board under `support:`.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: senior-leadership-board\n"
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
			"    lead: senior-leadership-board\n"
			"    accountable: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
