#include "base/buf.h"
#include "report/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

struct text {
	struct arena arena;
	struct source source;
};

static void open_text(struct text *text, struct str bytes)
{
	arena_init(&text->arena);
	source_init(&text->source, &text->arena, STR("plan.yaml"), bytes);
}

static void assert_place(struct text *text, uint32_t offset, uint32_t line, uint32_t column)
{
	struct place place = source_place(&text->source, offset);

	assert_int_equal(place.line, line);
	assert_int_equal(place.column, column);
}

static void assert_line(struct text *text, uint32_t line, struct str want)
{
	struct str got = source_line(&text->source, line);

	assert_int_equal(got.len, want.len);
	if (want.len)
		assert_memory_equal(got.at, want.at, want.len);
}

static void test_an_empty_file_has_one_line(void **state)
{
	struct text text;

	(void)state;
	open_text(&text, (struct str){ 0 });
	assert_place(&text, 0, 1, 1);
	assert_line(&text, 1, STR(""));
	arena_release(&text.arena);
}

static void test_lines_end_at_lf_crlf_and_cr_only(void **state)
{
	struct text text;

	(void)state;
	/* U+2028, U+0085 and form feed end no line. */
	open_text(&text, STR("a\nb\r\nc\rd\n\re\xE2\x80\xA8\xC2\x85\ff"));
	assert_place(&text, 0, 1, 1);
	assert_place(&text, 1, 1, 2);
	assert_place(&text, 2, 2, 1);
	assert_place(&text, 4, 2, 3); /* between CR and LF */
	assert_place(&text, 5, 3, 1);
	assert_place(&text, 7, 4, 1);
	assert_place(&text, 9, 5, 1); /* LF CR are two ends */
	assert_place(&text, 10, 6, 1);
	assert_place(&text, (uint32_t)text.source.bytes.len, 6, 6);
	assert_int_equal(text.source.line_count, 6);
	assert_line(&text, 2, STR("b"));
	assert_line(&text, 5, STR(""));
	assert_line(&text, 6, STR("e\xE2\x80\xA8\xC2\x85\ff"));
	arena_release(&text.arena);
}

static void test_a_last_line_end_starts_a_line(void **state)
{
	struct text text;

	(void)state;
	open_text(&text, STR("a\n"));
	assert_place(&text, 2, 2, 1);
	assert_line(&text, 2, STR(""));
	arena_release(&text.arena);
}

static void test_columns_count_code_points(void **state)
{
	struct text text;

	(void)state;
	open_text(&text, STR("£é\xF0\x9F\x98\x80x\n£y"));
	assert_place(&text, 2, 1, 2);
	assert_place(&text, 4, 1, 3);
	assert_place(&text, 8, 1, 4);
	assert_place(&text, 9, 1, 5);
	assert_place(&text, 12, 2, 2);
	arena_release(&text.arena);
}

static void test_a_byte_order_mark_is_no_column(void **state)
{
	struct text text;

	(void)state;
	open_text(&text, STR("\xEF\xBB\xBFtitle: £\nb"));
	assert_int_equal(source_mark_size(&text.source), 3);
	assert_place(&text, 0, 1, 1);
	assert_place(&text, 3, 1, 1);
	assert_place(&text, 4, 1, 2);
	assert_place(&text, 13, 2, 1);
	assert_line(&text, 1, STR("title: £"));
	arena_release(&text.arena);
}

/* Beyond the stretches that columns are counted by. */
static void test_columns_of_long_lines(void **state)
{
	const size_t pairs = 10000; /* "a£": three bytes, two columns */
	struct buf bytes = { 0 };
	struct text text;

	(void)state;
	buf_add_c(&bytes, "first\n");
	for (size_t i = 0; i < pairs; i++)
		buf_add_c(&bytes, "a£");
	open_text(&text, buf_str(&bytes));
	for (uint32_t i = 0; i < pairs; i++) {
		assert_place(&text, 6 + 3 * i, 2, 1 + 2 * i);
		assert_place(&text, 7 + 3 * i, 2, 2 + 2 * i);
	}
	buf_release(&bytes);
	arena_release(&text.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_empty_file_has_one_line),
		cmocka_unit_test(test_lines_end_at_lf_crlf_and_cr_only),
		cmocka_unit_test(test_a_last_line_end_starts_a_line),
		cmocka_unit_test(test_columns_count_code_points),
		cmocka_unit_test(test_a_byte_order_mark_is_no_column),
		cmocka_unit_test(test_columns_of_long_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
