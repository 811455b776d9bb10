#include "model/date_part.h"
#include "base/attributes.h"
#include "model/date.h"
#include "model/date_guess.h"

/* The financial year that ends in 01 to 12 cannot be written as one: it would be a month. */
static bool is_month_like(int year)
{
	return (year + 1) % 100 >= 1 && (year + 1) % 100 <= 12;
}

static struct str financial_year(int year, struct arena *arena)
{
	if (is_month_like(year))
		return arena_printf(arena, "%04d-04/%04d-03", year, year + 1);
	return arena_printf(arena, "%04d-%02d", year, (year + 1) % 100);
}

struct str date_why_no_day(struct civil day, struct arena *arena)
{
	struct str name;

	if (day.month < 1 || day.month > 12)
		return arena_printf(arena, "there is no month %d", day.month);
	if (day.day < 1)
		return STR("there is no day 0");
	name = date_month_name(day.month);
	if (day.month == 2)
		return arena_printf(arena, "February %d has %d days", day.year,
				    civil_last_day(day.year, 2));
	return arena_printf(arena, "%.*s has %d days", STR_ARG(name),
			    civil_last_day(day.year, day.month));
}

struct str date_why_no_financial_year(int year, int second, struct arena *arena)
{
	struct str right = financial_year(year, arena);
	int last = year - year % 100 + second;

	if (second > (year + 1) % 100 && last <= year + 20)
		return arena_printf(arena,
				    "a financial year ends in the year after it starts, as in "
				    "`%.*s`; for more years write `%04d-04/%04d-03`",
				    STR_ARG(right), year, last);
	return arena_printf(arena,
			    "there is no month %d, and a financial year ends in the year after "
			    "it starts, as in `%.*s`",
			    second, STR_ARG(right));
}

/* The months that a financial year or a quarter of it begins and ends in. */
struct date_part date_part_first_month(struct date_part part)
{
	if (!part.is_financial)
		return part;
	part.month = part.quarter ? (3 + (part.quarter - 1) * 3) % 12 + 1 : 4;
	part.year += part.quarter == 4;
	part.is_financial = false;
	return part;
}

struct date_part date_part_last_month(struct date_part part)
{
	struct date_part first = date_part_first_month(part);

	if (!part.is_financial)
		return part;
	first.month += part.quarter ? 2 : -1;
	first.year += !part.quarter;
	return first;
}

struct str date_part_end_text(struct date_part part, struct arena *arena)
{
	const char *about = part.approximate ? "~" : "";

	if (part.day)
		return arena_printf(arena, "%04d-%02d-%02d%s", part.year, part.month, part.day,
				    about);
	if (part.month)
		return arena_printf(arena, "%04d-%02d%s", part.year, part.month, about);
	return arena_printf(arena, "%04d%s", part.year, about);
}

struct str date_part_range_text(struct date_part from, struct date_part to, struct arena *arena)
{
	struct str first = date_part_end_text(date_part_first_month(from), arena);
	struct str last = date_part_end_text(date_part_last_month(to), arena);

	return arena_printf(arena, "%.*s/%.*s", STR_ARG(first), STR_ARG(last));
}

struct str date_part_text(struct date_part part, struct arena *arena)
{
	const char *about = part.approximate ? "~" : "";

	if (!part.is_financial)
		return date_part_end_text(part, arena);
	if (is_month_like(part.year))
		return date_part_range_text(part, part, arena);
	if (!part.quarter)
		return arena_printf(arena, "%04d-%02d%s", part.year, (part.year + 1) % 100, about);
	return arena_printf(arena, "%04d-%02d Q%d%s", part.year, (part.year + 1) % 100,
			    part.quarter, about);
}

static bool take_dash(struct date_tokens *tokens)
{
	return date_tokens_take_mark(tokens, '-') || date_tokens_take_mark(tokens, '/') ||
	       date_tokens_take_mark(tokens, '.');
}

/* A year behind the name of a month: 2023, 23, '23. */
static bool take_year(struct date_tokens *tokens, int *year)
{
	size_t start = tokens->next;

	while (date_tokens_take_mark(tokens, ',') || date_tokens_take_mark(tokens, '-') ||
	       date_tokens_take_mark(tokens, '/') || date_tokens_take_mark(tokens, '\''))
		;
	if (date_tokens_take_number(tokens, 4, 4, year))
		return true;
	if (date_tokens_take_number(tokens, 2, 2, year)) {
		*year += 2000;
		return true;
	}
	tokens->next = start;
	return false;
}

