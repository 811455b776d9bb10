/* The wording of findings about patterns and formats. */
#include "schema/phrase.h"
#include "tree/scalar.h"
#include "schema/words.h"

/*
 * What was written, in lower-case words joined by hyphens; without what stands
 * before the first letter, unless there is none.
 */
static struct str slug(struct arena *arena, struct str text)
{
	char *to = arena_alloc_text(arena, text.len + 1);
	size_t start = 0;
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
	while (start < len && (to[start] < 'a' || to[start] > 'z'))
		start++;
	if (start == len)
		start = 0;
	return (struct str){ to + start, len - start };
}

static bool suits(struct explain *explain, const struct rule *rule, struct str text)
{
	if (rule->keyword->check == check_format)
		return rule->format->is_valid(text);
	return pattern_match(rule->pattern, text, &explain->check.matcher);
}

/* Whether it looks like a web address without its beginning: a point stands before any slash. */
static bool is_address(struct str text)
{
	struct str host = str_slice(text, 0, str_find_byte(text, '/', 0));

	return str_find_byte(host, ':', 0) == host.len && str_find_byte(host, '@', 0) == host.len &&
	       str_find_byte(host, '.', 0) < host.len;
}

/* A change of case, spaces and marks that makes it right; empty when there is none. */
static struct str mended(struct explain *explain, const struct spot *spot, const struct rule *rule)
{
	struct str text = str_trim(spot->node->text);
	struct str plain = phrase_uncurled(text);
	struct arena *arena = &explain->arena;
	bool is_format = rule->keyword->check == check_format;
	struct str tries[] = {
		text,
		plain,
		is_format ? STR("") : slug(arena, text),
		is_address(plain) ? arena_printf(arena, "https://%.*s", STR_ARG(plain)) : STR(""),
	};

	for (size_t i = 0; text.len <= 80 && i < ARRAY_LEN(tries); i++) {
		if (tries[i].len && !str_equal(tries[i], spot->node->text) &&
		    suits(explain, rule, tries[i]))
			return tries[i];
	}
	return (struct str){ 0 };
}

/*
 * How it is written, by the newest description: by its second sentence where
 * that is an order ("Write …"; then without that word), else by its first.
 */
static struct str how(struct explain *explain, const struct spot *spot, bool *is_order)
{
	const struct node *description = spot_note(spot, STR("description"));
	struct str first = phrase_sentence(description);
	struct str rest;

	if (!description || !node_is_text(description))
		return first;
	rest = str_slice(description->text, str_find(description->text, STR(". Write "), 0),
			 description->text.len);
	*is_order = rest.len > 8;
	if (*is_order)
		first = str_slice(rest, 8, str_find(rest, STR("."), 2));
	return phrase_name(&explain->arena, first);
}

/* The mended text, the format's own words, what the schema says, or at last the pattern. */
static void hint_for_format(struct explain *explain, const struct spot *spot,
			    const struct rule *rule, struct finding *finding)
{
	const char *curly = !explain->is_json && phrase_is_curly(spot->node->text)
				    ? "curly quotes mean nothing to YAML: "
				    : "";
	bool is_order = false;
	struct str about = how(explain, spot, &is_order);
	struct str rules = words_advice(explain, spot, about);
	struct str fix = mended(explain, spot, rule);
	struct str before = words_lead_in(explain, spot);
	bool says_how = is_order || words_such_as(explain, spot, (struct str){ 0 }).len;
	struct str text = str_trim(spot->node->text);

	/* Spaces and curly quotes about it are too much; the rest of a change is a guess. */
	if (!explain->is_json && !spot->is_key && fix.len &&
	    (str_equal(fix, text) || str_equal(fix, phrase_uncurled(text))))
		scalar_mend(explain->report, finding, spot->node, fix);
	if (fix.len && explain->is_json)
		fix = phrase_quoted(&explain->arena, fix);
	if (fix.len && about.len)
		finding_hint(explain->report, finding, "%swrite `%.*s%.*s` (%.*s)", curly,
			     STR_ARG(before), STR_ARG(fix), STR_ARG(about));
	else if (fix.len)
		finding_hint(explain->report, finding, "%swrite `%.*s%.*s`", curly, STR_ARG(before),
			     STR_ARG(fix));
	else if (rule->keyword->check == check_format)
		finding_hint(
			explain->report, finding, "%swrite %s, %.*s", curly, rule->format->words,
			STR_ARG(words_such_as(explain, spot, str_from(rule->format->example))));
	else if (rules.len)
		finding_hint(explain->report, finding,
			     says_how ? "%s%s%.*s" : "%s%s%.*s; it must match the pattern `%.*s`",
			     curly, is_order ? "write " : "", STR_ARG(rules),
			     STR_ARG(rule->pattern->source));
	else
		finding_hint(explain->report, finding, "it must match the pattern `%.*s`",
			     STR_ARG(rule->pattern->source));
}

bool words_hint_pattern(struct explain *explain, const struct spot *spot, struct finding *finding)
{
	for (const struct view *view = spot->view; view; view = view->before) {
		for (uint32_t i = 0; i < view->schema->rule_count; i++) {
			const struct rule *rule = &view->schema->rules[i];

			if (rule->keyword->check != check_pattern ||
			    pattern_match(rule->pattern, spot->node->text, &explain->check.matcher))
				continue;
			hint_for_format(explain, spot, rule, finding);
			return true;
		}
	}
	return false;
}

void words_format(struct explain *explain, struct spot *spot, const struct rule *rule)
{
	struct finding *finding;

	if (!explain_fault(explain, spot))
		return;
	finding = words_wrong(explain, spot, &kind_schema_format);
	hint_for_format(explain, spot, rule, finding);
}
