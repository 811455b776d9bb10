#include "rules/measure.h"
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

struct span measure_place(const struct measure *measure)
{
	if (measure->text.node)
		return node_span(measure->text.node);
	if (measure->indicator.node)
		return node_span(measure->indicator.node);
	return node_span(measure->thing.node);
}

struct str measure_quote(struct rule_run *run, const struct measure *measure)
{
	struct str words = measure->text.node ? measure_sentence(measure)
					      : measure->indicator.words;

	words = str_trim(words);
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
