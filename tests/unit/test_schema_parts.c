/*
 * What the schema engine is built on: numbers, URIs, patterns, tables (formats
 * have their cases in tests/schema).
 * Long because most of it is tables of cases.
 */
#include "base/buf.h"
#include "schema/decimal.h"
#include "schema/ecma.h"
#include "schema/equal.h"
#include "schema/names.h"
#include "schema/regex.h"
#include "schema/uri.h"
#include "tree/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int compare(const char *left, const char *right)
{
	struct decimal a, b;

	assert_true(decimal_read(str_from(left), &a));
	assert_true(decimal_read(str_from(right), &b));
	assert_int_equal(decimal_equal(&a, &b), decimal_compare(&a, &b) == 0);
	if (decimal_equal(&a, &b))
		assert_true(decimal_hash(&a) == decimal_hash(&b));
	assert_int_equal(decimal_compare(&a, &b), -decimal_compare(&b, &a));
	return decimal_compare(&a, &b);
}

static void test_decimal_order(void **state)
{
	/* Each below the next. */
	static const char *const rising[] = {
		"-.inf",
		"-1e400",
		"-10",
		"-9.99",
		"-1e-400",
		"0",
		"1e-9999999999999999999",
		"0.0099",
		"0.01",
		"0.5",
		"1",
		"1.0001",
		"9.9",
		"9007199254740992",
		"9007199254740993",
		"0xFFFFFFFFFFFFFFFF",
		"1e20",
		"1e9999999999999999999",
		".inf",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rising); i++) {
		for (size_t j = 0; j < ARRAY_LEN(rising); j++)
			assert_int_equal(compare(rising[i], rising[j]), (i > j) - (i < j));
	}
}

static void test_decimal_same(void **state)
{
	(void)state;
	assert_int_equal(compare("1", "1.0"), 0);
	assert_int_equal(compare("1", "+1"), 0);
	assert_int_equal(compare("1e3", "1000.000"), 0);
	assert_int_equal(compare("0.001e3", "1"), 0);
	assert_int_equal(compare("00012.50", "1.25E+1"), 0);
	assert_int_equal(compare("0", "-0.0e5"), 0);
	assert_int_equal(compare(".5", "0.5"), 0);
	assert_int_equal(compare("0x1F", "31"), 0);
	assert_int_equal(compare("0o17", "15"), 0);
	assert_int_equal(compare("0xA0", "1.6e2"), 0);
	assert_int_equal(
		compare("123456789012345678901234567890.0", "12345678901234567890123456789e1"), 0);
}

static void test_decimal_read(void **state)
{
	static const char *const none[] = {
		"",    "-",    ".",  "e5",  "1e",  "1.2.3", "x",
		"1 2", ".nan", "0x", "0o8", "1e+", "--1",   "0x10000000000000000"
	};
	struct decimal decimal;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(none); i++) {
		assert_false(decimal_read(str_from(none[i]), &decimal));
		assert_int_equal(decimal.kind, DECIMAL_NONE);
		assert_false(decimal_equal(&decimal, &decimal));
		assert_false(decimal_is_integer(&decimal));
	}
}

static bool is_integer(const char *text)
{
	struct decimal decimal;

	assert_true(decimal_read(str_from(text), &decimal));
	return decimal_is_integer(&decimal);
}

static void test_decimal_integers(void **state)
{
	struct decimal decimal;
	size_t size = 7;

	(void)state;
	assert_true(is_integer("1.0"));
	assert_true(is_integer("1e3"));
	assert_true(is_integer("12.5e1"));
	assert_true(is_integer("0.0"));
	assert_true(is_integer("-4"));
	assert_false(is_integer("1.5"));
	assert_false(is_integer("1e-1"));
	assert_false(is_integer(".inf"));
	decimal_read(STR("1.2e2"), &decimal);
	assert_true(decimal_to_size(&decimal, &size));
	assert_int_equal(size, 120);
	decimal_read(STR("0"), &decimal);
	assert_true(decimal_to_size(&decimal, &size));
	assert_int_equal(size, 0);
	decimal_read(STR("1e99"), &decimal);
	assert_true(decimal_to_size(&decimal, &size));
	assert_true(size == SIZE_MAX);
	decimal_read(STR("-1"), &decimal);
	assert_false(decimal_to_size(&decimal, &size));
}

static bool is_multiple(const char *of, const char *by)
{
	struct decimal a, b;

	assert_true(decimal_read(str_from(of), &a));
	assert_true(decimal_read(str_from(by), &b));
	return decimal_is_multiple(&a, &b);
}

