#include "rules/measure.h"
#include "rules/rule.h"

enum {
#define RULE(name) RULE_##name,
#include "rules/rules.def"
#undef RULE
	RULE_COUNT
};

#define FIELD_TYPES (FIELD_MAP + 1)

const struct rule *const rules[] = {
#define RULE(name) &rule_##name,
#include "rules/rules.def"
#undef RULE
	NULL,
};

/* Who is called for what: one walk over a plan serves all rules. */
struct dispatch {
	struct rule_run *run;
	unsigned types;
	size_t counts[FIELD_TYPES];
	const struct rule *by_type[FIELD_TYPES][RULE_COUNT];
	size_t action_count;
	const struct rule *on_action[RULE_COUNT];
	size_t measure_count;
	const struct rule *on_measure[RULE_COUNT];
};

static void subscribe(struct dispatch *dispatch, const struct rule *rule)
{
	if (rule->on_action)
		dispatch->on_action[dispatch->action_count++] = rule;
	if (rule->on_measure)
		dispatch->on_measure[dispatch->measure_count++] = rule;
	if (!rule->on_value)
		return;
	dispatch->types |= rule->visits;
	for (size_t type = 0; type < FIELD_TYPES; type++) {
		if (rule->visits & FIELD_BIT(type))
			dispatch->by_type[type][dispatch->counts[type]++] = rule;
	}
}

static void pass_value(void *context, const struct thing *owner, const struct field *field,
		       const void *value)
{
	const struct dispatch *dispatch = context;
	const struct rule *const *to = dispatch->by_type[field->type];

	for (size_t i = 0; i < dispatch->counts[field->type]; i++)
		to[i]->on_value(dispatch->run, owner, field, value);
}

static void pass_measures(const struct dispatch *dispatch, const struct list *list,
			  const struct action *action)
{
	const struct measure *measures = list->at;

	if (!dispatch->measure_count)
		return;
	for (size_t i = 0; i < list->len; i++) {
		if (!measure_is_sound(&measures[i]))
			continue;
		for (size_t j = 0; j < dispatch->measure_count; j++)
			dispatch->on_measure[j]->on_measure(dispatch->run, &measures[i], action);
	}
}

/* One with nothing in it was found at fault already. */
static void pass_action(const struct dispatch *dispatch, const struct action *action)
{
	if (action->thing.node->kind == NODE_MAP && !action->thing.node->count)
		return;
	for (size_t i = 0; i < dispatch->action_count; i++)
		dispatch->on_action[i]->on_action(dispatch->run, action);
	pass_measures(dispatch, &action->measures, action);
}

int rule_number(const struct rule_run *run, const struct rule *rule)
{
	for (size_t i = 0; run->numbers && i < RULE_COUNT; i++) {
		if (rules[i] == rule)
			return run->numbers[i];
	}
	return rule->number.value;
}

void rules_check_plan(struct rule_run *run, const bool *enabled)
{
	const struct plan *plan = run->plan;
	const struct theme *themes = plan->themes.at;
	struct dispatch dispatch = { .run = run };
	struct walk walk = { .value = pass_value, .context = &dispatch };

	run->guesses = 0;
	run->prose = NULL;
	for (size_t i = 0; i < RULE_COUNT; i++) {
		if (enabled[i])
			subscribe(&dispatch, rules[i]);
	}
	walk.types = dispatch.types;
	thing_walk(&plan->thing, &walk);
	pass_measures(&dispatch, &plan->measures, NULL);
	for (size_t i = 0; i < plan->themes.len; i++)
		pass_measures(&dispatch, &themes[i].measures, NULL);
	for (size_t i = 0; i < plan->all_actions.len; i++)
		pass_action(&dispatch, plan->all_actions.at[i]);
	for (size_t i = 0; i < RULE_COUNT; i++) {
		if (enabled[i] && rules[i]->on_plan)
			rules[i]->on_plan(run, plan);
	}
}

void rules_check_council(struct rule_run *run, const bool *enabled)
{
	for (size_t i = 0; i < RULE_COUNT; i++) {
		if (enabled[i] && rules[i]->on_council)
			rules[i]->on_council(run, run->council);
	}
}

/* In the change by which a plan is adopted most are silent. */
static bool speaks(const struct rule_run *run, const struct rule *rule)
{
	return rule->is_of_adoption || !plan_is_adopted(run->plan) || plan_is_adopted(run->before);
}

static bool wants_past(const struct rule_run *run, const struct rule *rule)
{
	for (size_t i = 0; rule->wants_past && i < run->change_count; i++) {
		if (rule->wants_past(&run->changes[i]))
			return true;
	}
	return false;
}

bool rules_want_past(const struct rule_run *run, const bool *enabled)
{
	for (size_t i = 0; i < RULE_COUNT; i++) {
		if (enabled[i] && speaks(run, rules[i]) && wants_past(run, rules[i]))
			return true;
	}
	return false;
}

static void pass_changes(struct rule_run *run, const struct rule *rule)
{
	for (size_t i = 0; rule->on_change && i < run->change_count; i++)
		rule->on_change(run, &run->changes[i]);
	if (rule->on_changes)
		rule->on_changes(run);
}

void rules_check_changes(struct rule_run *run, const bool *enabled)
{
	for (size_t i = 0; i < RULE_COUNT; i++) {
		if (enabled[i] && speaks(run, rules[i]))
			pass_changes(run, rules[i]);
	}
}
