/*
 * Reading YAML: what is in the tree, and the one finding for each fault.
 *
 * Long because of its tables, a row for each way to break a file.
 */
#include "tree/yaml.h"
#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

struct fixture {
	struct arena arena;
	struct report report;
	struct source source;
	struct node *root;
};

static void read_bytes(struct fixture *fixture, struct str bytes)
{
	arena_init(&fixture->arena);
	source_init(&fixture->source, &fixture->arena, STR("plan.yaml"), bytes);
	report_init(&fixture->report, &fixture->arena);
	fixture->root = yaml_read(&fixture->source, &fixture->arena, &fixture->report);
	report_sort(&fixture->report);
}

static void close_fixture(struct fixture *fixture)
{
	arena_release(&fixture->arena);
}

/* A file, and what is said of it. */
struct fault {
	const char *bytes;
	const struct finding_kind *kind;
	unsigned line; /* where it begins */
	unsigned column;
	const char *written; /* the bytes it points at */
	const char *message; /* words of its message */
	const char *hint;    /* and of its hint */
};

static void expect_part(struct str whole, const char *part, const char *bytes)
{
	if (str_find(whole, str_from(part), 0) == whole.len && *part)
		fail_msg("“%.*s” does not say “%s” of\n%s", STR_ARG(whole), part, bytes);
}

static void expect_fault(const struct finding *finding, const struct fault *fault)
{
	struct place place = source_place(finding->span.source, finding->span.begin);
	struct str written = str_slice(finding->span.source->bytes, finding->span.begin,
				       finding->span.end);

	if (finding->kind != fault->kind)
		fail_msg("%s, not %s, of\n%s", finding->kind->name, fault->kind->name,
			 fault->bytes);
	if (place.line != fault->line || place.column != fault->column)
		fail_msg("at %u:%u, not %u:%u, of\n%s", place.line, place.column, fault->line,
			 fault->column, fault->bytes);
	if (!str_equal(written, str_from(fault->written)))
		fail_msg("points at “%.*s”, not “%s”, of\n%s", STR_ARG(written), fault->written,
			 fault->bytes);
	expect_part(finding->message, fault->message, fault->bytes);
	expect_part(finding->hint, fault->hint, fault->bytes);
	assert_true(finding->message.at[finding->message.len - 1] != '.');
}

/* Each of the files cannot be read, and one finding says why. */
static void expect_unreadable(const struct fault *faults, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct fixture f;

		read_bytes(&f, str_from(faults[i].bytes));
		if (f.root)
			fail_msg("it can be read:\n%s", faults[i].bytes);
		assert_int_equal(f.report.findings.len, 1);
		expect_fault(f.report.findings.at[0], &faults[i]);
		close_fixture(&f);
	}
}

/* Each of the files gives a tree all the same, and one finding. */
static void expect_readable(const struct fault *faults, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct fixture f;

		read_bytes(&f, str_from(faults[i].bytes));
		if (!f.root)
			fail_msg("it cannot be read:\n%s", faults[i].bytes);
		assert_int_equal(f.report.findings.len, 1);
		expect_fault(f.report.findings.at[0], &faults[i]);
		close_fixture(&f);
	}
}

#define SYNTAX &kind_yaml_syntax

