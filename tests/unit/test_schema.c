/* Compiling schemas, what they refer to, and the bounds of checking. */
#include "base/buf.h"
#include "schema/schema.h"
#include "tree/json.h"
#include "tree/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
	struct arena arena;
	struct schema_set set;
	struct schema_trouble trouble;
	struct report report;
};

static int set_up(void **state)
{
	static struct fixture fixture;

	arena_init(&fixture.arena);
	schema_set_init(&fixture.set, &fixture.arena);
	report_init(&fixture.report, &fixture.arena);
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	schema_set_release(&fixture->set);
	arena_release(&fixture->arena);
	return 0;
}

static struct node *read_yaml(struct fixture *fixture, const char *text)
{
	struct source *source = arena_new(&fixture->arena, struct source);

	source_init(source, &fixture->arena, STR("test.yaml"), str_from(text));
	return yaml_read(source, &fixture->arena, NULL);
}

static struct node *read_json(struct fixture *fixture, struct str name, struct str text)
{
	struct source *source = arena_new(&fixture->arena, struct source);
	struct span where;
	struct str why;

	source_init(source, &fixture->arena, name, text);
	return json_read(source, &fixture->arena, &where, &why);
}

static void add(struct fixture *fixture, const char *uri, const char *schema)
{
	struct node *root = read_yaml(fixture, schema);

	assert_non_null(root);
	schema_set_add(&fixture->set, str_from(uri), root);
}

static const struct schema *compile(struct fixture *fixture, const char *uri)
{
	return schema_compile(&fixture->set, str_from(uri), &fixture->trouble);
}

static const struct schema *must_compile(struct fixture *fixture, const char *uri)
{
	const struct schema *schema = compile(fixture, uri);

	if (!schema)
		fail_msg("%s: %.*s", uri, STR_ARG(fixture->trouble.message));
	return schema;
}

static bool passes(struct fixture *fixture, const struct schema *schema, const char *text)
{
	return schema_check(schema, read_yaml(fixture, text), NULL);
}

static struct node *load_embedded(void *context, struct str uri)
{
	struct str text = schema_embedded(uri);

	return text.len ? read_json(context, uri, text) : NULL;
}

static const char *const own[] = { "council.schema.json",  "plan.schema.json",
				   "section.schema.json",  "theme.schema.json",
				   "settings.schema.json", "defs.schema.json" };

static void test_own_schemas(void **state)
{
	struct fixture *fixture = *state;

	fixture->set.load = load_embedded;
	fixture->set.load_context = fixture;
	for (size_t i = 0; i < ARRAY_LEN(own); i++)
		must_compile(fixture, own[i]);
	assert_true(passes(fixture, must_compile(fixture, "plan.schema.json"),
			   "title: Plan\nstatus: draft\nx-note: 5\n"));
	assert_false(passes(fixture, must_compile(fixture, "plan.schema.json"), "title: Plan\n"));
	must_compile(fixture, "defs.schema.json#/$defs/action");
	assert_null(compile(fixture, "defs.schema.json#/$defs/nothing"));
	assert_null(compile(fixture, "nothing.schema.json"));
	assert_int_equal(schema_embedded(STR("nothing")).len, 0);
}

/* The meta-schemas are built in; our schemas are schemas. */
static void test_meta_schemas(void **state)
{
	struct fixture *fixture = *state;
	const struct schema *meta;

	fixture->set.assert_formats = true;
	meta = must_compile(fixture, "https://json-schema.org/draft/2020-12/schema");
	for (size_t i = 0; i < ARRAY_LEN(own); i++) {
		struct str name = str_from(own[i]);

		assert_true(schema_check(meta, read_json(fixture, name, schema_embedded(name)),
					 &fixture->report));
	}
	assert_true(passes(fixture, meta, "true"));
	assert_false(passes(fixture, meta, "{type: strin}"));
	assert_false(passes(fixture, meta, "{$defs: {a: {properties: {b: {minLength: -1}}}}}"));
	assert_false(passes(fixture, meta, "{pattern: 'a\\Z'}"));
	assert_false(passes(fixture, meta, "5"));
}

