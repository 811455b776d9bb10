#include "rules/place.h"
#include "rules/rule.h"
#include "rules/wording.h"

static void on_action(struct rule_run *run, const struct action *action)
{
	struct finding *finding;
	struct str name;

	/* An empty item is a fault of its own (text-placeholder), and not also a missing measure.
	 */
	if (list_is_given(&action->measures) ||
	    (action->theme && list_is_given(&action->theme->measures)))
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_measure_missing.kind,
			     place_of_missing(&action->thing, action->measures.node),
			     "%.*s has no measure", STR_ARG(name));
	finding_hint(run->report, finding,
		     "add `measures:` that say how we will know that it worked, best with an "
		     "`indicator:` and a `target:`");
}

const struct rule rule_measure_missing = {
	.kind = {
		.name = "measure-missing",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_ERROR,
		.summary = "An action has no measure, nor has its theme.",
		.advice =
			"A measure says how we will know that an action worked. Without one "
			"nobody can say at the end whether it did. Give the action a measure, "
			"best with what is counted (`indicator:`) and how much is enough "
			"(`target:`). Measures of a theme serve all its actions.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n",
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
			"        target: at least 40%\n",
	},
	.on_action = on_action,
};