static void test_texts_that_need_quotes(void **state)
{
	static const struct fault faults[] = {
		{ "title: Housing: a plan\n", SYNTAX, 1, 15, ":", "“Housing: a plan” holds a colon",
		  "put the text in quotes: \"Housing: a plan\"" },
		{ "- Write: the plan: now\r\n", SYNTAX, 1, 18, ":", "the plan: now",
		  "\"the plan: now\"" },
		{ "a: the \"x\": y # z\n", SYNTAX, 1, 11, ":", "the \"x\": y”", "'the \"x\": y'" },
		{ "a: This plan has\n  two parts: one\n", SYNTAX, 2, 12, ":", "two parts: one",
		  "begins on a line above" },
		{ "a: “Café: a plan”\n", SYNTAX, 1, 9, ":", "“Café: a plan” holds",
		  "curly quotes" },
		{ "a: @home\n", SYNTAX, 1, 4, "@", "begins with “@”", "\"@home\"" },
		{ "a: `b`\n", SYNTAX, 1, 4, "`", "begins with “`”", "\"`b`\"" },
		{ "a: % of staff\n", SYNTAX, 1, 4, "%", "begins with “%”", "\"% of staff\"" },
		{ "- *Bold text*\n", SYNTAX, 1, 3, "*", "begins with “*”", "\"*Bold text*\"" },
		{ "a: *Note* well\n", SYNTAX, 1, 4, "*", "begins with “*”", "\"*Note* well\"" },
		{ "a: & more\n", SYNTAX, 1, 4, "&", "begins with “&”", "\"& more\"" },
		{ "a: [Draft] plan\n", SYNTAX, 1, 4, "[", "begins with “[”", "\"[Draft] plan\"" },
		{ "- [ ] task\n- [x] done\n", SYNTAX, 1, 3, "[", "begins with “[”",
		  "\"[ ] task\"" },
		{ "a: {Draft} plan\n", SYNTAX, 1, 4, "{", "begins with “{”", "\"{Draft} plan\"" },
		{ "a: , b\n", SYNTAX, 1, 4, ",", "begins with “,”", "\", b\"" },
		{ "a: ? b\n", SYNTAX, 1, 4, "?", "begins with “?”", "\"? b\"" },
		{ "a: > 5 people\n", SYNTAX, 1, 4, "> 5 people", "behind “>”",
		  "“>” belongs to the text" },
		{ "a: | text\nb: c\n", SYNTAX, 1, 4, "| text", "behind “|”", "next line" },
		{ "a: b # x\n  c\n", SYNTAX, 1, 6, "# x", "this is a comment", "move the comment" },
		{ "% of staff\n", SYNTAX, 1, 1, "% of staff", "a line that begins with “%”",
		  "delete" },
	};

	(void)state;
	expect_unreadable(faults, ARRAY_LEN(faults));
}

static void test_quotes(void **state)
{
	static const struct fault faults[] = {
		{ "a: \"Housing\nb: \"A plan\"\n", SYNTAX, 1, 4, "\"", "never closed",
		  "another \"" },
		{ "a: b\n\nc: \"d\ne: f\n", SYNTAX, 3, 4, "\"", "never closed", "another \"" },
		{ "- 'a\n- 'b'\n", SYNTAX, 1, 3, "'", "never closed", "another '" },
		{ "a: \"b\n---\nc: d\n", SYNTAX, 1, 4, "\"", "never closed", "" },
		{ "a: 'Council's plan'\n", SYNTAX, 1, 12, "'", "this apostrophe ends the text",
		  "twice" },
		{ "a: \"the \"best\" plan\"\n", SYNTAX, 1, 9, "\"", "ends the text that began",
		  "\\\"" },
		{ "a: \"Housing\" plan # x\n", SYNTAX, 1, 14, "plan", "“plan” stands behind",
		  "'\"Housing\" plan'" },
		{ "a: \"Housing\": a plan\n", SYNTAX, 1, 13, ": a plan", "stands behind", "" },
		{ "\"\\u", SYNTAX, 1, 2, "\\u", "number of a character", "" },
		{ "a: \"C:\\Temp\\x\"\n", SYNTAX, 1, 7, "\\T", "“\\T” is none", "two backslashes" },
		{ "a: \"C:\\Users\"\n", SYNTAX, 1, 7, "\\U", "number of a character",
		  "two backslashes" },
		{ "a: \"\\ud800\"\n", SYNTAX, 1, 5, "\\u", "number of a character", "" },
	};

	(void)state;
	expect_unreadable(faults, ARRAY_LEN(faults));
}

