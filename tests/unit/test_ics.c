#include "base/ics.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void components(void **state)
{
	struct buf out = { 0 };
	struct ics ics;

	(void)state;
	ics_init(&ics, &out);
	ics_open(&ics, "VEVENT");
	ics_day(&ics, "DTSTART", 19996);
	ics_value(&ics, "RRULE", STR("FREQ=WEEKLY;COUNT=2"));
	ics_text(&ics, "SUMMARY", STR("a"));
	ics_close(&ics, "VEVENT");
	assert_string_equal(out.at, "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20240930\r\n"
				    "RRULE:FREQ=WEEKLY;COUNT=2\r\nSUMMARY:a\r\nEND:VEVENT\r\n");
	buf_release(&out);
}

static void assert_text(struct str text, const char *expected)
{
	struct buf out = { 0 };
	struct ics ics;

	ics_init(&ics, &out);
	ics_text(&ics, "X", text);
	assert_string_equal(out.at, expected);
	buf_release(&out);
}

static void texts_are_escaped(void **state)
{
	(void)state;
	assert_text(STR("a, b; c\\d: \"e\""), "X:a\\, b\\; c\\\\d: \"e\"\r\n");
	assert_text(STR("a\nb\r\nc\rd"), "X:a\\nb\\nc\\nd\r\n");
	assert_text(STR("x\r\nEND:VEVENT\r\n"), "X:x\\nEND:VEVENT\\n\r\n");
	assert_text(STR("a\tb\0c\x1b|\x7f"), "X:a\tb\uFFFDc\uFFFD|\uFFFD\r\n");
	assert_text(STR(""), "X:\r\n");
}

/* Adds the lines unfolded; each must have its bytes, and cut no character. */
static void unfold(char *line, struct buf *whole)
{
	for (bool is_first = true; *line; is_first = false) {
		char *end = strstr(line, "\r\n");
		struct str bytes = { line, (size_t)(end - line) };

		assert_true(bytes.len <= 75 && bytes.len > 0);
		assert_int_equal(utf8_check(bytes), bytes.len);
		assert_true(is_first || *line == ' ');
		buf_add(whole, str_slice(bytes, !is_first, bytes.len));
		line = end + 2;
	}
}

static void lines_are_folded(void **state)
{
	static const char *const pieces[] = { "a", "ŵ", "€", "🏠", ",", "\\", "\n" };

	(void)state;
	for (size_t i = 0; i < 7 * (size_t)80; i++) {
		const char *piece = pieces[i / 80];
		struct buf text = { 0 }, out = { 0 }, whole = { 0 };
		struct ics ics;

		for (size_t j = 0; j < i % 80; j++)
			buf_add_byte(&text, 'x');
		for (size_t j = 0; j < 100; j++)
			buf_add_c(&text, piece);
		ics_init(&ics, &out);
		ics_text(&ics, "X", buf_str(&text));
		unfold(out.at, &whole);
		/* The last three are escaped. */
		assert_int_equal(whole.len, 2 + i % 80 + 100 * (strlen(piece) + (i / 80 > 3)));
		buf_release(&whole);
		buf_release(&out);
		buf_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(components),
		cmocka_unit_test(texts_are_escaped),
		cmocka_unit_test(lines_are_folded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
