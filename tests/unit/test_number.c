#include "base/attributes.h"
#include "model/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct number read(const char *text)
{
	struct number number = { 0 };

	if (!number_parse(str_from(text), &number))
		fail_msg("“%s” is no number", text);
	return number;
}

static void test_parse(void **state)
{
	static const struct {
		const char *text;
		int64_t digits;
		unsigned scale;
	} table[] = {
		{ "0", 0, 0 },
		{ "420", 420, 0 },
		{ "1,200", 1200, 0 },
		{ "1.10", 110, 2 },
		{ "1,234,567.89", 123456789, 2 },
		{ "-5", -5, 0 },
		{ "\xE2\x88\x92"
		  "2.5",
		  -25, 1 },
		{ "007", 7, 0 },
		{ "0.000000001", 1, 9 },
		{ "999999999999999999", 999999999999999999, 0 },
		{ "123,456", 123456, 0 },
		{ "000000000000000000000001", 1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		struct number number = read(table[i].text);

		assert_int_equal(number.digits, table[i].digits);
		assert_int_equal(number.scale, table[i].scale);
	}
}

static void test_refuse(void **state)
{
	static const char *const table[] = {
		"",        "-",     ".5",     "5.",           "1,20",
		"1,2000",  ",100",  "12,00",  "1234,567",     "1 000",
		"1e3",     "0x10",  "+5",     "--5",          "5%",
		"five",    "1.2.3", "1,000,", "0.0000000001", "1234567890123456789",
		"1000,000"
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		struct number number;

		if (number_parse(str_from(table[i]), &number))
			fail_msg("“%s” is a number", table[i]);
	}
}

static void test_compare(void **state)
{
	static const char *const ascending[] = { "-999999999999999999",
						 "-2",
						 "-1.5",
						 "-1.25",
						 "-0.5",
						 "0",
						 "0.000000001",
						 "0.5",
						 "1",
						 "1.1",
						 "1.5",
						 "2",
						 "10",
						 "999999999999999999" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(ascending); i++) {
		for (size_t j = 0; j < ARRAY_LEN(ascending); j++) {
			int order = number_compare(read(ascending[i]), read(ascending[j]));

			assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
		}
	}
	assert_int_equal(number_compare(read("1.10"), read("1.1")), 0);
	assert_int_equal(number_compare(read("0.000"), read("-0")), 0);
}

static void test_add(void **state)
{
	struct number sum;

	(void)state;
	assert_true(number_add(read("0.1"), read("0.2"), &sum));
	assert_int_equal(number_compare(sum, read("0.3")), 0);
	assert_true(number_add(read("1,000"), read("-0.55"), &sum));
	assert_int_equal(number_compare(sum, read("999.45")), 0);
	assert_false(number_add(read("999999999999999999"), read("0.000000001"), &sum));
	assert_false(number_add((struct number){ INT64_MAX, 0 }, read("1"), &sum));
}

static void test_shift(void **state)
{
	struct number shifted;

	(void)state;
	assert_true(number_shift(read("1.2"), 6, &shifted));
	assert_int_equal(shifted.digits, 1200000);
	assert_int_equal(shifted.scale, 0);
	assert_true(number_shift(read("1.25"), 1, &shifted));
	assert_int_equal(shifted.digits, 125);
	assert_int_equal(shifted.scale, 1);
	assert_false(number_shift(read("999999999999999999"), 3, &shifted));
}

static void test_span(void **state)
{
	(void)state;
	assert_int_equal(number_span(STR("95% of")), 2);
	assert_int_equal(number_span(STR("1,000 homes")), 5);
	assert_int_equal(number_span(STR("1,00")), 1);
	assert_int_equal(number_span(STR("5. Then")), 1);
	assert_int_equal(number_span(STR("-5")), 2);
	assert_int_equal(number_span(STR("national")), 0);
	assert_int_equal(number_span(STR("-")), 0);
	assert_int_equal(number_span((struct str){ 0 }), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),   cmocka_unit_test(test_refuse),
		cmocka_unit_test(test_compare), cmocka_unit_test(test_add),
		cmocka_unit_test(test_shift),   cmocka_unit_test(test_span),
	};

	return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
