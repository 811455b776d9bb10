#include "model/measure_signs.h"
#include "base/ascii.h"
#include "base/attributes.h"
#include "markdown/markdown.h"
#include "model/measure_words.h"
#include "model/number.h"
#include "model/phrase.h"

/* Words between a number in letters and what it counts: "six new fire engines". */
#define ADJECTIVES 2

struct word {
	struct str text; /* without the marks around it; empty behind the last */
	enum measure_word kind;
	bool ends; /* a sentence ends behind it */
};

struct scan {
	struct str text;
	size_t at;           /* behind `word` */
	struct word earlier; /* the one before `before` */
	struct word before;  /* the one before `word`; empty where a sentence begins */
	struct word word;    /* the one looked at */
	bool has_change;     /* a word of change stands in the sentence so far */
	unsigned changes;    /* numbers that are a change: "by 10%" */
	unsigned levels;     /* other numbers */
	bool has_reference;  /* something that a change could start from */
	struct measure_signs signs;
};

/* The bytes of a space at `at`, also a hard one. This is asked of every byte of every sentence. */
static inline size_t space_size(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.at[at];

	if (c > ' ' && c != 0xC2)
		return 0;
	if (c <= ' ')
		return 1;
	return at + 1 < text.len && text.at[at + 1] == '\xA0' ? 2 : 0;
}

/* Quotation marks, dashes and the like of three bytes: U+2000 to U+203F. */
static bool is_wide_mark(struct str text)
{
	return text.len >= 3 && text.at[0] == '\xE2' && text.at[1] == '\x80';
}

static bool is_mark(char c)
{
	switch (c) {
	case '.':
	case ',':
	case ';':
	case ':':
	case '!':
	case '?':
	case '(':
	case ')':
	case '[':
	case ']':
	case '"':
	case '\'':
	case '*':
	case '_':
	case '-': return true;
	}
	return false;
}

static void strip(struct word *word)
{
	struct str *text = &word->text;

	while (text->len) {
		size_t mark = is_mark(text->at[0]) ? 1 : is_wide_mark(*text) ? 3 : 0;

		if (!mark)
			break;
		*text = str_slice(*text, mark, text->len);
	}
	while (text->len) {
		char last = text->at[text->len - 1];

		if (is_mark(last))
			text->len--;
		else if (text->len >= 3 && is_wide_mark(str_slice(*text, text->len - 3, text->len)))
			text->len -= 3;
		else
			break;
		word->ends |= last == '.' || last == '!' || last == '?';
	}
}

/* The next word at or after *at, which moves behind it; empty at the end. */
static struct word next_word(struct str text, size_t *at)
{
	struct word word = { 0 };

	while (*at < text.len && !word.text.len) {
		size_t begin = *at;
		size_t end = begin;
		size_t space;
		bool is_bare;

		/* Most words are letters between spaces. */
		while (end < text.len && ascii_is_letter(text.at[end]))
			end++;
		is_bare = end > begin && (end == text.len || text.at[end] == ' ');
		while (!is_bare && end < text.len && !space_size(text, end))
			end++;
		word.text = (struct str){ text.at + begin, end - begin };
		if (!is_bare)
			strip(&word);
		while (end < text.len && (space = space_size(text, end)) > 0)
			end += space;
		*at = end;
	}
	word.kind = measure_word_of(word.text);
	return word;
}

static struct word peek(const struct scan *scan, size_t *at)
{
	/* Another sentence does not belong to this word. */
	return scan->word.ends ? (struct word){ 0 } : next_word(scan->text, at);
}

static bool is_word(struct word word, const char *text)
{
	return str_equal_nocase(word.text, str_from(text));
}

static bool starts_lower(struct str text)
{
	return text.len && text.at[0] >= 'a' && text.at[0] <= 'z';
}

static bool starts_upper(struct str text)
{
	return text.len && text.at[0] >= 'A' && text.at[0] <= 'Z';
}

/* "at least", "fewer than", "exactly", "a minimum of": what follows is a target. */
static bool is_bound(const struct scan *scan)
{
	const struct word *before = &scan->before;

	if (is_word(*before, "least") || is_word(*before, "most"))
		return is_word(scan->earlier, "at");
	if (is_word(*before, "than"))
		return true;
	return before->kind == WORD_BOUND ||
	       (is_word(*before, "of") && scan->earlier.kind == WORD_LIMIT);
}

