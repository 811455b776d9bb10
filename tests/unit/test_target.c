#include "base/attributes.h"
#include "model/quantity.h"
#include "model/target.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct good {
	const char *phrase;
	enum target_kind kind;
	const char *low; /* NULL where there is none */
	const char *high;
	const char *unit;
};

static const struct good good[] = {
	{ "at least 95%", TARGET_AT_LEAST, "95", NULL, "%" },
	{ "at most 12 days", TARGET_AT_MOST, "12", NULL, "days" },
	{ "below 98 kg", TARGET_BELOW, "98", NULL, "kg" },
	{ "above 22%", TARGET_ABOVE, "22", NULL, "%" },
	{ "more than 1,000", TARGET_ABOVE, "1000", NULL, "" },
	{ "fewer than 5", TARGET_BELOW, "5", NULL, "" },
	{ "exactly 6", TARGET_EXACTLY, "6", NULL, "" },
	{ "between 40 and 60%", TARGET_BETWEEN, "40", "60", "%" },
	{ "between 40% and 60%", TARGET_BETWEEN, "40", "60", "%" },
	{ "between 40% and 60", TARGET_BETWEEN, "40", "60", "%" },
	{ "between 5 and 10 days", TARGET_BETWEEN, "5", "10", "days" },
	{ "between £1 million and £2.5 million", TARGET_BETWEEN, "1000000", "2500000", "£" },
	{ "between £1 and £2", TARGET_BETWEEN, "1", "2", "£" },
	{ "between 0 and 2 million visits", TARGET_BETWEEN, "0", "2000000", "visits" },
	{ "between 5 and 5", TARGET_BETWEEN, "5", "5", "" },
	{ "at least £1.2 million", TARGET_AT_LEAST, "1200000", NULL, "£" },
	{ "at least £1.2m", TARGET_AT_LEAST, "1200000", NULL, "£" },
	{ "at least £300k", TARGET_AT_LEAST, "300000", NULL, "£" },
	{ "at least £300,000", TARGET_AT_LEAST, "300000", NULL, "£" },
	{ "at least 2 billion", TARGET_AT_LEAST, "2000000000", NULL, "" },
	{ "at most €5", TARGET_AT_MOST, "5", NULL, "€" },
	{ "at most £5 per head", TARGET_AT_MOST, "5", NULL, "£ per head" },
	{ "increase by 10%", TARGET_INCREASE_BY, "10", NULL, "%" },
	{ "increase by 10", TARGET_INCREASE_BY, "10", NULL, "" },
	{ "reduce by 5 percentage points", TARGET_REDUCE_BY, "5", NULL, "percentage points" },
	{ "reduce by 1 percentage point", TARGET_REDUCE_BY, "1", NULL, "percentage points" },
	{ "reduce by 5 % points", TARGET_REDUCE_BY, "5", NULL, "percentage points" },
	{ "decrease by 5pp", TARGET_REDUCE_BY, "5", NULL, "percentage points" },
	{ "all", TARGET_ALL, NULL, NULL, "" },
	{ "All", TARGET_ALL, NULL, NULL, "" },
	{ "done", TARGET_DONE, NULL, NULL, "" },
	{ " DONE. ", TARGET_DONE, NULL, NULL, "" },
	{ "AT LEAST 95%", TARGET_AT_LEAST, "95", NULL, "%" },
	{ "  At   least\t95 % ", TARGET_AT_LEAST, "95", NULL, "%" },
	{ "at least 95%.", TARGET_AT_LEAST, "95", NULL, "%" },
	{ "at least 95 per cent", TARGET_AT_LEAST, "95", NULL, "%" },
	{ "at least 95 percent", TARGET_AT_LEAST, "95", NULL, "%" },
	{ "at least 95 Per  Cent", TARGET_AT_LEAST, "95", NULL, "%" },
	{ "at least 99.95%", TARGET_AT_LEAST, "99.95", NULL, "%" },
	{ "at least -2 °C", TARGET_AT_LEAST, "-2", NULL, "°C" },
	{ "at most 98kg", TARGET_AT_MOST, "98", NULL, "kg" },
	{ "at most 12 per 1,000 residents", TARGET_AT_MOST, "12", NULL, "per 1,000 residents" },
	{ "at least 5 homes a year", TARGET_AT_LEAST, "5", NULL, "homes a year" },
	{ "at most £5 p.a.", TARGET_AT_MOST, "5", NULL, "£ p.a." },
	{ "no more than 12 days", TARGET_AT_MOST, "12", NULL, "days" },
	{ "no less than 5", TARGET_AT_LEAST, "5", NULL, "" },
	{ "no fewer than 5", TARGET_AT_LEAST, "5", NULL, "" },
	{ "not more than 5", TARGET_AT_MOST, "5", NULL, "" },
	{ "less than 5", TARGET_BELOW, "5", NULL, "" },
	{ "under 5", TARGET_BELOW, "5", NULL, "" },
	{ "over 5", TARGET_ABOVE, "5", NULL, "" },
	{ "higher than 5", TARGET_ABOVE, "5", NULL, "" },
	{ "grow by 5", TARGET_INCREASE_BY, "5", NULL, "" },
	{ "cut by 5", TARGET_REDUCE_BY, "5", NULL, "" },
};

