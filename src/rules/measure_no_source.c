#include "rules/measure.h"
#include "rules/rule.h"
#include "rules/wording.h"

static bool is_numeric(enum target_kind kind)
{
	switch (kind) {
	case TARGET_AT_LEAST:
	case TARGET_AT_MOST:
	case TARGET_BELOW:
	case TARGET_ABOVE:
	case TARGET_EXACTLY:
	case TARGET_BETWEEN:
	case TARGET_INCREASE_BY:
	case TARGET_REDUCE_BY: return true;
	default: return false;
	}
}

static void on_measure(struct rule_run *run, const struct measure *measure,
		       const struct action *action)
{
	const struct target *target = &measure->target;
	struct finding *finding;
	struct str words;

	(void)action;
	/* What is given but empty is a fault of its own. */
	if (!is_numeric(target->kind) || measure->source.node || measure->evidence.node)
		return;
	words = wording_quote(run, target->node->text);
	finding = report_add(run->report, &rule_measure_no_source.kind, node_span(target->node),
			     "nothing says where the figure for “%.*s” comes from", STR_ARG(words));
	finding_hint(run->report, finding,
		     "add `source:` with the survey, system or report that holds it");
}

const struct rule rule_measure_no_source = {
	.kind = {
		.name = "measure-no-source",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_NOTE,
		.summary = "A target is a number, and nothing says where the figure comes from.",
		.advice =
			"Whoever reports on the plan has to know where to look, and two sources "
			"seldom agree. Name the survey, the system or the report under `source:`. "
			"What stands under `evidence:` will do too.",
		.bad =
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
			"        target: at least 40%\n",
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