static void add_level(struct scan *scan)
{
	scan->levels++;
	scan->signs.has_target = true;
}

static void add_change(struct scan *scan)
{
	scan->changes++;
	scan->signs.has_target = true;
}

/* A share: "10% increase" and "reduce by 10%" are changes, others a level. */
static void read_share(struct scan *scan, struct str behind, struct word next)
{
	static const char *const nouns[] = { "increase", "rise",        "reduction", "decrease",
					     "drop",     "improvement", "uplift",    "growth",
					     "more",     "fewer",       "less",      NULL };

	if (behind.len ? phrase_is_any(behind, nouns) : phrase_is_any(next.text, nouns))
		add_change(scan);
	else if (scan->before.kind == WORD_BY && scan->has_change)
		add_change(scan);
	else
		add_level(scan);
}

/* 1900 to 2099, with nothing behind, or as one of two: 2023-24, 2023/24. */
static bool is_year(struct str text)
{
	bool is_century = text.len >= 4 && ((text.at[0] == '1' && text.at[1] == '9') ||
					    (text.at[0] == '2' && text.at[1] == '0'));

	return is_century && ascii_is_digit(text.at[2]) && ascii_is_digit(text.at[3]) &&
	       (text.len == 4 || text.at[4] == '-' || text.at[4] == '/' || text.at[4] == '\xE2');
}

/* ISO 27001: a word in capitals names what the number belongs to. */
static bool is_capitals(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] < 'A' || text.at[i] > 'Z')
			return false;
	}
	return text.len > 1;
}

/* "level 3", "year 7", "Section 106", "the 6 authorities". */
static bool is_named(const struct scan *scan)
{
	const struct word *before = &scan->before;

	/* The first word of a sentence has a capital letter for that alone. */
	return before->kind == WORD_LABEL || before->kind == WORD_DEFINITE ||
	       before->kind == WORD_COUNTED || before->kind == WORD_TIME ||
	       (starts_upper(before->text) && scan->earlier.text.len) || is_capitals(before->text);
}

/* "homes", "stations": more than one of something; an adjective may stand before it. */
static bool is_plural(struct word word)
{
	size_t len = word.text.len;

	return starts_lower(word.text) && word.kind != WORD_TIME && len > 2 &&
	       word.text.at[len - 1] == 's' && word.text.at[len - 2] != 's';
}

/* "42km of roads", "600ha restored", "200k potholes"; a "25m pool" is named by it. */
static bool has_unit_behind(struct str behind, struct word next)
{
	static const char *const units[] = { "bn",  "ha", "k",  "kg",  "km", "kw", "kwh",
					     "kwp", "m",  "mw", "mwh", "t",  NULL };

	return phrase_is_any(behind, units) && (!next.text.len || next.kind == WORD_SMALL ||
						is_plural(next) || str_ends(next.text, STR("ed")));
}

/* "5 or more". */
static bool has_side_behind(struct word next, struct word after)
{
	static const char *const sides[] = {
		"more", "fewer", "less", "over", "above", "under", NULL
	};

	return is_word(next, "or") && phrase_is_any(after.text, sides);
}

/* A plain number: what stands around it says what it is. */
static void read_count(struct scan *scan, struct word next, struct word after)
{
	bool is_unit = starts_lower(next.text) &&
		       (next.kind == WORD_OTHER || next.kind == WORD_MORE ||
			next.kind == WORD_CHANGE || next.kind == WORD_LABEL);

	if (scan->before.kind == WORD_FROM)
		scan->has_reference = true;
	else if (is_bound(scan) || has_side_behind(next, after))
		add_level(scan);
	else if (is_named(scan) || starts_upper(next.text) || next.kind == WORD_TIME)
		return;
	else if (scan->has_change && scan->before.kind == WORD_BY)
		add_change(scan);
	else if (is_unit || (scan->has_change && scan->before.kind == WORD_TO) ||
		 (is_word(scan->before, "of") && !next.text.len))
		add_level(scan);
}

