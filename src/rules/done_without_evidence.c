#include "base/civil.h"
#include "rules/changed.h"

static bool has_evidence(const struct action *action)
{
	const struct measure *measures = action->measures.at;
	bool has = action->updates.len || !list_is_whole(&action->updates) ||
		   !list_is_whole(&action->measures);

	for (size_t i = 0; !has && i < action->measures.len; i++)
		has = measures[i].actuals.len || !list_is_whole(&measures[i].actuals) ||
		      str_trim(measures[i].evidence.words).len;
	return has;
}

static void on_change(struct rule_run *run, const struct change *change)
{
	const struct action *action = change->action;
	struct civil day = civil_from_days(run->as_of);
	struct finding *finding;
	struct str name;

	if (change->kind != CHANGE_STATUS_CHANGED || action->status.index != ACTION_DONE ||
	    has_evidence(action))
		return;
	name = changed_name(run, change);
	finding = changed_report(
		run, &rule_done_without_evidence, change,
		"%.*s is done, and nothing shows it: no actual, no update, no evidence",
		STR_ARG(name));
	finding_hint(run->report, finding,
		     "add what was reached: `updates: [{date: %04d-%02d-%02d, text: \"…\"}]`, or a "
		     "value under `actuals:` of its measure",
		     day.year, day.month, day.day);
}

#define PLAN                                               \
	"title: Housing Plan\n"                            \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    lead: head-of-housing\n"                      \
	"    due: 2024-09\n"                               \
	"    measures: [Four tenants in ten answer.]\n"

const struct rule rule_done_without_evidence = {
	.kind = {
		.name = "done-without-evidence",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "The status became done, with no actual, update or evidence beside it.",
		.advice =
			"That an action is done is the moment at which its readers want to know what "
			"came of it. Write an update, the value that its measure has come to under "
			"`actuals:`, or under `evidence:` where it can be seen.",
		.before = PLAN "    status: in-progress\n",
		.bad = PLAN "    status: done\n",
		.good = PLAN "    status: done\n"
			     "    updates:\n"
			     "      - {date: 2024-09-20, text: Half of the tenants answered.}\n",
	},
	.on_change = on_change,
};
