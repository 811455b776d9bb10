#include "model/date_guess.h"
#include "base/attributes.h"
#include "model/date.h"
#include "model/date_part.h"

/* Whether nothing is left but full stops. */
static bool at_end(struct date_reader *reader)
{
	struct date_tokens *tokens = &reader->tokens;
	size_t start = tokens->next;

	while (date_tokens_take_mark(tokens, '.'))
		;
	if (date_tokens_peek(tokens)->kind == TOKEN_END)
		return true;
	tokens->next = start;
	return false;
}

static int order_of(struct date_part part)
{
	return (part.year * 100 + part.month) * 100 + part.day;
}

/* The end of "March to April 2024", once its first part was read. */
static struct str guess_range(struct date_reader *reader, struct date_part from)
{
	struct date_part to;

	if (!date_part_take(reader, &to) || !at_end(reader))
		return (struct str){ 0 };
	if (!from.year && from.month <= to.month)
		from.year = to.year;
	if (!date_part_check(reader, &from) || !date_part_check(reader, &to))
		return (struct str){ 0 };
	if (order_of(date_part_first_month(from)) > order_of(date_part_last_month(to)))
		return (struct str){ 0 };
	return date_part_range_text(from, to, reader->arena);
}

static bool take_between(struct date_tokens *tokens)
{
	static const char *const words[] = { "to", "until", "till", "and", "through", NULL };

	return date_tokens_take_mark(tokens, '-') || date_tokens_take_mark(tokens, '/') ||
	       date_tokens_take_mark(tokens, '&') || date_tokens_take_word(tokens, words);
}

static struct str guess_open(struct date_reader *reader, struct date_part from)
{
	struct str first;

	if (!at_end(reader) || !date_part_check(reader, &from))
		return (struct str){ 0 };
	first = date_part_end_text(date_part_first_month(from), reader->arena);
	return arena_printf(reader->arena, "%.*s/..", STR_ARG(first));
}

/* Words that change nothing: "by the end of March" is due on its last day, as "March" is. */
static void skip_words(struct date_tokens *tokens)
{
	static const char *const words[] = { "by", "the", "end", "of",    "in",   "during",  "on",
					     "at", "due", "no",  "later", "than", "between", NULL };

	while (date_tokens_take_word(tokens, words))
		date_tokens_take_mark(tokens, '-');
}

static bool take_from(struct date_tokens *tokens)
{
	static const char *const words[] = { "from", "since", "starting", "commencing", NULL };

	return date_tokens_take_word(tokens, words);
}

static struct str guess_date(struct date_reader *reader)
{
	static const char *const onwards[] = { "onwards", "onward", "on", NULL };
	struct date_tokens *tokens = &reader->tokens;
	bool is_from = take_from(tokens);
	struct date_part part;

	skip_words(tokens);
	if (!date_part_take(reader, &part))
		return (struct str){ 0 };
	if (date_tokens_take_word(tokens, onwards) || (is_from && at_end(reader)))
		return guess_open(reader, part);
	if (at_end(reader))
		return date_part_check(reader, &part) ? date_part_text(part, reader->arena)
						      : (struct str){ 0 };
	if (!take_between(tokens))
		return (struct str){ 0 };
	if (at_end(reader))
		return guess_open(reader, part);
	return guess_range(reader, part);
}

/* Words in place of a date: what to write instead, compared by their letters alone. */
struct saying {
	const char *letters;
	const char *fix; /* or NULL */
	const char *key; /* what to write instead of a date; or NULL */
	const char *why; /* or NULL */
};

