/* The wording of findings about keys, and about checks that were given up. */
#include "base/ascii.h"
#include "schema/known.h"
#include "schema/phrase.h"
#include "schema/words.h"
#include "tree/scalar.h"

#include <string.h>

/* Keys that a hint lists. */
#define LISTED 12

static struct str key_words(struct explain *explain, struct str key)
{
	return phrase_key(&explain->arena, key, explain->is_json);
}

/* "`id`, `title` and keys that start with `x-`"; empty when nothing can stand here. */
static struct str keys_here(struct explain *explain, const struct known *known)
{
	struct phrase_list list = { .arena = &explain->arena };

	for (size_t i = 0; i < known->properties.len && list.items.len <= LISTED; i++)
		phrase_add(&list, key_words(explain, known->properties.at[i]->name));
	for (size_t i = 0; i < known->patterns.len && list.items.len <= LISTED; i++) {
		const struct pattern *pattern = known->patterns.at[i];

		if (pattern->kind == PATTERN_START)
			phrase_add(&list,
				   arena_printf(&explain->arena, "keys that start with `%.*s`",
						STR_ARG(pattern->literal)));
		else if (!known->properties.len)
			phrase_add(&list,
				   arena_printf(&explain->arena, "keys of the pattern `%.*s`",
						STR_ARG(pattern->source)));
	}
	return phrase_join(&list, "and", LISTED);
}

/*
 * "Measure: 5% more" without quotes, where a text could stand: one key, with a
 * space or a capital in it, or where no key has a name.
 */
static bool is_text_with_colon(struct explain *explain, struct spot *spot, const struct pair *pair)
{
	const struct node *map = spot->node;
	struct str key = pair->key->text;

	return map->count == 1 && map->style == STYLE_BLOCK && pair->value->kind == NODE_SCALAR &&
	       schema_wanted(spot->view->schema) & TYPES_TEXT &&
	       (!known_get(explain, spot)->properties.len || str_find_byte(key, ' ', 0) < key.len ||
		(key.len && key.at[0] <= 'Z'));
}

static void words_colon(struct explain *explain, const struct pair *pair)
{
	struct str text = arena_printf(&explain->arena, "%.*s: %.*s", STR_ARG(pair->key->text),
				       STR_ARG(pair->value->text));
	struct finding *finding;

	finding = report_add(explain->report, &kind_schema_unknown_key, node_span(pair->key),
			     "“%.*s” is read as a key, since a colon and a space follow it",
			     STR_ARG(pair->key->text));
	finding_hint(explain->report, finding, "put the whole text in quotation marks: `%.*s`",
		     STR_ARG(phrase_quoted(&explain->arena, text)));
}

/* Where else the key could stand, and what could stand here. */
static void hint_where(struct explain *explain, struct spot *spot, struct finding *finding,
		       struct str key)
{
	const struct known *known = known_get(explain, spot);
	struct phrase_list list = { .arena = &explain->arena };
	struct str here = keys_here(explain, known);
	struct str titles[KNOWN_OWNERS];
	size_t count = known_owners(explain, spot, key, titles);
	struct str owners;

	for (size_t i = 0; i < count; i++) {
		struct str thing = phrase_thing(&explain->arena, titles[i]);

		if (thing.len)
			phrase_add(&list, thing);
	}
	owners = phrase_join(&list, "or", KNOWN_OWNERS);
	if (list.items.len && spot->pair)
		finding_hint(explain->report, finding, "%.*s belongs to %.*s, not under %.*s",
			     STR_ARG(key_words(explain, key)), STR_ARG(owners),
			     STR_ARG(key_words(explain, spot->pair->key->text)));
	else if (list.items.len && spot->outer && spot->outer->pair)
		finding_hint(explain->report, finding, "%.*s belongs to %.*s, not under %.*s",
			     STR_ARG(key_words(explain, key)), STR_ARG(owners),
			     STR_ARG(key_words(explain, spot->outer->pair->key->text)));
	else if (list.items.len)
		finding_hint(explain->report, finding, "%.*s belongs to %.*s",
			     STR_ARG(key_words(explain, key)), STR_ARG(owners));
	else if (here.len)
		finding_hint(explain->report, finding, "what can stand here: %.*s", STR_ARG(here));
	else
		finding_hint(explain->report, finding, "no key can stand here");
}

/* A line of a text that should be indented below its key, `summary: |`, and is taken for a key. */
static bool words_not_indented(struct explain *explain, const struct spot *spot,
			       const struct pair *pair)
{
	const struct pair *before = pair > spot->node->pairs ? pair - 1 : NULL;
	struct finding *finding;

	if (!before || before->value->kind != NODE_SCALAR || before->value->text.len ||
	    (before->value->style != STYLE_LITERAL && before->value->style != STYLE_FOLDED))
		return false;
	before->value->bad = true;
	finding = report_add(explain->report, &kind_schema_unknown_key, node_span(pair->key),
			     "the text of %.*s begins here, and is not indented",
			     STR_ARG(key_words(explain, before->key->text)));
	finding_hint(explain->report, finding, "indent each line of the text by two spaces");
	return true;
}