static void test_indents(void **state)
{
	static const struct fault faults[] = {
		{ "a:\n\tb: c\n", SYNTAX, 2, 1, "\t", "indented with a tab", "spaces" },
		{ "a:\n  - b\n \t- c\n", SYNTAX, 3, 2, "\t", "indented with a tab", "" },
		{ "-\ta: b\n  c: d\n", SYNTAX, 1, 2, "\t", "a tab stands here", "space" },
		{ "a: b\n  c: d\n", SYNTAX, 2, 3, "c", "“c” is indented further", "as “a” above" },
		{ "a: b\n  - c: d\n", SYNTAX, 2, 3, "-", "“a” above it has a text", "" },
		{ "a:\n    - b: c\n      d: e\n   - f: g\n", SYNTAX, 4, 4, "-",
		  "the indent of this line", "by 4 spaces, as the list item above: “b: c”" },
		{ "  - a: b\n    c: d\n   e: f\n", SYNTAX, 3, 4, "e", "the indent of this line",
		  "by 4 spaces, as the key above: “c: d”" },
		{ "  a: b\nc: d\n", SYNTAX, 2, 1, "c", "the indent of this line", "by 2 spaces" },
		{ "a: \"x\"\n  b: c\n", SYNTAX, 2, 3, "b", "the indent of this line",
		  "start of the line" },
		{ "a: >-\n  text\n more\nb: c\n", SYNTAX, 3, 2, "more", "less than the text above",
		  "by 2 spaces" },
		{ "a: b\n\xC2\xA0\xC2\xA0more\nc: d\n", SYNTAX, 2, 1, "\xC2\xA0", "U+00A0",
		  "space bar" },
	};

	(void)state;
	expect_unreadable(faults, ARRAY_LEN(faults));
}

static void test_keys_and_lists(void **state)
{
	static const struct fault faults[] = {
		{ "a: b\nmore text\nc: d\n", SYNTAX, 2, 1, "more text", "neither a key", "colon" },
		{ "A heading\na: b\n", SYNTAX, 1, 1, "A heading", "neither a key", "" },
		{ "title:Housing\nb: c\n", SYNTAX, 1, 6, ":", "behind the colon of “title”",
		  "“title: Housing”" },
		{ "a: b\ntitle:Housing\nb: c\n", SYNTAX, 2, 6, ":", "behind the colon of “title”",
		  "" },
		{ "a:\n  - b\n  -c\n  - d\n", SYNTAX, 3, 3, "-", "behind the hyphen", "“- c”" },
		{ "a: - b\n", SYNTAX, 1, 4, "-", "on the line of its key",
		  "“- b” on the line below" },
		{ "a: b\n- c\n", SYNTAX, 2, 1, "-", "a list item stands among keys",
		  "key of its own" },
		{ "- a\nb: c\n", SYNTAX, 2, 1, "b: c", "among list items", "begin it with" },
		{ ": a\n", SYNTAX, 1, 1, ":", "no key in front of this colon", "" },
	};

	(void)state;
	expect_unreadable(faults, ARRAY_LEN(faults));
}

static void test_brackets(void **state)
{
	static const struct fault faults[] = {
		{ "a: [b, c\nd: e\n", SYNTAX, 1, 4, "[", "never closed", "“]”" },
		{ "a: [b", SYNTAX, 1, 4, "[", "never closed", "“]”" },
		{ "a: {b: c\nd: e\n", SYNTAX, 1, 4, "{", "never closed", "“}”" },
		{ "a: [b, c]]\n", SYNTAX, 1, 10, "]", "closes none", "delete it" },
		{ "a: [b, , c]\n", SYNTAX, 1, 8, ",", "in front of this comma", "" },
		{ "a: [\"b\" c]\n", SYNTAX, 1, 9, "c", "no comma in front of “c”", "" },
		{ "a: [b}\n", SYNTAX, 1, 6, "}", "“}” does not close “[”", "" },
		{ "a: [- b]\n", SYNTAX, 1, 5, "-", "“-” cannot stand here", "" },
	};

	(void)state;
	expect_unreadable(faults, ARRAY_LEN(faults));
}

static void test_merge_conflicts(void **state)
{
	struct fixture f;
	const struct finding *finding;

	(void)state;
	read_bytes(&f,
		   STR("a: |\n  b\n<<<<<<< HEAD\n  c\n||||||| base\n=======\n  d\n>>>>>>> x\n"));
	assert_null(f.root);
	assert_int_equal(f.report.findings.len, 1);
	finding = f.report.findings.at[0];
	expect_fault(finding,
		     &(struct fault){ "", SYNTAX, 3, 1, "<<<<<<<", "merge conflict", "keep" });
	assert_int_equal(finding->related.len, 3);
	assert_int_equal(source_place(&f.source, finding->related.at[2].span.begin).line, 8);
	close_fixture(&f);
	/* A heading in Markdown, and signs that are fewer or further in, are none. */
	read_bytes(&f, STR("a: |\n  Heading\n  =======\n  >>>>>>> x\nb: <<<<<< c\n"));
	assert_non_null(f.root);
	assert_int_equal(f.report.findings.len, 0);
	close_fixture(&f);
}

