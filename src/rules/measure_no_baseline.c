#include "rules/measure.h"
#include "rules/rule.h"
#include "rules/wording.h"

static void on_measure(struct rule_run *run, const struct measure *measure,
		       const struct action *action)
{
	const struct target *target = &measure->target;
	bool is_part = target->kind == TARGET_INCREASE_BY || target->kind == TARGET_REDUCE_BY;
	struct finding *finding;
	struct str words;

	(void)action;
	if (measure_has_baseline(measure) || (!is_part && !measure->lacks_baseline))
		return;
	words = is_part ? wording_quote(run, target->node->text) : measure_quote(run, measure);
	finding = report_add(run->report, &rule_measure_no_baseline.kind,
			     is_part ? node_span(target->node) : measure_place(measure),
			     "“%.*s” is a change, but %s", STR_ARG(words),
			     measure->baseline ? "the `baseline:` that it starts from is not known"
					       : "nothing says what it starts from");
	finding_hint(run->report, finding,
		     "write where things stand now under `baseline:`, such as `baseline: 210`; or "
		     "make the target a level, such as `at least 230`");
}

const struct rule rule_measure_no_baseline = {
	.kind = {
		.name = "measure-no-baseline",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "A target is a change (increase by 10%), and there is no baseline.",
		.advice =
			"Ten per cent more than what? A change can only be checked by somebody "
			"who knows where things stood before. Write that under `baseline:`, best "
			"with its date: `{value: 210, at: 2024-03}`. `baseline: unknown` is "
			"honest, and well where the target is a level; a change from what is not "
			"known can never be checked, so it counts as no baseline here. A level "
			"(at least 230) needs none.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Tenants who answer\n"
			"        target: increase by 10%\n"
			"        source: Tenant survey\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - indicator: Tenants who answer\n"
			"        baseline: 210\n"
			"        target: increase by 10%\n"
			"        source: Tenant survey\n",
	},
	.on_measure = on_measure,
};
