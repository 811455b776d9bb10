#include "base/civil.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void assert_civil(struct civil day, int year, int month, int of_month)
{
	assert_int_equal(day.year, year);
	assert_int_equal(day.month, month);
	assert_int_equal(day.day, of_month);
}

static void test_known_days(void **state)
{
	(void)state;
	assert_int_equal(civil_to_days((struct civil){ 1970, 1, 1 }), 0);
	assert_int_equal(civil_to_days((struct civil){ 1969, 12, 31 }), -1);
	assert_int_equal(civil_to_days((struct civil){ 2000, 3, 1 }), 11017);
	assert_int_equal(civil_to_days((struct civil){ 2023, 11, 14 }), 19675);
	assert_int_equal(civil_to_days((struct civil){ 1, 1, 1 }), -719162);
	assert_int_equal(civil_to_days((struct civil){ 9999, 12, 31 }), 2932896);
}

/* Each day of ten thousand years follows the one before. */
static void test_every_day_there_and_back(void **state)
{
	int32_t expected = civil_to_days((struct civil){ 1, 1, 1 });

	(void)state;
	for (int year = 1; year <= 9999; year++) {
		for (int month = 1; month <= 12; month++) {
			for (int day = 1; day <= civil_last_day(year, month); day++) {
				struct civil back = civil_from_days(expected);

				if (civil_to_days((struct civil){ year, month, day }) != expected ||
				    back.year != year || back.month != month || back.day != day)
					fail_msg("%d-%d-%d", year, month, day);
				expected++;
			}
		}
	}
}

static void test_leap_years(void **state)
{
	(void)state;
	assert_int_equal(civil_last_day(2024, 2), 29);
	assert_int_equal(civil_last_day(2023, 2), 28);
	assert_int_equal(civil_last_day(1900, 2), 28);
	assert_int_equal(civil_last_day(2000, 2), 29);
	assert_int_equal(civil_last_day(2023, 9), 30);
}

static void test_is_valid(void **state)
{
	(void)state;
	assert_true(civil_is_valid((struct civil){ 2024, 2, 29 }));
	assert_false(civil_is_valid((struct civil){ 2023, 2, 29 }));
	assert_false(civil_is_valid((struct civil){ 2023, 9, 31 }));
	assert_false(civil_is_valid((struct civil){ 2023, 13, 1 }));
	assert_false(civil_is_valid((struct civil){ 2023, 0, 1 }));
	assert_false(civil_is_valid((struct civil){ 2023, 1, 0 }));
	assert_false(civil_is_valid((struct civil){ 0, 1, 1 }));
	assert_false(civil_is_valid((struct civil){ 10000, 1, 1 }));
}

static void test_today(void **state)
{
	struct civil day;

	(void)state;
	assert_true(civil_today("0", &day));
	assert_civil(day, 1970, 1, 1);
	assert_true(civil_today("86399", &day));
	assert_civil(day, 1970, 1, 1);
	assert_true(civil_today("1700000000", &day));
	assert_civil(day, 2023, 11, 14);
	assert_true(civil_today("253402300799", &day));
	assert_civil(day, 9999, 12, 31);
	assert_false(civil_today("253402300800", &day));
	assert_false(civil_today("99999999999999999999", &day));
	assert_false(civil_today("-1", &day));
	assert_false(civil_today("", &day));
	assert_false(civil_today("1700000000x", &day));
	assert_true(civil_today(NULL, &day));
	assert_true(day.year >= 2024);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known_days), cmocka_unit_test(test_every_day_there_and_back),
		cmocka_unit_test(test_leap_years), cmocka_unit_test(test_is_valid),
		cmocka_unit_test(test_today),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
