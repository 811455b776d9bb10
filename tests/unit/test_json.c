#include "tree/json.h"
#include "base/buf.h"
#include "tree/place.h"
#include "tree/pointer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

struct fixture {
	struct arena arena;
	struct source source;
	struct node *root;
	struct span where;
	struct str why;
};

static void read_bytes(struct fixture *fixture, struct str bytes)
{
	*fixture = (struct fixture){ 0 };
	arena_init(&fixture->arena);
	source_init(&fixture->source, &fixture->arena, STR("plan.json"), bytes);
	fixture->root = json_read(&fixture->source, &fixture->arena, &fixture->where,
				  &fixture->why);
}

static void close_fixture(struct fixture *fixture)
{
	arena_release(&fixture->arena);
}

static const struct node *at(const struct fixture *fixture, const char *pointer)
{
	const struct node *node = pointer_find(fixture->root, str_from(pointer));

	if (!node)
		fail_msg("nothing at “%s”", pointer);
	return node;
}

static void expect(struct str found, const char *wanted)
{
	if (!str_equal(found, str_from(wanted)))
		fail_msg("“%.*s”, not “%s”", STR_ARG(found), wanted);
}

static void expect_written(const struct fixture *fixture, const char *pointer, const char *wanted)
{
	const struct node *node = at(fixture, pointer);

	expect(str_slice(fixture->source.bytes, node->begin, node->end), wanted);
}

static void test_tree(void **state)
{
	struct fixture f;

	(void)state;
	read_bytes(
		&f,
		STR("\xEF\xBB\xBF { \"a\" : [ 1, -2.50, 1e400, 12345678901234567890123, true ],\r\n"
		    "\t\"b/c~d\": {}, \"\": [], \"é\": null, \"n\": [[false]] } \n"));
	assert_non_null(f.root);
	assert_int_equal(f.root->kind, NODE_MAP);
	assert_int_equal(f.root->style, STYLE_FLOW);
	assert_int_equal(f.root->count, 5);
	expect_written(&f, "/a", "[ 1, -2.50, 1e400, 12345678901234567890123, true ]");
	expect(at(&f, "/a/1")->text, "-2.50");
	assert_int_equal(at(&f, "/a/0")->type, TYPE_INTEGER);
	assert_int_equal(at(&f, "/a/1")->type, TYPE_FLOAT);
	assert_int_equal(at(&f, "/a/2")->type, TYPE_FLOAT);
	expect(at(&f, "/a/3")->text, "12345678901234567890123");
	assert_int_equal(at(&f, "/a/4")->type, TYPE_BOOL);
	assert_int_equal(at(&f, "/b~1c~0d")->count, 0);
	assert_int_equal(at(&f, "/")->kind, NODE_LIST);
	assert_true(node_is_null(at(&f, "/é")));
	expect_written(&f, "/n/0/0", "false");
	assert_int_equal(f.root->pairs[0].key->style, STYLE_DOUBLE);
	close_fixture(&f);
}

static void test_scalars_alone(void **state)
{
	static const char *const texts[] = { "0", " -0.0e-1 ", "\"x\"", "true", "null" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct fixture f;

		read_bytes(&f, str_from(texts[i]));
		assert_non_null(f.root);
		assert_int_equal(f.root->kind, NODE_SCALAR);
		close_fixture(&f);
	}
}

static void test_texts_and_their_places(void **state)
{
	struct fixture f;
	const struct node *text;
	const uint32_t *map;

	(void)state;
	read_bytes(&f, STR("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u20AC\\ud83d\\ude00|\","
			   " \"\\ud800x\\udc00\","
			   " \"plain é\", \"\\u0000\", \"\", {\"\\u006bey\": 1}]"));
	assert_non_null(f.root);
	text = at(&f, "/0");
	expect(text->text, "\"\\/\b\f\n\r\tAé€😀|");
	assert_true(str_equal(place_text(text, &f.arena), text->text));
	map = node_map_text(text, &f.arena);
	assert_int_equal(map[text->text.len - 1], str_find(f.source.bytes, STR("|"), 0));
	assert_int_equal(map[text->text.len], text->end - 1);
	expect(at(&f, "/1")->text, "\xEF\xBF\xBDx\xEF\xBF\xBD");
	text = at(&f, "/2");
	assert_ptr_equal(text->text.at, f.source.bytes.at + text->begin + 1);
	assert_int_equal(at(&f, "/3")->text.len, 1);
	assert_int_equal(at(&f, "/4")->text.len, 0);
	expect_written(&f, "/5/key", "1");
	close_fixture(&f);
}

