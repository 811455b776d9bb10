#include "base/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void test_a_document(void **state)
{
	struct buf out = { 0 };
	struct html html;

	(void)state;
	html_init(&html, &out);
	html_doctype(&html);
	html_open(&html, "html");
	html_attr_c(&html, "lang", "en");
	html_open(&html, "body");
	html_flag(&html, "hidden");
	html_element(&html, "h1", STR("A plan"));
	html_open(&html, "p");
	html_text_c(&html, "See ");
	html_open(&html, "a");
	html_attr_c(&html, "href", "index.html");
	html_text_c(&html, "it");
	html_close(&html, "a");
	html_open(&html, "br");
	html_text_c(&html, "here.");
	html_close(&html, "p");
	html_close(&html, "body");
	html_close(&html, "html");
	html_finish(&html);
	assert_string_equal(out.at, "<!DOCTYPE html>\n"
				    "<html lang=\"en\">\n"
				    "<body hidden>\n"
				    "<h1>A plan</h1>\n"
				    "<p>See <a href=\"index.html\">it</a><br>here.</p>\n"
				    "</body>\n"
				    "</html>\n");
	buf_release(&out);
}

static void test_escapes_text_and_values(void **state)
{
	struct buf out = { 0 };
	struct html html;

	(void)state;
	html_init(&html, &out);
	html_open(&html, "span");
	html_attr(&html, "title", STR("\"><script>&'"));
	html_text(&html, STR("<b> & \"c\" \x1b[0m\r\x7f\t£\n"));
	html_close(&html, "span");
	html_finish(&html);
	assert_string_equal(
		out.at,
		"<span title=\"&quot;&gt;&lt;script&gt;&amp;'\">"
		"&lt;b&gt; &amp; &quot;c&quot; \xEF\xBF\xBD[0m&#13;\xEF\xBF\xBD\t£\n</span>");
	buf_release(&out);
}

static const char *text_of(struct buf *out, const char *text)
{
	struct html html;

	out->len = 0;
	html_init(&html, out);
	html_text_c(&html, text);
	html_finish(&html);
	return out->at;
}

static void test_directions_end_with_their_text(void **state)
{
	struct buf out = { 0 };

	(void)state;
	assert_string_equal(text_of(&out, "\u202eevil"), "\u202eevil\u202c");
	assert_string_equal(text_of(&out, "\u2067a\u202bb\u2069\u202d"),
			    "\u2067a\u202bb\u2069\u202d\u202c\u202c");
	assert_string_equal(text_of(&out, "\u2066a"), "\u2066a\u2069");
	assert_string_equal(text_of(&out, "\u202aa\u202c b\u202c\u2069"),
			    "\u202aa\u202c b\u202c\u2069");
	assert_string_equal(text_of(&out, "“a” – \u200f\u2026\xE2\x80"),
			    "“a” – \u200f\u2026\xE2\x80");
	buf_release(&out);
}

static void test_trusted_markup_is_passed_on(void **state)
{
	struct buf out = { 0 };
	struct html html;

	(void)state;
	html_init(&html, &out);
	html_open(&html, "div");
	html_trusted(&html, STR("<p>ready</p>"));
	html_close(&html, "div");
	html_finish(&html);
	assert_string_equal(out.at, "<div><p>ready</p></div>\n");
	buf_release(&out);
}

/* Whether a use of the writer that is wrong stops the program. */
static bool stops(void (*use)(struct html *html))
{
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (child == 0) {
		struct buf out = { 0 };
		struct html html;

		close(STDERR_FILENO);
		html_init(&html, &out);
		use(&html);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status);
}

static void close_another(struct html *html)
{
	html_open(html, "p");
	html_close(html, "div");
}

static void leave_open(struct html *html)
{
	html_open(html, "p");
	html_finish(html);
}

static void attribute_too_late(struct html *html)
{
	html_open(html, "p");
	html_text_c(html, "x");
	html_attr_c(html, "id", "y");
}

static void go_too_deep(struct html *html)
{
	for (unsigned i = 0; i <= HTML_DEPTH; i++)
		html_open(html, "div");
}

static void test_wrong_use_is_a_bug(void **state)
{
	(void)state;
	assert_true(stops(close_another));
	assert_true(stops(leave_open));
	assert_true(stops(attribute_too_late));
	assert_true(stops(go_too_deep));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_document),
		cmocka_unit_test(test_escapes_text_and_values),
		cmocka_unit_test(test_directions_end_with_their_text),
		cmocka_unit_test(test_trusted_markup_is_passed_on),
		cmocka_unit_test(test_wrong_use_is_a_bug),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