static void test_references(void **state)
{
	struct fixture *fixture = *state;
	const struct schema *schema;

	add(fixture, "schema/plan.json",
	    "{properties: {a: {$ref: 'defs.json#/$defs/a~1b%20c'}, b: {$ref: 'defs.json#here'},\n"
	    " c: {$ref: '#/$defs/c'}, d: {$ref: '../top.json'}, e: {$ref: '#/items/1'}},\n"
	    " items: [1, {type: 'null'}], $defs: {c: {type: boolean}}}");
	add(fixture, "schema/defs.json",
	    "{$defs: {'a/b c': {type: integer}, x: {$anchor: here, type: string}}}");
	add(fixture, "top.json", "{type: array}");
	assert_null(compile(fixture, "schema/plan.json"));
	add(fixture, "other.json",
	    "{properties: {a: {$ref: 'schema/defs.json#/$defs/a~1b%20c'},\n"
	    " b: {$ref: 'schema/defs.json#here'}, d: {$ref: top.json}}}");
	schema = must_compile(fixture, "other.json");
	assert_true(passes(fixture, schema, "{a: 1, b: x, d: []}"));
	assert_false(passes(fixture, schema, "{a: x}"));
	assert_false(passes(fixture, schema, "{b: 1}"));
	assert_false(passes(fixture, schema, "{d: 1}"));
	assert_ptr_equal(schema, must_compile(fixture, "other.json#"));
	assert_true(passes(fixture, must_compile(fixture, "schema/plan.json#/$defs/c"), "true"));
	assert_true(passes(fixture, must_compile(fixture, "schema/plan.json#/items/1"), "null"));
}

/* Recursion through parts of the value is fine, and so are two ways to one schema. */
static void test_recursion(void **state)
{
	struct fixture *fixture = *state;
	const struct schema *schema;
	struct buf deep;

	add(fixture, "tree",
	    "{type: [array, string], items: {$ref: '#'}, allOf: [{$ref: '#/$defs/a'},\n"
	    " {$ref: '#/$defs/a'}], $defs: {a: {not: {const: x}}}}");
	schema = must_compile(fixture, "tree");
	assert_true(passes(fixture, schema, "[a, [b, [c]]]"));
	assert_false(passes(fixture, schema, "[a, [b, [x]]]"));
	buf_init(&deep);
	for (int i = 0; i < JSON_MAX_DEPTH; i++)
		buf_add_c(&deep, "[");
	for (int i = 0; i < JSON_MAX_DEPTH; i++)
		buf_add_c(&deep, "]");
	assert_true(schema_check(schema, read_json(fixture, STR("deep"), buf_str(&deep)), NULL));
	deep.at[JSON_MAX_DEPTH - 1] = '5';
	deep.at[JSON_MAX_DEPTH] = ' ';
	assert_false(schema_check(schema, read_json(fixture, STR("deep"), buf_str(&deep)),
				  &fixture->report));
	assert_int_equal(fixture->report.findings.len, 1);
	assert_ptr_equal(fixture->report.findings.at[0]->kind, &kind_schema_wrong_type);
	buf_release(&deep);
}

struct trouble_case {
	const char *schema;
	const char *message;
	unsigned line; /* 0: no place */
	unsigned column;
};

