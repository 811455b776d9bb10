/* That what two states of the plans share is read and parsed once, or not at all. */
#include "base/attributes.h"
#include "compile/compile.h"
#include "git_box.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PLAN                                                               \
	"title: Homes\nstatus: draft\nx-one: &a [one, {two: \"a\\tb\"}]\n" \
	"x-two: [*a, *a]\nthemes: [themes/one.yaml, themes/two.yaml]"
#define THEME(id, due) \
	"id: theme-" id "\ntitle: T\nactions: [{id: " id ", activity: A, due: " due "}]"
#define COMMIT(mark, day)                                                                      \
	"commit refs/heads/main\nmark :" mark "\ncommitter Head of Housing <h@a.example> " day \
	" +0000\ndata 1\nx\n"
#define FILE_OF(path, text) "M 100644 inline " path "\ndata <<END\n" text "\nEND\n"

/* Two councils, two plans of the first; what is done to them then. */
static const char *const stream[] = {
	COMMIT("1", "1714500000"),
	FILE_OF("a/council.yaml", "name: A"),
	FILE_OF("a/homes/plan.yaml", PLAN),
	FILE_OF("a/homes/themes/one.yaml", THEME("one", "2030-01")),
	FILE_OF("a/homes/themes/two.yaml", THEME("two", "2030-01")),
	FILE_OF("a/parks/plan.yaml", PLAN),
	FILE_OF("a/parks/themes/one.yaml", THEME("one", "2030-01")),
	FILE_OF("a/parks/themes/two.yaml", THEME("two", "2030-01")),
	FILE_OF("b/council.yaml", "name: B"),
	FILE_OF("b/homes/plan.yaml", "title: B\nstatus: draft"),
	COMMIT("2", "1714600000"),
	"from :1\n",
	FILE_OF("a/homes/themes/two.yaml", THEME("two", "2030-02")),
	COMMIT("3", "1714700000"),
	"from :2\n",
	FILE_OF("planc.yaml", "exclude: [b]"),
	COMMIT("4", "1714800000"),
	"from :3\n",
	FILE_OF("a/homes/themes/two.yaml", "id: ["),
};

static int open_box(void **state)
{
	*state = git_box_new(stream, ARRAY_LEN(stream));
	return 0;
}

static struct input *open_commit(struct git_box *box, const char *word)
{
	struct commit commit;
	struct input *input;
	struct str why;

	assert_true(revision_find(box->repository, &box->arena, word, &commit, &why));
	input = input_open_revision(&box->arena, box->repository, &commit, STR(""), &why);
	assert_non_null(input);
	return input;
}

/* Compiles two commits, each without what is the same in the other; returns how many plans that gave. */
static size_t compile_both(struct git_box *box, const char *old, const char *new, size_t read)
{
	struct input *inputs[2] = { open_commit(box, old), open_commit(box, new) };
	struct compilation compiled[2];
	struct tree_cache cache;
	size_t plans;

	tree_cache_init(&cache);
	for (size_t i = 0; i < 2; i++) {
		struct compile_options options = {
			.skip_rules = true,
			.unlike = inputs[!i],
			.cache = &cache,
		};

		assert_int_equal(compile(&compiled[i], inputs[i], &options), COMPILE_DONE);
		assert_true(compiled[i].has_same || strcmp(old, new) != 0);
	}
	plans = compiled[0].plans.len + compiled[1].plans.len;
	assert_int_equal(inputs[0]->opened + inputs[1]->opened, read);
	for (size_t i = 0; i < 2; i++) {
		compilation_release(&compiled[i]);
		input_close(inputs[i]);
	}
	tree_cache_release(&cache);
	return plans;
}

static void test_reads_what_differs(void **state)
{
	struct git_box *box = *state;

	assert_int_equal(compile_both(box, "main~3", "main~3", 0), 0);
	/* The council, the plan's own file, its first theme, and the second twice. */
	assert_int_equal(compile_both(box, "main~3", "main~2", 5), 2);
	/* The settings say what there is: all files of the plans, some of which are alike. */
	assert_int_equal(compile_both(box, "main~2", "main~1", 1 + 1 + 1 + 1 + 2 + 2), 5);
	/* What cannot be parsed is not kept; there is no more of it to be read either. */
	assert_int_equal(compile_both(box, "main~1", "main", 1 + 1 + 1 + 1 + 2), 2);
}

