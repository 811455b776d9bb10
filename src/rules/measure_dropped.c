#include "rules/changed.h"

static void on_change(struct rule_run *run, const struct change *change)
{
	struct finding *finding;
	struct str name, words;

	if (change->kind != CHANGE_MEASURE_REMOVED)
		return;
	name = changed_name(run, change);
	words = changed_words(run, &change->old);
	finding = changed_report(run, &rule_measure_dropped, change,
				 words.len ? "%.*s lost its measure “%.*s”"
					   : "%.*s lost a measure%.*s",
				 STR_ARG(name), STR_ARG(words));
	finding_hint(run->report, finding,
		     "put it back; where it no longer fits, say so under `waive:`, with "
		     "`rule: measure-dropped` and a reason");
}

#define PLAN                                               \
	"title: Housing Plan\n"                            \
	"status: adopted\n"                                \
	"actions:\n"                                       \
	"  - id: tenant-survey\n"                          \
	"    activity: Ask tenants about their repairs.\n" \
	"    lead: head-of-housing\n"                      \
	"    due: 2024-09\n"                               \
	"    measures:\n"                                  \
	"      - indicator: Share of tenants who answer\n"

const struct rule rule_measure_dropped = {
	.kind = {
		.name = "measure-dropped",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "An action, a theme or the plan lost a measure.",
		.advice =
			"What was to show whether the work helps is gone, and with it the line of its "
			"values. Put the measure back and let it run to the end of the plan, beside a "
			"better one if there is one. A measure that is only reworded is not lost: it is "
			"told by its `id:`, or by its words.",
		.before = PLAN "        target: at least 40%\n"
			       "      - Repairs are done in time.\n",
		.bad = PLAN "        target: at least 40%\n",
		.good = PLAN "        target: at least 40%\n"
			     "      - Nine in ten repairs are done in time.\n",
	},
	.on_change = on_change,
};
