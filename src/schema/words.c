#include "schema/words.h"
#include "tree/scalar.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "schema/known.h"
#include "schema/phrase.h"

#include <string.h>

/* Keys or values that a hint lists. */
#define LISTED 12

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

struct finding *words_add(struct explain *explain, const struct finding_kind *kind,
			  const struct spot *spot, const char *format, ...)
{
	struct str subject = phrase_subject(&explain->arena, spot);
	struct str rest;
	va_list args;

	va_start(args, format);
	rest = arena_vprintf(&explain->arena, format, args);
	va_end(args);
	return report_add(explain->report, kind, spot_span(spot), "%.*s %.*s", STR_ARG(subject),
			  STR_ARG(rest));
}

void words_hint(struct explain *explain, struct finding *finding, struct str words)
{
	words = phrase_name(&explain->arena, words);
	if (words.len)
		finding_hint(explain->report, finding, "%.*s", STR_ARG(words));
}

struct str words_code(struct explain *explain, const struct node *node)
{
	return explain->is_json ? phrase_json(&explain->arena, node)
				: phrase_code(&explain->arena, node);
}

struct str words_code_text(struct explain *explain, struct str text)
{
	return explain->is_json ? phrase_quoted(&explain->arena, text)
				: phrase_code_text(&explain->arena, text);
}

struct str words_pair(struct explain *explain, struct str key, struct str value)
{
	return arena_printf(&explain->arena, value.len ? "%.*s: %.*s" : "%.*s:%.*s",
			    STR_ARG(words_code_text(explain, key)), STR_ARG(value));
}

struct str words_first(struct explain *explain, const struct node *examples)
{
	if (!examples || examples->kind != NODE_LIST || !examples->count)
		return (struct str){ 0 };
	return words_code(explain, examples->items[0]);
}

struct str words_lead_in(struct explain *explain, const struct spot *spot)
{
	if (spot->pair && !spot->is_key)
		return arena_printf(&explain->arena, "%.*s: ",
				    STR_ARG(words_code_text(explain, spot->pair->key->text)));
	if (!spot->outer || spot->is_key || spot->outer->node->style == STYLE_FLOW)
		return STR("");
	return STR("- ");
}

struct str words_such_as(struct explain *explain, const struct spot *spot, struct str usual)
{
	struct str example = words_first(explain, spot_outer_note(spot, STR("examples")));

	if (!example.len && !usual.len)
		return example;
	if (!example.len)
		example = words_code_text(explain, usual);
	return arena_printf(&explain->arena, "such as `%.*s%.*s`",
			    STR_ARG(words_lead_in(explain, spot)), STR_ARG(example));
}

struct str words_advice(struct explain *explain, const struct spot *spot, struct str sentence)
{
	struct str example = words_such_as(explain, spot, (struct str){ 0 });

	if (!sentence.len && example.len)
		return arena_printf(&explain->arena, "write something %.*s", STR_ARG(example));
	if (!example.len)
		return sentence;
	return arena_printf(&explain->arena, "%.*s, %.*s", STR_ARG(sentence), STR_ARG(example));
}

struct str words_meaning(struct explain *explain, const struct spot *spot)
{
	struct str about = phrase_sentence(spot_outer_note(spot, STR("description")));

	return words_advice(explain, spot, phrase_name(&explain->arena, about));
}

/* The allowed text that what was written is a misspelling of; empty when there is none. */
static struct str nearest_value(const struct allowed *allowed, const struct node *node)
{
	struct str written = phrase_uncurled(node->text);
	struct str nearest = { 0 };
	unsigned least = KNOWN_FAR;

	for (size_t i = 0; node->kind == NODE_SCALAR && i < allowed->count; i++) {
		unsigned distance = KNOWN_FAR;

		if (node_is_text(allowed->values[i]))
			distance = known_distance(written, allowed->values[i]->text);
		if (distance >= least)
			continue;
		least = distance;
		nearest = allowed->values[i]->text;
	}
	return nearest;
}

/* "`one`, `two` or `three`" */
static struct str list_values(struct explain *explain, const struct allowed *allowed)
{
	struct phrase_list list = { .arena = &explain->arena };

	for (size_t i = 0; i < allowed->count && i <= LISTED; i++)
		phrase_add(&list, arena_printf(&explain->arena, "`%.*s`",
					       STR_ARG(words_code(explain, allowed->values[i]))));
	return phrase_join(&list, "or", LISTED);
}

