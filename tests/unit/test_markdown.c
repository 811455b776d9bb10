/* Long because the tables of cases, the generator and the properties stand side by side. */
#include "base/attributes.h"
#include "markdown/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Words of a text and where they stand, as "word@offset word@offset | next run". */
static void print_runs(struct str markdown, struct buf *out)
{
	struct arena arena;
	struct runs runs;

	arena_init(&arena);
	runs = markdown_runs(markdown, &arena);
	for (size_t i = 0; i < runs.len; i++) {
		const struct run *run = &runs.at[i];

		buf_add_c(out, i ? " | " : "");
		buf_add_c(out, run->is_item ? "- " : "");
		for (size_t j = 0; j < run->text.len; j++) {
			buf_add_byte(out, run->text.at[j]);
			if (run->text.at[j] != ' ' &&
			    (j + 1 == run->text.len || run->text.at[j + 1] == ' '))
				buf_printf(out, "@%u", run_end(run, j + 1));
		}
	}
	arena_release(&arena);
}

static void assert_runs(const char *markdown, const char *expected)
{
	struct buf buf;

	buf_init(&buf);
	print_runs(str_from(markdown), &buf);
	if (!str_equal(buf_str(&buf), str_from(expected)))
		fail_msg("“%s” is read as “%s”, not “%s”", markdown, buf.at ? buf.at : "",
			 expected);
	buf_release(&buf);
}

/* Each word is followed by where it ends. */
static void test_runs(void **state)
{
	(void)state;
	assert_runs("", "");
	assert_runs(" \n\t\n", "");
	assert_runs("One text.", "One@3 text.@9");
	assert_runs("  One\ntext \n", "One@5 text@10");
	assert_runs("R&D < 5 [TBC] 100* a_b", "R&D@3 <@5 5@7 [TBC]@13 100*@18 a_b@22");
	assert_runs("*One* **two**", "One@4 two@11");
	assert_runs("***One*** _two_", "One@6 two@14");
	assert_runs("**foo*", "*foo@5");
	assert_runs("*foo**", "foo*@6");
	assert_runs("# One #\n\nTwo\n===\n\nThree", "One@5 | Two@12 | Three@23");
	assert_runs("#One", "#One@4");
	assert_runs("- one\n- two\n  more\n\n  and\n", "- one@5 | - two@11 more@18 | and@25");
	assert_runs("1. one\n   * two\n2. three", "- one@6 | - two@15 | - three@24");
	assert_runs("> one\n> two\nthree\n>> four", "one@5 two@11 three@17 | four@25");
	assert_runs("[a]: b 'a'\none a", "one@14 a@16");
	assert_runs("[a]: b\n[c]: d\n  (a c)\na [a] [c]", "a@23 a@26 c@30");
	assert_runs("[a]: b \"c\" d", "[a]:@4 b@6 \"c\"@10 d@12");
	assert_runs("[one](two) two [one](<two> 'two') two", "one@4 two@14 one@19 two@37");
	assert_runs("[one][two]two\n\n[two]: two", "onetwo@13");
	assert_runs("[two][] [two](two\n\n[two]: two", "two@4 two(two@17");
	assert_runs("[two][\n](two)\n\n[two]: two", "two(two)@13");
	assert_runs("![one *two*](three) four", "one@5 two@10 four@24");
	assert_runs("<https://a.b/c> <a@b.c>", "https://a.b/c@14 a@b.c@22");
	assert_runs("a &amp; b &lt;&#65;&#x42; &nbsp;c", "a@1 &@3 b@9 <AB@20 \xC2\xA0"
							 "c@33");
	assert_runs("&amp;amp; &foo; &ngE; x", "&amp;@9 &foo;@15 \xE2\x89\xA7\xCC\xB8@17 x@23");
	assert_runs("\\*a\\* \\b \\\\", "*a*@5 \\b@8 \\@11");
	assert_runs("a  \nb\\\nc", "a@1 b@5 c@8");
	assert_runs("`a` `` b ` c `` ` d e `", "a@2 b@8 `@10 c@12 d@19 e@21");
	assert_runs("`a\nb`", "a@2 b@4");
	assert_runs("> `a\n    b`", "a@4     b@10");
	assert_runs("a <b>c</b> <!-- d --> e", "a@1 <b>c</b>@10  e@23");
	assert_runs("<div>\na <!-- b\nc --> d\n</div>", "<div>@5 a@7  d@22 </div>@29");
	assert_runs("<!-- a -->", "");
	assert_runs("    a\n\n      b\n\nc", "a@5    b@14 | c@17");
	assert_runs("```c\nc\n\n  d\n```\ne", "c@6    d@11 | e@17");
	assert_runs("- ~~~\n  a\n  ~~~\n  b", "- a@9 | b@19");
	assert_runs("\ta\n- \tb", "a@2 | - b@7");
	assert_runs("a\r\nb\r\n\r\nc", "a@1 b@4 | c@9");
	assert_runs("*a\nb*\nc", "a@2 b@4 c@7");
	assert_runs("> *a\n> b* [c\n> d](e\n> 'd')\n> d", "a@4 b@8 c@12 d@16 d@30");
	assert_runs("\xEF\xBB\xBF"
		    "a *b*",
		    "a@4 b@7");
	assert_runs("Caf\xC3\xA9 *caf\xC3\xA9*", "Caf\xC3\xA9@5 caf\xC3\xA9@12");
	assert_runs("Steps:\n1) a\n2) b", "Steps:@6 | - a@11 | - b@16");
	assert_runs("---\n***\n+ a", "- a@11");
}

