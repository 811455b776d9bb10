#include "rules/target_guess.h"
#include "model/date.h"
#include "model/target.h"

#define MAX_WORDS 200

/* Words in front of the rest, and those to be written in their place. */
static const struct {
	const char *words;
	const char *instead;
} openings[] = {
	{ "a minimum of ", "at least" },
	{ "minimum of ", "at least" },
	{ "minimum ", "at least" },
	{ "min ", "at least" },
	{ ">=", "at least" },
	{ "≥", "at least" },
	{ "a maximum of ", "at most" },
	{ "maximum of ", "at most" },
	{ "maximum ", "at most" },
	{ "max ", "at most" },
	{ "<=", "at most" },
	{ "≤", "at most" },
	{ ">", "more than" },
	{ "<", "fewer than" },
	{ "=", "exactly" },
	{ "an increase of ", "increase by" },
	{ "increase of ", "increase by" },
	{ "increase to ", "at least" },
	{ "a reduction of ", "reduce by" },
	{ "reduction of ", "reduce by" },
	{ "a decrease of ", "reduce by" },
	{ "reduce to ", "at most" },
	{ "decrease to ", "at most" },
};

/* The same behind the rest. */
static const struct {
	const char *words;
	const char *instead;
} endings[] = {
	{ " or more", "at least" },   { " or above", "at least" },    { " or over", "at least" },
	{ " or higher", "at least" }, { " or better", "at least" },   { " minimum", "at least" },
	{ "+", "at least" },          { " or less", "at most" },      { " or fewer", "at most" },
	{ " or below", "at most" },   { " or lower", "at most" },     { " or under", "at most" },
	{ " maximum", "at most" },    { " increase", "increase by" }, { " reduction", "reduce by" },
	{ " decrease", "reduce by" },
};

static bool can_be_read(struct str phrase, struct arena *arena)
{
	struct target ignored = { 0 };
	struct str why;

	return target_parse(phrase, arena, &ignored, &why);
}

/* The opening and the rest as one phrase, if it can be read; else empty. */
static struct str join(const char *opening, struct str rest, struct arena *arena)
{
	struct str phrase;

	rest = str_trim(rest);
	if (!rest.len)
		return rest;
	phrase = arena_printf(arena, "%s %.*s", opening, STR_ARG(rest));
	return can_be_read(phrase, arena) ? phrase : (struct str){ 0 };
}

static struct str guess_phrase(struct str words, struct arena *arena)
{
	struct str phrase = { 0 };

	for (size_t i = 0; i < ARRAY_LEN(openings) && !phrase.len; i++) {
		struct str opening = str_from(openings[i].words);

		if (words.len > opening.len &&
		    str_equal_nocase(str_slice(words, 0, opening.len), opening))
			phrase = join(openings[i].instead, str_slice(words, opening.len, words.len),
				      arena);
	}
	for (size_t i = 0; i < ARRAY_LEN(endings) && !phrase.len; i++) {
		struct str ending = str_from(endings[i].words);
		size_t rest = words.len > ending.len ? words.len - ending.len : 0;

		if (rest && str_equal_nocase(str_slice(words, rest, words.len), ending))
			phrase = join(endings[i].instead, str_slice(words, 0, rest), arena);
	}
	return phrase;
}

/* Takes " by March 2025" off the end of *words, and returns it as `by` should have it. */
static struct str take_date(struct str *words, struct arena *arena)
{
	static const char *const before[] = { " by end of ", " by the end of ", " by ", " in " };

	for (size_t i = 0; i < ARRAY_LEN(before); i++) {
		struct str sign = str_from(before[i]);
		size_t at = str_find(*words, sign, 0);
		struct date date = { 0 };
		struct str text, fix, why;
		enum date_fault fault;

		if (at == words->len)
			continue;
		text = str_trim(str_slice(*words, at + sign.len, words->len));
		fault = date_parse(text, arena, &date, &fix, &why);
		if (fault == DATE_IMPOSSIBLE || (fault == DATE_FORMAT && !fix.len) ||
		    str_equal(fix, STR("tbc")) || str_equal(fix, STR("unknown")))
			continue;
		*words = str_trim(str_slice(*words, 0, at));
		return fault == DATE_OK ? text : fix;
	}
	return (struct str){ 0 };
}

struct target_guess target_guess(struct str words, struct arena *arena)
{
	struct target_guess guess = { 0 };

	words = str_trim(words);
	if (words.len > MAX_WORDS)
		return guess;
	guess.by = take_date(&words, arena);
	if (guess.by.len && can_be_read(words, arena))
		guess.phrase = words;
	else
		guess.phrase = guess_phrase(words, arena);
	if (!guess.phrase.len) {
		guess.phrase = join("at least", words, arena);
		guess.other = guess.phrase.len ? join("at most", words, arena) : guess.other;
		if (!guess.by.len || !guess.other.len)
			guess = (struct target_guess){ 0 };
	}
	return guess;
}
