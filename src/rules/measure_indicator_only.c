#include "rules/measure.h"
#include "rules/rule.h"

static void on_measure(struct rule_run *run, const struct measure *measure,
		       const struct action *action)
{
	struct finding *finding;
	struct str words;

	(void)action;
	if (measure->grade != GRADE_INDICATOR)
		return;
	words = measure_quote(run, measure);
	finding = report_add(run->report, &rule_measure_indicator_only.kind, measure_place(measure),
			     "“%.*s” says what is counted, but not how much is enough",
			     STR_ARG(words));
	if (measure_has_parts(measure))
		finding_hint(run->report, finding,
			     "add `target:`, such as `at least 50` or `increase by 10%%`");
	else
		finding_hint(run->report, finding,
			     "write it under `indicator:`, and add `target:`, such as "
			     "`at least 50` or `increase by 10%%`");
}

const struct rule rule_measure_indicator_only = {
	.kind = {
		.name = "measure-indicator-only",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "A measure says what is counted, but has no target.",
		.advice =
			"“The number of calls” says what will be counted. Nobody can tell from it "
			"whether ten calls are good or bad. Write what is counted under "
			"`indicator:` and how much is enough under `target:`. If that is not "
			"known yet, count first: write where things stand now under `baseline:`, "
			"and set the target in the next version of the plan.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - The number of tenants who answer.\n",
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