static void test_faults(void **state)
{
	static const struct {
		struct str bytes;
		uint32_t begin, end;
		const char *why;
	} faults[] = {
		{ { "", 0 }, 0, 0, "the file is empty" },
		{ { " \n", 2 }, 2, 2, "the file is empty" },
		{ { "[1 2]", 5 }, 3, 4, "a comma or ] is expected here" },
		{ { "[1,]", 4 }, 3, 4, "take away the comma" },
		{ { "[,1]", 4 }, 1, 2, "a value is expected here" },
		{ { "[1}", 3 }, 2, 3, "a comma or ]" },
		{ { "[1", 2 }, 0, 1, "never closed" },
		{ { "{\"a\":1", 6 }, 0, 1, "never closed" },
		{ { "{\"a\" 1}", 7 }, 5, 6, "a colon is expected" },
		{ { "{\"a\":1 \"b\":2}", 13 }, 7, 8, "a comma or }" },
		{ { "{\"a\":1,}", 8 }, 7, 8, "take away the comma" },
		{ { "{a:1}", 5 }, 1, 2, "a name in double quotes" },
		{ { "{\"a\":1,\"b\":2,\"\\u0061\":3}", 24 }, 13, 21, "stands twice" },
		{ { "'a'", 3 }, 0, 1, "a value is expected" },
		{ { "tru", 3 }, 0, 3, "double quotes" },
		{ { "NaN", 3 }, 0, 3, "double quotes" },
		{ { "01", 2 }, 1, 2, "cannot begin with 0" },
		{ { "-", 1 }, 1, 1, "a digit" },
		{ { "+1", 2 }, 0, 1, "a value" },
		{ { ".5", 2 }, 0, 1, "a value" },
		{ { "1.", 2 }, 2, 2, "a digit" },
		{ { "1e", 2 }, 2, 2, "a digit" },
		{ { "1 2", 3 }, 2, 3, "behind the end" },
		{ { "\"a", 2 }, 0, 1, "never closed" },
		{ { "\"a\nb\"", 5 }, 2, 3, "backslash" },
		{ { "\"\\x\"", 4 }, 2, 3, "this is none" },
		{ { "\"\\u12g4\"", 8 }, 5, 6, "four digits" },
		{ { "\"\\", 2 }, 2, 2, "this is none" },
		{ { "\"\\u12", 5 }, 5, 5, "four digits" },
		{ { "[\"\xE9\"]", 5 }, 2, 3, "UTF-8" },
		{ { "[\0]", 3 }, 1, 2, "a value" },
		{ { "[1] // x", 8 }, 4, 5, "behind the end" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(faults); i++) {
		struct fixture f;

		read_bytes(&f, faults[i].bytes);
		if (f.root)
			fail_msg("it can be read: %.*s", STR_ARG(faults[i].bytes));
		if (str_find(f.why, str_from(faults[i].why), 0) == f.why.len)
			fail_msg("“%.*s” of %.*s", STR_ARG(f.why), STR_ARG(faults[i].bytes));
		if (f.where.begin != faults[i].begin || f.where.end != faults[i].end)
			fail_msg("%u to %u of %.*s", f.where.begin, f.where.end,
				 STR_ARG(faults[i].bytes));
		assert_ptr_equal(f.where.source, &f.source);
		close_fixture(&f);
	}
}

static void test_depth(void **state)
{
	struct buf bytes = { 0 };
	struct fixture f;

	(void)state;
	for (unsigned i = 0; i < JSON_MAX_DEPTH; i++)
		buf_add_byte(&bytes, '[');
	for (unsigned i = 0; i < JSON_MAX_DEPTH; i++)
		buf_add_byte(&bytes, ']');
	read_bytes(&f, buf_str(&bytes));
	assert_non_null(f.root);
	close_fixture(&f);
	bytes.len = 0;
	for (unsigned i = 0; i < 1000000; i++)
		buf_add(&bytes, STR("[{\"a\":"));
	read_bytes(&f, buf_str(&bytes));
	assert_null(f.root);
	assert_int_equal(f.where.begin, JSON_MAX_DEPTH / 2 * 6);
	close_fixture(&f);
	buf_release(&bytes);
}

static void expect_pointer(const struct fixture *fixture, const struct node *node,
			   const char *wanted)
{
	struct buf out = { 0 };

	buf_init(&out);
	assert_true(pointer_print(fixture->root, node, &out));
	expect(out.len ? buf_str(&out) : STR(""), wanted);
	buf_release(&out);
}

static void test_pointers(void **state)
{
	static const char *const none[] = {
		"a",        "/x",     "/a/2",    "/a/-",     "/a/00",         "/a/01",
		"/a/",      "/a/1/x", "/b~1c/~", "/b~1c/~2", "/a/4294967296", "/a/99999999999",
		"/b~1c/d/", "//"
	};
	struct fixture f;
	struct buf out = { 0 };

	(void)state;
	read_bytes(&f, STR("{\"a\": [0, [1, {}]], \"b/c\": {\"~\": [[], {\"\": 2}], \"d\": 3}}"));
	expect_pointer(&f, f.root, "");
	expect_pointer(&f, at(&f, "/a/1/0"), "/a/1/0");
	expect_pointer(&f, at(&f, "/a/1/1"), "/a/1/1");
	expect_pointer(&f, at(&f, "/b~1c/~0/1/"), "/b~1c/~0/1/");
	expect_pointer(&f, f.root->pairs[1].key, "/b~1c");
	expect_pointer(&f, at(&f, "/b~1c/d"), "/b~1c/d");
	assert_false(pointer_print(at(&f, "/a"), at(&f, "/b~1c"), &out));
	assert_int_equal(out.len, 0);
	for (size_t i = 0; i < ARRAY_LEN(none); i++) {
		if (pointer_find(f.root, str_from(none[i])))
			fail_msg("“%s” leads somewhere", none[i]);
	}
	close_fixture(&f);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tree),
		cmocka_unit_test(test_scalars_alone),
		cmocka_unit_test(test_texts_and_their_places),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_pointers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
