#include "model/quantity.h"
#include "rules/measure.h"
#include "rules/rule.h"
#include "rules/wording.h"

static const struct number nothing = { 0, 0 };
static const struct number one = { 1, 0 };
static const struct number whole = { 100, 0 };

enum side { SIDE_NONE, SIDE_UP, SIDE_DOWN };

/* Which way is better: as the measure says, else as its target does. */
static enum side side_of(const struct measure *measure)
{
	if (measure->direction.node)
		return measure->direction.index == DIRECTION_UP ? SIDE_UP : SIDE_DOWN;
	switch (measure->target.kind) {
	case TARGET_AT_LEAST:
	case TARGET_ABOVE: return SIDE_UP;
	case TARGET_AT_MOST:
	case TARGET_BELOW: return SIDE_DOWN;
	default: return SIDE_NONE;
	}
}

/* Whether the target is a level, as a number. */
static bool is_level(enum target_kind kind)
{
	return kind == TARGET_AT_LEAST || kind == TARGET_AT_MOST || kind == TARGET_BELOW ||
	       kind == TARGET_ABOVE || kind == TARGET_EXACTLY || kind == TARGET_BETWEEN;
}

static bool is_change(enum target_kind kind)
{
	return kind == TARGET_INCREASE_BY || kind == TARGET_REDUCE_BY;
}

static struct str canonical(struct str unit)
{
	if (str_equal_nocase(unit, STR("percent")) || str_equal_nocase(unit, STR("per cent")))
		return STR("%");
	return unit;
}

/* The unit of a number: its own, else that of the measure. */
static struct str unit_or_key(struct str unit, const struct measure *measure)
{
	return canonical(unit.len ? unit : str_trim(measure->unit.words));
}

/*
 * Reads the baseline where it can be held against the target: a number of the
 * same unit. 0.82 beside 90% may be the same share, written in another way.
 */
static bool read_baseline(struct rule_run *run, const struct measure *measure,
			  struct quantity *baseline)
{
	struct str unit, other, why;

	if (!measure_has_baseline(measure) ||
	    !quantity_read(measure->baseline->value.text, run->arena, baseline, &why))
		return false;
	unit = unit_or_key(quantity_unit(baseline, run->arena), measure);
	other = unit_or_key(measure->target.unit, measure);
	if (unit.len && other.len)
		return str_equal_nocase(unit, other) ||
		       (str_equal(unit, STR("%")) && str_equal(other, STR("percentage points")));
	if (!unit.len && !other.len)
		return true;
	return !(str_equal(unit, STR("%")) || str_equal(other, STR("%"))) ||
	       number_compare(baseline->number, one) > 0;
}

static struct finding *add(struct rule_run *run, const struct measure *measure, const char *what)
{
	struct str words = wording_quote(run, measure->target.node->text);

	return report_add(run->report, &rule_measure_wrong_side.kind,
			  node_span(measure->target.node), "“%.*s” %s", STR_ARG(words), what);
}

static void check_side(struct rule_run *run, const struct measure *measure,
		       const struct quantity *baseline, enum side side)
{
	const struct target *target = &measure->target;
	struct number low = target->low;
	struct number high = target->kind == TARGET_BETWEEN ? target->high : target->low;
	struct str words = wording_quote(run, measure->baseline->value.text);
	struct finding *finding;
	bool is_below = number_compare(high, baseline->number) < 0;
	bool is_above = number_compare(low, baseline->number) > 0;

	if (!(side == SIDE_UP && is_below) && !(side == SIDE_DOWN && is_above))
		return;
	finding = add(run, measure,
		      is_below ? "is below the baseline, though more is better"
			       : "is above the baseline, though less is better");
	finding_hint(run->report, finding,
		     measure->direction.node
			     ? "check the target, the baseline (%.*s) and the `direction:`"
			     : "check the target and the baseline (%.*s), and which way the "
			       "target goes: `at least` or `at most`",
		     STR_ARG(words));
	finding_relate(run->report, finding, node_span(measure->baseline->value.node),
		       "the baseline");
}