static void test_documents_and_directives(void **state)
{
	static const struct fault faults[] = {
		{ "a: b\n---\nc: d\n", &kind_yaml_documents, 2, 1, "---", "second document",
		  "delete" },
		{ "a: b\n...\n# x\nc: d\n", &kind_yaml_documents, 4, 1, "c: ", "second document",
		  "" },
		{ "a: b\n--- @\n", &kind_yaml_documents, 2, 1, "---", "second document", "" },
		{ "a: b\na: c\n---\n", &kind_yaml_documents, 3, 1, "---", "second document", "" },
		{ "%YAML 1.2\na: b\n", SYNTAX, 2, 1, "a:", "a line “---” must stand", "delete" },
		{ "%YAML 3.0\n---\na: b\n", SYNTAX, 1, 1, "%YAML 3.0", "an instruction to YAML",
		  "" },
		{ "a: !e!x b\n", &kind_yaml_tag, 1, 4, "!e!x", "name of a type", "quotes" },
		{ "", &kind_yaml_empty, 1, 1, "", "the file is empty", "" },
		{ "\xEF\xBB\xBF", &kind_yaml_empty, 1, 1, "", "the file is empty", "" },
		{ "# a\r\n\r\n  # b", &kind_yaml_empty, 1, 1, "", "blank lines or comments", "" },
		{ "---\n# a\n", &kind_yaml_empty, 1, 1, "", "nothing is written", "" },
	};
	struct fixture f;

	(void)state;
	expect_unreadable(faults, ARRAY_LEN(faults));
	read_bytes(&f,
		   STR("%YAML 1.1\n%TAG !x! tag:example.org,2000:\n--- # x\na: b\n...\n# end\n"));
	assert_non_null(f.root);
	assert_int_equal(f.report.findings.len, 0);
	close_fixture(&f);
}

