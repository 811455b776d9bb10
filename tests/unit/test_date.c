/* Long because the table of every form, good and bad, stands in one place. */
/* Long because of its tables: every form of a date, and every form that is none. */
#include "base/attributes.h"
#include "base/civil.h"
#include "model/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct good {
	const char *text;
	enum date_precision precision;
	const char *earliest;
	const char *latest; /* NULL for an open end */
	bool approximate;
	const char *printed;
};

static const struct good good[] = {
	{ "2023-09-30", PRECISION_DAY, "2023-09-30", "2023-09-30", false, "30 September 2023" },
	{ "  2023-09-30\n", PRECISION_DAY, "2023-09-30", "2023-09-30", false, "30 September 2023" },
	{ "2024-02-29", PRECISION_DAY, "2024-02-29", "2024-02-29", false, "29 February 2024" },
	{ "2023-09", PRECISION_MONTH, "2023-09-01", "2023-09-30", false, "September 2023" },
	{ "2024-02", PRECISION_MONTH, "2024-02-01", "2024-02-29", false, "February 2024" },
	{ "2011-12", PRECISION_MONTH, "2011-12-01", "2011-12-31", false, "December 2011" },
	{ "2000-01", PRECISION_MONTH, "2000-01-01", "2000-01-31", false, "January 2000" },
	{ "2023", PRECISION_YEAR, "2023-01-01", "2023-12-31", false, "2023" },
	{ "9999", PRECISION_YEAR, "9999-01-01", "9999-12-31", false, "9999" },
	{ "0001", PRECISION_YEAR, "0001-01-01", "0001-12-31", false, "1" },
	{ "2023-24", PRECISION_FINANCIAL_YEAR, "2023-04-01", "2024-03-31", false, "2023/24" },
	{ "2012-13", PRECISION_FINANCIAL_YEAR, "2012-04-01", "2013-03-31", false, "2012/13" },
	{ "2098-99", PRECISION_FINANCIAL_YEAR, "2098-04-01", "2099-03-31", false, "2098/99" },
	{ "1999-00", PRECISION_FINANCIAL_YEAR, "1999-04-01", "2000-03-31", false, "1999/00" },
	{ "2023-24 Q1", PRECISION_QUARTER, "2023-04-01", "2023-06-30", false,
	  "April to June 2023" },
	{ "2023-24 Q2", PRECISION_QUARTER, "2023-07-01", "2023-09-30", false,
	  "July to September 2023" },
	{ "2023-24 Q3", PRECISION_QUARTER, "2023-10-01", "2023-12-31", false,
	  "October to December 2023" },
	{ "2023-24 Q4", PRECISION_QUARTER, "2024-01-01", "2024-03-31", false,
	  "January to March 2024" },
	{ "2023-09~", PRECISION_MONTH, "2023-09-01", "2023-09-30", true, "about September 2023" },
	{ "2023-24~", PRECISION_FINANCIAL_YEAR, "2023-04-01", "2024-03-31", true, "about 2023/24" },
	{ "2023-24 Q2~", PRECISION_QUARTER, "2023-07-01", "2023-09-30", true,
	  "about July to September 2023" },
	{ "2023-09-30~", PRECISION_DAY, "2023-09-30", "2023-09-30", true,
	  "about 30 September 2023" },
	{ "2024-03/2024-04", PRECISION_INTERVAL, "2024-03-01", "2024-04-30", false,
	  "March to April 2024" },
	{ "2023-12/2024-01", PRECISION_INTERVAL, "2023-12-01", "2024-01-31", false,
	  "December 2023 to January 2024" },
	{ "2024-04/2024-04", PRECISION_INTERVAL, "2024-04-01", "2024-04-30", false, "April 2024" },
	{ "2023/2024", PRECISION_INTERVAL, "2023-01-01", "2024-12-31", false, "2023 to 2024" },
	{ "2024-03-01/2024-03-05", PRECISION_INTERVAL, "2024-03-01", "2024-03-05", false,
	  "1 to 5 March 2024" },
	{ "2024-03-28/2024-04-05", PRECISION_INTERVAL, "2024-03-28", "2024-04-05", false,
	  "28 March to 5 April 2024" },
	{ "2023-12-28/2024-01-05", PRECISION_INTERVAL, "2023-12-28", "2024-01-05", false,
	  "28 December 2023 to 5 January 2024" },
	{ "2024-03-15/2024-06", PRECISION_INTERVAL, "2024-03-15", "2024-06-30", false,
	  "15 March 2024 to June 2024" },
	{ "2023/2024-06", PRECISION_INTERVAL, "2023-01-01", "2024-06-30", false,
	  "2023 to June 2024" },
	{ "2024-03~/2024-04", PRECISION_INTERVAL, "2024-03-01", "2024-04-30", true,
	  "about March 2024 to April 2024" },
	{ "2024-03/2024-04~", PRECISION_INTERVAL, "2024-03-01", "2024-04-30", true,
	  "March 2024 to about April 2024" },
	{ "2024-03~/2024-04~", PRECISION_INTERVAL, "2024-03-01", "2024-04-30", true,
	  "about March to about April 2024" },
	{ "2024-06/..", PRECISION_INTERVAL, "2024-06-01", NULL, false, "from June 2024" },
	{ "2024-06-15/..", PRECISION_INTERVAL, "2024-06-15", NULL, false, "from 15 June 2024" },
	{ "2024~/..", PRECISION_INTERVAL, "2024-01-01", NULL, true, "from about 2024" },
};

