/* The wording of findings about values of the wrong type, or of none. */
#include "schema/words.h"
#include "base/ascii.h"
#include "schema/known.h"
#include "schema/phrase.h"
#include "tree/scalar.h"

#include <string.h>

/* Keys that a hint lists. */
#define LISTED 4

static bool is_word(struct str text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (str_equal_nocase(text, str_from(words[i])))
			return true;
	}
	return false;
}

/* Whether there are examples and none is a number, which is let pass (a year as a date). */
static bool shows_no_number(const struct spot *spot)
{
	const struct node *examples = spot_outer_note(spot, STR("examples"));
	bool found = !examples || examples->kind != NODE_LIST || !examples->count;

	for (uint32_t i = 0; !found && i < examples->count; i++)
		found = node_types(examples->items[i]) & TYPES_NUMBER;
	return !found;
}

/* Where keys have no names (but codes of languages), a text is meant. */
static unsigned worth_naming(struct explain *explain, struct spot *spot, unsigned wanted)
{
	if (wanted & TYPES_TEXT && wanted & TYPES_MAP && !known_get(explain, spot)->properties.len)
		wanted &= ~(unsigned)TYPES_MAP;
	if (wanted & TYPES_TEXT && wanted & TYPES_NUMBER && shows_no_number(spot))
		wanted &= ~(unsigned)TYPES_NUMBER;
	return wanted;
}

/* Whether a key holds words, in one language or several: what an author wrote goes there. */
static bool holds_words(const struct property *property)
{
	unsigned wanted = property ? schema_wanted(property->schema) : 0;

	return (wanted & TYPES_TEXT) && (wanted & TYPES_MAP) && !(wanted & TYPES_NUMBER);
}

/*
 * The keys that must be there, an example of each, and the author's text in
 * the one that holds words: "`- id: staff-survey`, below it `activity: …`".
 */
static struct str keys_to_write(struct explain *explain, const struct known *known,
				const char *before, const struct node *node)
{
	struct arena *arena = &explain->arena;
	struct phrase_list below = { .arena = arena };
	bool is_placed = false;
	struct str first = { 0 };

	for (size_t i = 0; i < known->required.len; i++) {
		struct str name = known->required.at[i];
		const struct property *property = known_find(known, name);
		struct str value = words_example(explain, property);
		struct str line;

		if (!is_placed && holds_words(property)) {
			value = node_is_text(node) ? words_code(explain, node)
						   : phrase_quoted(arena, node->text);
			is_placed = true;
		}
		line = arena_printf(arena, "`%s%.*s`", i ? "" : before,
				    STR_ARG(words_pair(explain, name, value)));
		if (i)
			phrase_add(&below, line);
		else
			first = line;
	}
	if (!below.items.len)
		return first;
	return arena_printf(arena, "%.*s, and below it %.*s", STR_ARG(first),
			    STR_ARG(phrase_join(&below, "and", LISTED)));
}

/* A text or number where a group of keys belongs. */
static struct str hint_for_keys(struct explain *explain, struct spot *spot)
{
	const struct known *known = known_get(explain, spot);
	const char *before = spot->outer && !spot->pair && !explain->is_json ? "- " : "";

	if (!known->required.len)
		return words_meaning(explain, spot);
	return arena_printf(&explain->arena, "write its keys: %.*s",
			    STR_ARG(keys_to_write(explain, known, before, spot->node)));
}

/* The schema of the items of a list that should stand there; NULL when they may be anything. */
static const struct schema *items_of(const struct spot *spot)
{
	for (const struct view *view = spot->view; view; view = view->before) {
		for (uint32_t i = 0; i < view->schema->rule_count; i++) {
			const struct rule *rule = &view->schema->rules[i];

			if (rule->keyword->check == check_items)
				return rule->items->rest;
		}
	}
	return NULL;
}

/* Whether the forms that a value can have are spoken of, and no one of them. */
static bool is_choice(const struct spot *spot)
{
	const struct rule *rule = spot->view ? spot->view->rule : NULL;

	return rule && (rule->keyword->check == check_any || rule->keyword->check == check_one);
}

static bool takes_maps(const struct schema *items)
{
	return !items || schema_wanted(items) & TYPES_MAP;
}