static const struct trouble_case troubles[] = {
	{ "5", "a schema is a group of keywords, or true or false", 1, 1 },
	{ "{$ref: other.json}", "there is no schema “other.json”, which `$ref` names", 1, 8 },
	{ "{$ref: 'http://x.org/a#b'}", "there is no schema “http://x.org/a”, which `$ref` names",
	  1, 8 },
	{ "{$ref: '#/$defs/a'}", "the schema “test” has no part “#/$defs/a”, which `$ref` names", 1,
	  8 },
	{ "{$ref: '#a'}", "the schema “test” has no part “#a”, which `$ref` names", 1, 8 },
	{ "{$ref: '#'}", "this schema refers to itself without end", 1, 1 },
	{ "{allOf: [{anyOf: [{$ref: '#/$defs/a'}]}], $defs: {a: {if: {$ref: '#'}}}}",
	  "this schema refers to itself without end", 1, 1 },
	{ "{$ref: 5}", "`$ref` must be a text", 1, 8 },
	{ "{type: strin}",
	  "`type` must be string, number, integer, boolean, array, object or null, or a list of these",
	  1, 8 },
	{ "{type: [string, 5]}",
	  "`type` must be string, number, integer, boolean, array, object or null, or a list of these",
	  1, 17 },
	{ "{properties: [a]}", "`properties` must be a group of keys", 1, 14 },
	{ "{properties: {a: 1}}", "a schema is a group of keywords, or true or false", 1, 18 },
	{ "{required: a}", "a list of keys is expected here", 1, 12 },
	{ "{required: [1]}", "a list of keys is expected here", 1, 12 },
	{ "{anyOf: []}", "a list of schemas is expected here", 1, 9 },
	{ "{enum: a}", "`enum` must be a list", 1, 8 },
	{ "{minLength: -1}", "`minLength` must be a whole number from 0 on", 1, 13 },
	{ "{maxItems: 1.5}", "`maxItems` must be a whole number from 0 on", 1, 12 },
	{ "{minimum: a}", "`minimum` must be a number", 1, 11 },
	{ "{multipleOf: 0}", "`multipleOf` must be above 0", 1, 14 },
	{ "{multipleOf: 1.2345678901234567891}", "`multipleOf` may have 18 digits at most", 1, 14 },
	{ "{uniqueItems: 1}", "`uniqueItems` must be true or false", 1, 15 },
	{ "{pattern: '(a'}", "this is no regular expression: a ( is not closed", 1, 11 },
	{ "{pattern: '\\A'}",
	  "this is no regular expression: it has an escape that such patterns do not know", 1, 11 },
	{ "{patternProperties: {'*': true}}",
	  "this is no regular expression: there is nothing to repeat", 1, 22 },
	{ "{$defs: {unused: {minItems: x}}}", "`minItems` must be a whole number from 0 on", 1,
	  29 },
};

static void test_troubles(void **state)
{
	struct fixture *fixture = *state;

	for (size_t i = 0; i < ARRAY_LEN(troubles); i++) {
		const struct trouble_case *one = &troubles[i];
		struct schema_trouble *trouble = &fixture->trouble;
		struct place place;

		schema_set_release(&fixture->set);
		schema_set_init(&fixture->set, &fixture->arena);
		add(fixture, "test", one->schema);
		assert_null(compile(fixture, "test"));
		if (!str_equal(trouble->message, str_from(one->message)))
			fail_msg("%s: %.*s", one->schema, STR_ARG(trouble->message));
		assert_non_null(trouble->where.source);
		place = source_place(trouble->where.source, trouble->where.begin);
		if (place.line != one->line || place.column != one->column)
			fail_msg("%s: %u:%u", one->schema, place.line, place.column);
	}
}

/* What was broken may be whole the next time: nothing half made is kept. */
static void test_trouble_passes(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, "a", "{properties: {x: {type: string}, y: {$ref: b}}}");
	assert_null(compile(fixture, "a"));
	add(fixture, "b", "{type: integer}");
	assert_true(passes(fixture, must_compile(fixture, "a"), "{x: a, y: 1}"));
	assert_false(passes(fixture, must_compile(fixture, "a"), "{x: 1}"));
	assert_false(passes(fixture, must_compile(fixture, "a"), "{y: a}"));
}

