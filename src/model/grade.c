#include "model/grade.h"
#include "model/measure_signs.h"
#include "model/plan.h"

struct str grade_name(enum grade grade)
{
	static const struct str names[GRADES] = {
		[GRADE_NONE] = STR_INIT("none"),
		[GRADE_PROSE] = STR_INIT("prose"),
		[GRADE_DIRECTION] = STR_INIT("direction"),
		[GRADE_INDICATOR] = STR_INIT("indicator"),
		[GRADE_YES_NO] = STR_INIT("yes-no"),
		[GRADE_TARGET] = STR_INIT("target"),
		[GRADE_COMPLETE] = STR_INIT("complete"),
	};

	return names[grade];
}

static bool is_given(const struct text *text)
{
	return text->node && str_trim(text->words).len;
}

static bool is_kind(const struct measure *measure, enum measure_kind kind)
{
	return measure->kind.node && !measure->kind.node->bad && measure->kind.index == (int)kind;
}

static bool has_target(const struct measure *measure)
{
	return measure->target.kind != TARGET_NONE && measure->target.kind != TARGET_BAD;
}

bool measure_has_parts(const struct measure *measure)
{
	return measure->target.node || is_given(&measure->indicator) ||
	       is_kind(measure, MEASURE_YES_NO) || is_given(&measure->evidence) ||
	       (measure->direction.node && !measure->direction.node->bad);
}

struct str measure_sentence(const struct measure *measure)
{
	return measure->text.node ? text_in(&measure->text, STR("en")) : measure->text.words;
}

bool measure_has_baseline(const struct measure *measure)
{
	struct str value;

	if (!measure->baseline)
		return false;
	value = str_trim(measure->baseline->value.text);
	return value.len && !str_equal_nocase(value, STR("unknown"));
}

/* `all` is a share; a benchmark says no unit. */
static bool has_unit(const struct measure *measure)
{
	return is_given(&measure->unit) || measure->target.unit.len ||
	       measure->target.kind == TARGET_ALL;
}

static bool is_complete(const struct measure *measure, const struct action *action)
{
	bool has_date = measure->by.kind == DATE_GIVEN ||
			(action && action->due.kind == DATE_GIVEN);

	return has_date && is_given(&measure->indicator) && is_given(&measure->source) &&
	       has_unit(measure) && measure_has_baseline(measure);
}

/* There or not; or judged in words, by something that will show it. */
static bool is_yes_no(const struct measure *measure)
{
	if (is_kind(measure, MEASURE_YES_NO) || measure->target.kind == TARGET_DONE)
		return true;
	if (has_target(measure) || !is_given(&measure->evidence))
		return false;
	return is_kind(measure, MEASURE_QUALITATIVE) ||
	       (!measure->kind.node && !is_given(&measure->indicator));
}

static enum grade grade_parts(const struct measure *measure, const struct action *action)
{
	if (is_yes_no(measure))
		return GRADE_YES_NO;
	if (has_target(measure))
		return is_complete(measure, action) ? GRADE_COMPLETE : GRADE_TARGET;
	if (is_kind(measure, MEASURE_QUALITATIVE))
		return GRADE_PROSE;
	if (is_given(&measure->indicator))
		return GRADE_INDICATOR;
	if (measure->direction.node && !measure->direction.node->bad)
		return GRADE_DIRECTION;
	return is_given(&measure->text) ? GRADE_PROSE : GRADE_NONE;
}

static enum grade grade_sentence(struct measure *measure)
{
	struct str sentence = measure_sentence(measure);
	struct measure_signs signs;

	if (!str_trim(sentence).len)
		return GRADE_NONE;
	signs = measure_signs_read(sentence);
	measure->lacks_baseline = signs.lacks_baseline;
	if (signs.has_target)
		return GRADE_TARGET;
	if (signs.has_direction)
		return GRADE_DIRECTION;
	return signs.is_counted ? GRADE_INDICATOR : GRADE_PROSE;
}

static void grade_all(struct plan *plan, const struct list *list, const struct action *action)
{
	struct measure *measures = list->at;

	for (size_t i = 0; i < list->len; i++) {
		struct measure *measure = &measures[i];

		if (node_is_null(measure->thing.node))
			continue;
		measure->grade = measure_has_parts(measure) ? grade_parts(measure, action)
							    : grade_sentence(measure);
		plan->grades[measure->grade]++;
	}
}

void plan_grade(struct plan *plan)
{
	const struct theme *themes = plan->themes.at;

	grade_all(plan, &plan->measures, NULL);
	for (size_t i = 0; i < plan->themes.len; i++)
		grade_all(plan, &themes[i].measures, NULL);
	for (size_t i = 0; i < plan->all_actions.len; i++)
		grade_all(plan, &plan->all_actions.at[i]->measures, plan->all_actions.at[i]);
}