/* A text or number where a list belongs: as the one item of it. */
static struct str hint_for_item(struct explain *explain, const struct spot *spot)
{
	const struct schema *items = items_of(spot);
	struct view view = { .schema = items };
	struct spot item = { .node = spot->node, .view = &view };
	struct arena *arena = &explain->arena;
	struct str text = spot->node->text;
	struct str code = words_code(explain, spot->node);

	if (!text.len)
		return words_meaning(explain, spot);
	if (items && !wanted_takes(schema_wanted(items), spot->node))
		code = phrase_quoted(arena, text);
	if (explain->is_json)
		return arena_printf(arena, "put it in square brackets: `[%.*s]`", STR_ARG(code));
	if (items && !(schema_wanted(items) & TYPES_TEXT) &&
	    known_get(explain, &item)->required.len)
		return arena_printf(arena, "begin a list on the line below: %.*s",
				    STR_ARG(keys_to_write(explain, item.known, "- ", spot->node)));
	if (text.len > 1 && text.at[0] == '-' && node_is_text(spot->node)) {
		text = str_trim(str_slice(text, 1, str_find(text, STR(" -"), 1)));
		return arena_printf(arena, "put a space behind each hyphen: `- %.*s`",
				    STR_ARG(phrase_code_text(arena, text)));
	}
	return arena_printf(arena, "put it on a line of its own that starts with “- ”: `- %.*s`",
			    STR_ARG(code));
}

/* The one number in a text, without the commas in it: "5000" in "£5,000"; or empty. */
static struct str number_in(struct arena *arena, struct str text)
{
	char *to = arena_alloc_text(arena, text.len);
	size_t len = 0;
	size_t end = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		bool in_number = len && end == i;

		if (!ascii_is_digit(c) && !(in_number && (c == ',' || c == '.')))
			continue;
		if (len && !in_number)
			return (struct str){ 0 };
		end = i + 1;
		if (c != ',')
			to[len++] = c;
	}
	while (len && to[len - 1] == '.')
		len--;
	return (struct str){ to, len };
}

/* The digits alone, where they are what is wanted; or empty. */
static struct str hint_for_number(struct explain *explain, const struct spot *spot, unsigned wanted)
{
	struct str text = spot->node->text;
	struct str number = number_in(&explain->arena, text);
	unsigned type = number.len ? 1u << node_type_of_plain(number) : 0;
	struct arena *arena = &explain->arena;

	if (node_type_of_plain(text) != TYPE_TEXT && text.len)
		return arena_printf(arena, "take away the quotation marks: `%.*s%.*s`",
				    STR_ARG(words_lead_in(explain, spot)), STR_ARG(text));
	if (!number.len || str_find_byte(text, '-', 0) < text.len ||
	    (type == 1u << TYPE_FLOAT && !(wanted & TYPES_FLOAT)))
		return (struct str){ 0 };
	return arena_printf(arena, "write the number by itself: `%.*s%.*s`",
			    STR_ARG(words_lead_in(explain, spot)), STR_ARG(number));
}

/* "yes" and its like, as YAML writes them: "true" or "false"; NULL of another word. */
static const char *truth_of(struct str text)
{
	static const char *const yes[] = { "yes", "y", "on", "true" };
	static const char *const no[] = { "no", "n", "off", "false" };

	if (is_word(text, yes, ARRAY_LEN(yes)))
		return "true";
	return is_word(text, no, ARRAY_LEN(no)) ? "false" : NULL;
}

/* A text where a list, a number or yes or no belongs: how to make it that. */
static struct str hint_for_text(struct explain *explain, struct spot *spot, unsigned wanted)
{
	struct str text = spot->node->text;
	struct str before = words_lead_in(explain, spot);
	struct arena *arena = &explain->arena;
	struct str number = { 0 };

	if (wanted & TYPES_INTEGER)
		number = hint_for_number(explain, spot, wanted);
	if (wanted & TYPES_BOOL && truth_of(text))
		return arena_printf(arena, "write `%.*s%s`", STR_ARG(before), truth_of(text));
	if (number.len)
		return number;
	if (wanted & TYPES_LIST)
		return hint_for_item(explain, spot);
	if (wanted & TYPES_MAP)
		return hint_for_keys(explain, spot);
	return words_meaning(explain, spot);
}

/* A group of keys where a text belongs is often a text with a colon in it. */
static struct str hint_for_map(struct explain *explain, const struct spot *spot)
{
	const struct node *node = spot->node;
	const struct node *value = node->count == 1 ? node->pairs[0].value : NULL;
	struct str text;