static void test_decimal_multiples(void **state)
{
	(void)state;
	assert_true(is_multiple("19.99", "0.01"));
	assert_false(is_multiple("19.999", "0.01"));
	assert_true(is_multiple("0", "7"));
	assert_true(is_multiple("-4.5", "1.5"));
	assert_true(is_multiple("1e308", "0.5"));
	assert_false(is_multiple("1e308", "0.123456789"));
	assert_true(is_multiple("999999999999999999000000000000000000", "999999999999999999"));
	assert_false(is_multiple("999999999999999999000000000000000001", "999999999999999999"));
	assert_true(is_multiple("12345678901234567890123456789012345678901", "1"));
	assert_false(is_multiple(".inf", "1"));
}

static void test_uri_resolve(void **state)
{
	/* RFC 3986, section 5.4, and names of files. */
	static const char *const cases[][3] = {
		{ "http://a/b/c/d;p?q", "g:h", "g:h" },
		{ "http://a/b/c/d;p?q", "g", "http://a/b/c/g" },
		{ "http://a/b/c/d;p?q", "./g", "http://a/b/c/g" },
		{ "http://a/b/c/d;p?q", "g/", "http://a/b/c/g/" },
		{ "http://a/b/c/d;p?q", "/g", "http://a/g" },
		{ "http://a/b/c/d;p?q", "//g", "http://g" },
		{ "http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y" },
		{ "http://a/b/c/d;p?q", "g?y#s", "http://a/b/c/g?y#s" },
		{ "http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q#s" },
		{ "http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q" },
		{ "http://a/b/c/d;p?q", ".", "http://a/b/c/" },
		{ "http://a/b/c/d;p?q", "..", "http://a/b/" },
		{ "http://a/b/c/d;p?q", "../g", "http://a/b/g" },
		{ "http://a/b/c/d;p?q", "../../../g", "http://a/g" },
		{ "http://a/b/c/d;p?q", "/./g", "http://a/g" },
		{ "http://a/b/c/d;p?q", "g..", "http://a/b/c/g.." },
		{ "http://a/b/c/d;p?q", "./g/../h", "http://a/b/c/h" },
		{ "http://a", "g", "http://a/g" },
		{ "plan.schema.json", "defs.schema.json#/$defs/id", "defs.schema.json#/$defs/id" },
		{ "schema/plan.json", "defs.json", "schema/defs.json" },
		{ "schema/plan.json", "../defs.json", "defs.json" },
		{ "schema/plan.json", "../../defs.json", "../defs.json" },
		{ "../a.json", "../b.json", "../../b.json" },
		{ "/top/plan.json", "defs.json", "/top/defs.json" },
		{ "", "defs.json", "defs.json" },
		{ "urn:uuid:1", "#/a", "urn:uuid:1#/a" },
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str found = uri_resolve(&arena, str_from(cases[i][0]),
					       str_from(cases[i][1]));

		assert_string_equal(found.at, cases[i][2]);
	}
	assert_true(str_equal(uri_decode(&arena, STR("a%2Fb%zz%4")), STR("a/b%zz%4")));
	arena_release(&arena);
}

static void test_ecma_refused(void **state)
{
	static const char *const refused[] = {
		"\\A",   "a\\Z",  "\\a",         "(?i)a",    "(?>a)",    "(?#x)",    "a++",
		"a{2}+", "*",     "(*F)",        "(?",       "[",        "[a",       "\\",
		"\\u12", "\\x1",  "\\p",         "\\p{",     "\\p{a b}", "\\p{x=y}", "\\c1",
		"[b-a]", "\\u{}", "\\u{110000}", "(?P<a>b)", "\\k<a",    "\\01",     "^*",
		"(a",    "a)",    "(?R)",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
		if (pattern_is_valid(str_from(refused[i])))
			fail_msg("%s", refused[i]);
	}
}

struct match_case {
	const char *pattern;
	const char *yes; /* NULL for none */
	const char *no;
};