static bool parse(const char *phrase, struct arena *arena, struct target *target, struct str *why)
{
	return target_parse(str_from(phrase), arena, target, why);
}

static void assert_number(const struct good *g, struct number number, const char *expected)
{
	struct number other = { 0 };

	if (expected)
		assert_true(number_parse(str_from(expected), &other));
	if (number_compare(number, other))
		fail_msg("“%s” is read as %lld", g->phrase, (long long)number.digits);
}

static void test_good(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		const struct good *g = &good[i];
		struct target target = { 0 };
		struct str why;

		if (!parse(g->phrase, &arena, &target, &why))
			fail_msg("“%s” is refused: %.*s", g->phrase, STR_ARG(why));
		assert_int_equal(target.kind, g->kind);
		assert_number(g, target.low, g->low);
		assert_number(g, target.high, g->high);
		if (!str_equal(target.unit, str_from(g->unit)))
			fail_msg("“%s” has the unit “%.*s”", g->phrase, STR_ARG(target.unit));
		assert_int_equal(why.len + target.benchmark.len, 0);
	}
	arena_release(&arena);
}

static void test_good_allocates_nothing(void **state)
{
	static const char *const phrases[] = {
		"at least 95%", "between 40 and 60%",        "reduce by 5 percentage points",
		"all",          "at most national turnover", "at least £1.2 million"
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(phrases); i++) {
		struct target target = { 0 };
		struct str why;

		assert_true(parse(phrases[i], &arena, &target, &why));
	}
	assert_null(arena.blocks);
	arena_release(&arena);
}

static void test_benchmark(void **state)
{
	static const struct {
		const char *phrase;
		enum target_kind bound;
		const char *benchmark;
	} table[] = {
		{ "at most national turnover", TARGET_AT_MOST, "national turnover" },
		{ "At most  national turnover.", TARGET_AT_MOST, "national turnover" },
		{ "above the average of 2022-23", TARGET_ABOVE, "the average of 2022-23" },
		{ "fewer than last year", TARGET_BELOW, "last year" },
		{ "at least Living Wage", TARGET_AT_LEAST, "Living Wage" },
		{ "exactly statutory minimum", TARGET_EXACTLY, "statutory minimum" },
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		struct target target = { 0 };
		struct str why;

		assert_true(parse(table[i].phrase, &arena, &target, &why));
		assert_int_equal(target.kind, TARGET_BENCHMARK);
		assert_int_equal(target.bound, table[i].bound);
		assert_true(str_equal(target.benchmark, str_from(table[i].benchmark)));
	}
	arena_release(&arena);
}

