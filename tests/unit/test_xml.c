#include "base/xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void test_elements(void **state)
{
	struct buf out = { 0 };
	struct xml xml;

	(void)state;
	xml_init(&xml, &out);
	xml_open(&xml, "a");
	xml_open(&xml, "b");
	xml_attr_size(&xml, "n", 12);
	xml_close(&xml, "b");
	xml_open(&xml, "c");
	xml_text(&xml, STR("words"));
	xml_open(&xml, "d");
	xml_close(&xml, "d");
	xml_close(&xml, "c");
	xml_close(&xml, "a");
	assert_string_equal(out.at, HEAD "<a>\n"
					 "  <b n=\"12\"/>\n"
					 "  <c>words<d/></c>\n"
					 "</a>\n");
	buf_release(&out);
}

/* As an attribute and as a text. */
static void assert_written(struct str text, const char *value, const char *words)
{
	struct buf out = { 0 };
	struct buf want = { 0 };
	struct xml xml;

	xml_init(&xml, &out);
	xml_open(&xml, "x");
	xml_attr(&xml, "v", text);
	xml_text(&xml, text);
	xml_close(&xml, "x");
	buf_printf(&want, HEAD "<x v=\"%s\">%s</x>\n", value, words);
	assert_string_equal(out.at, want.at);
	buf_release(&want);
	buf_release(&out);
}

static void test_texts_are_escaped(void **state)
{
	(void)state;
	assert_written(STR("a <b> & \"c\" 'd' ]]>"), "a &lt;b&gt; &amp; &quot;c&quot; 'd' ]]&gt;",
		       "a &lt;b&gt; &amp; \"c\" 'd' ]]&gt;");
	assert_written(STR("1\n2\r\n\t3"), "1&#10;2&#13;&#10;&#9;3", "1\n2&#13;\n\t3");
	assert_written(STR("£ \xF0\x9F\x98\x80"), "£ \xF0\x9F\x98\x80", "£ \xF0\x9F\x98\x80");
	assert_written(STR(""), "", "");
}

#define NONE "\xEF\xBF\xBD"

/* XML 1.0 has no way at all to write these. */
static void test_what_is_no_character(void **state)
{
	(void)state;
	assert_written(STR("a\0\x01\x1F\x7F"), "a" NONE NONE NONE "\x7F",
		       "a" NONE NONE NONE "\x7F");
	assert_written(STR("\xEF\xBF\xBE\xEF\xBF\xBF"), NONE NONE, NONE NONE);
	assert_written(STR("\xFF<\xC3"), NONE "&lt;" NONE, NONE "&lt;" NONE);
	/* A surrogate, which is no UTF-8. */
	assert_written(STR("\xED\xA0\x80"), NONE NONE NONE, NONE NONE NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_elements),
		cmocka_unit_test(test_texts_are_escaped),
		cmocka_unit_test(test_what_is_no_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
