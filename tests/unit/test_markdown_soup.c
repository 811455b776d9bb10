/* Marks thrown together at random, and nested without end. */
#include "base/attributes.h"
#include "markdown/markdown.h"
#include "markdown/marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmark.h>
#include <cmocka.h>

/* A generator of numbers that gives the same on every machine. */
struct dice {
	uint32_t seed;
};

static uint32_t throw(struct dice * dice, uint32_t sides)
{
	dice->seed = dice->seed * 1664525u + 1013904223u;
	return (dice->seed >> 8) % sides;
}

/* Texts of marks thrown together. */
static void add_soup(struct dice *dice, struct buf *out)
{
	static const char *const pieces[] = {
		"a",     "bc",       "Def ",     " ",     " ",          "\n",       "\n",
		"\n\n",  "*",        "**",       "_",     "`",          "``",       "[",
		"]",     "(",        ")",        "[a]",   "<",          ">",        "<b>",
		"</b>",  "&",        "&amp;",    "#",     "# ",         "- ",       "1. ",
		"> ",    "    ",     "\t",       "\\",    "!",          "![",       "](",
		"b",     "<b:c>",    "~~~",      "```\n", "---",        "===",      "\"",
		"'",     "|",        "<!--",     "-->",   "\r\n",       "  \n",     "&#65;",
		"&ngE;", "\xC3\xA9", "+ ",       "2) ",   "\n[a]: b\n", "<script>", "javascript:",
		"//",    "\\\n",     "\xC2\xA0", "<?",    "?>",         "]: ",      "&lt",
	};

	for (uint32_t count = 1 + throw(dice, 30); count; count--)
		buf_add_c(out, pieces[throw(dice, ARRAY_LEN(pieces))]);
}

static bool is_alphanumeric(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/* Each word reads the same in the text, but where it was an entity; places never go back. */
static bool check_reading(struct str text)
{
	struct arena arena;
	struct runs runs;
	uint32_t last = 0;
	bool good = true;

	arena_init(&arena);
	runs = markdown_runs(text, &arena);
	for (size_t i = 0; i < runs.len; i++) {
		const struct run *run = &runs.at[i];

		good = good && run->text.len && run_offset(run, run->text.len) <= text.len;
		for (size_t j = 0; good && j < run->text.len; j++) {
			uint32_t at = run_offset(run, j);

			good = at >= last && at < text.len &&
			       (!is_alphanumeric(run->text.at[j]) ||
				text.at[at] == run->text.at[j] || text.at[at] == '&');
			last = at;
		}
	}
	arena_release(&arena);
	return good;
}

/* What is left when every run of white space is one space. */
static struct str squeeze(struct str text, struct arena *arena)
{
	char *out = arena_alloc_text(arena, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		bool is_white = text.at[i] == ' ' || (text.at[i] >= '\t' && text.at[i] <= '\r');

		if (!is_white)
			out[len++] = text.at[i];
		else if (len && out[len - 1] != ' ')
			out[len++] = ' ';
	}
	while (len && out[len - 1] == ' ')
		len--;
	return (struct str){ out, len };
}

/* The words of a text written anew are its words. */
static bool check_rewriting(struct str text, struct buf *again)
{
	struct arena arena;
	bool good;

	arena_init(&arena);
	again->len = 0;
	markdown_to_markdown(text, 0, 0, again);
	good = str_equal(squeeze(markdown_words(text, &arena), &arena),
			 squeeze(markdown_words(buf_str(again), &arena), &arena));
	arena_release(&arena);
	return good;
}

/* Plain text that was escaped is itself, at the start of a line and behind other words. */
static bool check_escaping(struct str text)
{
	static const char *const before[] = { "", "- ", "x ", "# ", "> 1. " };
	struct arena arena;
	bool good = true;

	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(before); i++) {
		struct str words, expected;
		struct buf buf;

		buf_init(&buf);
		buf_add_c(&buf, before[i]);
		markdown_escape(text, &buf);
		words = squeeze(markdown_words(buf_str(&buf), &arena), &arena);
		expected = squeeze(text, &arena);
		if (i == 2 && expected.len)
			expected = arena_printf(&arena, "x %.*s", STR_ARG(expected));
		good = good && (str_equal(words, expected) || !expected.len);
		buf_release(&buf);
	}
	arena_release(&arena);
	return good;
}

/* Only these elements and attributes come out, whatever goes in. */
static bool check_markup(struct str html)
{
	static const char *const tags[] = {
		"p>",    "ul>",         "ol>",   "ol start=\"", "li>", "em>",       "strong>",
		"code>", "pre>",        "h1>",   "h2>",         "h3>", "h4>",       "h5>",
		"h6>",   "blockquote>", "br />", "hr />",       "a>",  "a href=\"",
	};

	for (size_t i = str_find_byte(html, '<', 0); i < html.len;
	     i = str_find_byte(html, '<', i + 1)) {
		struct str rest = str_slice(html, i + 1, html.len);
		bool known = false;

		if (str_starts(rest, STR("/")))
			rest = str_slice(rest, 1, rest.len);
		for (size_t j = 0; j < ARRAY_LEN(tags); j++)
			known = known || str_starts(rest, str_from(tags[j]));
		if (!known || str_starts(rest, STR("a href=\"javascript")) ||
		    str_starts(rest, STR("a href=\"//")))
			return false;
	}
	return true;
}