static void test_vocabularies(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, "http://x.org/meta",
	    "{$vocabulary: {'https://json-schema.org/draft/2020-12/vocab/core': true,\n"
	    " 'https://json-schema.org/draft/2020-12/vocab/format-assertion': true,\n"
	    " 'http://x.org/unknown': false}}");
	add(fixture, "a", "{$schema: 'http://x.org/meta', format: date, minLength: 50}");
	assert_true(passes(fixture, must_compile(fixture, "a"), "2023-09-30"));
	assert_false(passes(fixture, must_compile(fixture, "a"), "September"));
	add(fixture, "http://x.org/strange", "{$vocabulary: {'http://x.org/unknown': true}}");
	add(fixture, "b", "{$schema: 'http://x.org/strange'}");
	assert_null(compile(fixture, "b"));
	assert_string_equal(
		fixture->trouble.message.at,
		"it needs the vocabulary “http://x.org/unknown”, which is not known here");
	add(fixture, "c", "{$schema: 'http://x.org/nowhere', format: date, minLength: 2}");
	assert_true(passes(fixture, must_compile(fixture, "c"), "September"));
	assert_false(passes(fixture, must_compile(fixture, "c"), "S"));
	fixture->set.assert_formats = true;
	add(fixture, "d", "{format: date}");
	assert_false(passes(fixture, must_compile(fixture, "d"), "September"));
}

static size_t count_findings(struct fixture *fixture, const struct schema *schema,
			     struct node *tree)
{
	report_init(&fixture->report, &fixture->arena);
	schema_check(schema, tree, &fixture->report);
	return fixture->report.findings.len;
}

/* What is bad is passed over; a finding makes its value bad, a missing key does not. */
static void test_bad_nodes(void **state)
{
	struct fixture *fixture = *state;
	const struct schema *schema;
	struct node *tree;

	add(fixture, "a",
	    "{properties: {n: {type: integer}, l: {items: {type: integer}}},\n"
	    " required: [n, l, m], additionalProperties: false}");
	schema = must_compile(fixture, "a");
	tree = read_yaml(fixture, "n: x\nl: [1, y]\nz: 1\n");
	assert_int_equal(count_findings(fixture, schema, tree), 4);
	assert_true(node_find(tree, STR("n"))->bad);
	assert_true(node_find(tree, STR("l"))->items[1]->bad);
	assert_false(node_find(tree, STR("l"))->bad);
	assert_true(node_find(tree, STR("z"))->bad);
	assert_false(tree->bad);
	/* Only what is missing is still to be said. */
	assert_int_equal(count_findings(fixture, schema, tree), 1);
	assert_ptr_equal(fixture->report.findings.at[0]->kind, &kind_schema_missing_key);
	tree->bad = true;
	assert_true(schema_check(schema, tree, NULL));
}

/* What the reader found bad is there, and nothing more is said about it. */
static void test_bad_keys(void **state)
{
	struct fixture *fixture = *state;
	struct node *tree = read_yaml(fixture, "n: 1\nl: [1]\nm: 1\nz: 1\n");
	const struct schema *schema;

	add(fixture, "a",
	    "{required: [n, l, m], properties: {n: true, l: true, m: {type: string}},\n"
	    " additionalProperties: false}");
	schema = must_compile(fixture, "a");
	assert_false(schema_check(schema, tree, NULL));
	node_find(tree, STR("m"))->bad = true;
	tree->pairs[3].key->bad = true;
	assert_int_equal(count_findings(fixture, schema, tree), 0);
}

/* A second schema, or the same again, has nothing to add about a misspelt key. */
static void test_checked_twice(void **state)
{
	struct fixture *fixture = *state;
	const struct schema *schema;
	struct node *tree;

	add(fixture, "a",
	    "{required: [title], properties: {title: true}, additionalProperties: false}");
	schema = must_compile(fixture, "a");
	tree = read_yaml(fixture, "titel: x\n");
	assert_int_equal(count_findings(fixture, schema, tree), 1);
	assert_ptr_equal(fixture->report.findings.at[0]->kind, &kind_schema_unknown_key);
	assert_int_equal(count_findings(fixture, schema, tree), 0);
	assert_true(schema_check(schema, tree, &fixture->report));
}

/* A mapping with `<<` may hold anything; an alias is one fault however often it is used. */
static void test_merge_keys_and_aliases(void **state)
{
	struct fixture *fixture = *state;
	const struct schema *schema;
	struct node *tree;

	add(fixture, "a", "{items: {required: [n], properties: {n: {type: integer}}}}");
	schema = must_compile(fixture, "a");
	tree = read_yaml(fixture, "- &x {n: y}\n- *x\n- *x\n");
	assert_int_equal(count_findings(fixture, schema, tree), 1);
	tree = read_yaml(fixture, "- &x {n: 1}\n- {<<: *x}\n");
	assert_non_null(tree);
	assert_int_equal(count_findings(fixture, schema, tree), 0);
}

