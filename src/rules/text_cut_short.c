#include "base/ascii.h"
#include "model/plan.h"
#include "rules/prose.h"
#include "rules/wording.h"
#include "rules/words.h"

/* So many words before a last "to", "of", "in", "with" are looked at for what it may belong to. */
#define NEAR 3
/* And so many for a "which" or a "they". */
#define FAR 20

/* Where the words end: white space and hard spaces left out. */
static size_t end_of(struct str text)
{
	for (;;) {
		if (text.len && ascii_is_space(text.at[text.len - 1]))
			text.len--;
		else if (str_ends(text, STR("\xC2\xA0")))
			text.len -= 2;
		else
			return text.len;
	}
}

/* The word that ends at `end`; *begin is where it begins. Not a part of a longer one, as in "buy-in". */
static struct str word_before(struct str text, size_t end, size_t *begin)
{
	size_t at = end;

	while (at && ascii_is_letter(text.at[at - 1]))
		at--;
	*begin = at;
	if (at && !ascii_is_space(text.at[at - 1]) &&
	    !str_ends(str_slice(text, 0, at), STR("\xC2\xA0")))
		return (struct str){ 0 };
	return str_slice(text, at, end);
}

/* In capitals: OR may be a place, and IN be short for something. */
static bool is_capitals(struct str word)
{
	for (size_t i = 0; i < word.len; i++) {
		if (word.at[i] & 0x20)
			return false;
	}
	return true;
}

/* The word before `*at` in a sentence, without the marks behind it; moves *at before it. */
static struct str step_back(struct str text, size_t *at)
{
	size_t end = end_of(str_slice(text, 0, *at));
	size_t begin;

	for (begin = end; begin && ascii_is_letter(text.at[begin - 1]);)
		begin--;
	*at = begin;
	return str_slice(text, begin, end);
}

/* "Somewhere to live in", "the homes they live in", "proud of": the preposition belongs to what comes before. */
static bool belongs_before(struct str text, size_t end, struct str last)
{
	size_t at = end;
	struct str word = step_back(text, &at);

	if (words_may_end(word, last))
		return true;
	for (size_t count = 1; word.len && count < FAR; count++) {
		if (words_refer(word) || (count > 1 && count <= NEAR && str_equal(word, STR("to"))))
			return true;
		word = step_back(text, &at);
	}
	return false;
}

/* A comma, or the last word of a text that cannot end with it; empty when it may end so. */
static struct str cut_end(struct str text)
{
	size_t end = end_of(text);
	size_t begin;
	struct str last;
	enum words_cut cut;

	if (end && text.at[end - 1] == ',')
		return str_slice(text, end - 1, end);
	last = word_before(text, end, &begin);
	cut = words_cut(last);
	if (cut == WORDS_WHOLE || !begin || is_capitals(last) ||
	    (cut == WORDS_MAYBE_CUT && belongs_before(text, begin, last)))
		return (struct str){ 0 };
	return last;
}

/* An item of a list, and its neighbours; empty where it has none. */
struct item {
	struct str text;
	struct str before;
	struct str next;
	bool next_is_last;
};

static bool ends_with_comma(struct str text)
{
	size_t end = end_of(text);

	return end && text.at[end - 1] == ',';
}

static bool begins_small(struct str text)
{
	struct str trimmed = str_trim(text);

	return trimmed.len && trimmed.at[0] >= 'a' && trimmed.at[0] <= 'z';
}

/* Whether the items are one sentence together: "reduce waste," "reuse more; and" "recycle". */
static bool is_sentence_of_items(const struct item *item, struct str last)
{
	struct str before = str_slice(item->text, 0, (size_t)(last.at - item->text.at));
	size_t end = end_of(before);
	bool is_and = str_equal_nocase(last, STR("and")) || str_equal_nocase(last, STR("or"));

	if (!item->next.len)
		return false;
	if (last.at[0] == ',')
		return begins_small(item->next) || ends_with_comma(item->before) ||
		       ends_with_comma(item->next);
	if (is_and && end && (before.at[end - 1] == ',' || before.at[end - 1] == ';'))
		return true;
	return is_and && item->next_is_last && begins_small(item->next);
}

static void add_cut(struct reading *reading, const struct run *run, struct str last)
{
	struct report *report = reading->run->report;
	size_t end = (size_t)(last.at + last.len - run->text.at);
	size_t from = last.at[0] == ',' ? end - 1 : end - last.len;
	struct finding *finding;

	if (last.at[0] == ',')
		finding = report_add(report, &rule_text_cut_short.kind,
				     reading_span(reading, run, from, end),
				     "this ends with a comma, as if it went on");
	else
		finding = report_add(report, &rule_text_cut_short.kind,
				     reading_span(reading, run, from, end),
				     "this ends with “%.*s”, as if it went on", STR_ARG(last));
	finding_hint(report, finding, "write the rest, or take the last %s out",
		     last.at[0] == ',' ? "comma" : "word");
}

static void check_item(struct reading *reading, const struct run *run, const struct item *item)
{
	struct str last = cut_end(item->text);

	if (!last.len || (!reading_is_english(reading) && last.at[0] != ','))
		return;
	if (is_sentence_of_items(item, last) || reading_is_full(reading))
		return;
	add_cut(reading, run, last);
}

/* The column of a byte in its line. */
static size_t column_of(struct str markdown, size_t offset)
{
	size_t begin = offset;

	while (begin && markdown.at[begin - 1] != '\n')
		begin--;
	return offset - begin;
}