static void test_soup(void **state)
{
	struct dice dice = { 5 };
	struct buf text, html, again;
	unsigned plain = 0;

	(void)state;
	buf_init(&text);
	buf_init(&html);
	buf_init(&again);
	for (int i = 0; i < 4000; i++) {
		text.len = html.len = 0;
		add_soup(&dice, &text);
		if (!check_reading(buf_str(&text)))
			fail_msg("text %d is out of place:\n%s", i, text.at);
		markdown_to_html(buf_str(&text), 0, &html);
		if (!check_markup(buf_str(&html)))
			fail_msg("text %d becomes\n%s\nof\n%s", i, html.at, text.at);
		if (!check_rewriting(buf_str(&text), &again))
			fail_msg("text %d is written anew as\n%s\nof\n%s", i, again.at, text.at);
		if (!check_escaping(buf_str(&text)))
			fail_msg("text %d cannot be escaped:\n%s", i, text.at);
		plain += !marks_maybe(buf_str(&text));
	}
	buf_release(&text);
	buf_release(&html);
	buf_release(&again);
	assert_true(plain > 4);
}

/* Where the bytes say that there is no mark, cmark says so too. */
static void test_plain(void **state)
{
	static const char *const pieces[] = {
		"a",    "b ", " ", "\n",           "1",    "2.",  "-",   "- ", "5)",
		" 1. ", "&",  ";", "amp",          "_",    "#",   "[",   "]",  "(",
		")",    ":",  "<", "<3",           "\\",   "\"",  "!",   "=",  "+",
		"~",    ">",  "|", "\xE2\x80\x93", "c\nd", "\\d", "x_y", "  ",
	};
	struct dice dice = { 3 };
	unsigned plain = 0;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct buf text, html;
		char *expected;

		buf_init(&text);
		buf_init(&html);
		for (uint32_t count = 1 + throw(&dice, 6); count; count--)
			buf_add_c(&text, pieces[throw(&dice, ARRAY_LEN(pieces))]);
		if (!marks_maybe(buf_str(&text))) {
			plain++;
			expected = cmark_markdown_to_html(text.at, text.len, CMARK_OPT_DEFAULT);
			markdown_to_html(buf_str(&text), 0, &html);
			if (!str_equal(buf_str(&html), str_from(expected)))
				fail_msg("“%s” is not plain:\n%s", text.at, expected);
			free(expected);
		}
		buf_release(&text);
		buf_release(&html);
	}
	assert_true(plain > 3000);
}

static void add_times(struct buf *out, const char *piece, unsigned times)
{
	while (times--)
		buf_add_c(out, piece);
}

/* Any nesting of many bytes is read and written in a moment. */
static void test_hostile(void **state)
{
	static const struct {
		const char *piece;
		const char *end;
	} table[] = {
		{ "[", "" },           { "![", "" },      { "![[]()", "" },
		{ ">", "a" },          { "> ", "a" },     { "- ", "a" },
		{ "-\n", "a" },        { "1. ", "a" },    { "1. a\n", "" },
		{ "*a ", "" },         { "*a **a ", "" }, { "_a*", "" },
		{ "a**b", "" },        { "a_", "" },      { "***", "a" },
		{ "`", "" },           { "`a``", "" },    { "<a ", "" },
		{ "<!--", "" },        { "a <!--", "" },  { "<?", "" },
		{ "a <![CDATA[", "" }, { "a <!A ", "" },  { "&amp;", "" },
		{ "&lt;j", "" },       { "&", ";" },      { "\\", "" },
		{ "[a](b", "" },       { "[a](<b", "" },  { "[a]: b\n", "" },
		{ "[a]:b\n", "[a]" },  { "(", "" },       { "\t", "a" },
		{ " ", "a" },          { "\n", "a" },     { "a\n", "" },
		{ "a\n\n", "" },       { "# ", "a" },     { "> a\n", "" },
		{ "- a\n\n", "" },     { "<b>", "" },     { "a<b>\n", "" },
		{ "~~~\n", "" },       { "a  \n", "" },   { "<a@b.c>", "" },
		{ "- a\n* b\n", "" },  { "*a*_b_ ", "" }, { "<div>\n", "" },
		{ "<!-- a -->", "" },  { "a\\\n", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		struct buf text, out;
		struct arena arena;
		clock_t start = clock();

		buf_init(&text);
		buf_init(&out);
		arena_init(&arena);
		add_times(&text, table[i].piece, 50000 / (unsigned)strlen(table[i].piece));
		buf_add_c(&text, table[i].end);
		markdown_runs(buf_str(&text), &arena);
		markdown_to_html(buf_str(&text), 0, &out);
		assert_true(check_markup(buf_str(&out)));
		out.len = 0;
		markdown_to_markdown(buf_str(&text), 0, 4, &out);
		if (clock() - start > 5 * CLOCKS_PER_SEC || out.len > 50 * text.len)
			fail_msg("“%s” takes too long or too much room", table[i].piece);
		arena_release(&arena);
		buf_release(&text);
		buf_release(&out);
	}
}

/* Around the depth from which a text is read as words alone. */
static void test_depth(void **state)
{
	static const char *const pieces[] = { ">", "> ", "- ", "1) ", "-\t", ">- " };

	(void)state;
	for (unsigned i = 0; i < 130 * ARRAY_LEN(pieces); i++) {
		struct buf text, out;

		buf_init(&text);
		buf_init(&out);
		add_times(&text, pieces[i % ARRAY_LEN(pieces)], i / ARRAY_LEN(pieces));
		buf_add_c(&text, "a\n\nb\n\n");
		add_times(&text, " ", i / ARRAY_LEN(pieces));
		buf_add_c(&text, "- *c*\n");
		assert_true(check_reading(buf_str(&text)));
		assert_true(check_rewriting(buf_str(&text), &out));
		buf_release(&text);
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_soup),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_depth),
	};

	return cmocka_run_group_tests_name("markdown soup", tests, NULL, NULL);
}
