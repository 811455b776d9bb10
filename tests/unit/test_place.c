/* Places: each way of writing a text by hand, and every file in plans/. */
#include "base/file.h"
#include "tree/pointer.h"
#include "place_checks.h"

#include <ftw.h>

struct fixture {
	struct arena arena;
	struct report report;
	struct node *root;
};

static void open_fixture(struct fixture *fixture, const char *bytes)
{
	arena_init(&fixture->arena);
	fixture->root = read_text(str_from(bytes), &fixture->arena, &fixture->report);
	assert_non_null(fixture->root);
	check_node(fixture->root, &fixture->arena);
}

static void close_fixture(struct fixture *fixture)
{
	arena_release(&fixture->arena);
}

static const struct node *at(const struct fixture *fixture, const char *pointer)
{
	const struct node *node = pointer_find(fixture->root, str_from(pointer));

	if (!node)
		fail_msg("nothing at %s", pointer);
	return node;
}

static struct str written(const struct span span)
{
	return str_slice(span.source->bytes, span.begin, span.end);
}

static void expect(struct str found, const char *wanted)
{
	if (!str_equal(found, str_from(wanted)))
		fail_msg("“%.*s”, not “%s”", STR_ARG(found), wanted);
}

/* The file's bytes of the node are these. */
static void expect_written(const struct fixture *fixture, const char *pointer, const char *wanted)
{
	expect(written(node_span(at(fixture, pointer))), wanted);
}

/* The word stands once in the value and once in the file, and that is where the place is. */
static void expect_word(const struct fixture *fixture, const char *pointer, const char *word)
{
	const struct node *scalar = at(fixture, pointer);
	size_t index = str_find(scalar->text, str_from(word), 0);
	struct span span;

	assert_true(index < scalar->text.len);
	span = node_span_of_text(scalar, index, index + strlen(word));
	expect(written(span), word);
	assert_int_equal(span.begin, str_find(scalar->source->bytes, str_from(word), 0));
}

static void test_plain(void **state)
{
	struct fixture f;

	(void)state;
	open_fixture(&f, "\xEF\xBB\xBFtitle: Café survey # not this\r\n"
			 "summary:   one\t two\r\n"
			 "   three \r\n"
			 "\r\n"
			 "   four\r\n"
			 "2nd: x\r\n");
	expect_written(&f, "/title", "Café survey");
	expect_word(&f, "/title", "survey");
	expect(at(&f, "/summary")->text, "one\t two three\nfour");
	expect_written(&f, "/summary", "one\t two\r\n   three \r\n\r\n   four");
	expect_word(&f, "/summary", "two");
	expect_word(&f, "/summary", "three");
	expect_word(&f, "/summary", "four");
	expect_written(&f, "/2nd", "x");
	expect_written(&f, "",
		       "title: Café survey # not this\r\nsummary:   one\t two\r\n   three \r\n"
		       "\r\n   four\r\n2nd: x");
	close_fixture(&f);
}

static void test_quoted(void **state)
{
	struct fixture f;

	(void)state;
	open_fixture(&f, "a: 'don''t ''stop'' here\n"
			 "\n"
			 "  below '\n"
			 "b: \"tab\\tand\\u00e9 caf\\xe9s \\\n"
			 "    joined\\\n"
			 "\n"
			 "    after\\\\end\"\n"
			 "\"c \\u0064\": \"\"\n"
			 "e: ''\n");
	expect(at(&f, "/a")->text, "don't 'stop' here\nbelow ");
	expect_word(&f, "/a", "stop");
	expect_word(&f, "/a", "here");
	expect_word(&f, "/a", "below");
	expect(at(&f, "/b")->text, "tab\tandé cafés joined\nafter\\end");
	expect_word(&f, "/b", "tab");
	expect_word(&f, "/b", "joined");
	expect_word(&f, "/b", "after");
	expect(written(node_span_of_text(at(&f, "/b"), 3, 4)), "\\t");
	expect(written(node_span_of_text(at(&f, "/b"), 7, 9)), "\\u00e9");
	expect(written(node_span_of_text(at(&f, "/a"), 3, 4)), "''");
	expect_written(&f, "/c d", "\"\"");
	expect_written(&f, "/e", "''");
	assert_int_equal(at(&f, "/e")->type, TYPE_TEXT);
	close_fixture(&f);
}

