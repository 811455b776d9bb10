#include "base/gfm.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_words(const char *words, const char *want)
{
	struct buf out = { 0 };

	buf_add_c(&out, "");
	gfm_words(str_from(words), &out);
	assert_string_equal(out.at, want);
	buf_release(&out);
}

static void assert_code(const char *words, const char *want)
{
	struct buf out = { 0 };

	buf_add_c(&out, "");
	gfm_code(str_from(words), &out);
	assert_string_equal(out.at, want);
	buf_release(&out);
}

static void test_plain_words_stay(void **state)
{
	(void)state;
	assert_words("", "");
	assert_words("“Sept 2025” isn't a date: (10:30), 5%; £3 + 4 = 7.",
		     "“Sept 2025” isn't a date: (10:30), 5%; £3 + 4 = 7.");
	assert_words("a review. New", "a review. New");
	assert_words("two\nlines\tand\r", "two lines and ");
}

static void test_markup_is_escaped(void **state)
{
	(void)state;
	assert_words("*a* _b_ ~c~ [d](e) ![f](g)",
		     "\\*a\\* \\_b\\_ \\~&#8203;c\\~ \\[d\\](e) \\!\\[f\\](g)");
	assert_words("<b>&amp;</b> | \\ ^x^",
		     "&lt;b&gt;&amp;&#8203;amp;&lt;/b&gt; &#124; \\\\ \\^x\\^");
	assert_words("\x1b[2J\x7F", "\xEF\xBF\xBD\\[2J\xEF\xBF\xBD");
}

static void test_nobody_is_notified(void **state)
{
	(void)state;
	assert_words("@everyone a@b.uk #12 GH!7 $1",
		     "@&#8203;everyone a@&#8203;b.uk \\#&#8203;12 GH\\!&#8203;7 &#36;&#8203;1");
	assert_words("http://a.uk ftp://b www.c.uk WWW.d",
		     "http:&#8203;//a.uk ftp:&#8203;//b www&#8203;.c.uk WWW&#8203;.d");
	assert_words(":smile: :+1: a: b", ":&#8203;smile: :&#8203;+1: a: b");
}

static void test_code(void **state)
{
	(void)state;
	assert_words("write `due: 2025-09` or `tbc`", "write `due: 2025-09` or `tbc`");
	assert_words("`@all <b>`", "`@all <b>`");
	/* What an author wrote is no mark of ours. */
	assert_words("“a `b` c” and `d`", "“a \\`b\\` c” and `d`");
	assert_words("one ` alone", "one \\` alone");
	/* Code cannot hold these; what comes next is not taken for code instead. */
	assert_words("`a|b` is `c`", "\\`a&#124;b\\` is `c`");
	assert_words("`a\\` is `c`", "\\`a\\\\\\` is `c`");
	assert_words("`` and ` `", "\\`\\` and \\` \\`");
}

static void test_texts_as_code(void **state)
{
	(void)state;
	assert_code("plans/a.yaml:3", "`plans/a.yaml:3`");
	assert_code("a`b", "a\\`b");
	assert_code("a|b", "a&#124;b");
	assert_code("", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_words_stay),   cmocka_unit_test(test_markup_is_escaped),
		cmocka_unit_test(test_nobody_is_notified), cmocka_unit_test(test_code),
		cmocka_unit_test(test_texts_as_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
