#include "base/ascii.h"
#include "rules/address.h"
#include "rules/prose.h"
#include "rules/wording.h"
#include "rules/words.h"

#include <string.h>

/* Letters behind a number that are no unit ("12kg", "15mins", "21st") but a word. */
#define LETTERS 5

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static char byte_at(struct str s, size_t at)
{
	return at < s.len ? s.at[at] : ' ';
}

static size_t letters_from(struct str s, size_t at)
{
	size_t end = at;

	while (end < s.len && ascii_is_letter(s.at[end]))
		end++;
	return end;
}

/* The word that ends before `at`; at most so many bytes of it as matter. */
static struct str word_before(struct str s, size_t at)
{
	size_t begin = at;

	while (begin && at - begin < LETTERS && ascii_is_letter(s.at[begin - 1]))
		begin--;
	return str_slice(s, begin, at);
}

/* Whether a stop may end what stands before it: a word, a year, 15%, a bracket or a quotation. */
static bool ends_before(struct str s, size_t at)
{
	struct str word = word_before(s, at);
	size_t begin = at;

	if (word.len)
		return word.len > 1 && is_small(word.at[word.len - 1]) && !words_are_title(word);
	while (begin && ascii_is_digit(s.at[begin - 1]))
		begin--;
	if (begin < at)
		return at - begin == 4;
	return at && (s.at[at - 1] == '%' || s.at[at - 1] == ')' ||
		      str_ends(str_slice(s, 0, at), STR("”")));
}

/* "event.The", "why?Because", "staff,managers": not "Node.js", "e.g.", "St.Helens". */
static bool is_glued_stop(struct str s, size_t at)
{
	if (!ascii_is_letter(byte_at(s, at + 2)) || !ends_before(s, at))
		return false;
	if (s.at[at] == ',' || s.at[at] == ';')
		return true;
	return ascii_is_capital(byte_at(s, at + 1)) && is_small(byte_at(s, at + 2));
}

/* "10%increase", but not "50%ile". */
static bool is_glued_share(struct str s, size_t at)
{
	struct str word = str_slice(s, at + 1, letters_from(s, at + 1));

	return at && ascii_is_digit(s.at[at - 1]) && word.len > 1 && !words_join_share(word);
}

/* "20workshops", but not "£5million", "2nd" or a code. */
static bool is_glued_number(struct str s, size_t at)
{
	size_t begin = at;
	size_t end = letters_from(s, at + 1);
	struct str word = str_slice(s, at + 1, end);

	if (word.len < LETTERS || word.len > 30 || words_join_number(word))
		return false;
	for (size_t i = 0; i < word.len; i++) {
		if (!is_small(word.at[i]))
			return false;
	}
	while (begin && ascii_is_digit(s.at[begin - 1]))
		begin--;
	if (begin && (ascii_is_letter(s.at[begin - 1]) || strchr("-_/#&", s.at[begin - 1])))
		return false;
	return !ascii_is_digit(byte_at(s, end)) && byte_at(s, end) != '_';
}

/* Whether words run together at the byte `at`, a stop, a per cent sign or a digit. */
static bool is_glued(struct str s, size_t at)
{
	switch (s.at[at]) {
	case '.':
	case '!':
	case '?':
	case ',':
	case ';': return is_glued_stop(s, at) && !address_is_around(s, at);
	case '%': return is_glued_share(s, at) && !address_is_around(s, at);
	default:
		return ascii_is_digit(s.at[at]) && is_small(byte_at(s, at + 1)) &&
		       is_glued_number(s, at) && !address_is_around(s, at);
	}
}

static bool is_suspected(struct str text)
{
	for (size_t at = 0; at + 1 < text.len; at++) {
		if (ascii_is_letter(text.at[at + 1]) && !ascii_is_letter(text.at[at]) &&
		    is_glued(text, at))
			return true;
	}
	return false;
}

/* What is quoted before the place: "(SLB).They". */
static bool is_of_word(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c) || c == '%' || c == '(' || c == ')' ||
	       c & 0x80;
}

static void add_glued(struct reading *reading, const struct run *run, size_t at)
{
	struct report *report = reading->run->report;
	struct str s = run->text;
	size_t begin = at;
	size_t end = letters_from(s, at + 1);
	struct finding *finding;
	struct str words, left, right;

	while (begin && is_of_word(s.at[begin - 1]))
		begin--;
	words = wording_quote(reading->run, str_slice(s, begin, end));
	left = wording_quote(reading->run, str_slice(s, begin, at + 1));
	right = wording_quote(reading->run, str_slice(s, at + 1, end));
	finding = report_add(report, &rule_text_glued.kind, reading_span(reading, run, begin, end),
			     "a space is missing in “%.*s”", STR_ARG(words));
	finding_hint(report, finding, "write “%.*s %.*s”", STR_ARG(left), STR_ARG(right));
}

static void check(struct reading *reading)
{
	struct runs runs;

	if (!is_suspected(reading->node->text))
		return;
	runs = reading_runs(reading);
	for (size_t i = 0; i < runs.len; i++) {
		struct str text = runs.at[i].text;

		for (size_t at = 0; at + 1 < text.len; at++) {
			if (ascii_is_letter(text.at[at + 1]) && !ascii_is_letter(text.at[at]) &&
			    is_glued(text, at) && !reading_is_full(reading))
				add_glued(reading, &runs.at[i], at);
		}
	}
}

static void on_value(struct rule_run *run, const struct thing *owner, const struct field *field,
		     const void *value)
{
	if (prose_look(run, owner, field, value) & LOOK_JOIN)
		prose_read(run, &run->prose->last, check, NULL);
}

const struct rule rule_text_glued = {
	.kind = {
		.name = "text-glued",
		.draft = SEVERITY_NOTE,
		.adopted = SEVERITY_NOTE,
		.summary = "Two words run together at a number or a stop: “10%increase”.",
		.advice =
			"A space was lost, often when the text was copied. Units (12kg, £5million), "
			"times, versions, addresses and names of files have none and are left alone. "
			"Write the space.",
		.bad =
			"title: Housing Plan\n"
			"status: draft\n"
			"summary: >-\n"
			"  A 10%increase in repairs done in time.\n",
		.good =
			"title: Housing Plan\n"
			"status: draft\n"
			"summary: >-\n"
			"  A 10% increase in repairs done in time.\n",
	},
	.visits = PROSE_FIELDS,
	.on_value = on_value,
};