	if (!value || value->kind != NODE_SCALAR || node->style != STYLE_BLOCK)
		return words_meaning(explain, spot);
	text = arena_printf(&explain->arena, "%.*s: %.*s", STR_ARG(node->pairs[0].key->text),
			    STR_ARG(value->text));
	return arena_printf(&explain->arena,
			    "a colon and a space make a key of the words before them; if it is a "
			    "text, put it in quotation marks: `%.*s`",
			    STR_ARG(phrase_quoted(&explain->arena, text)));
}

/* A key or hyphen with nothing behind it is best left out, unless the key is required. */
static struct str hint_for_nothing(struct explain *explain, struct spot *spot)
{
	struct str about = words_meaning(explain, spot);
	const char *other = about.len ? "; or leave the line out" : "leave the line out";

	if (!spot->outer ||
	    (spot->pair && known_requires(known_get(explain, spot->outer), spot->pair->key->text)))
		return about;
	return arena_printf(&explain->arena, "%.*s%s", STR_ARG(about), other);
}

/* A list where each entry has a name of its own: the first of an example's. */
static struct str hint_for_names(struct explain *explain, const struct node *examples)
{
	const struct node *example = examples && examples->kind == NODE_LIST && examples->count
					     ? examples->items[0]
					     : NULL;
	struct arena *arena = &explain->arena;
	const struct pair *pair;

	if (!example || example->kind != NODE_MAP || !example->count)
		return (struct str){ 0 };
	pair = &example->pairs[0];
	if (explain->is_json)
		return arena_printf(arena,
				    "write curly brackets, with a key before each item: `%.*s`",
				    STR_ARG(phrase_json(arena, example)));
	return arena_printf(arena,
			    "write a key of its own in place of each “- ”, such as `%.*s: %.*s`",
			    STR_ARG(phrase_code_text(arena, pair->key->text)),
			    STR_ARG(phrase_code(arena, pair->value)));
}

/* A list where something else belongs. */
static struct str hint_for_list(struct explain *explain, struct spot *spot, unsigned wanted)
{
	struct str names = { 0 };

	if (wanted == TYPES_MAP && !known_get(explain, spot)->properties.len)
		names = hint_for_names(explain, spot_outer_note(spot, STR("examples")));
	if (names.len)
		return names;
	if (spot->node->count != 1 || !wanted_takes(wanted, spot->node->items[0]))
		return words_meaning(explain, spot);
	return spot->node->style == STYLE_FLOW ? STR("take away the square brackets")
					       : STR("take away the “- ”");
}

/* A number, true or the like where a text belongs: unless as a text it would be wrong too. */
static struct str hint_for_quotes(struct explain *explain, struct spot *spot)
{
	const struct allowed *allowed = spot->view ? schema_allowed(spot->view->schema) : NULL;
	struct str text = spot->node->text;
	struct arena *arena = &explain->arena;
	bool fits = !allowed;

	for (size_t i = 0; !fits && i < allowed->count; i++)
		fits = str_equal(allowed->values[i]->text, text);
	if (!fits)
		return words_allowed(explain, allowed);
	if (is_choice(spot) && words_meaning(explain, spot).len)
		return words_meaning(explain, spot);
	return arena_printf(arena, "%sput it in quotation marks: `%.*s%.*s`",
			    node_is_null(spot->node) ? "if it is a text, " : "",
			    STR_ARG(words_lead_in(explain, spot)),
			    STR_ARG(phrase_quoted(arena, text)));
}

/* A group of keys where a list belongs: as the first item of it. */
static struct str hint_for_first(struct explain *explain, const struct spot *spot)
{
	if (explain->is_json)
		return STR("put it in square brackets, as the first item of a list");
	if (!spot->node->count)
		return words_meaning(explain, spot);
	if (spot->node->style == STYLE_FLOW)
		return arena_printf(&explain->arena, "put it in square brackets: `[%.*s]`",
				    STR_ARG(phrase_code(&explain->arena, spot->node)));
	return STR("start the first of these lines with “- ”, and move the others in with it");
}

/*
 * Where words are told, or a number or true may be meant as one of the values
 * that there are; not where a date is, or an id.
 */
static bool is_text_without_quotes(const struct spot *spot, unsigned wanted)
{
	unsigned type = node_types(spot->node);

	if (wanted & TYPES_MAP || (spot->view && schema_allowed(spot->view->schema)))
		return true;
	return type != TYPES_BOOL && !(type == TYPES_FLOAT && wanted & TYPES_INTEGER);
}

