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

/* Each format, something wrong, and the hint about it. */
static const struct hint_case {
	const char *name;
	const char *wrong;
	const char *hint;
} cases[] = {
	{ "date", "2023-02-30", "write a date, such as `v: 2023-09-30`" },
	{ "date", "' 2023-02-28 '", "write `v: 2023-02-28`" },
	{ "time", "10.30am", "write a time with its zone, such as `v: 14:30:00Z`" },
	{ "date-time", "2023-09-30",
	  "write a date and time with its zone, such as `v: 2023-09-30T14:30:00Z`" },
	{ "duration", "3 months",
	  "write a length of time (a P, then numbers with Y, M, W or D), such as `v: P3M`" },
	{ "email", "Head of Housing", "write an email address, such as `v: housing@example.org`" },
	{ "idn-email", "café@", "write an email address, such as `v: housing@example.org`" },
	{ "hostname", "my_host", "write the name of a computer, such as `v: www.example.org`" },
	{ "idn-hostname", "café!", "write the name of a computer, such as `v: www.example.org`" },
	{ "ipv4", "1.2.3",
	  "write an internet address of four numbers up to 255, such as `v: 192.0.2.1`" },
	{ "ipv6", "1.2.3.4",
	  "write an internet address of the longer kind, such as `v: 2001:db8::1`" },
	{ "uri", "the plan",
	  "write a web address in full, such as `v: https://www.example.org/plan`" },
	{ "uri", "example.org/plan", "write `v: https://example.org/plan`" },
	{ "uri", "“https://example.org/”",
	  "curly quotes mean nothing to YAML: write `v: https://example.org/`" },
	{ "uri-reference", "a b",
	  "write a web address or the last part of one, such as `v: /plan`" },
	{ "iri", "www.example.org/café", "write `v: https://www.example.org/café`" },
	{ "iri-reference", "a b",
	  "write a web address or the last part of one, such as `v: /plan`" },
	{ "uri-template", "/plans/{id",
	  "write a web address with names in curly brackets, such as "
	  "`v: https://www.example.org/plans/{id}`" },
	{ "uuid", "plan 12",
	  "write a UUID (32 digits and letters from a to f, with four hyphens), such as "
	  "`v: 2eb8aa08-aa98-11ea-b4aa-73b441d16380`" },
	{ "json-pointer", "themes", "write the path to a value, such as `v: /themes/0/title`" },
	{ "relative-json-pointer", "/title",
	  "write the path to a value from here (how many steps up, then the way down), such as "
	  "`v: 1/title`" },
	{ "regex", "'(a'",
	  "write a regular expression as JavaScript knows them, such as `v: ^[A-Z]+$`" },
};

static struct node *read_yaml(struct arena *arena, struct str text)
{
	struct source *source = arena_new(arena, struct source);
	struct node *node;

	source_init(source, arena, STR("test.yaml"), text);
	node = yaml_read(source, arena, NULL);
	assert_non_null(node);
	return node;
}

/* The only hint about a file with `v: WRONG`, where `v` has that schema. */
static struct str find_hint(struct arena *arena, const char *wrong, const char *rule)
{
	struct schema_trouble trouble;
	const struct schema *schema;
	struct schema_set set;
	struct report report;

	schema_set_init(&set, arena);
	set.assert_formats = true;
	schema_set_add(&set, STR("s"),
		       read_yaml(arena, arena_printf(arena, "{properties: {v: {type: string, %s}}}",
						     rule)));
	schema = schema_compile(&set, STR("s"), &trouble);
	assert_non_null(schema);
	report_init(&report, arena);
	assert_false(schema_check(schema, read_yaml(arena, arena_printf(arena, "v: %s\n", wrong)),
				  &report));
	assert_int_equal(report.findings.len, 1);
	assert_ptr_equal(report.findings.at[0]->kind, &kind_schema_format);
	schema_set_release(&set);
	return report.findings.at[0]->hint;
}

static void test_hints(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str rule = arena_printf(&arena, "format: %s", cases[i].name);

		assert_string_equal(find_hint(&arena, cases[i].wrong, rule.at).at, cases[i].hint);
	}
	/* An example of the schema's own is better than ours. */
	assert_string_equal(find_hint(&arena, "soon", "format: date, examples: ['2031-01-01']").at,
			    "write a date, such as `v: 2031-01-01`");
	arena_release(&arena);
}

static void test_examples(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct format *format = format_find(str_from(cases[i].name));

		assert_non_null(format);
		assert_true(format->is_valid(str_from(format->example)));
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
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct format *format = format_find(str_from(cases[i].name));

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
		cmocka_unit_test(test_hints),
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_any_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
