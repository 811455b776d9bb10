#include "base/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* A row of one cell. */
static void assert_cell(struct str text, const char *expected)
{
	struct buf out = { 0 };
	struct csv csv;

	csv_init(&csv, &out);
	csv_cell(&csv, text);
	assert_string_equal(out.at ? out.at : "", expected);
	buf_release(&out);
}

static void rows(void **state)
{
	struct buf out = { 0 };
	struct csv csv;

	(void)state;
	csv_init(&csv, &out);
	csv_cell(&csv, STR("a"));
	csv_cell(&csv, (struct str){ 0 });
	csv_cell(&csv, STR("c d"));
	csv_end_row(&csv);
	csv_cell(&csv, (struct str){ 0 });
	csv_cell(&csv, STR("Gwaith tŷ"));
	csv_end_row(&csv);
	assert_string_equal(out.at, "a,,c d\r\n,Gwaith tŷ\r\n");
	buf_release(&out);
}

static void what_is_quoted(void **state)
{
	(void)state;
	assert_cell(STR("a,b"), "\"a,b\"");
	assert_cell(STR("say \"no\""), "\"say \"\"no\"\"\"");
	assert_cell(STR("one\r\ntwo"), "\"one\r\ntwo\"");
	assert_cell(STR("a;b"), "\"a;b\"");
	assert_cell(STR(" a "), "\" a \"");
	assert_cell(STR("a\tb"), "\"a\tb\"");
	assert_cell(STR("a\\b'c"), "a\\b'c");
	assert_cell(STR("a\0b\x1b[31m\x7f"), "a\uFFFDb\uFFFD[31m\uFFFD");
	assert_cell(STR("\xE2\x80\xAE"
			"abc"),
		    "\xE2\x80\xAE"
		    "abc");
}

static void formulas_are_texts(void **state)
{
	static const struct {
		const char *text, *cell;
	} cases[] = {
		{ "=1+1", "'=1+1" },
		{ "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"" },
		{ "+44 151 496 0000", "'+44 151 496 0000" },
		{ "-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0" },
		{ "@SUM(A1)", "'@SUM(A1)" },
		{ "- a list", "'- a list" },
		{ "-", "'-" },
		{ "-5 days", "'-5 days" },
		{ "-1e9", "'-1e9" },
		{ "-5-6", "'-5-6" },
		{ "-.5", "'-.5" },
		{ "  =1", "\"'  =1\"" },
		{ "\t=1", "\"'\t=1\"" },
		{ "\tword", "\"'\tword\"" },
		{ "\rword", "\"'\rword\"" },
		{ "\n=1", "\"'\n=1\"" },
		{ "\u00A0=1", "'\u00A0=1" },
		{ "\uFEFF=1", "'\uFEFF=1" },
		{ "＝1+1", "'＝1+1" },
		{ "＠x", "'＠x" },
		/* One that looks as if it had an apostrophe already gets another. */
		{ "'=1", "''=1" },
		{ "''-5", "'''-5" },
		{ "'\tword", "\"''\tword\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_cell(str_from(cases[i].text), cases[i].cell);
}

static void numbers_stay_numbers(void **state)
{
	static const char *const cells[] = { "-5",   "-5.25", "+20",    "-5%",     "+1.5%", "5",
					     "0",    "£5",    "1=1",    "a-b",     "a@b",   "'s",
					     "“=1”", "–5",    "it's-a", "O'Brien", "−5",    "" };

	(void)state;
	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		assert_cell(str_from(cells[i]), cells[i]);
	assert_cell(STR("-1,200"), "\"-1,200\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows),
		cmocka_unit_test(what_is_quoted),
		cmocka_unit_test(formulas_are_texts),
		cmocka_unit_test(numbers_stay_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
