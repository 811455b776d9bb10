#include "model/walk.h"
#include "rules/rule.h"
#include "rules/wording.h"

/* As many languages are looked for: a plan that names a thousand is no plan. */
#define LANGUAGES 8

static size_t language_count(const struct rule_run *run)
{
	size_t count = run->plan->languages.len;

	return count < LANGUAGES ? count : LANGUAGES;
}

/* Names, and words that nobody reads on a page. */
static bool is_exempt(const struct thing *owner, const struct field *field)
{
	static const struct str names[] = {
		STR_INIT("author"),
		STR_INIT("approved_by"),
		STR_INIT("group"),
	};

	if (field->flags & FIELD_ONE_LANGUAGE || str_equal(owner->type->name, STR("waiver")))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		if (str_equal(field->name, names[i]))
			return true;
	}
	return false;
}

/* What has no letters is the same in all languages; 0xE2 begins dashes and curly quotes. */
static bool has_letters(struct str words)
{
	for (size_t i = 0; i < words.len; i++) {
		unsigned char c = (unsigned char)words.at[i];
		unsigned char lower = c | 0x20;

		if ((lower >= 'a' && lower <= 'z') || (c >= 0xC3 && c != 0xE2))
			return true;
	}
	return false;
}

static bool has_language(const struct text *text, struct str language)
{
	const struct node *words = node_find(text->node, language);

	return words && (words->bad || (words->kind == NODE_SCALAR && !node_is_null(words) &&
					str_trim(words->text).len));
}

/* The languages that a text lacks: "`cy`", "`cy` and `ga`". */
static struct str lacking(const struct rule_run *run, const struct text *text)
{
	const struct value *languages = run->plan->languages.at;
	struct str names = { 0 };

	for (size_t i = 0; i < language_count(run); i++) {
		struct str language = languages[i].text;

		/* A text that is no mapping is in the first. */
		if (!language.len || (!i && text->node->kind != NODE_MAP) ||
		    has_language(text, language))
			continue;
		names = arena_printf(run->arena, "%.*s%s`%.*s`", STR_ARG(names),
				     names.len ? " and " : "", STR_ARG(language));
	}
	return names;
}

/* "{en: …, cy: …}", of the languages of the plan. */
static struct str form_of(const struct rule_run *run)
{
	const struct value *languages = run->plan->languages.at;
	struct str form = STR("{");

	for (size_t i = 0; i < language_count(run); i++)
		form = arena_printf(run->arena, "%.*s%s%.*s: …", STR_ARG(form), i ? ", " : "",
				    STR_ARG(languages[i].text));
	return arena_printf(run->arena, "%.*s}", STR_ARG(form));
}

static void on_value(void *context, const struct thing *owner, const struct field *field,
		     const void *value)
{
	struct rule_run *run = context;
	const struct text *text = value;
	struct finding *finding;
	struct str names, words, form;

	if (text->node->bad || !has_letters(text->words) || is_exempt(owner, field))
		return;
	names = lacking(run, text);
	if (!names.len)
		return;
	words = wording_quote(run, text->words);
	finding = report_add(run->report, &rule_translation_missing.kind, node_span(text->node),
			     "“%.*s” is not there in %.*s", STR_ARG(words), STR_ARG(names));
	form = form_of(run);
	finding_hint(run->report, finding, "write it in each language: `%.*s`", STR_ARG(form));
}

static void on_plan(struct rule_run *run, const struct plan *plan)
{
	struct walk walk = {
		.types = FIELD_BIT(FIELD_TEXT) | FIELD_BIT(FIELD_PLAIN) | FIELD_BIT(FIELD_TEXTS),
		.value = on_value,
		.context = run,
	};

	if (plan->languages.len > 1)
		thing_walk(&plan->thing, &walk);
}

const struct rule rule_translation_missing = {
	.kind = {
		.name = "translation-missing",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_ERROR,
		.summary = "A text lacks one of the languages of the plan.",
		.advice =
			"A plan that names several `languages:` promises each reader all of it "
			"in their own. Where a text lacks one, the pages show it in the first. "
			"A text that is not written by language is in the first only. Write "
			"each language behind its code. Names of people, numbers, units and "
			"addresses need no second language.",
		.bad =
			"title: {en: Housing Plan, cy: Cynllun Tai}\n"
			"status: draft\n"
			"languages: [en, cy]\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    due: 2024-09\n",
		.good =
			"title: {en: Housing Plan, cy: Cynllun Tai}\n"
			"status: draft\n"
			"languages: [en, cy]\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity:\n"
			"      en: Ask tenants about their repairs.\n"
			"      cy: Gofyn i denantiaid am eu hatgyweiriadau.\n"
			"    due: 2024-09\n",
	},
	.on_plan = on_plan,
};