void words_value(struct explain *explain, struct spot *spot, const struct allowed *allowed)
{
	struct str nearest, before, all;
	struct finding *finding;

	if (explain->trial)
		explain->trial->tags += spot->depth == explain->trial->depth + 1;
	if (!explain_fault(explain, spot))
		return;
	nearest = nearest_value(allowed, spot->node);
	before = words_lead_in(explain, spot);
	all = list_values(explain, allowed);
	if (node_is_null(spot->node))
		finding = words_nothing(explain, spot);
	else
		finding = words_add(explain, &kind_schema_value, spot, "cannot be %.*s",
				    STR_ARG(phrase_value(&explain->arena, spot->node)));
	if (nearest.len && !explain->is_json)
		scalar_mend(explain->report, finding, spot->node, nearest);
	if (nearest.len && !explain->is_json && phrase_is_curly(spot->node->text))
		finding_hint(explain->report, finding,
			     "curly quotes mean nothing to YAML: write `%.*s%.*s`", STR_ARG(before),
			     STR_ARG(words_code_text(explain, nearest)));
	else if (nearest.len && allowed->count > 1)
		finding_hint(explain->report, finding, "did you mean `%.*s%.*s`? It can be %.*s",
			     STR_ARG(before), STR_ARG(words_code_text(explain, nearest)),
			     STR_ARG(all));
	else if (all.len)
		finding_hint(explain->report, finding,
			     allowed->count > 1 ? "it can be %.*s" : "it can only be %.*s",
			     STR_ARG(all));
}

void words_size(struct explain *explain, struct spot *spot, const struct rule *rule, size_t size)
{
	const char *unit = spot->node->kind == NODE_LIST  ? "item"
			   : spot->node->kind == NODE_MAP ? "key"
							  : "character";
	size_t limit = rule->limit;
	struct finding *finding;

	if (!explain_fault(explain, spot))
		return;
	if (!rule->mode && !size)
		finding = words_add(explain, &kind_schema_size, spot, "is empty");
	else
		finding = words_add(explain, &kind_schema_size, spot,
				    "has %zu %s%s, but needs %s %zu", size, unit, plural(size),
				    rule->mode ? "at most" : "at least", limit);
	if (!rule->mode && !size)
		finding_hint(explain->report, finding, "it needs at least %zu %s%s", limit, unit,
			     plural(limit));
	else
		words_hint(explain, finding,
			   phrase_sentence(spot_outer_note(spot, STR("description"))));
}

void words_bound(struct explain *explain, struct spot *spot, const struct rule *rule, bool upper,
		 bool open)
{
	const char *words = open ? (upper ? "below" : "above") : (upper ? "at most" : "at least");

	if (!explain_fault(explain, spot))
		return;
	words_hint(explain,
		   words_add(explain, &kind_schema_size, spot, "must be %s %.*s, not %.*s", words,
			     STR_ARG(rule->value->text),
			     STR_ARG(phrase_value(&explain->arena, spot->node))),
		   phrase_sentence(spot_outer_note(spot, STR("description"))));
}

void words_multiple(struct explain *explain, struct spot *spot, const struct rule *rule)
{
	if (!explain_fault(explain, spot))
		return;
	words_hint(explain,
		   words_add(explain, &kind_schema_size, spot,
			     "must be a multiple of %.*s, which %.*s is not",
			     STR_ARG(rule->value->text),
			     STR_ARG(phrase_value(&explain->arena, spot->node))),
		   phrase_sentence(spot_outer_note(spot, STR("description"))));
}

void words_contains(struct explain *explain, struct spot *spot, const struct contains *contains,
		    size_t found)
{
	struct finding *finding;
	struct str thing;

	if (!explain_fault(explain, spot))
		return;
	thing = phrase_thing(&explain->arena, schema_title(contains->schema));
	if (!thing.len)
		thing = STR("of the right kind");
	if (!found && contains->least == 1)
		finding = words_add(explain, &kind_schema_other, spot,
				    "needs an item that is %.*s, and has none", STR_ARG(thing));
	else
		finding = words_add(explain, &kind_schema_size, spot,
				    "has %zu item%s that %s %.*s, but needs %s %zu", found,
				    plural(found), found == 1 ? "is" : "are", STR_ARG(thing),
				    found < contains->least ? "at least" : "at most",
				    found < contains->least ? contains->least : contains->most);
	words_hint(explain, finding,
		   phrase_sentence(schema_note(contains->schema, STR("description"))));
}

void words_extra_items(struct explain *explain, struct spot *spot, uint32_t first)
{
	const struct node *list = spot->node;
	struct finding *finding;

	if (!explain_fault(explain, spot))
		return;
	if (!first)
		finding = words_add(explain, &kind_schema_size, spot, "must be an empty list");
	else
		finding = words_add(explain, &kind_schema_size, spot,
				    "has %u items, but there is room for %u", list->count, first);
	finding->span = node_span(list->items[first]);
}

void words_repeated(struct explain *explain, struct spot *spot, uint32_t again, uint32_t earlier)
{
	const struct node *list = spot->node;
	struct finding *finding;

	if (!explain_fault(explain, spot))
		return;
	finding = words_add(explain, &kind_schema_other, spot, "has %.*s twice",
			    STR_ARG(phrase_value(&explain->arena, list->items[again])));
	finding->span = node_span(list->items[again]);
	finding_relate(explain->report, finding, node_span(list->items[earlier]), "first here");
	words_hint(explain, finding, STR("leave one of them out"));
}
