#include "rules/measure.h"
#include "rules/restate.h"
#include "rules/rule.h"

static void on_measure(struct rule_run *run, const struct measure *measure,
		       const struct action *action)
{
	struct finding *finding;
	struct str words;

	if (measure->grade != GRADE_DIRECTION || (action && restate_find(action, measure)))
		return;
	words = measure_quote(run, measure);
	finding = report_add(run->report, &rule_measure_direction_only.kind, measure_place(measure),
			     "“%.*s” says which way, but not by how much", STR_ARG(words));
	if (measure_has_parts(measure))
		finding_hint(run->report, finding,
			     "say what is counted under `indicator:`, and add `target:`, such as "
			     "`at least 50%%`");
	else
		finding_hint(run->report, finding,
			     "say what is counted under `indicator:`, where it stands now under "
			     "`baseline:`, and how far it should go under `target:`, such as "
			     "`increase by 10%%`");
}

const struct rule rule_measure_direction_only = {
	.kind = {
		.name = "measure-direction-only",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "A measure says more, fewer or better, but not by how much.",
		.advice =
			"“An increase in answers” comes true with one answer more. Say what is "
			"counted under `indicator:`, where it stands now under `baseline:`, and "
			"how far it should go under `target:`: a level (at least 40%) or a change "
			"(increase by 10%).",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - An increase in the number of tenants who answer.\n",
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