/* Pairs of a group of keys that are looked at for another slip of the same key. */
#define PAIRS 64

/* Whether the group would have the key twice: it is there, or another one is a slip of it too. */
static bool would_repeat(struct explain *explain, struct spot *spot, const struct pair *pair,
			 struct str name)
{
	const struct known *known = known_get(explain, spot);
	const struct node *map = spot->node;
	const struct property *nearest;

	if (map->count > PAIRS || node_find_pair(map, name))
		return true;
	for (uint32_t i = 0; i < map->count; i++) {
		if (&map->pairs[i] == pair || known_find(known, map->pairs[i].key->text))
			continue;
		nearest = known_nearest(explain, known, map, map->pairs[i].key->text);
		if (nearest && str_equal(nearest->name, name))
			return true;
	}
	return false;
}

/* `{id:warm-homes}`: a key and its value with no space between. */
static void words_no_space(struct explain *explain, const struct pair *pair, struct str name,
			   bool is_sure)
{
	const struct node *key = pair->key;
	struct str value = str_slice(key->text, name.len + 1, key->text.len);
	struct span gap = { key->source, key->begin + (uint32_t)name.len + 1, 0 };
	struct finding *finding;

	finding = report_add(explain->report, &kind_schema_unknown_key, node_span(key),
			     "there is no space behind the colon of `%.*s`", STR_ARG(name));
	finding_hint(explain->report, finding, "write `%.*s: %.*s`", STR_ARG(name),
		     STR_ARG(phrase_code_text(&explain->arena, value)));
	gap.end = gap.begin;
	if (is_sure && !explain->is_json && key->style == STYLE_PLAIN &&
	    pair->value->begin == pair->value->end && ascii_is_alnum(value.at[0]))
		finding_edit(explain->report, finding, gap, STR(" "));
}

/* "Head" and "Housing" of `{name: Head, Housing}`, which a comma cut in two. */
static bool words_rest(struct explain *explain, const struct spot *spot, const struct pair *pair)
{
	const struct pair *before = pair - 1;
	struct finding *finding;
	struct str whole;

	if (pair == spot->node->pairs || explain->is_json ||
	    !node_is_rest(before, pair->key, pair->value))
		return false;
	whole = (struct str){ pair->key->source->bytes.at + before->value->begin,
			      pair->key->end - before->value->begin };
	before->value->bad = true;
	finding = report_add(explain->report, &kind_schema_unknown_key, node_span(pair->key),
			     "the comma before “%.*s” ends the value before it",
			     STR_ARG(pair->key->text));
	finding_hint(explain->report, finding,
		     "between { and } a value with a comma needs quotation marks: `%.*s`",
		     STR_ARG(phrase_quoted(&explain->arena, whole)));
	return true;
}

static bool are_languages(const struct node *map)
{
	bool is_ours = false;

	for (uint32_t i = 0; i < map->count; i++) {
		struct str key = map->pairs[i].key->text;

		is_ours |= str_equal(key, STR("en")) || str_equal(key, STR("cy"));
		if (key.len != 2)
			return false;
	}
	return is_ours;
}

/* `- {en: …, cy: …}` where parts could stand, of which one is the text in several languages. */
static bool words_languages(struct explain *explain, const struct spot *spot,
			    const struct known *known)
{
	const struct node *map = spot->node;
	struct finding *finding;
	struct str thing;

	if (!are_languages(map) || !known_find(known, STR("text")))
		return false;
	for (uint32_t i = 0; i < map->count; i++)
		map->pairs[i].value->bad = true;
	thing = phrase_thing(&explain->arena, spot_title(spot));
	finding = report_add(explain->report, &kind_schema_unknown_key,
			     node_span(map->pairs[0].key),
			     "%.*s in several languages has them under `text:`", STR_ARG(thing));
	finding_hint(explain->report, finding,
		     "write `text:` and each language in a line below it");
	return true;
}