static void test_words(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_true(str_equal(markdown_words(STR("# A\n\n- *b*\n- c\n"), &arena), STR("A b c")));
	assert_true(str_equal(markdown_words(STR("A\nb"), &arena), STR("A b")));
	assert_int_equal(markdown_words(STR(""), &arena).len, 0);
	arena_release(&arena);
}

/* Most texts have no mark: they are not copied, and need no map. */
static void test_plain_is_not_copied(void **state)
{
	struct str text = STR("  Run a staff survey.\n");
	struct arena arena;
	struct runs runs;

	(void)state;
	arena_init(&arena);
	runs = markdown_runs(text, &arena);
	assert_int_equal(runs.len, 1);
	assert_ptr_equal(runs.at->text.at, text.at + 2);
	assert_null(runs.at->offsets);
	assert_int_equal(run_offset(runs.at, 4), 6);
	arena_release(&arena);
}

static void test_marks(void **state)
{
	static const char *const plain[] = {
		"",          "One.",
		"One\ntwo.", "R&D",
		"AT&T & B",  "a < 5",
		"<",         "<3",
		"[TBC]",     "[a][b]",
		"x_budget",  "1.5 million",
		"10 homes",  "a\n-5",
		"a 1. b",    "C:\\dir",
		"a\\",       "a # b",
		"a > b",     "a - b",
		"5 * 6",     "_",
		"a ` b",     "&nosuch;",
		"a*b",       "!a",
		"a: b",      "snake_case_word",
		"  One",     "Caf\xC3\xA9",
		"a\n\n",     "A-b – c (d) e/f: g; h! i? \"j\" 'k' 10% £5 +5 -5 =6",
	};
	static const char *const marked[] = {
		"*a*",        "_a_",    "# a",           "#",       "- a",        "-",
		"* a",        "*",      "+ a",           "1. a",    "1) a",       "1.",
		"2023. That", "12)",    "> a",           "a\n\nb",  "a\n===",     "a\n---",
		"---",        "`a`",    "[a](b)",        "![a](b)", "<http://a>", "&amp;",
		"&#65;",      "\\*",    "a  \nb",        "a\\\nb",  "    a",      "\ta",
		"~~~\na",     "```\na", "[a]\n\n[a]: b", "a\n- b",  "a\n# b",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(plain); i++) {
		if (markdown_has_marks(str_from(plain[i])))
			fail_msg("“%s” has marks", plain[i]);
	}
	for (size_t i = 0; i < ARRAY_LEN(marked); i++) {
		if (!markdown_has_marks(str_from(marked[i])))
			fail_msg("“%s” has no marks", marked[i]);
	}
}

static void assert_html(const char *markdown, const char *expected)
{
	struct buf html;

	buf_init(&html);
	markdown_to_html(str_from(markdown), 1, &html);
	if (!str_equal(buf_str(&html), str_from(expected)))
		fail_msg("“%s” becomes “%s”, not “%s”", markdown, html.at ? html.at : "", expected);
	buf_release(&html);
}

