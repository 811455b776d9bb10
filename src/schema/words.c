#include "schema/words.h"
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
	if (words.len)
		finding_hint(explain->report, finding, "%.*s", STR_ARG(words));
}

/* "title: " or "- ": what stands before the value on its line. */
static struct str lead_in(struct explain *explain, const struct spot *spot)
{
	if (spot->pair && !spot->is_key)
		return arena_printf(
			&explain->arena, "%.*s: ",
			STR_ARG(phrase_code_text(&explain->arena, spot->pair->key->text)));
	if (!spot->outer || spot->is_key || spot->outer->node->style == STYLE_FLOW)
		return STR("");
	return STR("- ");
}

/* "such as `title: Engagement`", from the examples of the schemas; empty when they have none. */
static struct str such_as(struct explain *explain, const struct spot *spot)
{
	struct str example = phrase_example(&explain->arena,
					    spot_outer_note(spot, STR("examples")));

	if (!example.len)
		return example;
	return arena_printf(&explain->arena, "such as `%.*s%.*s`", STR_ARG(lead_in(explain, spot)),
			    STR_ARG(example));
}

/* A description of what belongs here, and an example; either may be missing. */
static struct str advice(struct explain *explain, const struct spot *spot,
			 const struct node *description)
{
	struct str sentence = phrase_sentence(description);
	struct str example = such_as(explain, spot);

	if (!sentence.len && example.len)
		return arena_printf(&explain->arena, "write something %.*s", STR_ARG(example));
	if (!example.len)
		return sentence;
	return arena_printf(&explain->arena, "%.*s, %.*s", STR_ARG(sentence), STR_ARG(example));
}

static struct str meaning(struct explain *explain, const struct spot *spot)
{
	return advice(explain, spot, spot_outer_note(spot, STR("description")));
}

static bool is_word(struct str text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (str_equal_nocase(text, str_from(words[i])))
			return true;
	}
	return false;
}

/* A text where a list, a number or yes or no belongs: how to make it that. */
static struct str hint_for_text(struct explain *explain, const struct spot *spot, unsigned wanted)
{
	static const char *const yes[] = { "yes", "y", "on", "true" };
	static const char *const no[] = { "no", "n", "off", "false" };
	struct str text = spot->node->text;
	struct str before = lead_in(explain, spot);
	struct arena *arena = &explain->arena;

	if (wanted & TYPES_BOOL && is_word(text, yes, ARRAY_LEN(yes)))
		return arena_printf(arena, "write `%.*strue`", STR_ARG(before));
	if (wanted & TYPES_BOOL && is_word(text, no, ARRAY_LEN(no)))
		return arena_printf(arena, "write `%.*sfalse`", STR_ARG(before));
	if (wanted & TYPES_INTEGER && text.len && node_type_of_plain(text) != TYPE_TEXT)
		return arena_printf(arena, "take away the quotation marks: `%.*s%.*s`",
				    STR_ARG(before), STR_ARG(text));
	if (wanted & TYPES_LIST)
		return arena_printf(arena,
				    "put it on a line of its own that starts with “- ”: `- %.*s`",
				    STR_ARG(phrase_code_text(arena, text)));
	return meaning(explain, spot);
}

/* A group of keys where a text belongs is often a text with a colon in it. */
static struct str hint_for_map(struct explain *explain, const struct spot *spot)
{
	const struct node *node = spot->node;
	const struct node *value = node->count == 1 ? node->pairs[0].value : NULL;
	struct str text;

	if (!value || value->kind != NODE_SCALAR || node->style != STYLE_BLOCK)
		return meaning(explain, spot);
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
	struct str about = meaning(explain, spot);
	const char *other = about.len ? "; or leave the line out" : "leave the line out";

	if (!spot->outer ||
	    (spot->pair && known_requires(known_get(explain, spot->outer), spot->pair->key->text)))
		return about;
	return arena_printf(&explain->arena, "%.*s%s", STR_ARG(about), other);
}

/* A list where something else belongs. */
static struct str hint_for_list(struct explain *explain, const struct spot *spot)
{
	if (spot->node->count == 1 && spot->node->style == STYLE_FLOW)
		return STR("take away the square brackets");
	if (spot->node->count == 1)
		return STR("take away the “- ”");
	return meaning(explain, spot);
}

static struct str hint_for_type(struct explain *explain, struct spot *spot, unsigned wanted)
{
	const struct node *node = spot->node;
	struct arena *arena = &explain->arena;
	unsigned type = node_types(node);

	if (type == TYPES_TEXT)
		return hint_for_text(explain, spot, wanted);
	if (wanted & TYPES_TEXT && node->kind == NODE_SCALAR && node->text.len)
		return arena_printf(arena, "put it in quotation marks: `%.*s%.*s`",
				    STR_ARG(lead_in(explain, spot)),
				    STR_ARG(phrase_quoted(arena, node->text)));
	if (type == TYPES_NULL)
		return hint_for_nothing(explain, spot);
	if (wanted & TYPES_LIST && node->kind == NODE_SCALAR)
		return arena_printf(arena,
				    "put it on a line of its own that starts with “- ”: `- %.*s`",
				    STR_ARG(phrase_code(arena, node)));
	if (wanted & TYPES_LIST && type == TYPES_MAP)
		return STR(
			"start the first of these lines with “- ”, and move the others in with it");
	if (wanted & TYPES_TEXT && type == TYPES_MAP)
		return hint_for_map(explain, spot);
	if (wanted & (TYPES_TEXT | TYPES_MAP) && type == TYPES_LIST)
		return hint_for_list(explain, spot);
	return meaning(explain, spot);
}

