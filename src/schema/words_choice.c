/* The wording of findings about a choice of forms: anyOf, oneOf, not. */
#include "schema/formats.h"
#include "schema/phrase.h"
#include "schema/words.h"

/* Branches, keys and values that a hint lists. */
#define LISTED 12
/* $ref that are followed for what a branch is. */
#define MAX_HOPS 8

static void add_in_ticks(struct phrase_list *list, struct str words)
{
	phrase_add(list, arena_printf(list->arena, "`%.*s`", STR_ARG(words)));
}

/* "`name` and `email`": the keys that a schema asks for; or empty. */
static struct str required_words(struct explain *explain, const struct schema *schema)
{
	struct phrase_list keys = { .arena = &explain->arena };

	for (uint32_t i = 0; i < schema->rule_count; i++) {
		const struct rule *rule = &schema->rules[i];

		for (uint32_t j = 0;
		     rule->keyword->check == check_required && j < rule->value->count; j++)
			phrase_add(&keys, phrase_key(&explain->arena, rule->value->items[j]->text,
						     explain->is_json));
	}
	return phrase_join(&keys, "and", LISTED);
}

static struct str value_words(struct explain *explain, const struct allowed *allowed)
{
	struct phrase_list values = { .arena = &explain->arena };

	for (size_t i = 0; allowed && i < allowed->count && i <= LISTED; i++)
		add_in_ticks(&values, words_code(explain, allowed->values[i]));
	return phrase_join(&values, "or", LISTED);
}

/* "of at least 5", of one rule; empty for what cannot be said in short. */
static struct str bound_words(struct explain *explain, const struct rule *rule)
{
	static const struct {
		const char *keyword;
		const char *before;
		const char *behind;
	} bounds[] = {
		{ "minimum", "of at least ", "" },
		{ "maximum", "of at most ", "" },
		{ "exclusiveMinimum", "above ", "" },
		{ "exclusiveMaximum", "below ", "" },
		{ "multipleOf", "that is a multiple of ", "" },
		{ "minLength", "of at least ", " characters" },
		{ "maxLength", "of at most ", " characters" },
		{ "minItems", "of at least ", " items" },
		{ "maxItems", "of at most ", " items" },
		{ "minProperties", "of at least ", "" },
		{ "maxProperties", "of at most ", "" },
		{ "pattern", "with the pattern `", "`" },
	};

	for (size_t i = 0; i < ARRAY_LEN(bounds); i++) {
		if (str_equal(rule->keyword->name, str_from(bounds[i].keyword)))
			return arena_printf(&explain->arena, "%s%.*s%s", bounds[i].before,
					    STR_ARG(rule->value->text), bounds[i].behind);
	}
	return (struct str){ 0 };
}

/* By types and bounds: "a whole number of at least 5"; empty when it takes anything. */
static struct str type_words(struct explain *explain, const struct schema *schema)
{
	struct phrase_list bounds = { .arena = &explain->arena };
	unsigned types = schema_wanted(schema);
	struct str words;

	for (uint32_t i = 0; i < schema->rule_count; i++) {
		const struct rule *rule = &schema->rules[i];

		if (rule->keyword->check == check_format)
			return str_from(rule->format->words);
		words = bound_words(explain, rule);
		if (!words.len)
			continue;
		phrase_add(&bounds, words);
		/* Of what it leaves alone, nothing is said. */
		if (types & rule->keyword->types)
			types &= rule->keyword->types;
	}
	if (types == TYPES_ALL)
		return (struct str){ 0 };
	words = phrase_types(&explain->arena, types);
	if (!bounds.items.len || !words.len)
		return words;
	return arena_printf(&explain->arena, "%.*s %.*s", STR_ARG(words),
			    STR_ARG(phrase_join(&bounds, "and", LISTED)));
}

/* A title, and what else tells an author what it is. */
static struct str titled_words(struct explain *explain, const struct schema *schema,
			       struct str thing)
{
	struct str values = value_words(explain, schema_allowed(schema));
	struct str keys = required_words(explain, schema);
	struct str example = words_first(explain, schema_note(schema, STR("examples")));
	struct arena *arena = &explain->arena;

	if (values.len)
		return arena_printf(arena, "%.*s (%.*s)", STR_ARG(thing), STR_ARG(values));
	if (keys.len)
		return arena_printf(arena, "%.*s (with %.*s)", STR_ARG(thing), STR_ARG(keys));
	if (example.len)
		return arena_printf(arena, "%.*s such as `%.*s`", STR_ARG(thing), STR_ARG(example));
	return thing;
}

static const struct schema *next_of(const struct schema *schema)
{
	for (uint32_t i = 0; i < schema->rule_count; i++) {
		if (schema->rules[i].keyword->check == check_reference)
			return schema->rules[i].schema;
	}
	return NULL;
}

struct str words_form(struct explain *explain, const struct schema *schema)
{
	struct str thing = phrase_thing(&explain->arena, schema_title(schema));
	struct str words = { 0 };