static enum date_fault parse(const char *text, struct arena *arena, struct date *date,
			     struct str *fix, struct str *why)
{
	return date_parse(str_from(text), arena, date, fix, why);
}

static void assert_str(struct str s, const char *expected)
{
	if (!str_equal(s, str_from(expected)))
		fail_msg("“%.*s” is not “%s”", STR_ARG(s), expected);
}

static void assert_day(int32_t day, const char *expected)
{
	struct buf buf;

	buf_init(&buf);
	date_print_iso(day, &buf);
	assert_str(buf_str(&buf), expected);
	buf_release(&buf);
}

static void test_good(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		const struct good *g = &good[i];
		struct date date = { 0 };
		struct str fix, why;
		struct buf printed;

		if (parse(g->text, &arena, &date, &fix, &why) != DATE_OK)
			fail_msg("“%s” is refused", g->text);
		assert_int_equal(date.kind, DATE_GIVEN);
		if (date.precision != g->precision)
			fail_msg("“%s” has precision %d", g->text, (int)date.precision);
		assert_int_equal(date.approximate, g->approximate);
		assert_day(date.earliest, g->earliest);
		assert_int_equal(date.open_end, g->latest == NULL);
		if (g->latest)
			assert_day(date.latest, g->latest);
		else
			assert_int_equal(date.latest, INT32_MAX);
		assert_int_equal(fix.len + why.len, 0);
		buf_init(&printed);
		date_print(&date, &printed);
		assert_str(buf_str(&printed), g->printed);
		buf_release(&printed);
	}
	arena_release(&arena);
}

/* Good dates cost no memory: they are read for every value of a thousand plans. */
static void test_good_allocates_nothing(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		struct date date = { 0 };
		struct str fix, why;

		parse(good[i].text, &arena, &date, &fix, &why);
	}
	assert_null(arena.blocks);
	arena_release(&arena);
}

static void test_words(void **state)
{
	static const struct {
		const char *text;
		enum date_kind kind;
	} table[] = {
		{ "tbc", DATE_TBC },   { "TBC", DATE_TBC },         { "Tbc", DATE_TBC },
		{ " tbc ", DATE_TBC }, { "unknown", DATE_UNKNOWN },
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		struct date date = { 0 };
		struct str fix, why;
		struct buf printed;

		assert_int_equal(parse(table[i].text, &arena, &date, &fix, &why), DATE_OK);
		assert_int_equal(date.kind, table[i].kind);
		buf_init(&printed);
		date_print(&date, &printed);
		assert_int_equal(printed.len, 0);
		buf_release(&printed);
	}
	arena_release(&arena);
}

static const struct {
	const char *text;
	const char *why;
} impossible[] = {
	{ "2023-09-31", "September has 30 days" },
	{ "2023-01-32", "January has 31 days" },
	{ "2023-02-29", "February 2023 has 28 days" },
	{ "2024-02-30", "February 2024 has 29 days" },
	{ "2023-13-05", "there is no month 13" },
	{ "2023-00-10", "there is no month 0" },
	{ "2023-09-00", "there is no day 0" },
	{ "0000", "there is no year 0" },
	{ "0000-09", "there is no year 0" },
	{ "9999-00", "there is no year 10000" },
	{ "2024-05/2024-04", "it ends before it starts" },
	{ "2024/2023", "it ends before it starts" },
	{ "2024-05-02/2024-05-01", "it ends before it starts" },
	{ "2023-09-15/2023-08", "it ends before it starts" },
	{ "2023-09/2023-09-31", "September has 30 days" },
	{ "2023-02-30/..", "February 2023 has 28 days" },
};

