#include "model/target.h"
#include "base/attributes.h"
#include "model/phrase.h"
#include "model/quantity.h"

/* Words that a phrase may begin with, and what they make of it. */
struct opening {
	const char *words;
	enum target_kind kind;
};

static const struct opening openings[] = {
	{ "at least", TARGET_AT_LEAST },
	{ "at most", TARGET_AT_MOST },
	{ "below", TARGET_BELOW },
	{ "above", TARGET_ABOVE },
	{ "more than", TARGET_ABOVE },
	{ "fewer than", TARGET_BELOW },
	{ "exactly", TARGET_EXACTLY },
	{ "between", TARGET_BETWEEN },
	{ "increase by", TARGET_INCREASE_BY },
	{ "reduce by", TARGET_REDUCE_BY },
	{ "less than", TARGET_BELOW },
	{ "lower than", TARGET_BELOW },
	{ "under", TARGET_BELOW },
	{ "greater than", TARGET_ABOVE },
	{ "higher than", TARGET_ABOVE },
	{ "over", TARGET_ABOVE },
	{ "no more than", TARGET_AT_MOST },
	{ "not more than", TARGET_AT_MOST },
	{ "no less than", TARGET_AT_LEAST },
	{ "no fewer than", TARGET_AT_LEAST },
	{ "not less than", TARGET_AT_LEAST },
	{ "not fewer than", TARGET_AT_LEAST },
	{ "raise by", TARGET_INCREASE_BY },
	{ "rise by", TARGET_INCREASE_BY },
	{ "grow by", TARGET_INCREASE_BY },
	{ "decrease by", TARGET_REDUCE_BY },
	{ "cut by", TARGET_REDUCE_BY },
	{ "lower by", TARGET_REDUCE_BY },
	{ "fall by", TARGET_REDUCE_BY },
};

struct str target_forms(void)
{
	return STR("at least 95%\n"
		   "at most 12 days\n"
		   "below 98 kg\n"
		   "above 22%\n"
		   "more than 1,000\n"
		   "fewer than 5\n"
		   "exactly 6\n"
		   "between 40 and 60%\n"
		   "at least £1.2 million\n"
		   "increase by 10%\n"
		   "reduce by 5 percentage points\n"
		   "at most national turnover\n"
		   "all\n"
		   "done\n");
}

/* What stands at either end holds for both; where both have it, it must be the same. */
static bool agree(struct str *a, struct str *b)
{
	if (a->len && b->len)
		return str_equal_nocase(*a, *b);
	if (a->len)
		*b = *a;
	else
		*a = *b;
	return true;
}

static size_t find_and(struct str text)
{
	for (size_t i = 0; i + 5 <= text.len; i++) {
		if (phrase_is_space(text.at[i]) && phrase_is_space(text.at[i + 4]) &&
		    str_equal_nocase(str_slice(text, i + 1, i + 4), STR("and")))
			return i;
	}
	return text.len;
}

static bool parse_between(struct str text, struct arena *arena, struct target *target,
			  struct str *why)
{
	size_t at = find_and(text);
	struct quantity low, high;

	if (at == text.len) {
		*why = STR("a range is written `between 40 and 60%`");
		return false;
	}
	if (!quantity_read(str_slice(text, 0, at), arena, &low, why) ||
	    !quantity_read(str_slice(text, at + 4, text.len), arena, &high, why))
		return false;
	if (!agree(&low.unit, &high.unit) || !agree(&low.currency, &high.currency)) {
		*why = STR("the two numbers have different units");
		return false;
	}
	if (low.is_scaled != high.is_scaled && low.number.digits && high.number.digits) {
		*why = STR("it can be read in two ways: write `million` behind both numbers");
		return false;
	}
	if (number_compare(low.number, high.number) > 0) {
		*why = STR("the first number is larger than the second");
		return false;
	}
	target->low = low.number;
	target->high = high.number;
	target->unit = quantity_unit(&low, arena);
	return true;
}

