/* The wording of findings about a choice of forms: anyOf, oneOf, not. */
#include "schema/phrase.h"
#include "schema/words.h"

/* Branches that a hint lists. */
#define LISTED 12

static void add_in_ticks(struct phrase_list *list, struct str words)
{
	phrase_add(list, arena_printf(list->arena, "`%.*s`", STR_ARG(words)));
}

/* What a branch is: by its title, its values, the keys it needs, or its types. */
static struct str branch_words(struct explain *explain, const struct schema *schema)
{
	struct str thing = phrase_thing(&explain->arena, schema_title(schema));
	struct phrase_list values = { .arena = &explain->arena };
	struct phrase_list keys = { .arena = &explain->arena };

	if (thing.len)
		return thing;
	for (uint32_t i = 0; i < schema->rule_count; i++) {
		const struct rule *rule = &schema->rules[i];

		if (rule->keyword->check == check_required) {
			for (uint32_t j = 0; j < rule->value->count; j++)
				add_in_ticks(&keys, rule->value->items[j]->text);
		} else if (rule->keyword->check == check_allowed) {
			for (size_t j = 0; j < rule->allowed->count; j++)
				add_in_ticks(&values,
					     words_code(explain, rule->allowed->values[j]));
		}
	}
	if (values.items.len)
		return phrase_join(&values, "or", LISTED);
	if (keys.items.len)
		return arena_printf(&explain->arena, "a group with %.*s",
				    STR_ARG(phrase_join(&keys, "and", LISTED)));
	return phrase_types(&explain->arena, schema_wanted(schema));
}

void words_no_match(struct explain *explain, struct spot *spot, const struct schemas *branches)
{
	struct phrase_list list = { .arena = &explain->arena };
	struct finding *finding;

	if (!explain_fault(explain, spot))
		return;
	for (size_t i = 0; i < branches->count; i++)
		phrase_add(&list, branch_words(explain, branches->at[i]));
	finding = words_add(explain, &kind_schema_no_match, spot,
			    "has none of the forms that it can have");
	finding_hint(explain->report, finding, "it can be %.*s",
		     STR_ARG(phrase_join(&list, "or", LISTED)));
}

void words_too_many_match(struct explain *explain, struct spot *spot, const struct schema *a,
			  const struct schema *b)
{
	struct finding *finding;

	if (!explain_fault(explain, spot))
		return;
	finding = words_add(explain, &kind_schema_no_match, spot,
			    "can be read in two ways, and must leave only one");
	finding_hint(explain->report, finding, "it is %.*s, and it is %.*s",
		     STR_ARG(branch_words(explain, a)), STR_ARG(branch_words(explain, b)));
}

void words_not(struct explain *explain, struct spot *spot, const struct schema *forbidden)
{
	struct finding *finding;
	struct str thing;

	if (!explain_fault(explain, spot))
		return;
	thing = phrase_thing(&explain->arena, schema_title(forbidden));
	if (thing.len)
		finding = words_add(explain, &kind_schema_no_match, spot, "may not be %.*s",
				    STR_ARG(thing));
	else if (spot->node->kind == NODE_SCALAR)
		finding = words_add(explain, &kind_schema_no_match, spot, "may not be %.*s",
				    STR_ARG(phrase_value(&explain->arena, spot->node)));
	else
		finding = words_add(explain, &kind_schema_no_match, spot, "may not be as it is");
	words_hint(explain, finding, phrase_sentence(schema_note(forbidden, STR("description"))));
}