static const struct match_case matches[] = {
	{ "^a*$", "aaa", "aab" },
	{ "b", "abc", "ac" },
	{ "^x-", "x-budget", "X-budget" },
	{ "^x\\-\\.$", "x-.", "x-.y" },
	{ "^$", "", "\n" },
	{ "a$", "ba", "a\n" },
	{ "^\\d+$", "12", "\xd9\xa1" },
	{ "^\\w$", "_", "é" },
	{ "^\\W$", "é", "e" },
	{ "^\\s$", "\xc2\xa0", "_" },
	{ "^\\s$", "\xef\xbb\xbf", "\xc2\x85" },
	{ "^\\S$", "\xc2\x85", "\xe2\x80\xa8" },
	{ "^[\\s]$", "\xe3\x80\x80", "a" },
	{ "^[^\\s]$", "a", "\xe3\x80\x80" },
	{ "^[\\S]$", "a", "\xe3\x80\x80" },
	{ "^\\p{Letter}+$", "Łódź", "a1" },
	{ "^\\p{gc=Lu}$", "É", "é" },
	{ "^\\P{L}$", "1", "a" },
	{ "^\\p{digit}+$", "\xe0\xa7\xaa\xe0\xa7\xa8", "-" },
	{ "^\\p{Script=Greek}$", "α", "a" },
	{ "^[\\p{L}-]+$", "a-é", "1" },
	{ "^.$", "é", "\n" },
	{ "^.$", "\xc2\x85", "\xe2\x80\xa8" },
	{ "^[^]$", "\n", "" },
	{ "a[]", NULL, "a" },
	{ "^\\u00e9$", "é", "e" },
	{ "^\\u{1F432}$", "🐲", "u" },
	{ "^\\uD83D\\uDC32$", "🐲", "D" },
	{ "^[\\uD83D\\uDC32a]$", "🐲", "b" },
	{ "^\\uD83D$", NULL, "\xef\xbf\xbd" },
	{ "^[\\uD800-\\uDFFFa]$", "a", "\xef\xbf\xbd" },
	{ "^\\cA\\x41\\0?$",
	  "\x01"
	  "A",
	  "cA" },
	{ "^[a-\\d]+$", "a-1", "b" },
	{ "^[\\d-z]+$", "1-z", "y" },
	{ "^[[:alpha:]]$", "a]", "b" },
	{ "^a{2}b{1,}c{0,1}$", "aabbc", "abbc" },
	{ "^a{,2}$", "a{,2}", "aa" },
	{ "^{a}$", "{a}", "a" },
	{ "^]$", "]", "[" },
	{ "^(a)?\\1b$", "b", "ab" },
	{ "^(?<q>['\"]).*\\k<q>$", "'a'", "'a\"" },
	{ "^(?=a)[^b](?!c)", "ad", "ac" },
	{ "(?<!a)b", "cb", "ab" },
	{ "^a+?b*?$", "ab", "ba" },
	{ "^[\\b]$", "\b", "b" },
	{ "\\bcat\\b", "a cat", "cats" },
	{ "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "staff-survey-2", "Staff" },
	{ "^#x y$", "#x y", "#xy" },
	{ "^\\/\\@é$", "/@é", "/@" },
};

static void test_matches(void **state)
{
	struct matcher matcher = { 0 };
	struct pattern pattern;
	struct arena arena;
	struct str why;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(matches); i++) {
		const struct match_case *one = &matches[i];

		if (!pattern_compile(&pattern, &arena, str_from(one->pattern), &why))
			fail_msg("%s: %.*s", one->pattern, STR_ARG(why));
		if (one->yes && !pattern_match(&pattern, str_from(one->yes), &matcher))
			fail_msg("%s does not match %s", one->pattern, one->yes);
		if (pattern_match(&pattern, str_from(one->no), &matcher))
			fail_msg("%s matches %s", one->pattern, one->no);
		pattern_release(&pattern);
	}
	assert_false(matcher.gave_up);
	matcher_release(&matcher);
	arena_release(&arena);
}

/* A pattern that goes back and forth is given up, on short texts and on long ones. */
static void test_match_bound(void **state)
{
	static const char *const hostile[] = { "^(a+)+$", "^(a|a)*$", "^(a|aa)+b", "(.*)*c$" };
	struct matcher matcher = { 0 };
	struct pattern pattern;
	struct arena arena;
	struct str why;
	char *text;

	(void)state;
	arena_init(&arena);
	text = arena_alloc_text(&arena, 100001);
	memset(text, 'a', 100000);
	text[100000] = '!';
	for (size_t i = 0; i < ARRAY_LEN(hostile); i++) {
		assert_true(pattern_compile(&pattern, &arena, str_from(hostile[i]), &why));
		matcher.gave_up = false;
		assert_false(pattern_match(&pattern, (struct str){ text + 99950, 51 }, &matcher));
		pattern_match(&pattern, (struct str){ text, 100001 }, &matcher);
		pattern_release(&pattern);
	}
	/* What is only long is no trouble. */
	assert_true(pattern_compile(&pattern, &arena, STR("^([a!]|b)*$"), &why));
	matcher.gave_up = false;
	assert_true(pattern_match(&pattern, (struct str){ text, 100001 }, &matcher));
	assert_false(matcher.gave_up);
	pattern_release(&pattern);
	matcher_release(&matcher);
	arena_release(&arena);
}

