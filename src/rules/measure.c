#include "rules/measure.h"
#include "markdown/markdown.h"
#include "rules/wording.h"

bool measure_is_sound(const struct measure *measure)
{
	const struct node *node = measure->thing.node;

	if (node->bad || measure->grade == GRADE_NONE || measure->target.kind == TARGET_BAD)
		return false;
	for (size_t i = 0; node->kind == NODE_MAP && i < node->count; i++) {
		if (node->pairs[i].value->bad)
			return false;
	}
	return true;
}

/* What it is known by: its sentence; where that is not what a rule speaks of, its indicator. */
static const struct text *subject(const struct measure *measure)
{
	bool is_part = measure->grade == GRADE_INDICATOR && measure_has_parts(measure);

	if (measure->indicator.node && (is_part || !measure->text.node))
		return &measure->indicator;
	return &measure->text;
}

struct span measure_place(const struct measure *measure)
{
	const struct node *node = subject(measure)->node;

	return node_span(node ? node : measure->thing.node);
}

struct str measure_quote(struct rule_run *run, const struct measure *measure)
{
	const struct text *text = subject(measure);
	struct str words = text->node ? text_in(text, STR("en")) : text->words;

	words = str_trim(markdown_words(words, run->arena));
	if (str_ends(words, STR(".")))
		words.len--;
	return wording_quote(run, words);
}

static bool has_english(const struct plan *plan)
{
	const struct value *languages = plan->languages.at;

	for (size_t i = 0; i < plan->languages.len; i++) {
		if (str_equal(languages[i].text, STR("en")))
			return true;
	}
	return !plan->languages.len;
}

bool measure_is_read(const struct rule_run *run, const struct measure *measure)
{
	return !measure_has_parts(measure) && has_english(run->plan);
}
