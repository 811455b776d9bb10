#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void test_an_empty_one(void **state)
{
	struct buf buf;

	(void)state;
	buf_init(&buf);
	assert_int_equal(buf_str(&buf).len, 0);
	buf_add(&buf, (struct str){ 0 });
	assert_string_equal(buf.at, "");
	buf_release(&buf);
	assert_null(buf.at);
	buf_release(&buf);
}

static void test_adds(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_add(&buf, STR("one"));
	buf_add_byte(&buf, ' ');
	buf_add_c(&buf, "two");
	buf_printf(&buf, " %d %s", 3, "four");
	assert_string_equal(buf.at, "one two 3 four");
	assert_int_equal(buf.len, strlen(buf.at));
	buf_add(&buf, STR("\0nul"));
	assert_int_equal(buf.len, 18);
	buf_release(&buf);
}

static void test_grows_and_stays_terminated(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	for (size_t i = 1; i <= 3000; i++) {
		buf_add_byte(&buf, (char)('a' + i % 26));
		assert_int_equal(buf.len, i);
		assert_true(buf.size > buf.len);
		assert_int_equal(buf.at[buf.len], '\0');
	}
	for (size_t i = 1; i <= 3000; i++)
		assert_int_equal(buf.at[i - 1], 'a' + i % 26);
	buf_release(&buf);
}

static void test_prints_beyond_its_size(void **state)
{
	struct buf buf = { 0 };

	(void)state;
	buf_printf(&buf, "%5000d", 7);
	assert_int_equal(buf.len, 5000);
	assert_int_equal(buf.at[4999], '7');
	buf_release(&buf);
}

static void test_reserves(void **state)
{
	struct buf buf = { 0 };
	char *to;

	(void)state;
	buf_add_c(&buf, "ab");
	to = buf_reserve(&buf, 100000);
	memset(to, 'c', 100000);
	buf.len += 100000;
	assert_int_equal(buf_str(&buf).at[2], 'c');
	assert_int_equal(buf_str(&buf).len, 100002);
	buf_release(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_empty_one),
		cmocka_unit_test(test_adds),
		cmocka_unit_test(test_grows_and_stays_terminated),
		cmocka_unit_test(test_prints_beyond_its_size),
		cmocka_unit_test(test_reserves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
