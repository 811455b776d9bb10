#include "base/jwriter.h"
#include "base/attributes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <jansson.h>
#include <string.h>

static void test_objects_and_arrays(void **state)
{
	struct buf out = { 0 };
	struct jwriter json;

	(void)state;
	jwriter_init(&json, &out);
	jwriter_open_object(&json);
	jwriter_member(&json, STR("name"), STR("Engagement"));
	jwriter_member_integer(&json, STR("count"), -3);
	jwriter_key(&json, STR("list"));
	jwriter_open_array(&json);
	jwriter_bool(&json, true);
	jwriter_bool(&json, false);
	jwriter_null(&json);
	jwriter_digits(&json, STR("1.10"));
	jwriter_open_object(&json);
	jwriter_close(&json);
	jwriter_close(&json);
	jwriter_key(&json, STR("empty"));
	jwriter_open_array(&json);
	jwriter_close(&json);
	jwriter_close(&json);
	assert_string_equal(out.at, "{\n"
				    "  \"name\": \"Engagement\",\n"
				    "  \"count\": -3,\n"
				    "  \"list\": [\n"
				    "    true,\n"
				    "    false,\n"
				    "    null,\n"
				    "    1.10,\n"
				    "    {}\n"
				    "  ],\n"
				    "  \"empty\": []\n"
				    "}\n");
	buf_release(&out);
}

static void test_texts_come_back(void **state)
{
	static const struct str texts[] = {
		STR_INIT(""),
		STR_INIT("plain"),
		STR_INIT("\"quoted\" \\ / \b\f\n\r\t"),
		STR_INIT("\x01\x1f\x7f"),
		STR_INIT("nul \0 inside"),
		STR_INIT("£ \xF0\x9F\x98\x80 \xE2\x80\xA8"),
		STR_INIT("</script>"),
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct buf out = { 0 };
		struct jwriter json;
		json_t *back;

		jwriter_init(&json, &out);
		jwriter_open_array(&json);
		jwriter_text(&json, texts[i]);
		jwriter_close(&json);
		back = json_loadb(out.at, out.len, JSON_ALLOW_NUL, NULL);
		assert_non_null(back);
		assert_int_equal(json_string_length(json_array_get(back, 0)), texts[i].len);
		assert_memory_equal(json_string_value(json_array_get(back, 0)), texts[i].at,
				    texts[i].len);
		json_decref(back);
		buf_release(&out);
	}
}

static void test_integers_of_64_bits(void **state)
{
	struct buf out = { 0 };
	struct jwriter json;

	(void)state;
	jwriter_init(&json, &out);
	jwriter_open_array(&json);
	jwriter_integer(&json, INT64_MIN);
	jwriter_integer(&json, INT64_MAX);
	jwriter_close(&json);
	assert_string_equal(out.at, "[\n  -9223372036854775808,\n  9223372036854775807\n]\n");
	buf_release(&out);
}

static void test_numbers(void **state)
{
	static const char *const good[] = {
		"0",
		"-0",
		"7",
		"10",
		"1.10",
		"0.5",
		"-12.340",
		"1e5",
		"1E+5",
		"1.5e-07",
		"123456789012345678901234567890",
	};
	static const char *const bad[] = {
		"",     "-",    "+1", "01", "-01",      ".5",  "1.",  "1e",  "1e+",
		"1.e5", "0x10", " 1", "1 ", "Infinity", "NaN", "1,5", "--1",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(good); i++)
		assert_true(jwriter_is_number(str_from(good[i])));
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_false(jwriter_is_number(str_from(bad[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_objects_and_arrays),
		cmocka_unit_test(test_texts_come_back),
		cmocka_unit_test(test_integers_of_64_bits),
		cmocka_unit_test(test_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
