#include "rules/measure.h"
#include "rules/restate.h"
#include "rules/rule.h"

static void on_measure(struct rule_run *run, const struct measure *measure,
		       const struct action *action)
{
	const struct text *text = action ? restate_find(action, measure) : NULL;
	bool is_outcome = text && text != &action->activity && text != &action->title;
	const char *what = is_outcome ? "outcome" : "activity";
	struct finding *finding;
	struct str words;

	if (!text)
		return;
	words = measure_quote(run, measure);
	finding = report_add(run->report, &rule_measure_restates.kind, measure_place(measure),
			     "“%.*s” only says the %s again", STR_ARG(words), what);
	finding_hint(run->report, finding,
		     "say how we will know: what is counted under `indicator:` and how much is "
		     "enough under `target:`, or `kind: yes-no` with its `evidence:`");
	finding_relate(run->report, finding, node_span(text->node), "the %s", what);
}

const struct rule rule_measure_restates = {
	.kind = {
		.name = "measure-restates",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "A measure only says the activity or an outcome again.",
		.advice =
			"A measure that repeats what will be done, or what will be different, "
			"adds nothing: it does not say how anybody will know. Say what you would "
			"look at to see whether it came true, and how much of it is enough. Where "
			"the work itself is all there is to check, write `kind: yes-no`, and "
			"under `evidence:` what will show that it is done.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - Tenants are asked about their repairs.\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Share of tenants who answer\n"
			"        baseline: 31%\n"
			"        target: at least 40%\n"
			"        source: Tenant survey\n",
	},
	.on_measure = on_measure,
};
