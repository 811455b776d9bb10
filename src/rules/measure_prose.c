#include "rules/measure.h"
#include "rules/restate.h"
#include "rules/rule.h"
#include "rules/wording.h"
#include "rules/placeholder.h"

static bool is_above_prose(const struct list *list)
{
	const struct measure *measures = list->at;

	for (size_t i = 0; i < list->len; i++) {
		if (measures[i].grade > GRADE_PROSE)
			return true;
	}
	return false;
}

/* Whether it is only words; one that could not be read, or is in another language, may be more. */
static bool is_prose(const struct rule_run *run, const struct measure *measure)
{
	return measure_is_sound(measure) &&
	       (measure_has_parts(measure) || measure_is_read(run, measure));
}

/* An empty item, or "TBC", is a fault of its own. */
static bool is_placeholder(const struct measure *measure)
{
	return node_is_null(measure->thing.node) ||
	       placeholder_is_note(str_trim(measure_sentence(measure)), false);
}

static void on_action(struct rule_run *run, const struct action *action)
{
	const struct measure *measures = action->measures.at;
	const struct measure *first = NULL;
	struct finding *finding;
	struct str name;

	if (is_above_prose(&action->measures) ||
	    (action->theme && is_above_prose(&action->theme->measures)))
		return;
	for (size_t i = 0; i < action->measures.len; i++) {
		if (is_placeholder(&measures[i]))
			continue;
		if (!is_prose(run, &measures[i]))
			return;
		if (!first && !restate_find(action, &measures[i]))
			first = &measures[i];
	}
	if (!first)
		return;
	name = wording_action(run, action);
	finding = report_add(run->report, &rule_measure_prose.kind, measure_place(first),
			     "%.*s is measured in words only: nothing says what is counted or how "
			     "much is enough",
			     STR_ARG(name));
	finding_hint(run->report, finding,
		     "say what is counted under `indicator:` and how much is enough under "
		     "`target:`; for what is there or not write `kind: yes-no`");
}

const struct rule rule_measure_prose = {
	.kind = {
		.name = "measure-prose",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_WARNING,
		.summary = "The measures of an action are words that nothing can be held against.",
		.advice =
			"A measure says how we will know. “Staff are valued” sounds right, but at "
			"the end of the year two people can disagree about whether it came true. "
			"Say what you would look at (`indicator:`) and how much of it is enough "
			"(`target:`). Where there is nothing to count, say `kind: yes-no` for "
			"what is there or not, or under `evidence:` what will show it. One "
			"measure that can be checked is enough; the others may stay words. "
			"Sentences are read for plain signs only: a number with its unit, “the "
			"number of”, “increase”, “all”. A measure that only repeats the activity "
			"is a finding of `measure-restates`.",
		.bad =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - Tenants feel listened to.\n",
		.good =
			"title: Housing Plan\n"
			"status: adopted\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures:\n"
			"      - Tenants feel listened to.\n"
			"      - indicator: Share of tenants who answer\n"
			"        baseline: 31%\n"
			"        target: at least 40%\n"
			"        source: Tenant survey\n",
	},
	.on_action = on_action,
};