/* "increase by 10%", where less is better. */
static bool check_change(struct rule_run *run, const struct measure *measure)
{
	enum side side = side_of(measure);
	bool is_up = measure->target.kind == TARGET_INCREASE_BY;
	struct finding *finding;

	if (!is_change(measure->target.kind) || side == SIDE_NONE || (side == SIDE_UP) == is_up ||
	    !measure->target.low.digits)
		return false;
	finding = add(run, measure,
		      is_up ? "goes up, though less is better"
			    : "goes down, though more is better");
	finding_hint(run->report, finding, "check the target and the `direction:`");
	finding_relate(run->report, finding, node_span(measure->direction.node), "the direction");
	return true;
}

static bool is_no_share(struct number number)
{
	return number_compare(number, nothing) < 0 || number_compare(number, whole) > 0;
}

/* Where a change by percentage points leads to. */
static bool leads_outside(struct rule_run *run, const struct measure *measure)
{
	const struct target *target = &measure->target;
	struct number change = target->low;
	struct quantity baseline;
	struct number sum;

	if (!str_equal(target->unit, STR("percentage points")) ||
	    !read_baseline(run, measure, &baseline) || is_no_share(baseline.number))
		return false;
	if (target->kind == TARGET_REDUCE_BY)
		change.digits = -change.digits;
	return number_add(baseline.number, change, &sum) && is_no_share(sum);
}

/* A share is a value in per cent. A rise of 150% is none; a fall of 150% cannot be. */
static bool is_outside(struct rule_run *run, const struct measure *measure)
{
	const struct target *target = &measure->target;
	bool is_share = str_equal(unit_or_key(target->unit, measure), STR("%"));

	if (is_level(target->kind))
		return is_share && (is_no_share(target->low) ||
				    (target->kind == TARGET_BETWEEN && is_no_share(target->high)));
	if (!is_change(target->kind))
		return false;
	if (target->kind == TARGET_REDUCE_BY && str_equal(target->unit, STR("%")))
		return is_no_share(target->low);
	return leads_outside(run, measure);
}

static void on_measure(struct rule_run *run, const struct measure *measure,
		       const struct action *action)
{
	enum side side = side_of(measure);
	struct quantity baseline;
	struct finding *finding;

	(void)action;
	if ((!is_level(measure->target.kind) && !is_change(measure->target.kind)) ||
	    check_change(run, measure))
		return;
	if (is_outside(run, measure)) {
		finding = add(run, measure,
			      is_level(measure->target.kind)
				      ? "is outside 0 to 100%, where every share lies"
				      : "leads outside 0 to 100%, where every share lies");
		finding_hint(run->report, finding,
			     "check the figure; a change is written `increase by 20%%`");
		return;
	}
	if (is_level(measure->target.kind) && side != SIDE_NONE &&
	    read_baseline(run, measure, &baseline))
		check_side(run, measure, &baseline, side);
}

const struct rule rule_measure_wrong_side = {
	.kind = {
		.name = "measure-wrong-side",
		.draft = SEVERITY_ERROR,
		.adopted = SEVERITY_ERROR,
		.summary = "A target is on the wrong side of its baseline, or a share is outside 0 to 100%.",
		.advice =
			"A target that is worse than where things stand now is most often a slip: "
			"two figures that changed places, or `at least` for `at most`. Which way "
			"is better is what `direction:` says, else what the target does: `at "
			"least` and `above` go up, `at most` and `below` go down. The same level "
			"as now is no fault. A share lies between 0 and 100%; a change (increase "
			"by 150%) is no share. Baseline and target are compared where they have "
			"the same unit.",
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
			"        baseline: 41%\n"
			"        target: at least 31%\n"
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
			"      - indicator: Share of tenants who answer\n"
			"        baseline: 31%\n"
			"        target: at least 41%\n"
			"        source: Tenant survey\n",
	},
	.on_measure = on_measure,
};