/* More names than first fit, alike in length and ends. */
static void test_names(void **state)
{
	struct names names;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	names_init(&names, &arena, 1000);
	assert_int_equal(names_find(&names, STR("")), NAMES_NONE);
	for (uint32_t i = 0; i < 1000; i++)
		names_add(&names, arena_printf(&arena, "key-%03u-of-many", i), i);
	names_add(&names, STR("key-500-of-many"), 7);
	for (uint32_t i = 0; i < 1000; i++)
		assert_int_equal(names_find(&names, arena_printf(&arena, "key-%03u-of-many", i)),
				 i);
	assert_int_equal(names_find(&names, STR("key-xxx-of-many")), NAMES_NONE);
	assert_int_equal(names_find(&names, STR("k")), NAMES_NONE);
	arena_release(&arena);
}

static void test_stack(void **state)
{
	struct stack stack;
	size_t first, second;

	(void)state;
	stack_init(&stack);
	first = stack_push(&stack, 10);
	stack.words[first + 9] = 99;
	second = stack_push(&stack, 5000);
	assert_int_equal(second, first + 10);
	assert_int_equal(stack.words[first + 9], 99);
	stack.words[second] = 1;
	stack_pop(&stack, second);
	assert_int_equal(stack_push(&stack, 1), second);
	assert_int_equal(stack.words[second], 0);
	stack_release(&stack);
}

static struct node *read_yaml(struct arena *arena, struct str text)
{
	struct source *source = arena_new(arena, struct source);
	struct node *node;

	source_init(source, arena, STR("test.yaml"), text);
	node = yaml_read(source, arena, NULL);
	assert_non_null(node);
	return node;
}

static bool same(const char *left, const char *right)
{
	struct stack stack;
	struct arena arena;
	bool equal;

	arena_init(&arena);
	stack_init(&stack);
	equal = node_equal(read_yaml(&arena, str_from(left)), read_yaml(&arena, str_from(right)),
			   &stack);
	assert_int_equal(stack.used, 0);
	stack_release(&stack);
	arena_release(&arena);
	return equal;
}

static void test_equal(void **state)
{
	(void)state;
	assert_true(same("1.0", "1"));
	assert_true(same("{a: 1, b: [2, x]}", "{b: [2.0, 'x'], a: 0x1}"));
	assert_true(same("True", "true"));
	assert_true(same("~", "null"));
	assert_false(same("1", "'1'"));
	assert_false(same("true", "1"));
	assert_false(same("true", "false"));
	assert_false(same("null", "false"));
	assert_false(same("[]", "{}"));
	assert_false(same("[1, 2]", "[2, 1]"));
	assert_false(same("{a: 1}", "{a: 1, b: 2}"));
	assert_false(same("{a: 1, b: 2}", "{a: 1, c: 2}"));
	assert_false(same(".nan", ".nan"));
}

/* Long lists and mappings go by tables. */
static void test_equal_large(void **state)
{
	struct node *list, *forward, *backward;
	uint32_t earlier = 0;
	struct stack stack;
	struct arena arena;
	struct buf a, b, c;

	(void)state;
	arena_init(&arena);
	stack_init(&stack);
	buf_init(&a);
	buf_init(&b);
	buf_init(&c);
	for (int i = 0; i < 3000; i++) {
		buf_printf(&a, "- {n: %d}\n", i);
		buf_printf(&b, "k%d: %d\n", i, i);
		buf_printf(&c, "k%d: %d.0\n", 2999 - i, 2999 - i);
	}
	buf_add_c(&a, "- {n: 1234.0}\n");
	list = read_yaml(&arena, buf_str(&a));
	assert_int_equal(node_repeated_item(list, &stack, &earlier), 3000);
	assert_int_equal(earlier, 1234);
	list->count = 3000;
	assert_int_equal(node_repeated_item(list, &stack, &earlier), 3000);
	forward = read_yaml(&arena, buf_str(&b));
	backward = read_yaml(&arena, buf_str(&c));
	assert_true(node_equal(forward, backward, &stack));
	backward->pairs[0].value = backward->pairs[1].value;
	assert_false(node_equal(forward, backward, &stack));
	assert_int_equal(stack.used, 0);
	buf_release(&a);
	buf_release(&b);
	buf_release(&c);
	stack_release(&stack);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decimal_order),
		cmocka_unit_test(test_decimal_same),
		cmocka_unit_test(test_decimal_read),
		cmocka_unit_test(test_decimal_integers),
		cmocka_unit_test(test_decimal_multiples),
		cmocka_unit_test(test_uri_resolve),
		cmocka_unit_test(test_ecma_refused),
		cmocka_unit_test(test_matches),
		cmocka_unit_test(test_match_bound),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_stack),
		cmocka_unit_test(test_equal),
		cmocka_unit_test(test_equal_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
