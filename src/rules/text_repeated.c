#include "rules/prose.h"
#include "rules/sentence.h"
#include "rules/wording.h"

/* So many words at the start of two sentences are no chance. */
#define WORDS 4
/* A sentence of one word may be said twice on purpose. */
#define WORDS_OF_WHOLE 2

/* Two sentences that stand beside each other; where what both begin with ends in the second. */
static bool is_repeat(struct str words, struct sentence first, struct sentence second, size_t *end)
{
	bool is_all;
	size_t count = sentence_common_words(words, first, second, end, &is_all);

	return count >= WORDS || (is_all && count >= WORDS_OF_WHOLE);
}

/* Marks between the words do not matter to a first look, so Markdown's need not be known. */
static bool is_suspected(struct str text)
{
	struct sentence last = { 0 };
	struct sentence next;
	size_t from = 0;
	size_t end;

	while (sentence_next(text, &from, &next)) {
		if (last.end && is_repeat(text, last, next, &end))
			return true;
		last = next;
	}
	return false;
}

static void add_repeat(struct reading *reading, const struct run *run, struct sentence first,
		       struct sentence second)
{
	struct report *report = reading->run->report;
	struct str words = wording_quote(reading->run,
					 str_slice(run->text, second.begin, second.end));
	struct span span = reading_span(reading, run, second.begin, second.end);
	struct finding *finding;

	finding = report_add(report, &rule_text_repeated.kind, span, "“%.*s” stands twice in a row",
			     STR_ARG(words));
	finding_hint(report, finding, "take one of the two out, or begin the second another way");
	finding_relate(report, finding, reading_span(reading, run, first.begin, first.end),
		       "it stands here first");
}

static void check_run(struct reading *reading, const struct run *run)
{
	struct sentence last = { 0 };
	struct sentence next;
	size_t from = 0;

	while (sentence_next(run->text, &from, &next)) {
		struct sentence repeat = next;

		if (last.end && is_repeat(run->text, last, next, &repeat.end) &&
		    !reading_is_full(reading))
			add_repeat(reading, run, last, repeat);
		last = next;
	}
}

static void check(struct reading *reading)
{
	struct runs runs;

	if (!is_suspected(reading->node->text))
		return;
	runs = reading_runs_with_code(reading);
	for (size_t i = 0; i < runs.len; i++)
		check_run(reading, &runs.at[i]);
}

static void on_value(struct rule_run *run, const struct thing *owner, const struct field *field,
		     const void *value)
{
	if (prose_look(run, owner, field, value) & LOOK_STOP)
		prose_read(run, &run->prose->last, check, NULL);
}

const struct rule rule_text_repeated = {
	.kind = {
		.name = "text-repeated",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "A sentence, or its beginning, stands twice in a row.",
		.advice =
			"When a sentence is rewritten, or pasted, its old beginning is easily left "
			"before it, and readers wonder what is missing. Looked at are sentences "
			"beside each other in one paragraph: the same sentence twice, or two that "
			"begin with the same four words. Items of a list may begin alike. Take one "
			"of the two out; where both are meant, begin the second another way.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"summary: >-\n"
			"  With a turnover of around 15%. With a turnover of around 15%, we shall\n"
			"  lose forty staff in a year.\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"summary: >-\n"
			"  With a turnover of around 15%, we shall lose forty staff in a year.\n",
	},
	.visits = PROSE_FIELDS,
	.on_value = on_value,
};