void words_unknown_key(struct explain *explain, struct spot *spot, const struct pair *pair)
{
	struct str key = pair->key->text;
	const struct property *nearest;
	struct finding *finding;
	struct str thing;

	if (!explain_key_fault(explain, spot, pair))
		return;
	nearest = known_nearest(explain, known_get(explain, spot), spot->node, key);
	if (nearest && str_equal(nearest->name, key))
		nearest = NULL;
	if (!nearest && words_not_indented(explain, spot, pair))
		return;
	if (!nearest && is_text_with_colon(explain, spot, pair)) {
		words_colon(explain, pair);
		return;
	}
	if (nearest && key.len > nearest->name.len + 1 && key.at[nearest->name.len] == ':' &&
	    str_starts(key, nearest->name)) {
		words_no_space(explain, pair, nearest->name,
			       !would_repeat(explain, spot, pair, nearest->name));
		return;
	}
	if (words_rest(explain, spot, pair) ||
	    words_languages(explain, spot, known_get(explain, spot)))
		return;
	thing = phrase_thing(&explain->arena, spot_title(spot));
	finding = report_add(explain->report, &kind_schema_unknown_key, node_span(pair->key),
			     thing.len ? "%.*s is not a key of %.*s"
				       : "%.*s is not a key that can stand here%.*s",
			     STR_ARG(key_words(explain, key)), STR_ARG(thing));
	if (nearest) {
		finding_hint(explain->report, finding, "did you mean %.*s?",
			     STR_ARG(key_words(explain, nearest->name)));
		if (!explain->is_json && !would_repeat(explain, spot, pair, nearest->name))
			scalar_mend(explain->report, finding, pair->key, nearest->name);
	} else {
		hint_where(explain, spot, finding, key);
	}
}

void words_forbidden_key(struct explain *explain, struct spot *spot, const struct pair *pair)
{
	struct str thing;

	if (!explain_key_fault(explain, spot, pair))
		return;
	thing = phrase_thing(&explain->arena, spot_title(spot));
	finding_hint(explain->report,
		     report_add(explain->report, &kind_schema_other, node_span(pair->key),
				thing.len ? "%.*s may not stand in %.*s"
					  : "%.*s may not stand here%.*s",
				STR_ARG(key_words(explain, pair->key->text)), STR_ARG(thing)),
		     "leave it out");
}

/* `<<` cannot be read, and may hold what seems to be missing. */
static bool has_merge_key(const struct node *map)
{
	for (uint32_t i = 0; i < map->count; i++) {
		const struct node *key = map->pairs[i].key;

		if (key->bad && str_equal(key->text, STR("<<")))
			return true;
	}
	return false;
}

struct str words_example(struct explain *explain, const struct property *property)
{
	const struct schema *schema = property ? property->schema : NULL;
	struct str example = words_first(explain, schema_note(schema, STR("examples")));

	if (!example.len)
		example = words_first(explain, schema_note(schema, STR("enum")));
	if (!example.len && schema_note(schema, STR("const")))
		example = words_code(explain, schema_note(schema, STR("const")));
	return example;
}

static void hint_missing(struct explain *explain, struct finding *finding,
			 const struct property *property)
{
	struct str description = phrase_sentence(schema_note(property->schema, STR("description")));
	struct str example = words_example(explain, property);
	struct str line = words_pair(explain, property->name, example);
	unsigned wanted = schema_wanted(property->schema);
	struct str types = { 0 };

	if (!example.len && wanted != TYPES_ALL && wanted & ~(unsigned)TYPES_NULL)
		types = arena_printf(&explain->arena, " with %.*s behind it",
				     STR_ARG(phrase_types(&explain->arena, wanted)));
	finding_hint(explain->report, finding,
		     description.len ? "add a line %s`%.*s`%.*s (%.*s)"
				     : "add a line %s`%.*s`%.*s%.*s",
		     example.len ? "such as " : "", STR_ARG(line), STR_ARG(types),
		     STR_ARG(phrase_name(&explain->arena, description)));
}

/* The title of a key, in brackets, when it says more than the key. */
static struct str title_note(struct explain *explain, const struct property *property)
{
	struct str title = property ? schema_title(property->schema) : (struct str){ 0 };

	if (!title.len || !known_distance(title, property->name))
		return (struct str){ 0 };
	return arena_printf(&explain->arena, " (%.*s)",
			    STR_ARG(phrase_name(&explain->arena, title)));
}

/* "this action has no `lead`" */
static struct str missing_words(struct explain *explain, struct spot *spot, struct str name,
				const struct property *property)
{
	struct str title = spot_title(spot);
	struct str note = title_note(explain, property);
	struct str key = key_words(explain, name);

	if (phrase_thing(&explain->arena, title).len)
		return arena_printf(&explain->arena, "this %.*s has no %.*s%.*s",
				    STR_ARG(phrase_name(&explain->arena, title)), STR_ARG(key),
				    STR_ARG(note));
	return arena_printf(&explain->arena, "%.*s%.*s is missing here", STR_ARG(key),
			    STR_ARG(note));
}

/* What asks for a key: another key, or one with a certain value. */
struct reason {
	const struct pair *pair; /* NULL when nothing does but the schema */
	bool is_value;
};

