#include "rules/changed.h"
#include "rules/wording.h"

static bool is_new(const struct change *change)
{
	return change->kind == CHANGE_ACTION_ADDED;
}

static void on_change(struct rule_run *run, const struct change *change)
{
	const struct ledger_thing *other;
	struct finding *finding;
	struct str id, title, address;

	if (!is_new(change) || !run->past || !change->action->thing.id.len)
		return;
	address = arena_printf(run->arena, "%.*s#%.*s", STR_ARG(run->past_plan),
			       STR_ARG(change->action->thing.id));
	other = ledger_find_other(run->past, address, change->action);
	if (!other)
		return;
	id = wording_quote(run, change->action->thing.id);
	title = wording_quote(run, other->title);
	finding = changed_report(run, &rule_id_reused, change,
				 "the id “%.*s” was that of another action: “%.*s”", STR_ARG(id),
				 STR_ARG(title));
	if (other->went) {
		struct str day = wording_day(run, other->went->day);

		finding_hint(run->report, finding,
			     "give it an id that no action had; the other one went on %.*s",
			     STR_ARG(day));
	} else {
		finding_hint(run->report, finding, "give it an id that no action had");
	}
}

#define PLAN                    \
	"title: Housing Plan\n" \
	"status: adopted\n"     \
	"actions:\n"            \
	"  - id: advice-line\n" \
	"    activity: Run an advice line for those who are cold at home.\n"

#define SURVEY(id)         \
	"  - id: " id "\n" \
	"    activity: Ask tenants about their repairs.\n"

const struct rule rule_id_reused = {
	.kind = {
		.name = "id-reused",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_ERROR,
		.summary = "A new action has the id of another one that was in the plan before.",
		.advice =
			"The id is the address of an action, in links, in other plans and in its "
			"history. Whoever follows an old link must not come to something else. Give a "
			"new action an id of its own. One that comes back as it was may have its old "
			"id. Which ids there were is known from the history of the plan.",
		.before = PLAN SURVEY("survey") "---\n" PLAN,
		.bad = PLAN "  - id: survey\n"
			    "    activity: Measure the roofs of all schools.\n",
		.good = PLAN "  - id: roof-survey\n"
			     "    activity: Measure the roofs of all schools.\n",
	},
	.on_change = on_change,
	.wants_past = is_new,
};