/* Nothing that a compiler does to a tree is seen by the next that asks for it. */
static void test_copies_are_apart(void **state)
{
	struct source source = { 0 };
	struct tree_cache cache;
	struct input_id id = tree_cache_id(STR(PLAN));
	struct arena arena;
	struct node *first, *second;

	(void)state;
	arena_init(&arena);
	tree_cache_init(&cache);
	assert_null(tree_cache_find(&cache, &id, &arena, &source));
	tree_cache_add(&cache, &id, STR(PLAN));
	tree_cache_add(&cache, &id, STR(PLAN));
	assert_int_equal(cache.parsed, 1);
	first = tree_cache_find(&cache, &id, &arena, &source);
	node_find(first, STR("x-one"))->items[1]->pairs[0].value->bad = true;
	second = tree_cache_find(&cache, &id, &arena, &source);
	second = node_find(second, STR("x-two"))->items[1];
	assert_false(second->items[1]->pairs[0].value->bad);
	assert_true(str_equal(second->items[1]->pairs[0].value->text, STR("a\tb")));
	assert_ptr_equal(second->source, &source);
	assert_true(str_equal(source.bytes, STR(PLAN)));
	tree_cache_release(&cache);
	arena_release(&arena);
}

static void test_faults_are_not_kept(void **state)
{
	static const char *const faulty[] = { "", "a: [", "a: 1\na: 2", "a: !b c", "\xff" };
	struct source source = { 0 };
	struct tree_cache cache;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	tree_cache_init(&cache);
	for (size_t i = 0; i < ARRAY_LEN(faulty); i++) {
		struct input_id id = tree_cache_id(str_from(faulty[i]));

		tree_cache_add(&cache, &id, str_from(faulty[i]));
		assert_null(tree_cache_find(&cache, &id, &arena, &source));
	}
	assert_int_equal(cache.parsed, ARRAY_LEN(faulty));
	assert_int_equal(cache.bytes, 0);
	tree_cache_release(&cache);
	arena_release(&arena);
}

/* What was asked for last stays. */
static void test_is_bounded(void **state)
{
	enum { SIZE = 4000000, COUNT = 30 };
	char *text = malloc(SIZE);
	struct source source = { 0 };
	struct tree_cache cache;
	struct arena arena;
	size_t kept = 0;

	(void)state;
	arena_init(&arena);
	tree_cache_init(&cache);
	memset(text, 'a', SIZE);
	for (size_t i = 0; i < COUNT; i++) {
		struct input_id id = { { (unsigned char)i } };

		tree_cache_add(&cache, &id, (struct str){ text, SIZE });
		assert_non_null(
			tree_cache_find(&cache, &(struct input_id){ { 0 } }, &arena, &source));
		tree_cache_trim(&cache);
	}
	for (size_t i = 0; i < COUNT; i++)
		kept += tree_cache_find(&cache, &(struct input_id){ { (unsigned char)i } }, &arena,
					&source) != NULL;
	assert_in_range(kept, 2, COUNT - 1);
	assert_int_equal(kept, cache.list.len);
	assert_non_null(tree_cache_find(&cache, &(struct input_id){ { 0 } }, &arena, &source));
	assert_non_null(
		tree_cache_find(&cache, &(struct input_id){ { COUNT - 1 } }, &arena, &source));
	tree_cache_release(&cache);
	arena_release(&arena);
	free(text);
}

/* As `git hash-object` has it. */
static void test_id(void **state)
{
	static const unsigned char git[] = { 0x58, 0x7b, 0xe6, 0xb4, 0xc3, 0xf9, 0x3f,
					     0x93, 0xc4, 0x89, 0xc0, 0x11, 0x1b, 0xba,
					     0x55, 0x96, 0x14, 0x7a, 0x26, 0xcb };
	struct input_id id = tree_cache_id(STR("x\n"));

	(void)state;
	assert_memory_equal(id.bytes, git, sizeof(git));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_reads_what_differs, open_box, git_box_close),
		cmocka_unit_test(test_copies_are_apart),
		cmocka_unit_test(test_faults_are_not_kept),
		cmocka_unit_test(test_is_bounded),
		cmocka_unit_test(test_id),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