/* "2023-2025" is from January to December, or from April to March. */
static bool refuse_years(struct date_reader *reader, int year, int last)
{
	if (last > year)
		reader->why = arena_printf(reader->arena,
					   "it can mean calendar or financial years: write "
					   "`%04d/%04d`, or `%04d-04/%04d-03`",
					   year, last, year, last);
	return false;
}

/* 2023-24, 2023/24; also 2023-9, which is a month. */
static bool take_year_pair(struct date_reader *reader, struct date_part *part)
{
	struct date_tokens *tokens = &reader->tokens;
	bool is_slash = tokens->at[tokens->next + (tokens->next < DATE_TOKENS)].mark == '/';
	int second;

	if (!date_tokens_take_number(tokens, 4, 4, &part->year) || !take_dash(tokens))
		return false;
	if (date_tokens_take_number(tokens, 4, 4, &second))
		return !is_slash && refuse_years(reader, part->year, second);
	if (!date_tokens_take_number(tokens, 1, 2, &second))
		return false;
	part->is_financial = second == (part->year + 1) % 100;
	if (second < 1 || second > 12)
		return part->is_financial;
	if (part->is_financial && is_slash) {
		reader->why = arena_printf(reader->arena,
					   "it can be a month or a financial year: write "
					   "`%04d-%02d`, or `%04d-04/%04d-03`",
					   part->year, second, part->year, part->year + 1);
		return false;
	}
	part->is_financial = false;
	part->month = second;
	return true;
}

/* Whose quarter a bare "Q2 2023" is cannot be known. */
static void refuse_quarter(struct date_reader *reader, int quarter, int year)
{
	int month = (quarter - 1) * 3 + 1;
	struct date_part financial = { .quarter = quarter, .year = year, .is_financial = true };
	struct str other = date_part_text(financial, reader->arena);

	reader->why = arena_printf(reader->arena,
				   "it does not say whose quarter: write `%04d-%02d/%04d-%02d` "
				   "for the quarter of the calendar year, `%.*s` for that of the "
				   "financial year",
				   year, month, year, month + 2, STR_ARG(other));
}

/* "Q2", "quarter 2". */
static bool take_quarter(struct date_tokens *tokens, int *quarter)
{
	static const char *const words[] = { "q", "qtr", "quarter", NULL };
	size_t start = tokens->next;

	date_tokens_take_mark(tokens, '-');
	if (date_tokens_take_word(tokens, words) && date_tokens_take_number(tokens, 1, 1, quarter))
		return true;
	tokens->next = start;
	return false;
}

static bool check_quarter(struct date_reader *reader, const struct date_part *part)
{
	if (part->quarter < 1 || part->quarter > 4) {
		reader->why = STR("a year has four quarters, Q1 to Q4");
		return false;
	}
	if (!part->is_financial) {
		refuse_quarter(reader, part->quarter, part->year);
		return false;
	}
	return true;
}

static void skip_year_words(struct date_tokens *tokens)
{
	static const char *const words[] = { "fy", "financial", "year", "of", NULL };

	while (date_tokens_take_word(tokens, words))
		;
}

/* A calendar or financial year, or 2023-09. */
static bool take_year_or_pair(struct date_reader *reader, struct date_part *part)
{
	size_t start = reader->tokens.next;

	if (take_year_pair(reader, part))
		return true;
	if (reader->why.len)
		return false;
	reader->tokens.next = start;
	part->is_financial = false;
	return date_tokens_take_number(&reader->tokens, 4, 4, &part->year);
}

/* A year of either kind by itself, or with a quarter before or behind it. */
static bool take_years(struct date_reader *reader, struct date_part *part)
{
	struct date_tokens *tokens = &reader->tokens;
	bool has_quarter = take_quarter(tokens, &part->quarter);

	skip_year_words(tokens);
	if (!take_year_or_pair(reader, part))
		return false;
	if (!has_quarter)
		has_quarter = take_quarter(tokens, &part->quarter);
	skip_year_words(tokens);
	if (!has_quarter)
		return true;
	/* 2011-12 by itself is December 2011; beside a quarter it is not. */
	if (part->month == (part->year + 1) % 100 && part->month) {
		part->is_financial = true;
		part->month = 0;
	}
	return !part->month && check_quarter(reader, part);
}