/* The key whose value met the condition of an `if`. */
static const struct pair *find_met(const struct condition *condition, const struct node *map)
{
	const struct schema *test = condition->test;

	for (uint32_t i = 0; i < map->count; i++) {
		for (uint32_t j = 0; j < test->rule_count; j++) {
			const struct rule *rule = &test->rules[j];
			uint32_t at = NAMES_NONE;

			if (rule->keyword->check == check_members)
				at = names_find(&rule->members->names, map->pairs[i].key->text);
			if (at != NAMES_NONE &&
			    schema_allowed(rule->members->properties[at].schema))
				return &map->pairs[i];
		}
	}
	return NULL;
}

/* By the way that led to the schema which is looked at: dependentSchemas, or if and then. */
static struct reason find_reason(const struct spot *spot)
{
	struct reason reason = { 0 };

	for (const struct view *view = spot->view; view->before && !reason.pair;
	     view = view->before) {
		const struct rule *rule = view->before->rule;

		if (rule->keyword->check == check_condition &&
		    rule->condition->met == view->schema) {
			reason.pair = find_met(rule->condition, spot->node);
			reason.is_value = true;
		}
		for (size_t i = 0;
		     rule->keyword->check == check_dependencies && i < rule->dependencies.count;
		     i++) {
			if (rule->dependencies.at[i].schema == view->schema)
				reason.pair = node_find_pair(spot->node,
							     rule->dependencies.at[i].key);
		}
	}
	return reason;
}

static struct str reason_words(struct explain *explain, const struct reason *reason)
{
	if (!reason->is_value)
		return key_words(explain, reason->pair->key->text);
	return arena_printf(&explain->arena, "`%.*s`",
			    STR_ARG(words_pair(explain, reason->pair->key->text,
					       words_code(explain, reason->pair->value))));
}

void words_missing_key(struct explain *explain, struct spot *spot, struct str name,
		       const struct pair *because)
{
	const struct property *property;
	const struct pair *misspelt;
	struct reason reason = { .pair = because };
	struct span span = spot_span(spot);
	struct finding *finding;
	struct str words;

	if (explain->trial) {
		explain_missing_fault(explain, spot);
		return;
	}
	/* A misspelt key has had its finding, with this one as the hint. */
	misspelt = known_misspelt(explain, spot, name);
	if (has_merge_key(spot->node) || (misspelt && misspelt->value->bad)) {
		explain->excused = true;
		return;
	}
	if (!explain_missing_fault(explain, spot))
		return;
	property = known_find(known_get(explain, spot), name);
	words = missing_words(explain, spot, name, property);
	if (!because)
		reason = find_reason(spot);
	if (misspelt)
		span = node_span(misspelt->key);
	else if (reason.pair)
		span = node_span(reason.pair->key);
	if (reason.pair)
		words = arena_printf(&explain->arena, "%.*s, which %.*s asks for", STR_ARG(words),
				     STR_ARG(reason_words(explain, &reason)));
	finding = report_add(explain->report, &kind_schema_missing_key, span, "%.*s",
			     STR_ARG(words));
	if (misspelt) {
		misspelt->value->bad = true;
		finding_hint(explain->report, finding, "is it misspelt as %.*s?",
			     STR_ARG(key_words(explain, misspelt->key->text)));
	} else if (property) {
		hint_missing(explain, finding, property);
	}
}

void words_too_involved(struct explain *explain, struct spot *spot)
{
	if (!explain_fault(explain, spot))
		return;
	report_add(explain->report, &kind_schema_other, spot_span(spot),
		   "%.*s is too long to be held against the pattern that its schema asks for",
		   STR_ARG(phrase_subject(&explain->arena, spot)));
}

void words_stopped(struct explain *explain, struct spot *root)
{
	struct finding *finding;

	if (explain->check.stop == STOP_FAULTS) {
		report_add(explain->report, &kind_schema_other, spot_span(root),
			   "this file has more than 10,000 faults; the others are not told");
		return;
	}
	finding = report_add(explain->report, &kind_schema_other, spot_span(root),
			     explain->check.stop == STOP_DEPTH
				     ? "this file or its schema is nested too deep to be checked"
				     : "this file takes too long to be checked against its schema");
	if (explain->check.stop == STOP_DEPTH)
		finding_hint(explain->report, finding,
			     "look for a part of the schema that refers to itself");
}

void words_misfit(struct explain *explain, struct spot *root, bool gave_up)
{
	report_add(explain->report, &kind_schema_other, spot_span(root), "%s",
		   gave_up ? "a pattern in the schema of this file takes too long to be checked"
			   : "this file does not have the shape that its schema asks for");
}