/* A named benchmark begins with a word that is neither a number nor left open. */
static bool check_benchmark(struct str words, struct arena *arena, struct str *why)
{
	static const char *const numbers[] = { "one",     "two",     "three", "four",   "five",
					       "six",     "seven",   "eight", "nine",   "ten",
					       "eleven",  "twelve",  "half",  "twenty", "fifty",
					       "hundred", "once",    "twice", "double", "a",
					       "an",      "another", NULL };
	static const char *const vague[] = { "about",   "around", "approximately",
					     "roughly", "nearly", "some",
					     "several", "many",   NULL };
	static const char *const open[] = { "tbc", "tbd",  "tba", "x",      "xx",  "by", "than",
					    "to",  "from", "of",  "within", "and", "or", NULL };
	char first = words.len ? phrase_lower(words.at[0]) : '\0';

	if (phrase_starts_any(words, numbers)) {
		*why = STR("write numbers in digits, such as `at least 2`");
		return false;
	}
	if (phrase_starts_any(words, vague)) {
		*why = arena_printf(arena, "“%.*s” does not say how much",
				    STR_ARG(phrase_quote(words)));
		return false;
	}
	if (phrase_starts_any(words, open) || str_find_byte(words, '%', 0) < words.len ||
	    !((first >= 'a' && first <= 'z') || (unsigned char)first >= 0x80)) {
		*why = STR("the number is missing");
		return false;
	}
	return true;
}

/* Behind "at least" and its like: a number, or the name of a benchmark. */
static bool parse_bound(struct str rest, struct arena *arena, struct target *target,
			struct str *why)
{
	enum target_kind kind = target->kind;
	bool is_change = kind == TARGET_INCREASE_BY || kind == TARGET_REDUCE_BY;
	struct quantity quantity;

	if (!quantity_starts(rest) && !is_change) {
		if (!check_benchmark(rest, arena, why))
			return false;
		target->kind = TARGET_BENCHMARK;
		target->bound = kind;
		target->benchmark = rest;
		return true;
	}
	if (!quantity_read(rest, arena, &quantity, why))
		return false;
	if (is_change && quantity.number.digits < 0) {
		*why = STR("a change by less than 0 can be read in two ways: "
			   "write `increase by` or `reduce by` and the number");
		return false;
	}
	target->low = quantity.number;
	target->unit = quantity_unit(&quantity, arena);
	return true;
}

/* Words at the end of a number that should stand before it. */
static const char *side_behind(struct str phrase)
{
	static const struct {
		const char *words;
		const char *before;
	} table[] = {
		{ " or more", "at least" },   { " or above", "at least" },
		{ " or over", "at least" },   { " or higher", "at least" },
		{ " or better", "at least" }, { " minimum", "at least" },
		{ " or less", "at most" },    { " or fewer", "at most" },
		{ " or below", "at most" },   { " or under", "at most" },
		{ " maximum", "at most" },
	};

	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		struct str words = str_from(table[i].words);

		if (phrase.len > words.len &&
		    str_equal_nocase(str_slice(phrase, phrase.len - words.len, phrase.len), words))
			return table[i].before;
	}
	return NULL;
}

/* A phrase that begins with a number. */
static struct str why_number(struct str phrase, struct arena *arena)
{
	const char *side = side_behind(phrase);
	struct quantity quantity;
	struct str why;

	if (side)
		return arena_printf(arena,
				    "the words that say which way come first: write `%s` "
				    "and then the number",
				    side);
	if (!quantity_read(phrase, arena, &quantity, &why))
		return why;
	return arena_printf(arena,
			    "a number alone does not say which way: write `at least %.*s`, "
			    "`at most %.*s` or `exactly %.*s`",
			    STR_ARG(phrase_quote(phrase)), STR_ARG(phrase_quote(phrase)),
			    STR_ARG(phrase_quote(phrase)));
}

static struct str why_unread(struct str phrase, struct arena *arena)
{
	static const char *const rising[] = { "increase", "raise", "rise", "grow", NULL };
	static const char *const falling[] = { "reduce", "decrease", "cut", "fall", NULL };
	static const char *const nothing[] = { "none", "nil", "zero", "nobody", NULL };
	static const char *const yes[] = {
		"yes", "true", "complete", "completed", "achieved", NULL
	};
	static const char *const up_to[] = { "up to", NULL };
	static const char *const alone[] = { "all", "done", NULL };