/* 30/09/2023, 09/2023: the British order. */
static bool take_numbers(struct date_reader *reader, struct date_part *part)
{
	struct date_tokens *tokens = &reader->tokens;

	if (!date_tokens_take_number(tokens, 1, 2, &part->month) || !take_dash(tokens))
		return false;
	if (date_tokens_take_number(tokens, 4, 4, &part->year))
		return true;
	part->day = part->month;
	if (!date_tokens_take_number(tokens, 1, 2, &part->month) || !take_dash(tokens))
		return false;
	if (date_tokens_take_number(tokens, 4, 4, &part->year))
		return true;
	if (date_tokens_take_number(tokens, 2, 2, &part->year))
		reader->why = STR(
			"write the year with four digits and in front, as in `2023-09-30`");
	return false;
}

/* 2023/9/30, with or without a time of day. */
static bool take_day_of_year(struct date_reader *reader, struct date_part *part)
{
	static const char *const time[] = { "t", NULL };
	struct date_tokens *tokens = &reader->tokens;
	char mark = tokens->at[tokens->next + (tokens->next < DATE_TOKENS)].mark;

	if (!date_tokens_take_number(tokens, 4, 4, &part->year) || !take_dash(tokens) ||
	    !date_tokens_take_number(tokens, 1, 2, &part->month) ||
	    !date_tokens_take_mark(tokens, mark) ||
	    !date_tokens_take_number(tokens, 1, 2, &part->day))
		return false;
	if (date_tokens_take_word(tokens, time) || date_tokens_peek(tokens)->kind == TOKEN_NUMBER) {
		while (date_tokens_peek(tokens)->kind != TOKEN_END)
			tokens->next++;
	}
	return true;
}

static bool take_day(struct date_tokens *tokens, int *day)
{
	static const char *const endings[] = { "st", "nd", "rd", "th", NULL };
	static const char *const of[] = { "of", NULL };

	if (!date_tokens_take_number(tokens, 1, 2, day))
		return false;
	date_tokens_take_word(tokens, endings);
	date_tokens_take_word(tokens, of);
	return true;
}

/* "30th of September 2023", "September 30, 2023", "Sept 23"; the year may be missing. */
static bool take_named(struct date_reader *reader, struct date_part *part)
{
	static const char *const weekdays[] = { "mon",       "tue",      "tues",   "wed",
						"thu",       "thur",     "thurs",  "fri",
						"sat",       "sun",      "monday", "tuesday",
						"wednesday", "thursday", "friday", "saturday",
						"sunday",    NULL };
	struct date_tokens *tokens = &reader->tokens;
	size_t start;

	if (date_tokens_take_word(tokens, weekdays))
		date_tokens_take_mark(tokens, ',');
	take_day(tokens, &part->day);
	date_tokens_take_mark(tokens, '-');
	part->month = date_tokens_take_month(tokens);
	if (!part->month)
		return false;
	start = tokens->next;
	if (!part->day && (!take_day(tokens, &part->day) || !take_year(tokens, &part->year))) {
		part->day = 0;
		tokens->next = start;
	}
	if (!part->year)
		take_year(tokens, &part->year);
	return true;
}

/* One day, month, quarter or year in any of the ways people write it. */
bool date_part_take(struct date_reader *reader, struct date_part *part)
{
	static bool (*const ways[])(struct date_reader *,
				    struct date_part *) = { take_named, take_day_of_year,
							    take_years, take_numbers };
	static const char *const about[] = { "about",  "around",        "circa",   "c", "ca",
					     "approx", "approximately", "roughly", NULL };
	bool approximate = date_tokens_take_word(&reader->tokens, about) ||
			   date_tokens_take_mark(&reader->tokens, '~');
	size_t start;

	if (approximate)
		date_tokens_take_mark(&reader->tokens, '.');
	start = reader->tokens.next;
	for (size_t i = 0; i < ARRAY_LEN(ways) && !reader->why.len; i++) {
		*part = (struct date_part){ 0 };
		reader->tokens.next = start;
		if (ways[i](reader, part)) {
			part->approximate = date_tokens_take_mark(&reader->tokens, '~') ||
					    approximate;
			return true;
		}
	}
	return false;
}

bool date_part_check(struct date_reader *reader, const struct date_part *part)
{
	struct civil day = { part->year, part->month, part->day ? part->day : 1 };

	if (!part->year && part->month) {
		reader->why = STR("the year is missing");
		return false;
	}
	if (part->month && !civil_is_valid(day)) {
		reader->why = date_why_no_day(day, reader->arena);
		return false;
	}
	return part->year > 0 && part->year + part->is_financial <= 9999;
}