static void test_impossible(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(impossible); i++) {
		struct date date = { 0 };
		struct str fix, why;

		if (parse(impossible[i].text, &arena, &date, &fix, &why) != DATE_IMPOSSIBLE)
			fail_msg("“%s” is not impossible", impossible[i].text);
		assert_int_equal(date.kind, DATE_BAD);
		assert_str(why, impossible[i].why);
		assert_int_equal(fix.len, 0);
	}
	arena_release(&arena);
}

/* The right form, where there is no doubt about it; "" where there is. */
static const struct {
	const char *text;
	const char *fix;
} refused[] = {
	{ "Sept 2023", "2023-09" },
	{ "sep 2023", "2023-09" },
	{ "SEPTEMBER 2023", "2023-09" },
	{ "Sept. 2023", "2023-09" },
	{ "September, 2023", "2023-09" },
	{ "September of 2023", "" },
	{ "September 2023.", "2023-09" },
	{ "Sep-23", "2023-09" },
	{ "Sept '23", "2023-09" },
	{ "Sept ’23", "2023-09" },
	{ "September 23", "2023-09" },
	{ "May 2022", "2022-05" },
	{ "Septmber 2023", "2023-09" },
	{ "Febuary 2024", "2024-02" },
	{ "30 September 2023", "2023-09-30" },
	{ "30th Sept 2023", "2023-09-30" },
	{ "30th of September 2023", "2023-09-30" },
	{ "1st Jan 2024", "2024-01-01" },
	{ "Monday 4 September 2023", "2023-09-04" },
	{ "Mon, 4 September 2023", "2023-09-04" },
	{ "September 30, 2023", "2023-09-30" },
	{ "30 September 23", "2023-09-30" },
	{ "30-Sep-2023", "2023-09-30" },
	{ "30/09/2023", "2023-09-30" },
	{ "3/4/2023", "2023-04-03" },
	{ "30.09.2023", "2023-09-30" },
	{ "30-09-2023", "2023-09-30" },
	{ "2023/09/30", "2023-09-30" },
	{ "2023.09.30", "2023-09-30" },
	{ "2023-9-5", "2023-09-05" },
	{ "2023-09-30T10:00:00Z", "2023-09-30" },
	{ "2023-09-30 10:00", "2023-09-30" },
	{ "2023-09-30.", "2023-09-30" },
	{ "2023-9", "2023-09" },
	{ "2023.09", "2023-09" },
	{ "2023/09", "2023-09" },
	{ "09/2023", "2023-09" },
	{ "2023 - 09", "2023-09" },
	{ "2023/24", "2023-24" },
	{ "FY 2023/24", "2023-24" },
	{ "FY2023-24", "2023-24" },
	{ "financial year 2023-24", "2023-24" },
	{ "2023-24 Q 2", "2023-24 Q2" },
	{ "2023-24Q2", "2023-24 Q2" },
	{ "2023-24 q2", "2023-24 Q2" },
	{ "2023-24  Q2", "2023-24 Q2" },
	{ "2023/24 Q2", "2023-24 Q2" },
	{ "Q2 2023-24", "2023-24 Q2" },
	{ "Q2 of 2023/24", "2023-24 Q2" },
	{ "Quarter 2 2023/24", "2023-24 Q2" },
	{ "2011-12 Q2", "2011-07/2011-09" },
	{ "March/April 2024", "2024-03/2024-04" },
	{ "March to April 2024", "2024-03/2024-04" },
	{ "March - April 2024", "2024-03/2024-04" },
	{ "March–April 2024", "2024-03/2024-04" },
	{ "between March and April 2024", "2024-03/2024-04" },
	{ "December 2023 to January 2024", "2023-12/2024-01" },
	{ "1 March 2024 to 5 April 2024", "2024-03-01/2024-04-05" },
	{ "2023-24/2025-26", "2023-04/2026-03" },
	{ "2023-24 Q1/2023-24 Q3", "2023-04/2023-12" },
	{ "2023-24 Q4/2024-06", "2024-01/2024-06" },
	{ "2024-03 to 2024-04", "2024-03/2024-04" },
	{ "2024-03 / 2024-04", "2024-03/2024-04" },
	{ "end of March 2024", "2024-03" },
	{ "by the end of March 2024", "2024-03" },
	{ "end March 2024", "2024-03" },
	{ "By April 2024", "2024-04" },
	{ "by 2024", "2024" },
	{ "by the end of 2023-24 Q2", "2023-24 Q2" },
	{ "no later than 31 March 2024", "2024-03-31" },
	{ "From Feb 2024", "2024-02/.." },
	{ "June 2024 onwards", "2024-06/.." },
	{ "2024-06/", "2024-06/.." },
	{ "2024-06/...", "2024-06/.." },
	{ "2024-06 /..", "2024-06/.." },
	{ "from 2023-24", "2023-04/.." },
	{ "about September 2023", "2023-09~" },
	{ "c. 2024", "2024~" },
	{ "2023-09 ~", "2023-09~" },
	{ "~2023-09", "2023-09~" },
	{ "tbc.", "tbc" },
	{ "T.B.C.", "tbc" },
	{ "TBD", "tbc" },
	{ "to be confirmed", "tbc" },
	{ "Unknown", "unknown" },
	{ "31/12/9999", "9999-12-31" },
	/* Doubtful, or no date at all. */
	{ "", "" },
	{ "12", "" },
	{ "202", "" },
	{ "20230", "" },
	{ "Q2 2023", "" },
	{ "2023 Q2", "" },
	{ "2026-28", "" },
	{ "2023-13", "" },
	{ "2023-00", "" },
	{ "2023-23", "" },
	{ "2023-99", "" },
	{ "2026-27 Q5", "" },
	{ "2026-27 Q0", "" },
	{ "2023-2024", "" },
	{ "2008/09", "" },
	{ "2024-03/04", "" },
	{ "30/09/23", "" },
	{ "31/09/2023", "" },
	{ "31 September 2023", "" },
	{ "13/2023", "" },
	{ "September", "" },
	{ "30 September", "" },
	{ "December/January 2024", "" },
	{ "April 2024 to March 2024", "" },
	{ "spring 2024", "" },
	{ "mid-2024", "" },
	{ "early 2024", "" },
	{ "before April 2024", "" },
	{ "../2024-06", "" },
	{ "../..", "" },
	{ "/", "" },
	{ "/2024", "" },
	{ "2024-03/2024-04/2024-05", "" },
	{ "asap", "" },
	{ "ongoing", "" },
	{ "on-going", "" },
	{ "quarterly", "" },
	{ "All staff survey June 2024", "" },
	{ "2023-09?", "" },
	{ "2023-09~~", "" },
	{ "~", "" },
	{ "2023-09-3O", "" },
	{ "２０２３", "" },
	{ "\xFF\xFE", "" },
	{ "99999999999999999999", "" },
	{ "'''''''''''''''''''''''''''''''''''''''''''''''''''''''''''", "" },
	{ "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27", "" },
};