/* 2^40 ways through one small schema, and a dynamic reference without end. */
static void test_bounds(void **state)
{
	struct fixture *fixture = *state;
	struct node *tree = read_yaml(fixture, "{a: 1}");
	struct buf schema;

	buf_init(&schema);
	buf_add_c(&schema, "{$ref: '#/$defs/d40', $defs: {d0: {properties: {a: {minimum: 0}}}");
	for (int i = 1; i <= 40; i++)
		buf_printf(&schema,
			   ",\n d%d: {allOf: [{$ref: '#/$defs/d%d'}, {$ref: '#/$defs/d%d'}]}", i,
			   i - 1, i - 1);
	buf_add_c(&schema, "}}");
	add(fixture, "wide", schema.at);
	assert_int_equal(count_findings(fixture, must_compile(fixture, "wide"), tree), 1);
	assert_ptr_equal(fixture->report.findings.at[0]->kind, &kind_schema_other);
	add(fixture, "loop",
	    "{$id: loop, $dynamicAnchor: x, not: {$dynamicRef: '#x'}, type: object}");
	assert_int_equal(count_findings(fixture, must_compile(fixture, "loop"), tree), 1);
	assert_ptr_equal(fixture->report.findings.at[0]->kind, &kind_schema_other);
	buf_release(&schema);
}

/* A text that a pattern gives up on never passes, not even where a no is wanted. */
static void test_pattern_bound(void **state)
{
	static const char text[] =
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1";
	struct fixture *fixture = *state;

	add(fixture, "a", "{pattern: '^(a+)+$'}");
	assert_int_equal(
		count_findings(fixture, must_compile(fixture, "a"), read_yaml(fixture, text)), 1);
	assert_ptr_equal(fixture->report.findings.at[0]->kind, &kind_schema_other);
	add(fixture, "b", "{not: {pattern: '^(a+)+$'}}");
	assert_false(passes(fixture, must_compile(fixture, "b"), text));
	assert_int_equal(
		count_findings(fixture, must_compile(fixture, "b"), read_yaml(fixture, text)), 1);
	add(fixture, "c", "{anyOf: [{pattern: '^(a+)+$'}, true]}");
	assert_int_equal(
		count_findings(fixture, must_compile(fixture, "c"), read_yaml(fixture, text)), 1);
}

/* Marks of what was evaluated, for more keys and items than fit into one word. */
static void test_unevaluated_large(void **state)
{
	struct fixture *fixture = *state;
	const struct schema *schema;
	struct buf text;

	add(fixture, "a",
	    "{anyOf: [{patternProperties: {^a: true}}, {patternProperties: {^b: true}},\n"
	    " {required: [c], patternProperties: {^d: true}}], unevaluatedProperties: false}");
	schema = must_compile(fixture, "a");
	buf_init(&text);
	for (int i = 0; i < 5000; i++)
		buf_printf(&text, "%c%d: 1\n", i % 2 ? 'a' : 'b', i);
	assert_true(passes(fixture, schema, text.at));
	buf_add_c(&text, "d: 1\n");
	assert_false(passes(fixture, schema, text.at));
	assert_int_equal(count_findings(fixture, schema, read_yaml(fixture, text.at)), 1);
	buf_release(&text);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_own_schemas),
		TEST(test_meta_schemas),
		TEST(test_references),
		TEST(test_recursion),
		TEST(test_troubles),
		TEST(test_trouble_passes),
		TEST(test_vocabularies),
		TEST(test_bad_nodes),
		TEST(test_bad_keys),
		TEST(test_checked_twice),
		TEST(test_merge_keys_and_aliases),
		TEST(test_bounds),
		TEST(test_pattern_bound),
		TEST(test_unevaluated_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