static void test_html(void **state)
{
	(void)state;
	assert_html("", "");
	assert_html("One & <two> \"three\".", "<p>One &amp; &lt;two&gt; &quot;three&quot;.</p>\n");
	assert_html("A < b & c", "<p>A &lt; b &amp; c</p>\n");
	assert_html("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n");
	assert_html("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
	assert_html("# a", "<h2>a</h2>\n");
	assert_html("###### a", "<h6>a</h6>\n");
	assert_html("[a](https://b.uk)", "<p><a href=\"https://b.uk\">a</a></p>\n");
	assert_html("[a](b/c.html#d)", "<p><a href=\"b/c.html#d\">a</a></p>\n");
	assert_html("[a](javascript:b)", "<p>a</p>\n");
	assert_html("[a](JAVASCRIPT&colon;b)", "<p>a</p>\n");
	assert_html("[a](javascript&#58;b)", "<p>a</p>\n");
	assert_html("[a](java&#10;script:b)", "<p>a</p>\n");
	assert_html("[*a*](//b.uk)", "<p><em>a</em></p>\n");
	assert_html("[a](\\\\\\\\b.uk)", "<p>a</p>\n");
	assert_html("[a]()", "<p>a</p>\n");
	assert_html("<ftp://a.b>", "<p>ftp://a.b</p>\n");
	assert_html("<a@b.uk>", "<p><a href=\"mailto:a@b.uk\">a@b.uk</a></p>\n");
	assert_html("![a *b*](c.png) d", "<p>a <em>b</em> d</p>\n");
	assert_html("![](c.png)", "");
	assert_html("[![a](b)](https://c.uk)", "<p><a href=\"https://c.uk\">a</a></p>\n");
	assert_html("[![](b)](https://c.uk)", "");
	assert_html("[a <https://b.uk> c](https://d.uk)",
		    "<p><a href=\"https://d.uk\">a https://b.uk c</a></p>\n");
	assert_html("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>\n");
	assert_html("<script>\n\na()\n</script>",
		    "<p>&lt;script&gt;\n\na()\n&lt;/script&gt;</p>\n");
	assert_html("<!-- a -->", "");
	assert_html("a <!-- b --> c", "<p>a  c</p>\n");
	assert_html("<!-- a --> <b>\n\nc", "<p> &lt;b&gt;</p>\n<p>c</p>\n");
	assert_html("<!-- a", "<p>&lt;!-- a</p>\n");
	assert_html("a\x1B[1m*b*", "<p>a\xEF\xBF\xBD[1m<em>b</em></p>\n");
	assert_html("a\x1B[1mb", "<p>a\xEF\xBF\xBD[1mb</p>\n");
	assert_html("```a&#10;b\"onclick\nc\n```", "<pre><code>c\n</code></pre>\n");
}

static void assert_inline(const char *markdown, bool is_inline, const char *expected)
{
	struct buf html;

	buf_init(&html);
	assert_int_equal(markdown_to_html_inline(str_from(markdown), 0, &html), is_inline);
	if (!str_equal(buf_str(&html), str_from(expected)))
		fail_msg("“%s” becomes “%s”, not “%s”", markdown, html.at ? html.at : "", expected);
	buf_release(&html);
}

static void test_html_inline(void **state)
{
	(void)state;
	assert_inline("", true, "");
	assert_inline("One.", true, "One.");
	assert_inline("*One*\n", true, "<em>One</em>");
	assert_inline("<i>One</i>", true, "&lt;i&gt;One&lt;/i&gt;");
	assert_inline("One\n\ntwo", false, "<p>One</p>\n<p>two</p>\n");
	assert_inline("- One", false, "<ul>\n<li>One</li>\n</ul>\n");
	assert_inline("# One", false, "<h1>One</h1>\n");
	assert_inline("<!-- One -->", true, "");
}

static void test_safe_url(void **state)
{
	static const char *const safe[] = {
		"https://a.uk",
		"http://a.uk/b?c=d&e#f",
		"HTTPS://a.uk",
		"mailto:a@b.uk",
		"tel:+441512345678",
		"a.html",
		"../a/b.pdf",
		"/a",
		"#a",
		"?a:b",
		"a/b:c",
		"./a:b",
		"a%20b",
		"\xC3\xA9.html",
		"https://a.uk/javascript:b",
	};
	static const char *const unsafe[] = {
		"",
		"//a.uk",
		"javascript:a",
		"JavaScript:a",
		"vbscript:a",
		"data:text/html,a",
		"data:image/png;base64,a",
		"ftp://a.uk",
		"file:///a",
		"a:b",
		":a",
		"\\\\a.uk",
		"/\\a.uk",
		"https:\\\\a.uk",
		"java\nscript:a",
		" https://a",
		"\x01javascript:a",
		"https://a b",
		"https:a.uk",
		"https:///a",
		"https://",
		"mailto:",
		"a\tb",
		"a\x7F",
		"blob:https://a",
		"about:blank",
		"javascript\t:a",
		"%6Aavascript:a",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(safe); i++) {
		if (!markdown_is_safe_url(str_from(safe[i])))
			fail_msg("“%s” is refused", safe[i]);
	}
	for (size_t i = 0; i < ARRAY_LEN(unsafe); i++) {
		if (markdown_is_safe_url(str_from(unsafe[i])))
			fail_msg("“%s” is let through", unsafe[i]);
	}
}

static void assert_markdown(const char *markdown, const char *expected)
{
	struct buf out;

	buf_init(&out);
	markdown_to_markdown(str_from(markdown), 2, 2, &out);
	if (!str_equal(buf_str(&out), str_from(expected)))
		fail_msg("“%s” becomes “%s”, not “%s”", markdown, out.at ? out.at : "", expected);
	buf_release(&out);
}

static void test_markdown(void **state)
{
	(void)state;
	assert_markdown("", "");
	assert_markdown("One\ntwo", "One two");
	assert_markdown("*One* [TBC]\ntwo", "*One* \\[TBC\\] two");
	assert_markdown("# One\n\nTwo", "### One\n\n  Two");
	assert_markdown("One  \ntwo", "One\\\n  two");
	assert_markdown("- a\n  - b\n- c", "- a\n    - b\n  - c");
	assert_markdown("* a\n\n* b", "- a\n\n  - b");
	assert_markdown("- a\n* b\n+ c", "- a\n\n  * b\n\n  - c");
	assert_markdown("3. a\n4. b\n1) c", "3. a\n  4. b\n\n  1) c");
	assert_markdown("> a\n\n    b", "> a\n\n  ```\n  b\n  ```");
	assert_markdown("````c\n```\n````", "````\n  ```\n  ````");
	assert_markdown("`` a`b ``", "``a`b``");
	assert_markdown("[a](<b (c)> 'd \"e\"')", "a");
	assert_markdown("[a](b_(c)&amp;d 'e \"f\"')", "[a](b\\_\\(c\\)&amp;d \"e \\\"f\\\"\")");
	assert_markdown("[a](javascript&amp;colon;b)", "[a](javascript&amp;colon;b)");
	assert_markdown("[a](javascript:b) ![c](d) <b>e</b>", "a c &lt;b>e&lt;/b>");
	assert_markdown("[a]: https://b.uk\n\n[a]!", "[a](https://b.uk)\\!");
	assert_markdown("***", "***");
	assert_markdown("a  \nb\n=", "### a b");
	assert_markdown("~~~ x&#10;~~~&#10;<script>\na\n~~~", "```\n  a\n  ```");
	assert_markdown("*a*_b_", "*ab*");
	assert_markdown("-", "-");
}

static void assert_escape(const char *plain, const char *expected)
{
	struct buf out;

	buf_init(&out);
	markdown_escape(str_from(plain), &out);
	if (!str_equal(buf_str(&out), str_from(expected)))
		fail_msg("“%s” becomes “%s”, not “%s”", plain, out.at ? out.at : "", expected);
	buf_release(&out);
}

static void test_escape(void **state)
{
	(void)state;
	assert_escape("Plain words, 10% of £5.", "Plain words, 10% of £5.");
	assert_escape("*a* _b_ `c` [d](e) \\f", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\\\f");
	assert_escape("a_b", "a_b");
	assert_escape("__a__", "\\_\\_a\\_\\_");
	assert_escape("1. a", "1\\. a");
	assert_escape("1) a", "1\\) a");
	assert_escape("2023.", "2023\\.");
	assert_escape("1.5 a", "1.5 a");
	assert_escape("- a - b", "\\- a - b");
	assert_escape("-5", "-5");
	assert_escape("---", "\\---");
	assert_escape("+ a", "\\+ a");
	assert_escape("> a > b", "\\> a > b");
	assert_escape("# a #", "\\# a \\#");
	assert_escape("=", "\\=");
	assert_escape("<script>", "&lt;script>");
	assert_escape("a < b <3 </a <", "a < b <3 &lt;/a &lt;");
	assert_escape("R&D &amp; &", "R&D &amp;amp; &amp;");
	assert_escape("a\nb\r\n\tc", "a b c");
	assert_escape("a | b ~~c~~", "a \\| b \\~\\~c\\~\\~");
	assert_escape("a!", "a\\!");
	assert_escape("\x1B[1m", "\xEF\xBF\xBD\\[1m");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_plain_is_not_copied),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_html_inline),
		cmocka_unit_test(test_safe_url),
		cmocka_unit_test(test_markdown),
		cmocka_unit_test(test_escape),
	};

	return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