static const struct saying sayings[] = {
	{ "tbc", "tbc", NULL, NULL },
	{ "tbd", "tbc", NULL, NULL },
	{ "tba", "tbc", NULL, NULL },
	{ "tobeconfirmed", "tbc", NULL, NULL },
	{ "tobeagreed", "tbc", NULL, NULL },
	{ "tobedecided", "tbc", NULL, NULL },
	{ "tobedetermined", "tbc", NULL, NULL },
	{ "unknown", "unknown", NULL, NULL },
	{ "notknown", "unknown", NULL, NULL },
	{ "ongoing", NULL, "ongoing: true", NULL },
	{ "continuous", NULL, "ongoing: true", NULL },
	{ "continuing", NULL, "ongoing: true", NULL },
	{ "weekly", NULL, "every: week", NULL },
	{ "everyweek", NULL, "every: week", NULL },
	{ "monthly", NULL, "every: month", NULL },
	{ "everymonth", NULL, "every: month", NULL },
	{ "quarterly", NULL, "every: quarter", NULL },
	{ "everyquarter", NULL, "every: quarter", NULL },
	{ "halfyearly", NULL, "every: half-year", NULL },
	{ "sixmonthly", NULL, "every: half-year", NULL },
	{ "annual", NULL, "every: year", NULL },
	{ "annually", NULL, "every: year", NULL },
	{ "yearly", NULL, "every: year", NULL },
	{ "everyyear", NULL, "every: year", NULL },
	{ "asap", NULL, NULL, "it names no date: write the month by which it will be done" },
	{ "assoonaspossible", NULL, NULL,
	  "it names no date: write the month by which it will be done" },
	{ "immediate", NULL, NULL, "it names no date: write the month by which it will be done" },
	{ "immediately", NULL, NULL, "it names no date: write the month by which it will be done" },
	{ "na", NULL, NULL, "where there is no date, leave the key out" },
	{ "none", NULL, NULL, "where there is no date, leave the key out" },
};

/* The first words of the tokens that are a saying, joined; they are taken. */
static const struct saying *take_saying(struct date_tokens *tokens)
{
	char letters[24];
	size_t len = 0;

	for (size_t i = 0; i < DATE_TOKENS; i++) {
		const struct date_token *token = &tokens->at[i];

		if (token->kind == TOKEN_END || token->kind == TOKEN_NUMBER)
			return NULL;
		for (size_t j = 0; token->kind == TOKEN_WORD && j < token->text.len; j++) {
			if (len == sizeof(letters))
				return NULL;
			letters[len++] = (char)(token->text.at[j] | 0x20);
		}
		for (size_t j = 0; token->kind == TOKEN_WORD && j < ARRAY_LEN(sayings); j++) {
			if (str_equal((struct str){ letters, len }, str_from(sayings[j].letters))) {
				tokens->next = i + 1;
				return &sayings[j];
			}
		}
	}
	return NULL;
}

/* "Annually from October 2023" needs two keys. */
static void guess_saying(struct date_reader *reader, const struct saying *saying, struct str *fix)
{
	struct date_part start;
	struct str text;

	if (saying->fix && at_end(reader))
		*fix = str_from(saying->fix);
	if (saying->why)
		reader->why = str_from(saying->why);
	if (!saying->key)
		return;
	if (!take_from(&reader->tokens) || !date_part_take(reader, &start) ||
	    !date_part_check(reader, &start)) {
		reader->why = arena_printf(reader->arena, "it is no date: write `%s` instead",
					   saying->key);
		return;
	}
	text = date_part_end_text(date_part_first_month(start), reader->arena);
	reader->why = arena_printf(reader->arena,
				   "it is more than a date: write `%s` and `start: %.*s`",
				   saying->key, STR_ARG(text));
}

/* Words that make a date too vague to be one. */
static struct str why_vague(const struct date_tokens *tokens)
{
	static const char *const seasons[] = { "spring", "summer", "autumn", "winter", NULL };
	static const char *const edges[] = { "early", "mid",    "late",  "middle", "beginning",
					     "start", "before", "after", NULL };
	struct date_tokens copy = *tokens;

	for (copy.next = 0; date_tokens_peek(&copy)->kind != TOKEN_END; copy.next++) {
		if (date_tokens_take_word(&copy, seasons))
			return STR("a season has no fixed dates: write its months, "
				   "such as `2024-03/2024-05`");
		if (date_tokens_take_word(&copy, edges))
			return STR("how much earlier or later is not clear: write a month, "
				   "or one with `~` behind it for about");
	}
	return (struct str){ 0 };
}

void date_guess(struct str text, struct arena *arena, struct str *fix, struct str *why)
{
	struct date_reader reader = { .arena = arena };
	const struct saying *saying;

	if (!date_tokens_read(&reader.tokens, text))
		return;
	saying = take_saying(&reader.tokens);
	if (saying)
		guess_saying(&reader, saying, fix);
	else
		*fix = guess_date(&reader);
	if (!fix->len && !reader.why.len)
		reader.why = why_vague(&reader.tokens);
	if (!why->len)
		*why = reader.why;
}

struct str date_guess_line(struct str text)
{
	struct date_reader reader = { 0 };
	const struct saying *saying;

	if (!date_tokens_read(&reader.tokens, text))
		return (struct str){ 0 };
	saying = take_saying(&reader.tokens);
	return saying && saying->key && at_end(&reader) ? str_from(saying->key) : (struct str){ 0 };
}
