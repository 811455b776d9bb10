#include "base/utf8.h"
#include "base/attributes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void test_every_code_point_comes_back(void **state)
{
	char bytes[4];

	(void)state;
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		struct str s = { bytes, utf8_put(c, bytes) };
		size_t at = 0;

		if (c >= 0xD800 && c <= 0xDFFF) {
			assert_int_equal(utf8_check(s), 0);
			continue;
		}
		if (utf8_check(s) != s.len || utf8_next(s, &at) != c || at != s.len)
			fail_msg("U+%04X", c);
	}
}

static void test_what_is_no_utf8(void **state)
{
	static const struct {
		const char *text;
		size_t bad; /* where it goes wrong */
	} cases[] = {
		{ "\x80", 0 },
		{ "ab\xBF", 2 },
		{ "\xC0\x80", 0 },
		{ "\xC1\xBF", 0 },
		{ "\xE0\x9F\xBF", 0 },
		{ "\xF0\x8F\xBF\xBF", 0 },
		{ "\xED\xA0\x80", 0 },
		{ "\xF4\x90\x80\x80", 0 },
		{ "\xF5\x80\x80\x80", 0 },
		{ "\xFF", 0 },
		{ "a\xC3", 1 },
		{ "a\xE2\x82", 1 },
		{ "a\xF0\x9F\x98", 1 },
		{ "\xC3(", 0 },
		{ "\xE2(\xA1", 0 },
		{ "12345678\xFF", 8 },
		{ "1234567\xC3\xA9\xC3", 9 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(utf8_check(str_from(cases[i].text)), cases[i].bad);
}

/* Texts are read eight bytes at a time: the odd byte is found at each place. */
static void test_at_each_place_of_a_word(void **state)
{
	char text[40];

	(void)state;
	for (size_t len = 1; len < sizeof(text); len++) {
		for (size_t at = 0; at < len; at++) {
			struct str s = { text, len };

			memset(text, 'a', sizeof(text));
			assert_true(utf8_is_ascii(s));
			assert_int_equal(utf8_check(s), len);
			text[at] = '\x80';
			assert_false(utf8_is_ascii(s));
			assert_int_equal(utf8_check(s), at);
		}
	}
	assert_true(utf8_is_ascii((struct str){ 0 }));
	assert_int_equal(utf8_check((struct str){ 0 }), 0);
}

static void test_counts_and_offsets(void **state)
{
	struct str s = STR("a£\xF0\x9F\x98\x80z");

	(void)state;
	assert_int_equal(utf8_count(s), 4);
	assert_int_equal(utf8_offset(s, 0), 0);
	assert_int_equal(utf8_offset(s, 1), 1);
	assert_int_equal(utf8_offset(s, 2), 3);
	assert_int_equal(utf8_offset(s, 3), 7);
	assert_int_equal(utf8_offset(s, 4), 8);
	assert_int_equal(utf8_offset(s, 9), 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_code_point_comes_back),
		cmocka_unit_test(test_what_is_no_utf8),
		cmocka_unit_test(test_at_each_place_of_a_word),
		cmocka_unit_test(test_counts_and_offsets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
