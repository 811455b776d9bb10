/* Validating files against a schema, and where JSON Schema's own terms place the findings. */
#include "base/buf.h"
#include "compile/validate.h"
#include "tree/pointer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void open_with(struct validation *validation, const char *path, const char *schema)
{
	const struct validation_options options = { 0 };

	validation_open(validation, &options, str_from(path), str_from(schema));
}

struct location_case {
	const char *schema;
	const char *instance;
	const char *keyword;
	const char *absolute; /* behind the schema's URI */
	const char *place;
};

static const struct location_case cases[] = {
	{ "type: integer", "a", "/type", "#/type", "" },
	{ "properties: {a/b: {type: integer}}", "a/b: x", "/properties/a~1b/type",
	  "#/properties/a~1b/type", "/a~1b" },
	{ "properties: {'a b%~': {const: 1}}", "'a b%~': 2", "/properties/a b%~0/const",
	  "#/properties/a%20b%25~0/const", "/a b%~0" },
	{ "items: {$ref: '#/$defs/a'}\n$defs: {a: {minimum: 3}}", "[4, 2]", "/items/$ref/minimum",
	  "#/$defs/a/minimum", "/1" },
	{ "$ref: '#/$defs/a'\n$defs: {a: {$ref: '#/$defs/b'}, b: {maxLength: 1}}", "xx",
	  "/$ref/$ref/maxLength", "#/$defs/b/maxLength", "" },
	{ "prefixItems: [true, {enum: [x]}]\nitems: false", "[a, y]", "/prefixItems/1/enum",
	  "#/prefixItems/1/enum", "/1" },
	{ "prefixItems: [true]\nitems: false", "[a, y]", "/items", "#/items", "/1" },
	{ "properties: {a: {}}\nadditionalProperties: false", "{a: 1, b: 2}",
	  "/additionalProperties", "#/additionalProperties", "/b" },
	{ "properties: {a: false}", "{b: 1, a: 2}", "/properties/a", "#/properties/a", "/a" },
	{ "patternProperties: {^x: false}", "{b: 1, x1: 2}", "/patternProperties/^x",
	  "#/patternProperties/%5Ex", "/x1" },
	{ "additionalProperties: {type: string}", "{a: 1}", "/additionalProperties/type",
	  "#/additionalProperties/type", "/a" },
	{ "required: [a]", "b: 1", "/required", "#/required", "" },
	{ "properties: {p: {required: [a]}}", "p: {b: 1}", "/properties/p/required",
	  "#/properties/p/required", "/p" },
	{ "propertyNames: {maxLength: 2}", "abc: 1", "/propertyNames/maxLength",
	  "#/propertyNames/maxLength", "/abc" },
	{ "anyOf: [{type: integer}, {required: [a], properties: {a: {type: integer}}}]", "a: x",
	  "/anyOf/1/properties/a/type", "#/anyOf/1/properties/a/type", "/a" },
	{ "allOf: [true, {minProperties: 2}]", "a: x", "/allOf/1/minProperties",
	  "#/allOf/1/minProperties", "" },
	{ "if: {required: [a]}\nthen: {required: [b]}", "a: x", "/then/required", "#/then/required",
	  "" },
	{ "dependentSchemas: {a: {required: [b]}}", "a: x", "/dependentSchemas/a/required",
	  "#/dependentSchemas/a/required", "" },
	{ "not: {type: string}", "x", "/not", "#/not", "" },
	{ "unevaluatedProperties: false\nallOf: [{properties: {a: true}}]", "{a: 1, b: 2}",
	  "/unevaluatedProperties", "#/unevaluatedProperties", "/b" },
	{ "uniqueItems: true", "[1, 1]", "/uniqueItems", "#/uniqueItems", "" },
	{ "$dynamicAnchor: n\nproperties: {k: {$dynamicRef: '#n'}, v: {type: string}}",
	  "k: {k: {v: 1}}", "/properties/k/$dynamicRef/properties/k/$dynamicRef/properties/v/type",
	  "#/properties/v/type", "/k/k/v" },
	/* What an alias names stands elsewhere in the file. */
	{ "$defs: {a: &a {type: integer}}\nproperties: {p: *a}", "p: x", "/properties/p/type",
	  "#/$defs/a/type", "/p" },
};

static void expect_text(const struct location_case *with, struct str got, const char *wanted)
{
	if (!str_equal(got, str_from(wanted)))
		fail_msg("%s: “%.*s”, not “%s”", with->schema, STR_ARG(got), wanted);
}