static struct finding *add_nothing(struct explain *explain, const struct spot *spot)
{
	return words_add(explain, &kind_schema_wrong_type, spot, "has nothing %s",
			 !spot->outer  ? "in it"
			 : !spot->pair ? "behind its hyphen"
				       : "behind it");
}

void words_type(struct explain *explain, struct spot *spot, unsigned wanted)
{
	const struct node *node = spot->node;
	struct finding *finding;
	struct str types;

	if (!explain_fault(explain, spot))
		return;
	types = phrase_types(&explain->arena, wanted);
	if (!wanted)
		finding = words_add(explain, &kind_schema_other, spot, "may not stand here");
	else if (node_is_null(node) && !spot->outer)
		finding = words_add(explain, &kind_schema_wrong_type, spot, "has nothing in it");
	else if (node_is_null(node) && !spot->pair)
		finding = words_add(explain, &kind_schema_wrong_type, spot,
				    "has nothing behind its hyphen");
	else if (node_is_null(node))
		finding = words_add(explain, &kind_schema_wrong_type, spot,
				    "has nothing behind it");
	else if (node_types(node) & TYPES_NUMBER && wanted & TYPES_INTEGER)
		finding = words_add(explain, &kind_schema_wrong_type, spot,
				    "must be %.*s, not %.*s", STR_ARG(types),
				    STR_ARG(phrase_value(&explain->arena, node)));
	else
		finding = words_add(explain, &kind_schema_wrong_type, spot, "must be %.*s, not %s",
				    STR_ARG(types), phrase_type_of(node));
	if (wanted)
		words_hint(explain, finding, hint_for_type(explain, spot, wanted));
}

/* The allowed text that what was written is a misspelling of; empty when there is none. */
static struct str nearest_value(const struct allowed *allowed, const struct node *node)
{
	struct str nearest = { 0 };
	unsigned least = KNOWN_FAR;

	for (size_t i = 0; node->kind == NODE_SCALAR && i < allowed->count; i++) {
		unsigned distance = KNOWN_FAR;

		if (node_is_text(allowed->values[i]))
			distance = known_distance(node->text, allowed->values[i]->text);
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
		phrase_add(&list,
			   arena_printf(&explain->arena, "`%.*s`",
					STR_ARG(phrase_code(&explain->arena, allowed->values[i]))));
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
	before = lead_in(explain, spot);
	all = list_values(explain, allowed);
	if (node_is_null(spot->node))
		finding = add_nothing(explain, spot);
	else
		finding = words_add(explain, &kind_schema_value, spot, "cannot be %.*s",
				    STR_ARG(phrase_value(&explain->arena, spot->node)));
	if (nearest.len && allowed->count > 1)
		finding_hint(explain->report, finding, "did you mean `%.*s%.*s`? It can be %.*s",
			     STR_ARG(before), STR_ARG(phrase_code_text(&explain->arena, nearest)),
			     STR_ARG(all));
	else if (all.len)
		finding_hint(explain->report, finding,
			     allowed->count > 1 ? "it can be %.*s" : "it can only be %.*s",
			     STR_ARG(all));
}

/* What was written, in lower-case words joined by hyphens. */
static struct str slug(struct arena *arena, struct str text)
{
	char *to = arena_alloc_text(arena, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c | 0x20);
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			to[len++] = c;
		else if (c != '\'' && len && to[len - 1] != '-')
			to[len++] = '-';
	}
	if (len && to[len - 1] == '-')
		len--;
	return (struct str){ to, len };
}

/* A change of case, spaces and marks that makes it right; empty when there is none. */
static struct str mended(struct explain *explain, const struct spot *spot, const struct rule *rule)
{
	struct str text = spot->node->text;
	struct str words = { 0 };

	if (rule->keyword->check != check_pattern || text.len > 80)
		return words;
	words = slug(&explain->arena, text);
	if (words.len && pattern_match(rule->pattern, words, &explain->check.matcher))
		return words;
	words = str_trim(text);
	if (words.len < text.len && pattern_match(rule->pattern, words, &explain->check.matcher))
		return words;
	return (struct str){ 0 };
}

/* The mended text, the format's own words, what the schema says, or at last the pattern. */
static void hint_for_format(struct explain *explain, const struct spot *spot,
			    const struct rule *rule, struct finding *finding)
{
	const struct node *description = spot_note(spot, STR("description"));
	struct str about = phrase_name(&explain->arena, phrase_sentence(description));
	struct str rules = advice(explain, spot, description);
	struct str fix = mended(explain, spot, rule);
	struct str before = lead_in(explain, spot);

	if (fix.len && about.len)
		finding_hint(explain->report, finding, "write `%.*s%.*s` (%.*s)", STR_ARG(before),
			     STR_ARG(fix), STR_ARG(about));
	else if (fix.len)
		finding_hint(explain->report, finding, "write `%.*s%.*s`", STR_ARG(before),
			     STR_ARG(fix));
	else if (rule->keyword->check == check_format)
		finding_hint(explain->report, finding, "write %s", rule->format->words);
	else if (rules.len)
		words_hint(explain, finding, rules);
	else
		finding_hint(explain->report, finding, "it must match the pattern `%.*s`",
			     STR_ARG(rule->pattern->source));
}

void words_format(struct explain *explain, struct spot *spot, const struct rule *rule)
{
	struct finding *finding;

	if (!explain_fault(explain, spot))
		return;
	if (spot->is_key)
		finding = report_add(explain->report, &kind_schema_format, spot_span(spot),
				     "%.*s cannot be a key here",
				     STR_ARG(phrase_value(&explain->arena, spot->node)));
	else
		finding = words_add(explain, &kind_schema_format, spot, "cannot be %.*s",
				    STR_ARG(phrase_value(&explain->arena, spot->node)));
	hint_for_format(explain, spot, rule, finding);
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
