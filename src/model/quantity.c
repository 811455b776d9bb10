#include "model/quantity.h"
#include "base/attributes.h"
#include "model/phrase.h"

static size_t currency_span(struct str text)
{
	static const struct str signs[] = { { "£", 2 }, { "$", 1 }, { "€", 3 } };

	if (!text.len || (text.at[0] >= '0' && text.at[0] <= '9'))
		return 0;
	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		if (str_starts(text, signs[i]))
			return signs[i].len;
	}
	return 0;
}

bool quantity_starts(struct str text)
{
	return currency_span(text) > 0 || number_span(text) > 0;
}

/* Takes "million", or "m" behind a sum of money, off the front of what follows a number. */
static unsigned take_magnitude(struct str *rest, bool is_money)
{
	static const struct {
		const char *word;
		unsigned power;
		bool money_only;
	} table[] = {
		{ "thousand", 3, false }, { "million", 6, false }, { "billion", 9, false },
		{ "bn", 9, false },       { "k", 3, true },        { "m", 6, true },
	};

	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		if ((is_money || !table[i].money_only) && phrase_take(rest, table[i].word))
			return table[i].power;
	}
	return 0;
}

/* The two signs of share, however they are written; they are different things. */
static struct str unit_name(struct str unit)
{
	static const char *const points[] = {
		"percentage points", "percentage point", "% points", "% point", "pp", NULL
	};
	static const char *const shares[] = { "%", "percent", "per cent", NULL };

	if (!unit.len || (unit.at[0] != '%' && phrase_lower(unit.at[0]) != 'p'))
		return unit;
	if (phrase_is_any(unit, points))
		return STR("percentage points");
	return phrase_is_any(unit, shares) ? STR("%") : unit;
}

static bool is_unit_word(struct str word)
{
	for (size_t i = 0; i < word.len; i++) {
		char c = phrase_lower(word.at[i]);

		if (!(c >= 'a' && c <= 'z') && (unsigned char)c < 0x80 && c != '-' && c != '/' &&
		    c != '\'' && c != '.' && c != '&')
			return false;
	}
	return true;
}

#define UNIT_WORDS 6

/* Whether a few plain words may be a unit: "days", "homes a year", "per 1,000 residents". */
static bool check_unit(struct str unit, struct arena *arena, struct str *why)
{
	static const char *const others[] = { "by",    "and",  "or",     "to",    "from",   "than",
					      "until", "with", "within", "after", "before", NULL };
	struct str word, before = { 0 };
	size_t at = 0;

	for (unsigned count = 0; (word = phrase_next_word(unit, &at)).len; count++) {
		bool is_rate = str_equal_nocase(before, STR("per")) &&
			       number_span(word) == word.len;

		if (phrase_is_any(word, others)) {
			bool is_by = str_equal_nocase(word, STR("by"));

			*why = arena_printf(arena,
					    "it says more than a number and its unit: leave out "
					    "what begins with “%.*s”%s",
					    STR_ARG(word),
					    is_by ? ", and write the date under `by:`" : "");
			return false;
		}
		if (count == UNIT_WORDS || !(is_rate || is_unit_word(word))) {
			*why = arena_printf(arena,
					    "“%.*s” is no unit: write a sign or a few plain words, "
					    "such as `%%`, `days` or `per 1,000 residents`",
					    STR_ARG(phrase_quote(unit)));
			return false;
		}
		before = word;
	}
	return true;
}

/* What cannot follow a number: more of it, a dash, or letters that mean two things. */
static bool check_behind(struct str digits, struct str behind, struct arena *arena, struct str *why)
{
	static const struct str dashes[] = { { "-", 1 }, { "–", 3 }, { "—", 3 }, { "to ", 3 } };
	static const char *const ordinals[] = { "st", "nd", "rd", "th", NULL };
	static const char *const unclear[] = { "m", "k", NULL };

	for (size_t i = 0; i < ARRAY_LEN(dashes); i++) {
		if (str_starts(behind, dashes[i])) {
			*why = STR("a range is written `between 40 and 60%`");
			return false;
		}
	}
	if (behind.len && (behind.at[0] == ',' || behind.at[0] == '.' || number_span(behind))) {
		*why = STR("the number cannot be read: write it as `1,200` or `1200.5`");
		return false;
	}
	if (phrase_is_any(behind, unclear)) {
		*why = arena_printf(arena,
				    "“%.*s%.*s” can be read in two ways: write `million`, "
				    "`thousand` or `metres`",
				    STR_ARG(digits), STR_ARG(behind));
		return false;
	}
	if (phrase_is_any(behind, ordinals)) {
		*why = STR("a place in an order is no amount");
		return false;
	}
	return true;
}

/* A percent sign takes no words: "% of staff" is for the indicator to say. */
static bool check_share(struct str unit, struct arena *arena, struct str *why)
{
	if (!str_starts(unit, STR("%")))
		return check_unit(unit, arena, why);
	if (unit.len == 1)
		return true;
	*why = arena_printf(arena, "the indicator says what is counted: leave out “%.*s”",
			    STR_ARG(phrase_quote(str_trim(str_slice(unit, 1, unit.len)))));
	return false;
}

/* Reads what stands behind the digits: a magnitude and a unit. */
static bool read_behind(struct str digits, struct str rest, struct arena *arena,
			struct quantity *quantity, struct str *why)
{
	unsigned power;

	/* Most targets are a number or a share. */
	quantity->unit = rest;
	if (!rest.len || (rest.len == 1 && rest.at[0] == '%'))
		return true;
	power = take_magnitude(&rest, quantity->currency.len > 0);
	if (!check_behind(digits, rest, arena, why))
		return false;
	if (!number_shift(quantity->number, power, &quantity->number)) {
		*why = STR("the number is too long");
		return false;
	}
	quantity->is_scaled = power > 0;
	quantity->unit = unit_name(rest);
	return check_share(quantity->unit, arena, why);
}

bool quantity_read(struct str text, struct arena *arena, struct quantity *quantity, struct str *why)
{
	struct str trimmed = str_trim(text);
	size_t currency = currency_span(trimmed);
	struct str rest = str_trim(str_slice(trimmed, currency, trimmed.len));
	struct str digits = str_slice(rest, 0, number_span(rest));

	*quantity = (struct quantity){ .currency = str_slice(trimmed, 0, currency) };
	if (!digits.len) {
		*why = STR("there is no number in it");
		return false;
	}
	rest = str_trim(str_slice(rest, digits.len, rest.len));
	if (!number_parse(digits, &quantity->number)) {
		*why = STR("the number is too long");
		return false;
	}
	return read_behind(digits, rest, arena, quantity, why);
}

struct str quantity_unit(const struct quantity *quantity, struct arena *arena)
{
	struct str currency = quantity->currency;
	struct str unit = quantity->unit;

	if (!currency.len || !unit.len)
		return currency.len ? currency : unit;
	return arena_printf(arena, "%.*s %.*s", STR_ARG(currency), STR_ARG(unit));
}