static void test_block(void **state)
{
	struct fixture f;

	(void)state;
	open_fixture(&f, "a: >- # folded\n"
			 "    one\n"
			 "    two\n"
			 "\n"
			 "    three\n"
			 "      more\n"
			 "      still\n"
			 "    four\n"
			 "\n"
			 "  # a comment\n"
			 "b: |2+\n"
			 "    five\n"
			 "   \n"
			 "  six\n"
			 "\n"
			 "c:\n"
			 "  - &x |\n"
			 "   seven \n"
			 "\n"
			 "\n"
			 "  - !!str >\n"
			 "   eight\n"
			 "     \n"
			 "d: |-\n"
			 "e: |\n"
			 "  nine");
	expect(at(&f, "/a")->text, "one two\nthree\n  more\n  still\nfour");
	expect_written(&f, "/a",
		       ">- # folded\n    one\n    two\n\n    three\n      more\n      still\n"
		       "    four");
	expect_word(&f, "/a", "two");
	expect_word(&f, "/a", "  still");
	expect_word(&f, "/a", "four");
	expect(at(&f, "/b")->text, "  five\n \nsix\n\n");
	expect_written(&f, "/b", "|2+\n    five\n   \n  six\n");
	expect_word(&f, "/b", "  five");
	expect_word(&f, "/b", "six");
	expect(at(&f, "/c/0")->text, "seven \n");
	expect_written(&f, "/c/0", "|\n   seven ");
	expect(at(&f, "/c/1")->text, "eight\n  \n");
	expect_written(&f, "/c/1", ">\n   eight\n     ");
	expect_written(&f, "/c", "- &x |\n   seven \n\n\n  - !!str >\n   eight\n     ");
	expect_written(&f, "/d", "|-");
	expect(at(&f, "/d")->text, "");
	expect(at(&f, "/e")->text, "nine");
	expect_word(&f, "/e", "nine");
	close_fixture(&f);
}

/* What is not there stands right behind its colon or hyphen. */
static void expect_nothing(const struct fixture *fixture, const char *pointer, uint32_t offset)
{
	const struct node *node = at(fixture, pointer);

	assert_true(node_is_null(node));
	assert_int_equal(node->begin, offset);
	assert_int_equal(node->end, offset);
}

static void test_nothing(void **state)
{
	/*                     0         1           2         3         4         5
	 *                     0123456 7890123456 7 8901234567890 123456789012345678901234 */
	static const char bytes[] =
		"due:   \n# none\n\nb :\nc:\n-\n- \nd: {e: , f, \"g\":}\nh: !!null\ni: &a # x\n";
	struct fixture f;
	struct str text = str_from(bytes);

	(void)state;
	open_fixture(&f, bytes);
	expect_nothing(&f, "/due", 4);
	expect_nothing(&f, "/b", (uint32_t)str_find(text, STR("b :"), 0) + 3);
	expect_nothing(&f, "/c/0", (uint32_t)str_find(text, STR("-\n"), 0) + 1);
	expect_nothing(&f, "/c/1", (uint32_t)str_find(text, STR("- \n"), 0) + 1);
	expect_nothing(&f, "/d/e", (uint32_t)str_find(text, STR("e: ,"), 0) + 2);
	expect_nothing(&f, "/d/f", (uint32_t)str_find(text, STR("f,"), 0) + 1);
	expect_nothing(&f, "/d/g", (uint32_t)str_find(text, STR("\"g\":"), 0) + 4);
	expect_nothing(&f, "/h", (uint32_t)str_find(text, STR("!!null"), 0) + 6);
	expect_nothing(&f, "/i", (uint32_t)str_find(text, STR("&a"), 0) + 2);
	close_fixture(&f);
}