static void test_refused(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
		struct date date = { 0 };
		struct str fix, why, again;

		if (parse(refused[i].text, &arena, &date, &fix, &why) != DATE_FORMAT)
			fail_msg("“%s” is not refused for its form", refused[i].text);
		assert_int_equal(date.kind, DATE_BAD);
		if (!str_equal(fix, str_from(refused[i].fix)))
			fail_msg("“%s” has the fix “%.*s”", refused[i].text, STR_ARG(fix));
		if (fix.len && date_parse(fix, &arena, &date, &again, &why) != DATE_OK)
			fail_msg("the fix “%.*s” is no date", STR_ARG(fix));
	}
	arena_release(&arena);
}

static void test_why(void **state)
{
	static const struct {
		const char *text;
		const char *why; /* a part of it */
	} table[] = {
		{ "Q2 2023", "it does not say whose quarter: write `2023-04/2023-06` for" },
		{ "Q2 2023", "`2023-24 Q2` for that of the financial year" },
		{ "2023 Q4", "`2023-10/2023-12`" },
		{ "Q1 2005", "`2005-04/2005-06` for that of the financial year" },
		{ "2026-28", "a financial year ends in the year after it starts, as in `2026-27`" },
		{ "2026-28", "`2026-04/2028-03`" },
		{ "2023-13", "there is no month 13, and a financial year" },
		{ "2005-99", "`2005-04/2006-03`" },
		{ "2026-27 Q5", "a year has four quarters, Q1 to Q4" },
		{ "2023-2025", "write `2023/2025`, or `2023-04/2025-03`" },
		{ "2008/09", "write `2008-09`, or `2008-04/2009-03`" },
		{ "31 September 2023", "September has 30 days" },
		{ "30 September", "the year is missing" },
		{ "spring 2024", "a season has no fixed dates" },
		{ "asap", "it names no date" },
		{ "On-going", "`ongoing: true`" },
		{ "quarterly", "`every: quarter`" },
		{ "Annually from October 2023", "`every: year` and `start: 2023-10`" },
		{ "Ongoing from September 2023", "`ongoing: true` and `start: 2023-09`" },
		{ "2023-24/2025-26", "an interval runs between years, months or days" },
		{ "../2024-06", "it does not say when it starts" },
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		struct date date = { 0 };
		struct str fix, why;

		assert_int_equal(parse(table[i].text, &arena, &date, &fix, &why), DATE_FORMAT);
		if (str_find(why, str_from(table[i].why), 0) == why.len)
			fail_msg("“%s”: “%.*s”", table[i].text, STR_ARG(why));
	}
	arena_release(&arena);
}