static struct str hint_for_type(struct explain *explain, struct spot *spot, unsigned wanted)
{
	const struct node *node = spot->node;
	unsigned type = node_types(node);

	if (type == TYPES_TEXT)
		return hint_for_text(explain, spot, wanted);
	if (type == TYPES_NULL && explain->is_json)
		return hint_for_nothing(explain, spot);
	if (!is_text_without_quotes(spot, wanted) &&
	    words_such_as(explain, spot, (struct str){ 0 }).len)
		return words_meaning(explain, spot);
	if (wanted & TYPES_TEXT && node->kind == NODE_SCALAR && node->text.len)
		return hint_for_quotes(explain, spot);
	if (type == TYPES_NULL)
		return hint_for_nothing(explain, spot);
	if (wanted & TYPES_LIST && node->kind == NODE_SCALAR)
		return hint_for_item(explain, spot);
	if (wanted == TYPES_MAP && node->kind == NODE_SCALAR)
		return hint_for_keys(explain, spot);
	if (wanted & TYPES_LIST && type == TYPES_MAP && !is_choice(spot) &&
	    (node->style == STYLE_BLOCK || takes_maps(items_of(spot))))
		return hint_for_first(explain, spot);
	if (wanted & TYPES_TEXT && type == TYPES_MAP)
		return hint_for_map(explain, spot);
	if (type == TYPES_LIST)
		return hint_for_list(explain, spot, wanted);
	return words_meaning(explain, spot);
}

struct finding *words_nothing(struct explain *explain, const struct spot *spot)
{
	const char *words = !spot->outer  ? "has nothing in it"
			    : !spot->pair ? "has nothing behind its hyphen"
					  : "has nothing behind it";
	struct str text = spot->node->text;

	if (text.len && !explain->is_json)
		return words_add(explain, &kind_schema_wrong_type, spot,
				 "is `%.*s`, which stands for nothing", STR_ARG(text));
	return words_add(explain, &kind_schema_wrong_type, spot, "%s",
			 explain->is_json ? "cannot be null" : words);
}

/* What only lacks its quotes, or has them too much, and a yes or no in words. */
static void mend_type(struct explain *explain, const struct node *node, unsigned wanted,
		      struct finding *finding)
{
	bool is_word = node_is_text(node) && node->style <= STYLE_DOUBLE;

	if (explain->is_json)
		return;
	if (wanted & TYPES_TEXT && node_types(node) & TYPES_NUMBER)
		scalar_mend(explain->report, finding, node, node->text);
	else if (wanted & TYPES_BOOL && is_word && truth_of(node->text))
		finding_edit(explain->report, finding, node_span(node),
			     str_from(truth_of(node->text)));
	else if (wanted & TYPES_INTEGER && is_word &&
		 node_type_of_plain(node->text) == TYPE_INTEGER)
		finding_edit(explain->report, finding, node_span(node), node->text);
}

void words_type(struct explain *explain, struct spot *spot, unsigned wanted)
{
	const struct node *node = spot->node;
	struct finding *finding;
	struct str types;

	if (!explain_fault(explain, spot))
		return;
	types = phrase_types(&explain->arena, worth_naming(explain, spot, wanted));
	if (!wanted)
		finding = words_add(explain, &kind_schema_other, spot, "may not stand here");
	else if (wanted == TYPES_NULL)
		finding = words_add(explain, &kind_schema_wrong_type, spot,
				    explain->is_json ? "must be null" : "must be left empty");
	else if (node_is_null(node))
		finding = words_nothing(explain, spot);
	else if (node_types(node) & TYPES_NUMBER && wanted & TYPES_INTEGER)
		finding = words_add(explain, &kind_schema_wrong_type, spot,
				    "must be %.*s, not %.*s", STR_ARG(types),
				    STR_ARG(phrase_value(&explain->arena, node)));
	else
		finding = words_add(explain, &kind_schema_wrong_type, spot, "must be %.*s, not %s",
				    STR_ARG(types), phrase_type_of(node));
	if (wanted & TYPES_TEXT && node->kind == NODE_SCALAR && node->text.len &&
	    words_hint_pattern(explain, spot, finding))
		return;
	if (!wanted)
		return;
	words_hint(explain, finding, hint_for_type(explain, spot, wanted));
	mend_type(explain, node, wanted, finding);
}