static void test_encodings(void **state)
{
	static const struct {
		struct str bytes;
		unsigned begin;
		const char *message;
	} faults[] = {
		{ { "a: it\x92s\n", 8 }, 5, "“’” in Windows-1252 (byte 92)" },
		{ { "a: \xA3"
		    "5\n",
		    6 },
		  3,
		  "“£” in Windows-1252" },
		{ { "a: caf\xE9\n", 8 }, 6, "“é” in Windows-1252" },
		{ { "a: \xC3\xA9 \x81\n", 8 }, 6, "is not UTF-8" },
		{ { "a: \xE2\x80\n", 6 }, 3, "is not UTF-8" },
		{ { "a: \xED\xA0\x80\n", 7 }, 3, "is not UTF-8" },
		{ { "\xFF\xFE"
		    "a\0:\0",
		    6 },
		  0,
		  "saved as UTF-16" },
		{ { "\xFE\xFF\0a\0:", 6 }, 0, "saved as UTF-16" },
		{ { "a\0:\0 \0", 6 }, 0, "saved as UTF-16" },
		{ { "\xFF\xFE\0\0a\0\0\0", 8 }, 0, "saved as UTF-32" },
		{ { "\0\0\0a", 4 }, 0, "saved as UTF-32" },
		{ { "a: b\0c\n", 7 }, 4, "U+0000" },
		{ { "a: long enough \x1B[0m\n", 20 }, 15, "U+001B" },
		{ { "a: b\x7F\n", 6 }, 4, "U+007F" },
		{ { "a: \xC2\x9B\n", 6 }, 3, "U+009B" },
		{ { "a: \xEF\xBF\xBE\n", 7 }, 3, "U+FFFE" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(faults); i++) {
		struct fixture f;

		read_bytes(&f, faults[i].bytes);
		assert_null(f.root);
		assert_int_equal(f.report.findings.len, 1);
		assert_ptr_equal(f.report.findings.at[0]->kind, &kind_yaml_encoding);
		assert_int_equal(f.report.findings.at[0]->span.begin, faults[i].begin);
		expect_part(f.report.findings.at[0]->message, faults[i].message,
			    faults[i].bytes.at);
		close_fixture(&f);
	}
}

static void test_keys_that_are_no_texts(void **state)
{
	static const struct fault faults[] = {
		{ "a: 1\n2023: b\n", &kind_yaml_key_type, 2, 1, "2023", "“2023” means a number",
		  "\"2023\"" },
		{ "{a: 1, 1.5: b}\n", &kind_yaml_key_type, 1, 8, "1.5", "a number", "\"1.5\"" },
		{ "{a: £4,000, b: c}\n", &kind_yaml_key_type, 1, 8, "000", "the comma before",
		  "\"£4,000\"" },
		{ "{a: 4, 1.5: c}\n", &kind_yaml_key_type, 1, 8, "1.5", "a number", "" },
		{ "true: b\n", &kind_yaml_key_type, 1, 1, "true", "a yes or no", "" },
		{ "~: b\n", &kind_yaml_key_type, 1, 1, "~", "means nothing", "" },
		{ "? \n: b\n", &kind_yaml_key_type, 1, 2, "", "no key in front of the colon", "" },
		{ "[a]: b\n", &kind_yaml_key_type, 1, 1, "[a]", "this is a list", "quotes" },
		{ "a: {{ name }}\n", &kind_yaml_key_type, 1, 5, "{ name }", "a group of keys",
		  "quotes" },
		{ "? - a\n: b\n", &kind_yaml_key_type, 1, 3, "- a", "a list", "question mark" },
		{ "a: {<<: b, c: d}\n", &kind_yaml_merge_key, 1, 5, "<<", "does not copy",
		  "write the keys" },
	};
	struct fixture f;
	const struct node *a;

	(void)state;
	expect_readable(faults, ARRAY_LEN(faults));
	read_bytes(&f, STR("a: &x {<<: {b: 1}, c: 2}\n2023: d\nno: e\n\"2\": f\n"));
	assert_int_equal(f.report.findings.len, 2);
	a = node_find(f.root, STR("a"));
	assert_true(a->bad);
	assert_false(f.root->bad);
	assert_int_equal(a->count, 1);
	assert_int_equal(f.root->count, 3);
	assert_non_null(node_find(f.root, STR("no")));
	assert_non_null(node_find(f.root, STR("2")));
	close_fixture(&f);
}

static void test_duplicate_keys(void **state)
{
	struct fixture f;
	struct buf many = { 0 };
	const struct finding *finding;

	(void)state;
	read_bytes(&f, STR("a: 1\nb: 2\n\"a\": 3\na: 4\n"));
	assert_int_equal(f.report.findings.len, 2);
	finding = f.report.findings.at[0];
	expect_fault(finding, &(struct fault){ "", &kind_yaml_duplicate_key, 3, 1, "\"a\"",
					       "“a” stands twice", "delete one" });
	assert_int_equal(finding->related.len, 1);
	assert_int_equal(finding->related.at[0].span.begin, 0);
	assert_true(str_equal(finding->related.at[0].message, STR("first defined here")));
	assert_int_equal(f.root->count, 2);
	assert_true(str_equal(node_find(f.root, STR("a"))->text, STR("1")));
	close_fixture(&f);

	for (unsigned i = 0; i < 5000; i++)
		buf_printf(&many, "key-%u: x\n", i == 4321 ? 17 : i);
	read_bytes(&f, buf_str(&many));
	assert_int_equal(f.report.findings.len, 1);
	assert_int_equal(source_place(&f.source, f.report.findings.at[0]->span.begin).line, 4322);
	assert_int_equal(
		source_place(&f.source, f.report.findings.at[0]->related.at[0].span.begin).line,
		18);
	assert_int_equal(f.root->count, 4999);
	close_fixture(&f);
	buf_release(&many);
}

static void test_tags(void **state)
{
	static const struct fault faults[] = {
		{ "a: !important Note\n", &kind_yaml_tag, 1, 4, "!important", "name of a type",
		  "quotes" },
		{ "a: &x !!binary aGk=\n", &kind_yaml_tag, 1, 7, "!!binary", "name of a type", "" },
		{ "a: !!int abc\n", &kind_yaml_tag, 1, 4, "!!int", "a whole number follows",
		  "delete" },
		{ "a: !!seq {b: c}\n", &kind_yaml_tag, 1, 4, "!!seq", "a list follows", "" },
		{ "a: !<tag:x> b\n", &kind_yaml_tag, 1, 4, "!<tag:x>", "name of a type", "" },
		{ "a: !!omap [b: c]\n", &kind_yaml_tag, 1, 4, "!!omap", "name of a type", "" },
	};
	struct fixture f;

	(void)state;
	expect_readable(faults, ARRAY_LEN(faults));
	read_bytes(
		&f,
		STR("a: !!str 5\nb: ! 5\nc: !!int \"5\"\nd: !!float 5\ne: !!null ''\nf: !!map {}\n"
		    "g: !!seq\n- x\nh: !<tag:yaml.org,2002:bool> true\n!!str i: !!str\n"));
	assert_int_equal(f.report.findings.len, 0);
	assert_int_equal(node_find(f.root, STR("a"))->type, TYPE_TEXT);
	assert_int_equal(node_find(f.root, STR("b"))->type, TYPE_TEXT);
	assert_int_equal(node_find(f.root, STR("c"))->type, TYPE_INTEGER);
	assert_int_equal(node_find(f.root, STR("d"))->type, TYPE_FLOAT);
	assert_int_equal(node_find(f.root, STR("e"))->type, TYPE_NULL);
	assert_int_equal(node_find(f.root, STR("h"))->type, TYPE_BOOL);
	assert_int_equal(node_find(f.root, STR("i"))->type, TYPE_TEXT);
	close_fixture(&f);
}

static void test_aliases(void **state)
{
	static const struct fault faults[] = {
		{ "a:\n  - *Draft\n", &kind_yaml_alias, 2, 5, "*Draft", "none has that name",
		  "\"*Draft\"" },
		{ "a: &x [b, *x]\n", &kind_yaml_alias, 1, 11, "*x", "that it stands in",
		  "write out" },
	};
	struct fixture f;
	const struct node *node;

	(void)state;
	expect_readable(faults, ARRAY_LEN(faults));
	read_bytes(&f, STR("a: &x {b: &y c}\nd: *x\ne: *y\nf: &x 2\ng: *x\n*y : h\n"));
	assert_int_equal(f.report.findings.len, 0);
	assert_ptr_equal(node_find(f.root, STR("a")), node_find(f.root, STR("d")));
	assert_true(str_equal(node_find(f.root, STR("e"))->text, STR("c")));
	assert_true(str_equal(node_find(f.root, STR("g"))->text, STR("2")));
	assert_true(str_equal(node_find(f.root, STR("c"))->text, STR("h")));
	close_fixture(&f);
	read_bytes(&f, STR("a: *b\n"));
	node = node_find(f.root, STR("a"));
	assert_true(node->bad);
	close_fixture(&f);
}

static void expect_stopped(struct buf *bytes, const struct finding_kind *kind, const char *message)
{
	struct fixture f;

	read_bytes(&f, buf_str(bytes));
	assert_null(f.root);
	assert_int_equal(f.report.findings.len, 1);
	assert_ptr_equal(f.report.findings.at[0]->kind, kind);
	expect_part(f.report.findings.at[0]->message, message, "");
	close_fixture(&f);
	bytes->len = 0;
}

static void expect_read(struct buf *bytes)
{
	struct fixture f;

	read_bytes(&f, buf_str(bytes));
	assert_non_null(f.root);
	assert_int_equal(f.report.findings.len, 0);
	close_fixture(&f);
	bytes->len = 0;
}

static void repeat(struct buf *bytes, const char *text, unsigned count)
{
	while (count--)
		buf_add_c(bytes, text);
}

/* Nine lists of ten, each of the one before: a thousand million values in 400 bytes. */
static void add_bomb(struct buf *bytes)
{
	buf_add_c(bytes, "a0: &a0 x\n");
	for (unsigned i = 1; i < 10; i++) {
		buf_printf(bytes, "a%u: &a%u [", i, i);
		for (unsigned j = 0; j < 10; j++)
			buf_printf(bytes, "*a%u,", i - 1);
		buf_add_c(bytes, "]\n");
	}
}

static void test_bounds(void **state)
{
	struct buf bytes = { 0 };

	(void)state;
	repeat(&bytes, "[", 64);
	repeat(&bytes, "]", 64);
	expect_read(&bytes);
	repeat(&bytes, "[", 65);
	repeat(&bytes, "]", 65);
	expect_stopped(&bytes, &kind_yaml_limit, "64 deep");
	repeat(&bytes, "- ", 65);
	expect_stopped(&bytes, &kind_yaml_limit, "64 deep");
	repeat(&bytes, "[", 1000000);
	expect_stopped(&bytes, &kind_yaml_limit, "64 deep");
	repeat(&bytes, "{a: ", 500000);
	expect_stopped(&bytes, &kind_yaml_limit, "64 deep");

	repeat(&bytes, "- x\n", YAML_MAX_NODES - 1);
	expect_read(&bytes);
	repeat(&bytes, "- x\n", YAML_MAX_NODES);
	expect_stopped(&bytes, &kind_yaml_limit, "100,000 values");
	add_bomb(&bytes);
	expect_stopped(&bytes, &kind_yaml_alias, "100,000 values");
	/* Aliases that make the tree deeper than the file. */
	buf_add_c(&bytes, "a: &a ");
	repeat(&bytes, "[", 40);
	repeat(&bytes, "]", 40);
	buf_add_c(&bytes, "\nb: ");
	repeat(&bytes, "[", 40);
	buf_add_c(&bytes, "*a");
	repeat(&bytes, "]", 40);
	expect_stopped(&bytes, &kind_yaml_limit, "64 deep");

	repeat(&bytes, "# 1234567890123\n", 262144 - 1);
	buf_add_c(&bytes, "a: b # 23456789\n");
	assert_int_equal(bytes.len, YAML_MAX_BYTES);
	expect_read(&bytes);
	repeat(&bytes, "# 1234567890123\n", 262144);
	buf_add_c(&bytes, "x");
	expect_stopped(&bytes, &kind_yaml_limit, "4 MiB");
	repeat(&bytes, "%TAG !a! x\n", 300000);
	expect_stopped(&bytes, &kind_yaml_limit, "begin with “%”");
	buf_add_c(&bytes, "a: b\n...\n");
	for (unsigned i = 0; i < 200000; i++)
		buf_printf(&bytes, "%%TAG !a%u! x\n", i);
	expect_stopped(&bytes, &kind_yaml_documents, "second document");
	buf_release(&bytes);
}

static void test_types(void **state)
{
	static const struct {
		const char *text;
		enum node_type type;
	} cases[] = {
		{ "", TYPE_NULL },           { "~", TYPE_NULL },     { "null", TYPE_NULL },
		{ "Null", TYPE_NULL },       { "NULL", TYPE_NULL },  { "nULL", TYPE_TEXT },
		{ "nullx", TYPE_TEXT },      { "true", TYPE_BOOL },  { "False", TYPE_BOOL },
		{ "TRUE", TYPE_BOOL },       { "tRUE", TYPE_TEXT },  { "yes", TYPE_TEXT },
		{ "no", TYPE_TEXT },         { "on", TYPE_TEXT },    { "0", TYPE_INTEGER },
		{ "-12", TYPE_INTEGER },     { "+7", TYPE_INTEGER }, { "007", TYPE_INTEGER },
		{ "0o17", TYPE_INTEGER },    { "0o18", TYPE_TEXT },  { "0x1F", TYPE_INTEGER },
		{ "0xg", TYPE_TEXT },        { "-0x1", TYPE_TEXT },  { "0x", TYPE_TEXT },
		{ "1_000", TYPE_TEXT },      { "1,000", TYPE_TEXT }, { "1.10", TYPE_FLOAT },
		{ "1.", TYPE_FLOAT },        { ".5", TYPE_FLOAT },   { "-1.5e3", TYPE_FLOAT },
		{ "1e3", TYPE_FLOAT },       { "1e", TYPE_TEXT },    { "1e+", TYPE_TEXT },
		{ ".", TYPE_TEXT },          { "-", TYPE_TEXT },     { "+", TYPE_TEXT },
		{ "-.", TYPE_TEXT },         { "e3", TYPE_TEXT },    { ".e3", TYPE_TEXT },
		{ "1.2.3", TYPE_TEXT },      { ".inf", TYPE_FLOAT }, { "-.INF", TYPE_FLOAT },
		{ "+.Inf", TYPE_FLOAT },     { ".iNF", TYPE_TEXT },  { ".nan", TYPE_FLOAT },
		{ "-.nan", TYPE_TEXT },      { ".NaN", TYPE_FLOAT }, { "2023-09", TYPE_TEXT },
		{ "2023-11-30", TYPE_TEXT }, { "12:30", TYPE_TEXT }, { "10%", TYPE_TEXT },
		{ "0b1", TYPE_TEXT },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		if (node_type_of_plain(str_from(cases[i].text)) != cases[i].type)
			fail_msg("“%s” is not of type %d", cases[i].text, (int)cases[i].type);
	}
}

static void test_tree(void **state)
{
	struct fixture f;
	const struct node *list;

	(void)state;
	read_bytes(&f, STR("a: [1, '1', >x, ~]\nb:\n"));
	assert_null(f.root);
	close_fixture(&f);
	read_bytes(&f, STR("a: [1, '1', x, ~]\nb:\n"));
	assert_non_null(f.root);
	assert_int_equal(f.root->kind, NODE_MAP);
	assert_int_equal(f.root->style, STYLE_BLOCK);
	list = node_find(f.root, STR("a"));
	assert_int_equal(list->kind, NODE_LIST);
	assert_int_equal(list->style, STYLE_FLOW);
	assert_int_equal(list->count, 4);
	assert_int_equal(list->items[0]->type, TYPE_INTEGER);
	assert_int_equal(list->items[1]->type, TYPE_TEXT);
	assert_int_equal(list->items[1]->style, STYLE_SINGLE);
	assert_int_equal(list->items[2]->type, TYPE_TEXT);
	assert_true(node_is_null(list->items[3]));
	assert_true(node_is_null(node_find(f.root, STR("b"))));
	assert_null(node_find(f.root, STR("c")));
	assert_null(node_find(list, STR("a")));
	assert_null(node_find(NULL, STR("a")));
	/* Nobody need want to know. */
	assert_non_null(yaml_read(&f.source, &f.arena, NULL));
	close_fixture(&f);
	arena_init(&f.arena);
	source_init(&f.source, &f.arena, STR("x"), STR("a: \"b"));
	assert_null(yaml_read(&f.source, &f.arena, NULL));
	close_fixture(&f);
	/* What was found in other files stays. */
	read_bytes(&f, STR("a: 1\na: 2\n"));
	source_init(&f.source, &f.arena, STR("x"), STR("a: 1\na: 2\nb: \"c\n"));
	assert_null(yaml_read(&f.source, &f.arena, &f.report));
	assert_int_equal(f.report.findings.len, 2);
	assert_ptr_equal(f.report.findings.at[0]->kind, &kind_yaml_duplicate_key);
	assert_ptr_equal(f.report.findings.at[1]->kind, &kind_yaml_syntax);
	close_fixture(&f);
}

/* The examples that are shown with each kind of finding do what they say. */
static void test_examples(void **state)
{
	static const struct finding_kind *const kinds[] = {
		&kind_yaml_syntax,    &kind_yaml_encoding, &kind_yaml_duplicate_key,
		&kind_yaml_key_type,  &kind_yaml_tag,      &kind_yaml_merge_key,
		&kind_yaml_documents, &kind_yaml_alias,    &kind_yaml_limit,
		&kind_yaml_empty,
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		struct fixture f;

		if (!kinds[i]->bad)
			continue;
		read_bytes(&f, str_from(kinds[i]->bad));
		assert_int_equal(f.report.findings.len, 1);
		assert_ptr_equal(f.report.findings.at[0]->kind, kinds[i]);
		close_fixture(&f);
		read_bytes(&f, str_from(kinds[i]->good));
		assert_int_equal(f.report.findings.len, 0);
		close_fixture(&f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tree),
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_texts_that_need_quotes),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_indents),
		cmocka_unit_test(test_keys_and_lists),
		cmocka_unit_test(test_brackets),
		cmocka_unit_test(test_merge_conflicts),
		cmocka_unit_test(test_documents_and_directives),
		cmocka_unit_test(test_encodings),
		cmocka_unit_test(test_keys_that_are_no_texts),
		cmocka_unit_test(test_duplicate_keys),
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_aliases),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_examples),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
