/* The formats of the schema engine. What passes and what does not stands in tests/schema. */
#include "base/attributes.h"
#include "report/finding.h"
#include "schema/formats.h"
#include "schema/schema.h"
#include "tree/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const names[] = {
	"date",     "time",          "date-time",
	"duration", "email",         "idn-email",
	"hostname", "idn-hostname",  "ipv4",
	"ipv6",     "uri",           "uri-reference",
	"iri",      "iri-reference", "uri-template",
	"uuid",     "json-pointer",  "relative-json-pointer",
	"regex",
};

/* The examples that the words give are right themselves. */
static void test_examples(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const struct format *format = format_find(str_from(names[i]));
		struct str words;
		size_t examples = 0;

		assert_non_null(format);
		words = str_from(format->words);
		for (size_t at = 0, end; at < words.len; at = end + 1) {
			at = str_find(words, STR(" `"), at);
			if (at == words.len)
				break;
			end = str_find_byte(words, '`', at + 2);
			/* A letter in backticks is a flag. */
			if (end - at < 4)
				continue;
			if (!format->is_valid(str_slice(words, at + 2, end)))
				fail_msg("%s: %s", names[i], format->words);
			examples++;
		}
		if (!examples)
			fail_msg("%s shows no example", names[i]);
	}
	assert_null(format_find(STR("colour")));
	assert_null(format_find(STR("")));
}

/* No format is taken in by what is empty, long, or cut off anywhere. */
static void test_any_text(void **state)
{
	static char hostile[] = "https://a@[::1]:80/%41?{a:1}#\"x\"\xcf\x80\xe3\x80\x82.xn--a"
				"\xf0\x9f\x90\xb2(?<n>[\\p{L}-z]{2,})~1/0+1";
	static char large[100000];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const struct format *format = format_find(str_from(names[i]));

		format->is_valid((struct str){ 0 });
		for (size_t len = 0; len < sizeof(hostile); len++) {
			struct str text = { hostile, len };

			if ((hostile[len] & 0xC0) != 0x80)
				format->is_valid(text);
		}
		for (const char *byte = "a1.:-[(\"/{~%"; *byte; byte++) {
			memset(large, *byte, sizeof(large));
			format->is_valid((struct str){ large, sizeof(large) });
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_any_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
