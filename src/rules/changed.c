#include "rules/changed.h"
#include "base/civil.h"
#include "diff/compare.h"
#include "rules/place.h"
#include "rules/wording.h"

#include <stdarg.h>

static bool is_gone(const struct change *change)
{
	return change->kind == CHANGE_ACTION_REMOVED;
}

/* The measure that something is gone from. */
static const struct measure *measure_of(const struct rule_run *run, const struct change *change)
{
	const struct list *list = change->action  ? &change->action->measures
				  : change->theme ? &change->theme->measures
						  : &run->plan->measures;
	const struct measure *measures = list->at;

	for (size_t i = 0; change->after.source && i < list->len; i++) {
		const struct node *node = measures[i].thing.node;

		if (node->source == change->after.source && node->begin == change->after.begin)
			return &measures[i];
	}
	return NULL;
}

static struct span place_of(const struct rule_run *run, const struct change *change)
{
	const struct measure *measure = measure_of(run, change);

	if (is_gone(change))
		return place_of_thing(&run->plan->thing);
	if (change->kind == CHANGE_ACTION_ADDED)
		return place_of_thing(&change->action->thing);
	if (change->new.kind != VALUE_NONE && change->after.source)
		return change->after;
	if (measure)
		return place_of_thing(&measure->thing);
	if (change->action)
		return place_of_thing(&change->action->thing);
	if (change->theme)
		return place_of_thing(&change->theme->thing);
	return place_of_thing(&run->plan->thing);
}

struct finding *changed_report(struct rule_run *run, const struct rule *rule,
			       const struct change *change, const char *format, ...)
{
	struct finding *finding;
	struct str words;
	va_list args;

	va_start(args, format);
	words = arena_vprintf(run->arena, format, args);
	va_end(args);
	finding = report_add(run->report, &rule->kind, place_of(run, change), "%.*s",
			     STR_ARG(words));
	if (is_gone(change) && change->action->thing.id.len)
		finding->gone = change->action->thing.id;
	if (change->before.source)
		finding_relate(run->report, finding, change->before, "as it was before the change");
	changed_note(run, rule, change);
	return finding;
}

void changed_note(struct rule_run *run, const struct rule *rule, const struct change *change)
{
	if (run->offences)
		vec_add(run->report->arena, &run->offences->list,
			((struct offence){ change, rule }));
}

bool changed_has_reason(const struct rule_run *run, const struct change *change)
{
	for (size_t i = 0; !change->action && i < run->pair_count; i++) {
		const struct action_pair *pair = &run->pairs[i];

		if (pair->before && pair->after &&
		    (!change->theme || pair->after->theme == change->theme) &&
		    reasons_that_came(run->arena, pair->before, pair->after))
			return true;
	}
	return change->reasons != NULL;
}

bool changed_is_slip(const struct change *change)
{
	return change->kind == CHANGE_DATE_SLIPPED || change->kind == CHANGE_DATE_REMOVED;
}

struct str changed_name(struct rule_run *run, const struct change *change)
{
	struct str id;

	if (change->action)
		return wording_action(run, change->action);
	if (!change->theme || !change->theme->thing.id.len)
		return STR("the plan");
	id = wording_quote(run, change->theme->thing.id);
	return arena_printf(run->arena, "theme “%.*s”", STR_ARG(id));
}

struct str changed_words(struct rule_run *run, const struct change_value *value)
{
	const struct node *words;

	if (value->kind == VALUE_TEXT)
		return wording_quote(run, value->text);
	if (value->kind != VALUE_NODE)
		return (struct str){ 0 };
	words = value->node;
	if (words->kind == NODE_MAP)
		words = node_find(value->node, STR("text"));
	if (!words)
		words = node_find(value->node, STR("indicator"));
	return words && words->kind == NODE_SCALAR ? wording_quote(run, words->text)
						   : (struct str){ 0 };
}

void changed_hint_reason(struct rule_run *run, struct finding *finding, const struct change *change,
			 const char *what)
{
	struct civil day = civil_from_days(run->as_of);
	bool has_some = change->action && change->action->revisions.len;

	finding_hint(run->report, finding, "%s `%s{date: %04d-%02d-%02d, reason: \"%s\"}%s`",
		     has_some         ? "add to its `revisions:` the entry"
		     : change->action ? "add to the action"
				      : "add to an action that it is for",
		     has_some ? "- " : "revisions: [", (int)day.year, (int)day.month, (int)day.day,
		     what, has_some ? "" : "]");
}
