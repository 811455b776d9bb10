#include "base/str.h"
#include "base/attributes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static void test_equal(void **state)
{
	(void)state;
	assert_true(str_equal(STR("plan"), STR("plan")));
	assert_true(str_equal(STR(""), (struct str){ 0 }));
	assert_false(str_equal(STR("plan"), STR("plans")));
	assert_false(str_equal(STR("a\0b"), STR("a\0c")));
	assert_true(str_equal_nocase(STR("TBC"), STR("tbc")));
	assert_false(str_equal_nocase(STR("\xC3\x89"), STR("\xC3\xA9"))); /* É and é: only A to Z */
	assert_false(str_equal_nocase(STR("[a"), STR("{a")));
}

static void test_compare(void **state)
{
	(void)state;
	assert_true(str_compare(STR("a"), STR("b")) < 0);
	assert_true(str_compare(STR("a"), STR("")) > 0);
	assert_true(str_compare(STR("a"), STR("ab")) < 0);
	assert_int_equal(str_compare(STR("ab"), STR("ab")), 0);
	/* As unsigned bytes. */
	assert_true(str_compare(STR("\xC3\xA9"), STR("z")) > 0);
}

static void test_starts_and_ends(void **state)
{
	(void)state;
	assert_true(str_starts(STR("x-budget"), STR("x-")));
	assert_true(str_starts(STR("x"), STR("")));
	assert_false(str_starts(STR("x"), STR("x-")));
	assert_true(str_ends(STR("plan.yaml"), STR(".yaml")));
	assert_false(str_ends(STR("yaml"), STR(".yaml")));
}

static void test_find(void **state)
{
	struct str s = STR("a/b/c");

	(void)state;
	assert_int_equal(str_find_byte(s, '/', 0), 1);
	assert_int_equal(str_find_byte(s, '/', 2), 3);
	assert_int_equal(str_find_byte(s, '/', 4), s.len);
	assert_int_equal(str_find_byte(s, '/', 9), s.len);
	assert_int_equal(str_find_byte((struct str){ 0 }, '/', 0), 0);
	assert_int_equal(str_find(s, STR("/c"), 0), 3);
	assert_int_equal(str_find(s, STR("b"), 3), s.len);
	assert_int_equal(str_find(s, STR("a/b/c/d"), 0), s.len);
	assert_int_equal(str_find(s, STR(""), 2), 2);
}

static void test_trim(void **state)
{
	(void)state;
	assert_true(str_equal(str_trim(STR(" \t\r\n a b \n")), STR("a b")));
	assert_true(str_equal(str_trim(STR(" \n")), STR("")));
	assert_true(str_equal(str_trim((struct str){ 0 }), STR("")));
	/* A no-break space is text. */
	assert_int_equal(str_trim(STR("\xC2\xA0")).len, 2);
}

static void test_slice(void **state)
{
	struct str s = STR("plan");

	(void)state;
	assert_true(str_equal(str_slice(s, 1, 3), STR("la")));
	assert_true(str_equal(str_slice(s, 4, 4), STR("")));
	assert_int_equal(str_slice((struct str){ 0 }, 0, 0).len, 0);
}

/* The values that the authors of FNV-1a publish. */
static void test_hash(void **state)
{
	(void)state;
	assert_true(str_hash(STR("")) == 0xcbf29ce484222325u);
	assert_true(str_hash(STR("a")) == 0xaf63dc4c8601ec8cu);
	assert_true(str_hash(STR("foobar")) == 0x85944171f73967e8u);
}

static void test_distance(void **state)
{
	static const struct {
		const char *a, *b;
		unsigned distance;
	} cases[] = {
		{ "", "", 0 },
		{ "", "abc", 3 },
		{ "measures", "measures", 0 },
		{ "measure", "measures", 1 },
		{ "mesaures", "measures", 1 },
		{ "outcome", "outcomes", 1 },
		{ "lead", "due", 4 },
		{ "kitten", "sitting", 3 },
	};
	char text[80];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		assert_int_equal(str_distance(str_from(cases[i].a), str_from(cases[i].b), 9),
				 cases[i].distance);
		assert_int_equal(str_distance(str_from(cases[i].b), str_from(cases[i].a), 9),
				 cases[i].distance);
	}
	assert_int_equal(str_distance(STR("abcdef"), STR("uvwxyz"), 2), 3);
	memset(text, 'a', sizeof(text));
	assert_int_equal(str_distance((struct str){ text, 80 }, (struct str){ text, 80 }, 2), 0);
	assert_int_equal(str_distance((struct str){ text, 80 }, (struct str){ text, 79 }, 2), 3);
	assert_int_equal(str_distance((struct str){ text, 64 }, (struct str){ text, 63 }, 2), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_equal),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_starts_and_ends),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_trim),
		cmocka_unit_test(test_slice),
		cmocka_unit_test(test_hash),
		cmocka_unit_test(test_distance),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