	if (!phrase.len)
		return STR("nothing is written");
	if (quantity_starts(phrase))
		return why_number(phrase, arena);
	if (phrase_starts_any(phrase, up_to))
		return STR("“up to” can be a limit or an aim: write `at most` or `at least`");
	if (phrase_starts_any(phrase, rising))
		return STR("by how much? Write `increase by 10%`, or `at least 50%` for a level");
	if (phrase_starts_any(phrase, falling))
		return STR("by how much? Write `reduce by 10%`, or `at most 5%` for a level");
	if (phrase_is_any(phrase, nothing))
		return STR("write `exactly 0`");
	if (phrase_is_any(phrase, yes))
		return STR("write `done`");
	if (phrase_starts_any(phrase, alone))
		return STR("`all` and `done` stand alone, for the indicator says what is counted");
	return STR("it does not begin with words that say how much is enough, such as `at least`");
}

static bool parse_phrase(struct str phrase, struct arena *arena, struct target *target,
			 struct str *why)
{
	for (size_t i = 0; i < ARRAY_LEN(openings); i++) {
		struct str rest = phrase;

		if (!phrase_take(&rest, openings[i].words))
			continue;
		target->kind = openings[i].kind;
		if (!rest.len) {
			*why = STR("the number is missing");
			return false;
		}
		if (target->kind == TARGET_BETWEEN)
			return parse_between(rest, arena, target, why);
		return parse_bound(rest, arena, target, why);
	}
	if (str_equal_nocase(phrase, STR("all")))
		target->kind = TARGET_ALL;
	else if (str_equal_nocase(phrase, STR("done")))
		target->kind = TARGET_DONE;
	else
		*why = why_unread(phrase, arena);
	return target->kind != TARGET_BAD;
}

static void clear(struct target *target)
{
	target->kind = TARGET_BAD;
	target->low = (struct number){ 0 };
	target->high = (struct number){ 0 };
	target->unit = (struct str){ 0 };
	target->benchmark = (struct str){ 0 };
	target->bound = TARGET_NONE;
}

/* A full stop at the end is no part of a unit, but where the word has others: "p.a.". */
static struct str without_stop(struct str phrase)
{
	size_t last = phrase.len;

	if (!str_ends(phrase, STR(".")))
		return phrase;
	while (last && !phrase_is_space(phrase.at[last - 1]))
		last--;
	if (str_find_byte(phrase, '.', last) == phrase.len - 1)
		phrase.len--;
	return phrase;
}

bool target_parse(struct str phrase, struct arena *arena, struct target *target, struct str *why)
{
	clear(target);
	*why = (struct str){ 0 };
	if (parse_phrase(without_stop(str_trim(phrase)), arena, target, why))
		return true;
	clear(target);
	return false;
}

struct str target_kind_name(enum target_kind kind)
{
	static const struct str names[] = {
		[TARGET_NONE] = STR_INIT(""),
		[TARGET_AT_LEAST] = STR_INIT("at-least"),
		[TARGET_AT_MOST] = STR_INIT("at-most"),
		[TARGET_BELOW] = STR_INIT("below"),
		[TARGET_ABOVE] = STR_INIT("above"),
		[TARGET_EXACTLY] = STR_INIT("exactly"),
		[TARGET_BETWEEN] = STR_INIT("between"),
		[TARGET_INCREASE_BY] = STR_INIT("increase-by"),
		[TARGET_REDUCE_BY] = STR_INIT("reduce-by"),
		[TARGET_ALL] = STR_INIT("all"),
		[TARGET_DONE] = STR_INIT("done"),
		[TARGET_BENCHMARK] = STR_INIT("benchmark"),
		[TARGET_BAD] = STR_INIT(""),
	};

	return names[kind];
}

bool target_has_number(const struct target *target)
{
	return target->kind >= TARGET_AT_LEAST && target->kind <= TARGET_REDUCE_BY;
}
