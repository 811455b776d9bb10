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

/* "`- {title: Strategy}`" of a description that goes on with "For example:"; or empty. */
static struct str told_example(const struct node *description)
{
	struct str mark = STR("For example: `");
	struct str text = { 0 };
	size_t at;

	if (!description || !node_is_text(description))
		return text;
	at = str_find(description->text, mark, 0);
	if (at == description->text.len)
		return text;
	text = str_slice(description->text, at + mark.len, description->text.len);
	return str_slice(text, 0, str_find_byte(text, '`', 0));
}

struct str words_such_as(struct explain *explain, const struct spot *spot, struct str usual)
{
	struct str example = words_first(explain, spot_outer_note(spot, STR("examples")));

	if (!example.len && !usual.len && !explain->is_json) {
		example = told_example(spot_outer_note(spot, STR("description")));
		return example.len
			       ? arena_printf(&explain->arena, "such as `%.*s`", STR_ARG(example))
			       : example;
	}
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
	if (!example.len || str_find(sentence, STR("such as"), 0) < sentence.len)
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

struct str words_allowed(struct explain *explain, const struct allowed *allowed)
{
	struct str all = list_values(explain, allowed);

	if (!all.len)
		return all;
	return arena_printf(&explain->arena,
			    allowed->count > 1 ? "it can be %.*s" : "it can only be %.*s",
			    STR_ARG(all));
}

struct finding *words_wrong(struct explain *explain, const struct spot *spot,
			    const struct finding_kind *kind)
{
	const struct node *node = spot->node;

	if (node_is_null(node))
		return words_nothing(explain, spot);
	if (spot->is_key)
		return report_add(explain->report, kind, spot_span(spot),
				  "%.*s cannot be a key here",
				  STR_ARG(phrase_value(&explain->arena, node)));
	if (node->kind == NODE_SCALAR && !node->text.len)
		return words_add(explain, kind, spot, "is empty");
	return words_add(explain, kind, spot, "cannot be %.*s",
			 STR_ARG(phrase_value(&explain->arena, node)));
}

/* What is misspelt; of a list of one, that one. */
static const struct node *core_of(const struct node *node)
{
	return node->kind == NODE_LIST && node->count == 1 ? node->items[0] : node;
}

void words_value(struct explain *explain, struct spot *spot, const struct allowed *allowed)
{
	struct str nearest, before;
	struct finding *finding;

	if (explain->trial)
		explain->trial->tags += spot->depth == explain->trial->depth + 1;
	if (!explain_fault(explain, spot))
		return;
	nearest = nearest_value(allowed, core_of(spot->node));
	before = words_lead_in(explain, spot);
	finding = words_wrong(explain, spot, &kind_schema_value);
	if (nearest.len && !explain->is_json && spot->node->kind == NODE_SCALAR)
		scalar_mend(explain->report, finding, spot->node, nearest);
	if (nearest.len && !explain->is_json && phrase_is_curly(spot->node->text))
		finding_hint(explain->report, finding,
			     "curly quotes mean nothing to YAML: write `%.*s%.*s`", STR_ARG(before),
			     STR_ARG(words_code_text(explain, nearest)));
	else if (nearest.len && allowed->count > 1)
		finding_hint(explain->report, finding, "did you mean `%.*s%.*s`? It can be %.*s",
			     STR_ARG(before), STR_ARG(words_code_text(explain, nearest)),
			     STR_ARG(list_values(explain, allowed)));
	else
		words_hint(explain, finding, words_allowed(explain, allowed));
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
	else if (!limit)
		finding = words_add(explain, &kind_schema_size, spot, "must be empty");
	else
		finding = words_add(explain, &kind_schema_size, spot, "has %zu %s%s, but %s %zu",
				    size, unit, plural(size),
				    rule->mode ? "may have at most" : "needs at least", limit);
	words_hint(explain, finding, words_meaning(explain, spot));
	if (!rule->mode && !size && (limit > 1 || !finding->hint.len))
		finding_hint(explain->report, finding, "it needs at least %zu %s%s", limit, unit,
			     plural(limit));
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
		   words_meaning(explain, spot));
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
		   words_meaning(explain, spot));
}

void words_contains(struct explain *explain, struct spot *spot, const struct contains *contains,
		    size_t found)
{
	bool too_few = found < contains->least;
	size_t limit = too_few ? contains->least : contains->most;
	struct finding *finding;
	struct str form;

	if (!explain_fault(explain, spot))
		return;
	form = words_form(explain, contains->schema);
	if (!form.len)
		form = STR("of the right kind");
	if (too_few && limit == 1)
		finding = words_add(explain, &kind_schema_other, spot,
				    "needs an item that is %.*s, and has none", STR_ARG(form));
	else
		finding = words_add(explain, &kind_schema_size, spot,
				    "%s %zu item%s that %s %.*s, but has %zu",
				    too_few ? "needs at least" : "may have at most", limit,
				    plural(limit), limit == 1 ? "is" : "are each", STR_ARG(form),
				    found);
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

void words_forbidden_item(struct explain *explain, struct spot *spot, uint32_t index)
{
	const struct node *list = spot->node;
	struct finding *finding;

	if (!explain_fault(explain, spot))
		return;
	finding = words_add(explain, &kind_schema_other, spot, "may not have the item %.*s",
			    STR_ARG(phrase_value(&explain->arena, list->items[index])));
	finding->span = node_span(list->items[index]);
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