	for (unsigned hops = 0; schema && !words.len && hops < MAX_HOPS; hops++) {
		struct str keys = required_words(explain, schema);

		words = value_words(explain, schema_allowed(schema));
		if (thing.len)
			words = titled_words(explain, schema, thing);
		else if (!words.len && keys.len)
			words = arena_printf(&explain->arena, "a group with %.*s", STR_ARG(keys));
		else if (!words.len)
			words = type_words(explain, schema);
		schema = next_of(schema);
	}
	return words;
}

/* "a person or a team", of all branches but one; those that cannot be named are left out. */
static struct str forms(struct explain *explain, const struct schemas *branches,
			const struct schema *but)
{
	struct phrase_list list = { .arena = &explain->arena };

	for (size_t i = 0; i < branches->count; i++) {
		struct str words = { 0 };

		if (branches->at[i] != but && branches->at[i]->types)
			words = words_form(explain, branches->at[i]);
		if (words.len)
			phrase_add(&list, words);
	}
	return phrase_join(&list, "or", LISTED);
}

void words_forms(struct explain *explain, struct finding *finding, const struct schemas *branches)
{
	struct str words = forms(explain, branches, NULL);

	if (words.len && !finding->hint.len)
		finding_hint(explain->report, finding, "it can be %.*s", STR_ARG(words));
}

void words_no_match(struct explain *explain, struct spot *spot, const struct schemas *branches)
{
	struct finding *finding;

	if (!explain_fault(explain, spot))
		return;
	if (spot->node->kind == NODE_SCALAR)
		finding = words_wrong(explain, spot, &kind_schema_no_match);
	else
		finding = words_add(explain, &kind_schema_no_match, spot,
				    "has none of the forms that it can have");
	words_forms(explain, finding, branches);
}

void words_other_forms(struct explain *explain, const struct spot *spot, struct finding *finding,
		       const struct schemas *branches, const struct schema *nearest)
{
	struct str words = forms(explain, branches, nearest);
	struct str before = finding->hint;

	/* "did you mean …?" has answered it. */
	if (!words.len || str_ends(before, STR("?")))
		return;
	finding_hint(explain->report, finding, "%.*s%s%.*s can also be %.*s", STR_ARG(before),
		     before.len ? "; " : "", STR_ARG(phrase_subject(&explain->arena, spot)),
		     STR_ARG(words));
}

void words_too_many_match(struct explain *explain, struct spot *spot, const struct schema *a,
			  const struct schema *b)
{
	struct finding *finding;
	struct str one, other;

	if (!explain_fault(explain, spot))
		return;
	finding = words_add(explain, &kind_schema_no_match, spot,
			    "fits two of the forms that it can have, and must fit only one");
	one = words_form(explain, a);
	other = words_form(explain, b);
	if (one.len && other.len)
		finding_hint(explain->report, finding, "make it %.*s or %.*s, not both",
			     STR_ARG(one), STR_ARG(other));
}

/* "may not be a stand-in", "may not have `lead` and `leads` together" */
static struct finding *add_forbidden(struct explain *explain, const struct spot *spot,
				     const struct schema *forbidden)
{
	struct str thing = phrase_thing(&explain->arena, schema_title(forbidden));
	const struct finding_kind *kind = &kind_schema_no_match;
	struct str keys = required_words(explain, forbidden);

	if (forbidden->types == TYPES_ALL && !forbidden->rule_count)
		return words_add(explain, kind, spot, "may not stand here");
	if (thing.len)
		return words_add(explain, kind, spot, "may not be %.*s", STR_ARG(thing));
	if (spot->node->kind == NODE_MAP && keys.len)
		return words_add(explain, kind, spot, "may not have %.*s%s", STR_ARG(keys),
				 str_find(keys, STR(" and "), 0) < keys.len ? " together" : "");
	if (!forbidden->rule_count)
		return words_add(explain, kind, spot, "may not be %.*s",
				 STR_ARG(phrase_types(&explain->arena, forbidden->types)));
	if (spot->node->kind == NODE_SCALAR)
		return words_add(explain, kind, spot, "may not be %.*s",
				 STR_ARG(phrase_value(&explain->arena, spot->node)));
	return words_add(explain, kind, spot, "may not be as it is");
}

void words_not(struct explain *explain, struct spot *spot, const struct schema *forbidden)
{
	struct finding *finding;
	struct str about;

	if (!explain_fault(explain, spot))
		return;
	finding = add_forbidden(explain, spot, forbidden);
	about = phrase_sentence(schema_note(forbidden, STR("description")));
	words_hint(explain, finding, about);
	for (uint32_t i = 0; !about.len && i < forbidden->rule_count; i++) {
		if (forbidden->rules[i].keyword->check == check_pattern)
			finding_hint(explain->report, finding,
				     "nothing may match the pattern `%.*s`",
				     STR_ARG(forbidden->rules[i].pattern->source));
	}
}