/* Whether a list stands below a run, which then leads up to it. */
static bool leads_to_list(const struct reading *reading, const struct run *run,
			  const struct run *next)
{
	struct str markdown = reading->node->text;

	if (!next || !next->is_item)
		return false;
	return !run->is_item ||
	       column_of(markdown, run_offset(next, 0)) > column_of(markdown, run_offset(run, 0));
}

static bool is_section_continued(const struct section *section, const struct field *field)
{
	return str_equal(field->name, STR("title")) || section->terms.node ||
	       section->figures.node || section->sections.node || section->shows.node;
}

/* Whether pages print something below a text that it may lead up to; or it is a label of figures. */
static bool is_continued(const struct passage *passage)
{
	const struct thing *owner = passage->owner;
	struct str name = passage->field->name;
	struct str type = owner->type->name;

	if (owner->type == &type_action)
		return str_equal(name, STR("activity")) &&
		       ((const struct action *)owner)->steps.node;
	if (owner->type == &type_measure)
		return ((const struct measure *)owner)->breakdown.node;
	if (owner->type == &type_theme)
		return passage->field->type != FIELD_TEXTS;
	if (owner->type == &type_section)
		return is_section_continued((const struct section *)owner, passage->field);
	return str_starts(type, STR("figure")) || str_equal(type, STR("sum")) ||
	       str_equal(name, STR("term")) || str_equal(name, STR("unit"));
}

static void check_runs(struct reading *reading, struct item whole)
{
	struct runs runs = reading_runs(reading);

	for (size_t i = 0; i < runs.len; i++) {
		const struct run *run = &runs.at[i];
		const struct run *next = i + 1 < runs.len ? run + 1 : NULL;
		struct item item = whole;

		if (leads_to_list(reading, run, next) ||
		    (!next && !run->is_item && is_continued(&reading->passage)))
			continue;
		item.text = run->text;
		if (run->is_item) {
			item.before = i && run[-1].is_item ? run[-1].text : (struct str){ 0 };
			item.next = next && next->is_item ? next->text : (struct str){ 0 };
			item.next_is_last = !next || i + 2 == runs.len || !next[1].is_item;
		}
		check_item(reading, run, &item);
	}
}

/* The neighbours of an item of a list of texts. */
static struct item item_of(const struct passage *passage)
{
	struct item item = { 0 };
	const struct list *list;
	const struct text *first;
	size_t at;

	if (passage->field->type != FIELD_TEXTS)
		return item;
	list = (const void *)((const char *)passage->owner + passage->field->offset);
	first = list->at;
	at = (size_t)(passage->text - first);
	if (at)
		item.before = first[at - 1].words;
	if (at + 1 < list->len)
		item.next = first[at + 1].words;
	item.next_is_last = at + 2 == list->len;
	return item;
}

/* Of a text with its marks, of which the last may be Markdown's. */
static bool may_be_cut(struct str text)
{
	size_t end = end_of(text);
	size_t begin;

	while (end && (text.at[end - 1] == '*' || text.at[end - 1] == '_'))
		end--;
	if (!end)
		return false;
	switch (text.at[end - 1] | 0x20) {
	case ',' | 0x20: return true;
	case 'd':
	case 'e':
	case 'f':
	case 'h':
	case 'n':
	case 'o':
	case 'r': return words_cut(word_before(text, end, &begin)) != WORDS_WHOLE;
	}
	return false;
}

/* Whether a paragraph or an item may end behind a line: another, or nothing, follows. */
static bool is_paragraph_end(struct str text, size_t line_end)
{
	size_t next = line_end + 1;

	while (next < text.len && (text.at[next] == ' ' || text.at[next] == '\t'))
		next++;
	return next >= text.len || text.at[next] < '@';
}

static bool is_suspected(struct str text, unsigned look)
{
	if (may_be_cut(text))
		return true;
	for (size_t at = 0; look & LOOK_LINE && at < text.len; at++) {
		at = str_find_byte(text, '\n', at);
		if (at < text.len && is_paragraph_end(text, at) &&
		    may_be_cut(str_slice(text, 0, at)))
			return true;
	}
	return false;
}

static void check(struct reading *reading)
{
	if (is_suspected(reading->node->text, reading->passage.look))
		check_runs(reading, item_of(&reading->passage));
}

static void on_value(struct rule_run *run, const struct thing *owner, const struct field *field,
		     const void *value)
{
	const struct text *text = value;
	unsigned look = prose_look(run, owner, field, text);

	if (run->plan->languages.len > 1 || is_suspected(text->words, look))
		prose_read(run, &run->prose->last, check, NULL);
}

const struct rule rule_text_cut_short = {
	.kind = {
		.name = "text-cut-short",
		.draft = SEVERITY_WARNING,
		.adopted = SEVERITY_WARNING,
		.summary = "A text ends with “and”, “of”, “the” or the like, or with a comma.",
		.advice =
			"Part of it was lost, perhaps when it was copied. Readers cannot know what "
			"was meant to follow. Looked at are texts, paragraphs and items of lists; one "
			"that a list follows may lead up to it, items may be one sentence together, "
			"and “somewhere to live in” is whole. Write the rest, or take the last word "
			"out.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    outcomes:\n"
			"      - What tenants say changes our planning and\n"
			"      - Tenants are heard.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures: [Four tenants in ten answer.]\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"actions:\n"
			"  - id: tenant-survey\n"
			"    activity: Ask tenants about their repairs.\n"
			"    outcomes:\n"
			"      - What tenants say changes our planning and our work.\n"
			"      - Tenants are heard.\n"
			"    lead: head-of-housing\n"
			"    due: 2024-09\n"
			"    measures: [Four tenants in ten answer.]\n",
	},
	.visits = PROSE_FIELDS,
	.on_value = on_value,
};