static void test_locations(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct schema_location *location;
		struct validation validation;

		open_with(&validation, "nowhere/s.yaml", cases[i].schema);
		if (!validation.schema)
			fail_msg("%s", cases[i].schema);
		validation_check(&validation, STR("i.yaml"), str_from(cases[i].instance));
		if (validation.result.report.findings.len != 1)
			fail_msg("%s: %zu findings", cases[i].schema,
				 validation.result.report.findings.len);
		location = validation.result.report.findings.at[0]->location;
		assert_non_null(location);
		expect_text(&cases[i], location->keyword, cases[i].keyword);
		expect_text(&cases[i], location->instance, cases[i].place);
		assert_true(str_starts(location->absolute, STR("nowhere/s.yaml#")));
		expect_text(&cases[i],
			    str_slice(location->absolute, STR("nowhere/s.yaml").len,
				      location->absolute.len),
			    cases[i].absolute);
		validation_release(&validation);
	}
}

/* A path is a URI only when its odd characters are written otherwise; $id is one by itself. */
static void test_uris(void **state)
{
	static const char *const uris[][3] = {
		{ "a b/c:d.yaml", "type: integer", "a%20b/c%3Ad.yaml#/type" },
		{ "./s#1.yaml", "type: integer", "s%231.yaml#/type" },
		{ "s.yaml", "$id: https://council.example/x/s.json\ntype: integer",
		  "https://council.example/x/s.json#/type" },
		{ "s.yaml", "$id: 'urn:council:s'\ntype: integer", "urn:council:s#/type" },
		{ "s/t.yaml", "$id: u.json\ntype: integer", "s/u.json#/type" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(uris); i++) {
		struct validation validation;
		struct str absolute;

		open_with(&validation, uris[i][0], uris[i][1]);
		assert_non_null(validation.schema);
		validation_check(&validation, STR("i.yaml"), STR("x"));
		assert_int_equal(validation.result.report.findings.len, 1);
		absolute = validation.result.report.findings.at[0]->location->absolute;
		if (!str_equal(absolute, str_from(uris[i][2])))
			fail_msg("%.*s, not %s", STR_ARG(absolute), uris[i][2]);
		validation_release(&validation);
	}
}

/* The memory of a file without findings is used again; that of others stays. */
static void test_many_files(void **state)
{
	struct validation validation;
	struct arena *first;

	(void)state;
	open_with(&validation, "s.yaml", "type: integer");
	first = validation.work;
	validation_check(&validation, STR("a.yaml"), STR("1"));
	assert_ptr_equal(validation.work, first);
	validation_check(&validation, STR("b.yaml"), STR("x"));
	assert_ptr_not_equal(validation.work, first);
	validation_check(&validation, STR("c.yaml"), STR("a: b: c"));
	validation_check(&validation, STR("c.yaml"), STR("a: b: c"));
	validation_finish(&validation);
	assert_int_equal(validation.count, 4);
	/* What is said of one file twice is said once. */
	assert_int_equal(validation.result.report.findings.len, 2);
	validation_release(&validation);
}

/* Chains of $ref and their end, whichever way they go through the file. */
static void test_chains(void **state)
{
	static const int steps[] = { 1, -1, 7 };
	enum { LENGTH = 20000 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
		struct validation validation;
		struct buf schema = { 0 };

		buf_add_c(&schema,
			  "{\"$ref\": \"#/$defs/1\", \"$defs\": {\"0\": {\"type\": \"null\"}");
		for (int at = 1; at < LENGTH; at++)
			buf_printf(&schema, ", \"%d\": {\"$ref\": \"#/$defs/%d\"}", at,
				   at == LENGTH - steps[i] ? 0 : (at + steps[i] + LENGTH) % LENGTH);
		buf_add_c(&schema, "}}");
		open_with(&validation, "s.json", schema.at);
		assert_non_null(validation.schema);
		validation_check(&validation, STR("i.json"), STR("null"));
		assert_int_equal(validation.result.report.findings.len, 0);
		validation_check(&validation, STR("i.json"), STR("1"));
		assert_int_equal(validation.result.report.findings.len, 1);
		validation_release(&validation);
		buf_release(&schema);
	}
}

/* Of very many faults the first are told. */
static void test_many_faults(void **state)
{
	struct validation validation;
	struct buf list = { 0 };

	(void)state;
	for (int i = 0; i < 20000; i++)
		buf_add_c(&list, i ? ",1" : "[1");
	buf_add_c(&list, "]");
	open_with(&validation, "s.yaml", "items: {type: string}");
	validation_check(&validation, STR("i.json"), buf_str(&list));
	assert_int_equal(validation.result.report.findings.len, 10001);
	validation_release(&validation);
	buf_release(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_locations),   cmocka_unit_test(test_uris),
		cmocka_unit_test(test_many_files),  cmocka_unit_test(test_chains),
		cmocka_unit_test(test_many_faults),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