/* A year is no amount, but "on 2023" and "the 2021/22 levels" are what a change starts from. */
static bool is_reference(const struct scan *scan, struct word next)
{
	static const char *const bases[] = { "baseline", "figure", "figures", "level",
					     "levels",   "total",  NULL };

	return scan->before.kind == WORD_ON || scan->before.kind == WORD_FROM ||
	       is_word(scan->before, "than") || phrase_is_any(next.text, bases);
}

static void read_number(struct scan *scan, struct str digits, struct str behind)
{
	size_t at = scan->at;
	struct word next = peek(scan, &at);
	struct word after = next.ends ? (struct word){ 0 } : next_word(scan->text, &at);
	bool is_percent = is_word(next, "%") || is_word(next, "percent") ||
			  (is_word(next, "per") && is_word(after, "cent"));

	if (str_starts(behind, STR("%")))
		read_share(scan, str_slice(behind, 1, behind.len), next);
	else if (!behind.len && is_word(next, "percentage"))
		add_change(scan);
	else if (!behind.len && is_percent)
		read_share(scan, (struct str){ 0 },
			   next.text.len == 3 ? next_word(scan->text, &at) : after);
	else if (is_year(scan->word.text) && !is_bound(scan))
		scan->has_reference |= is_reference(scan, next);
	else if (!behind.len && digits.len)
		read_count(scan, next, after);
	else if (str_equal(behind, STR("+")) || has_unit_behind(behind, next) ||
		 (str_starts(behind, STR("/")) && has_side_behind(next, after)))
		add_level(scan);
}

/* Money is an amount wherever it stands. */
static bool read_money(struct scan *scan)
{
	static const struct str signs[] = { STR_INIT("£"), STR_INIT("€"), STR_INIT("$") };
	struct str text = scan->word.text;

	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		if (str_starts(text, signs[i]) && text.len > signs[i].len &&
		    ascii_is_digit(text.at[signs[i].len])) {
			add_level(scan);
			return true;
		}
	}
	return false;
}

/* "the number of", "Percentage of", "total number of"; "a number of staff" are some. */
static bool is_counted(const struct scan *scan, struct word next)
{
	return is_word(next, "of") && (!scan->before.text.len || is_word(scan->before, "the") ||
				       scan->before.kind == WORD_TOTAL);
}

static bool is_comparative(const struct scan *scan, struct word next)
{
	if (is_word(next, "than"))
		return false;
	if (!scan->before.text.len)
		return starts_lower(next.text);
	return scan->before.kind == WORD_BE || (!next.text.len && !is_word(scan->word, "more"));
}

/* "All staff", "No complaint", where a sentence begins; "All in all" and "No longer" say nothing. */
static bool is_everybody(const struct scan *scan, struct word next)
{
	static const char *const idioms[] = { "in", "is",     "about", "at",    "round",
					      "or", "longer", "more",  "doubt", NULL };

	return !scan->before.text.len && next.text.len && !phrase_is_any(next.text, idioms);
}

/* "Three stations …", "Zero new complaints …", "Half of all …", where a sentence begins; "Two stage process" says nothing. */
static bool is_counted_out(const struct scan *scan, struct word next, size_t at)
{
	if (scan->before.text.len || scan->word.ends || is_word(scan->word, "one"))
		return false;
	if (is_word(next, "of"))
		return true;
	for (int i = 0; i < ADJECTIVES && next.kind == WORD_OTHER && !is_plural(next); i++)
		next = next.ends ? (struct word){ 0 } : next_word(scan->text, &at);
	return is_plural(next);
}

/* "Halve the number of …", "is doubled"; "double glazing" is a thing. */
static bool is_multiplied(const struct scan *scan, struct word next)
{
	return next.kind == WORD_DEFINITE || scan->before.kind == WORD_BE;
}

/* "Improvement plan", "waste reduction strategy": what the change is the name of. */
static bool is_name_of_work(struct word next)
{
	static const char *const works[] = { "board",     "campaign", "fund",    "plan",
					     "plans",     "policy",   "project", "projects",
					     "programme", "strategy", "target",  "targets",
					     "team",      NULL };

	return phrase_is_any(next.text, works);
}