static const struct {
	const char *phrase;
	const char *why; /* a part of it */
} bad[] = {
	{ "", "nothing is written" },
	{ "95%", "a number alone does not say which way: write `at least 95%`, `at most 95%` or" },
	{ "420", "a number alone" },
	{ "£1.2 million", "a number alone" },
	{ "12 days", "`at most 12 days`" },
	{ "95% or more", "write `at least`" },
	{ "5 or fewer", "write `at most`" },
	{ "40-60%", "between 40 and 60%" },
	{ "40–60%", "between 40 and 60%" },
	{ "40 to 60%", "between 40 and 60%" },
	{ "at least 40-60%", "between 40 and 60%" },
	{ "between 40 to 60%", "between 40 and 60%" },
	{ "between 40 and", "between 40 and 60%" },
	{ "between", "the number is missing" },
	{ "between 60 and 40%", "the first number is larger" },
	{ "between 40% and 60 days", "different units" },
	{ "between 5% and 5 percentage points", "different units" },
	{ "between £5 and $6", "different units" },
	{ "between 1 and 2 million", "two ways" },
	{ "between low and high", "no number" },
	{ "at least", "the number is missing" },
	{ "at least %", "the number is missing" },
	{ "at least x%", "the number is missing" },
	{ "at least TBC", "the number is missing" },
	{ "at least by 5%", "the number is missing" },
	{ "at least £", "no number" },
	{ "at least two", "in digits" },
	{ "at least half", "in digits" },
	{ "at least about 50", "does not say how much" },
	{ "at least 95% of staff", "leave out “of staff”" },
	{ "at least 12 days by March 2024", "under `by:`" },
	{ "at least 5 and at most 10", "leave out what begins with “and”" },
	{ "at least 5 (new) homes", "is no unit" },
	{ "at least 4 out of 5", "is no unit" },
	{ "at least 5m", "can be read in two ways" },
	{ "at least 5 k", "can be read in two ways" },
	{ "at least 3rd", "a place in an order" },
	{ "at least 1,20", "the number cannot be read" },
	{ "at least 1.2.3", "the number cannot be read" },
	{ "at least 1 000", "the number cannot be read" },
	{ "at least 99999999999999999999", "too long" },
	{ "at least 999999999999999 billion", "too long" },
	{ "increase by -5%", "two ways" },
	{ "increase by national rate", "no number" },
	{ "increase", "by how much?" },
	{ "increase to 50%", "`at least 50%` for a level" },
	{ "reduce turnover", "by how much?" },
	{ "up to 10%", "can be a limit or an aim" },
	{ "all staff", "stand alone" },
	{ "done by March", "stand alone" },
	{ "none", "`exactly 0`" },
	{ "yes", "`done`" },
	{ "tbc", "does not begin with words" },
	{ "improve", "does not begin with words" },
	{ "atleast 95%", "does not begin with words" },
	{ ">= 95%", "does not begin with words" },
	{ "alll", "does not begin with words" },
};

static void test_bad(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct target target = { 0 };
		struct str why;

		if (parse(bad[i].phrase, &arena, &target, &why))
			fail_msg("“%s” is a target", bad[i].phrase);
		assert_int_equal(target.kind, TARGET_BAD);
		assert_int_equal(target.low.digits + target.high.digits, 0);
		if (str_find(why, str_from(bad[i].why), 0) == why.len)
			fail_msg("“%s”: “%.*s”", bad[i].phrase, STR_ARG(why));
	}
	arena_release(&arena);
}

/* A long phrase is quoted in part, and never through the middle of a character. */
static void test_long(void **state)
{
	struct arena arena;
	struct target target = { 0 };
	struct str why;
	char phrase[4000];
	size_t len = 0;

	(void)state;
	arena_init(&arena);
	phrase[len++] = '5';
	phrase[len++] = ' ';
	while (len + 2 <= sizeof(phrase)) {
		phrase[len++] = '\xC3';
		phrase[len++] = '\xA9';
	}
	assert_false(target_parse((struct str){ phrase, len }, &arena, &target, &why));
	assert_true(why.len < 500);
	for (size_t i = 0; i + 1 < why.len; i++) {
		if (why.at[i] == '\xC3')
			assert_true(why.at[i + 1] == '\xA9');
	}
	arena_release(&arena);
}

/* Each form that the hints list is one. */
static void test_forms(void **state)
{
	struct str forms = target_forms();
	struct arena arena;
	size_t at = 0;

	(void)state;
	arena_init(&arena);
	while (at < forms.len) {
		size_t end = str_find_byte(forms, '\n', at);
		struct target target = { 0 };
		struct str why;

		assert_true(target_parse(str_slice(forms, at, end), &arena, &target, &why));
		at = end + 1;
	}
	arena_release(&arena);
}

static void test_quantity(void **state)
{
	struct arena arena;
	struct quantity quantity;
	struct str why;

	(void)state;
	arena_init(&arena);
	assert_true(quantity_read(STR(" 82% "), &arena, &quantity, &why));
	assert_int_equal(quantity.number.digits, 82);
	assert_true(str_equal(quantity_unit(&quantity, &arena), STR("%")));
	assert_true(quantity_read(STR("£1.2 million"), &arena, &quantity, &why));
	assert_int_equal(quantity.number.digits, 1200000);
	assert_true(str_equal(quantity_unit(&quantity, &arena), STR("£")));
	assert_true(quantity_read(STR("420"), &arena, &quantity, &why));
	assert_int_equal(quantity.unit.len, 0);
	assert_false(quantity_read(STR("unknown"), &arena, &quantity, &why));
	assert_true(quantity_starts(STR("£5")));
	assert_false(quantity_starts(STR("five")));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good),      cmocka_unit_test(test_good_allocates_nothing),
		cmocka_unit_test(test_benchmark), cmocka_unit_test(test_bad),
		cmocka_unit_test(test_long),      cmocka_unit_test(test_forms),
		cmocka_unit_test(test_quantity),
	};

	return cmocka_run_group_tests_name("target", tests, NULL, NULL);
}