static void test_lists_and_groups(void **state)
{
	struct fixture f;

	(void)state;
	open_fixture(&f, "# £ before\n"
			 "a: &list # £\n"
			 "  - x: 1\n"
			 "    y: [p, {q: r}, s: t,\n"
			 "      u]   # end\n"
			 "  -  - deep\n"
			 "     -\n"
			 "\n"
			 "b: !!map\n"
			 "  # here\n"
			 "  ? z\n"
			 "  : w\n"
			 "c: *list\n"
			 "d: { \"j\":k }\n");
	expect_written(&f, "/a",
		       "- x: 1\n    y: [p, {q: r}, s: t,\n      u]   # end\n  -  - deep\n     -");
	expect_written(&f, "/a/0", "x: 1\n    y: [p, {q: r}, s: t,\n      u]");
	expect_written(&f, "/a/0/y", "[p, {q: r}, s: t,\n      u]");
	expect_written(&f, "/a/0/y/1", "{q: r}");
	expect_written(&f, "/a/0/y/2", "s: t");
	expect_written(&f, "/a/1", "- deep\n     -");
	expect_written(&f, "/b", "? z\n  : w");
	expect_written(&f, "/d", "{ \"j\":k }");
	assert_ptr_equal(at(&f, "/c"), at(&f, "/a"));
	assert_int_equal(at(&f, "")->end, str_find(f.root->source->bytes, STR("k }"), 0) + 3);
	close_fixture(&f);
}

/* U+0085, U+2028 and U+2029 end no line: what libyaml does with them must not show. */
static void test_odd_breaks(void **state)
{
	struct fixture f;

	(void)state;
	open_fixture(&f, "a: one\xE2\x80\xA8two \xC2\x85 three\n"
			 "b\xE2\x80\xA9: \"four\xE2\x80\xA9"
			 "five\\u2028 \xE2\x80\xA7 \xC2\xA0\" # x\xE2\x80\xA8y: z\n"
			 "c: >\n"
			 "  six\xC2\x85seven\n"
			 "  eight\n");
	expect(at(&f, "/a")->text, "one\xE2\x80\xA8two \xC2\x85 three");
	expect_word(&f, "/a", "two");
	expect_word(&f, "/a", "three");
	expect(at(&f, "/b\xE2\x80\xA9")->text, "four\xE2\x80\xA9"
					       "five\xE2\x80\xA8 \xE2\x80\xA7 \xC2\xA0");
	expect_word(&f, "/b\xE2\x80\xA9", "five");
	expect(at(&f, "/c")->text, "six\xC2\x85seven eight\n");
	expect_word(&f, "/c", "seven");
	assert_int_equal(f.root->count, 3);
	close_fixture(&f);
}

/* A text that the file holds as it is needs no copy. */
static void test_text_is_a_piece_of_the_file(void **state)
{
	struct fixture f;
	const char *bytes;

	(void)state;
	open_fixture(&f, "a: plain words\nb: 'single'\nc: \"double\"\n");
	bytes = f.root->source->bytes.at;
	assert_ptr_equal(at(&f, "/a")->text.at, bytes + 3);
	assert_ptr_equal(at(&f, "/b")->text.at, bytes + 19);
	assert_ptr_equal(at(&f, "/c")->text.at, bytes + 31);
	close_fixture(&f);
}

static unsigned files_read;

static int check_file(const char *path, const struct stat *status, int flag, struct FTW *walk)
{
	struct arena arena;
	struct report report;
	struct str bytes, why;
	struct node *root;

	(void)status;
	(void)walk;
	if (flag != FTW_F || !str_ends(str_from(path), STR(".yaml")))
		return 0;
	arena_init(&arena);
	assert_true(file_read_path(path, YAML_MAX_BYTES, &arena, &bytes, &why));
	root = read_text(bytes, &arena, &report);
	if (!root)
		fail_msg("%s cannot be read", path);
	check_node(root, &arena);
	arena_release(&arena);
	files_read++;
	return 0;
}

/* Every file of the plans (PLANS, or plans/). */
static void test_plans(void **state)
{
	const char *folder = getenv("PLANS");

	(void)state;
	assert_int_equal(nftw(folder ? folder : "plans", check_file, 16, FTW_PHYS), 0);
	assert_true(files_read > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_quoted),
		cmocka_unit_test(test_block),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_lists_and_groups),
		cmocka_unit_test(test_odd_breaks),
		cmocka_unit_test(test_text_is_a_piece_of_the_file),
		cmocka_unit_test(test_plans),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
