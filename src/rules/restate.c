#include "rules/restate.h"
#include "rules/alike.h"
#include "rules/words.h"

/* Longer texts say more than can be said again in passing. */
#define STEMS 48
/* Outcomes looked at of one action; nobody writes as many. */
#define OUTCOMES 20
/* With fewer words of weight only the very same words count. */
#define FEW 3

struct stems {
	uint64_t at[STEMS];
	size_t len;
	bool is_cut;
};

static bool has(const struct stems *stems, uint64_t stem)
{
	for (size_t i = 0; i < stems->len; i++) {
		if (stems->at[i] == stem)
			return true;
	}
	return false;
}

/* The words of weight, each once. */
static void read_stems(struct str text, struct stems *stems)
{
	struct str word;
	size_t at = 0;

	stems->len = 0;
	stems->is_cut = false;
	while ((word = alike_next_word(text, &at)).len) {
		uint64_t stem;

		if (words_weigh_little(word))
			continue;
		stem = alike_stem(word);
		if (has(stems, stem))
			continue;
		if (stems->len == STEMS) {
			stems->is_cut = true;
			return;
		}
		stems->at[stems->len++] = stem;
	}
}

/* Whether the measure has no word of its own, and most of those of the text. */
static bool says_again(const struct stems *measure, struct str text)
{
	struct stems stems;

	if (measure->is_cut || measure->len < FEW)
		return false;
	read_stems(text, &stems);
	if (stems.is_cut || measure->len * 3 < stems.len * 2)
		return false;
	for (size_t i = 0; i < measure->len; i++) {
		if (!has(&stems, measure->at[i]))
			return false;
	}
	return true;
}

static bool is_again(struct str sentence, const struct stems *stems, const struct text *text)
{
	struct str words = text->node && !text->node->bad ? text_in(text, STR("en"))
							  : (struct str){ 0 };

	return words.len && (alike_is_same(sentence, words) || says_again(stems, words));
}

const struct text *restate_find(const struct action *action, const struct measure *measure)
{
	const struct text *outcomes = action->outcomes.at;
	struct str sentence = measure_sentence(measure);
	struct stems stems;

	if (measure_has_parts(measure) ||
	    (measure->grade != GRADE_PROSE && measure->grade != GRADE_DIRECTION))
		return NULL;
	read_stems(sentence, &stems);
	if (is_again(sentence, &stems, &action->activity))
		return &action->activity;
	if (is_again(sentence, &stems, &action->title))
		return &action->title;
	for (size_t i = 0; i < action->outcomes.len && i < OUTCOMES; i++) {
		if (is_again(sentence, &stems, &outcomes[i]))
			return &outcomes[i];
	}
	return NULL;
}