/* "Increase in …"; not "the number of homes improved", which says what is counted. */
static void read_change(struct scan *scan)
{
	size_t at = scan->at;

	if (is_name_of_work(peek(scan, &at)))
		return;
	scan->has_change = true;
	scan->signs.has_direction |= !scan->signs.is_counted || scan->before.kind == WORD_BE ||
				     !str_ends(scan->word.text, STR("ed"));
}

/* "Lower than the average" is a target, "Lower turnover" a direction; "higher education" is a name. */
static void read_side(struct scan *scan, struct word next)
{
	if (is_word(next, "than"))
		scan->signs.has_target = true;
	else if (!scan->before.text.len && starts_lower(next.text) && next.kind == WORD_OTHER)
		scan->signs.has_direction |= !is_word(next, "education");
}

static void read_sign(struct scan *scan)
{
	static const char *const points[] = { "at", "before", "for", "in", "now", "on", NULL };
	struct measure_signs *signs = &scan->signs;
	size_t at = scan->at;
	struct word next = peek(scan, &at);

	switch (scan->word.kind) {
	case WORD_ALL:
	case WORD_NO: signs->has_target |= is_everybody(scan, next); break;
	case WORD_COUNTED: signs->is_counted |= is_counted(scan, next); break;
	case WORD_MORE: signs->has_direction |= is_comparative(scan, next); break;
	case WORD_SIDE: read_side(scan, next); break;
	case WORD_BOUND: signs->has_target |= is_word(scan->before, "or"); break;
	case WORD_NUMERAL:
		signs->has_target |= (next.kind != WORD_TIME && is_bound(scan)) ||
				     is_counted_out(scan, next, at);
		break;
	case WORD_THAN: scan->has_reference |= phrase_is_any(next.text, points); break;
	case WORD_TIMES:
		if (is_multiplied(scan, next))
			add_change(scan);
		break;
	case WORD_IMPROVE:
		scan->has_change = true;
		signs->has_direction |= !scan->before.text.len;
		break;
	default: break;
	}
}

static void read_word(struct scan *scan)
{
	struct str text = scan->word.text;
	size_t span;

	switch (scan->word.kind) {
	case WORD_OTHER: break;
	case WORD_SMALL:
	case WORD_DEFINITE:
	case WORD_TO:
	case WORD_BY:
	case WORD_FROM:
	case WORD_ON:
	case WORD_BE:
	case WORD_TIME:
	case WORD_LABEL:
	case WORD_TOTAL:
	case WORD_LIMIT: return; /* they matter to the words around them */
	case WORD_CHANGE: read_change(scan); return;
	case WORD_REFERENCE: scan->has_reference = true; return;
	default: read_sign(scan); return;
	}
	if (starts_lower(text) || starts_upper(text))
		return;
	span = number_span(text);
	if (span) {
		read_number(scan, str_slice(text, 0, span), str_slice(text, span, text.len));
	} else if (text.len == 1 && text.at[0] == '%') {
		size_t at = scan->at;

		scan->signs.is_counted |= is_word(peek(scan, &at), "of");
	} else {
		read_money(scan);
	}
}

static void read_run(struct scan *scan, struct str text)
{
	scan->text = text;
	scan->at = 0;
	scan->before = (struct word){ 0 };
	scan->earlier = (struct word){ 0 };
	scan->has_change = false;
	while ((scan->word = next_word(text, &scan->at)).text.len) {
		read_word(scan);
		scan->earlier = scan->before;
		scan->before = scan->word;
		if (scan->word.ends) {
			scan->earlier = (struct word){ 0 };
			scan->before = (struct word){ 0 };
			scan->has_change = false;
		}
	}
}

struct measure_signs measure_signs_read(struct str markdown)
{
	struct scan scan = { 0 };
	struct arena arena;
	struct runs runs;

	if (!markdown_has_marks(markdown)) {
		read_run(&scan, markdown);
	} else {
		arena_init(&arena);
		runs = markdown_runs(markdown, &arena);
		for (size_t i = 0; i < runs.len; i++)
			read_run(&scan, runs.at[i].text);
		arena_release(&arena);
	}
	scan.signs.lacks_baseline = scan.changes && !scan.levels && !scan.has_reference;
	return scan.signs;
}