/* Every YYYY-NN is a month, a financial year, or refused. */
static void test_pairs(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (int year = 1990; year < 2110; year++) {
		for (int second = 0; second < 100; second++) {
			struct str text = arena_printf(&arena, "%04d-%02d", year, second);
			struct date date = { 0 };
			struct str fix, why;
			enum date_fault fault = date_parse(text, &arena, &date, &fix, &why);

			if (second >= 1 && second <= 12)
				assert_int_equal(date.precision, PRECISION_MONTH);
			else if (second == (year + 1) % 100)
				assert_int_equal(date.precision, PRECISION_FINANCIAL_YEAR);
			else
				assert_int_equal(fault, DATE_FORMAT);
		}
	}
	arena_release(&arena);
}

/* No text of these bytes breaks it, and no fix is wrong. */
static void test_any_bytes(void **state)
{
	static const char *const pieces[] = { "2023",
					      "24",
					      "9",
					      "-",
					      "/",
					      ".",
					      "~",
					      " ",
					      "Q2",
					      "September",
					      "to",
					      "'",
					      "of",
					      "30",
					      "from",
					      "q",
					      "T",
					      ":",
					      "th",
					      "financial year",
					      "\xE2\x80\x93",
					      "ongoing",
					      "2011",
					      "12" };
	uint32_t seed = 7;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (int i = 0; i < 20000; i++) {
		char text[128] = "";
		struct date date = { 0 };
		struct str fix, why, again;

		for (int j = 0; j < 7; j++) {
			const char *piece;

			seed = seed * 1664525u + 1013904223u;
			piece = pieces[(seed >> 16) % ARRAY_LEN(pieces)];
			memcpy(text + strlen(text), piece, strlen(piece) + 1);
		}
		if (parse(text, &arena, &date, &fix, &why) == DATE_OK)
			continue;
		if (fix.len && date_parse(fix, &arena, &date, &again, &why) != DATE_OK)
			fail_msg("“%s” has the fix “%.*s”", text, STR_ARG(fix));
	}
	arena_release(&arena);
}

static void test_names(void **state)
{
	(void)state;
	assert_str(date_precision_name(PRECISION_FINANCIAL_YEAR), "financial-year");
	assert_str(date_precision_name(PRECISION_DAY), "day");
	assert_str(date_precision_name(PRECISION_INTERVAL), "interval");
	assert_str(date_month_name(1), "January");
	assert_str(date_month_name(12), "December");
	assert_day(0, "1970-01-01");
	assert_day(civil_to_days((struct civil){ 1, 1, 1 }), "0001-01-01");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good),    cmocka_unit_test(test_good_allocates_nothing),
		cmocka_unit_test(test_words),   cmocka_unit_test(test_impossible),
		cmocka_unit_test(test_refused), cmocka_unit_test(test_why),
		cmocka_unit_test(test_pairs),   cmocka_unit_test(test_any_bytes),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
