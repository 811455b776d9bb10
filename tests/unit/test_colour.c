#include "base/colour.h"
#include "compile/colours.h"
#include "render/assets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static struct colour colour(const char *text)
{
	struct colour result = { 0 };

	assert_true(colour_parse(str_from(text), &result));
	return result;
}

static void test_parse(void **state)
{
	static const char *const wrong[] = { "",        "#",       "#12345", "#1234567",
					     "#12345g", "##12345", "red",    "#0b4f8 " };
	struct colour parsed = colour("#0B4f8a");

	(void)state;
	assert_int_equal(parsed.red, 11);
	assert_int_equal(parsed.green, 79);
	assert_int_equal(parsed.blue, 138);
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
		assert_false(colour_parse(str_from(wrong[i]), &parsed));
}

/* Worked out by other programs; a grey of 119 is just too light on white, 118 is not. */
static void test_contrast(void **state)
{
	static const struct {
		const char *a, *b;
		int contrast;
	} cases[] = {
		{ "000000", "ffffff", 2100 }, { "ffffff", "ffffff", 100 },
		{ "777777", "ffffff", 447 },  { "767676", "ffffff", 454 },
		{ "ff0000", "ffffff", 399 },  { "0000ff", "ffffff", 859 },
		{ "00ff00", "000000", 1530 }, { "0a0a0a", "000000", 106 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		assert_int_equal(colour_contrast(colour(cases[i].a), colour(cases[i].b)),
				 cases[i].contrast);
		assert_int_equal(colour_contrast(colour(cases[i].b), colour(cases[i].a)),
				 cases[i].contrast);
	}
}

static void test_mix(void **state)
{
	struct colour half = colour_mix(colour("ff0010"), colour("000000"), 50);

	(void)state;
	assert_int_equal(half.red, 127);
	assert_int_equal(half.green, 0);
	assert_int_equal(half.blue, 8);
	assert_int_equal(colour_contrast(colour_mix(half, colour("ffffff"), 100), colour("ffffff")),
			 100);
}

/* Where the style sheet gives a variable a value for the first time from `at` on. */
static struct str value_of(struct str css, const char *variable, size_t at)
{
	at = str_find(css, str_from(variable), at) + str_from(variable).len;
	assert_true(at < css.len);
	return str_trim(str_slice(css, at + 1, str_find_byte(css, ';', at)));
}

static void assert_reads(struct str ink, const char *paper)
{
	struct colour parsed = { 0 };

	assert_true(colour_parse(ink, &parsed));
	assert_true(colour_contrast(parsed, colour(paper)) >= 450);
}

/* What the settings' colours are held against is what pages are laid out in. */
static void test_colours_of_the_style_sheet(void **state)
{
	struct str css = { 0 };
	size_t dark;

	(void)state;
	for (const struct asset *asset = assets; asset->name; asset++) {
		if (str_equal(str_from(asset->name), STR("planc.css")))
			css = (struct str){ asset->text, asset->size };
	}
	dark = str_find(css, STR("prefers-color-scheme: dark"), 0);
	for (size_t i = 0; i < page_colour_count; i++) {
		const struct page_colour *page = &page_colours[i];

		assert_true(str_equal(value_of(css, page->variable, 0), str_from(page->light)));
		assert_true(str_equal(value_of(css, page->variable, dark), str_from(page->dark)));
		assert_reads(value_of(css, "--accent", 0), page->light);
		assert_reads(value_of(css, "--accent", dark), page->dark);
		assert_reads(value_of(css, "--soft", 0), page->light);
		assert_reads(value_of(css, "--soft", dark), page->dark);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_contrast),
		cmocka_unit_test(test_mix),
		cmocka_unit_test(test_colours_of_the_style_sheet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
