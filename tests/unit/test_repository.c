#include "input/history.h"
#include "input/repository.h"
#include "base/civil.h"
#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* main: one, two, a merge of topic, four; topic: one, side. */
#define WHO " Head of Housing <housing@anytown.example> "
#define COMMIT(branch, mark, seconds)                                          \
	"commit refs/heads/" branch "\nmark :" mark "\nauthor" WHO "1 +0000\n" \
	"committer" WHO seconds "\ndata 1\nx\n"
#define FILE_OF(path, text) "M 100644 inline " path "\ndata <<END\n" text "\nEND\n"
#define LINK_OF(path, len, to) "M 120000 inline " path "\ndata " len "\n" to "\n"
static const char *const stream[] = {
	COMMIT("main", "1", "1714521599 +0100"), /* 30 April 2024, late in the evening, in UTC */
	FILE_OF("plans/a/plan.yaml", "title: A"),
	FILE_OF("plans/a/themes/one.yaml", "id: one"),
	FILE_OF("plans/b.yaml", "id: one"),
	FILE_OF("plans.yaml", "x: 1"),
	LINK_OF("plans/a/inside.yaml", "15", "themes/one.yaml"),
	LINK_OF("plans/a/outside.yaml", "16", "../../plans.yaml"),
	LINK_OF("plans/folder", "8", "a/themes"),
	"M 160000 1234567890123456789012345678901234567890 plans/module\n\n",
	COMMIT("topic", "2", "1714600000 +0000"),
	"from :1\n",
	FILE_OF("plans/a/themes/two.yaml", "id: two"),
	COMMIT("main", "3", "1714600001 +0000"),
	"from :1\n",
	FILE_OF("plans/a/plan.yaml", "title: B"),
	COMMIT("main", "4", "1714700000 +0000"),
	"from :3\nmerge :2\n",
	FILE_OF("plans/a/themes/two.yaml", "id: two"),
	COMMIT("main", "5", "1714800000 +0000"),
	"from :4\n\n",
	COMMIT("apart", "6", "9223372036854775 +0000"),
};

struct box {
	struct arena arena;
	char top[64];
	struct repository *repository;
};

static void run(struct box *box, const char *command)
{
	const char *whole = arena_printf(&box->arena,
					 "cd '%s' && HOME=$PWD GIT_CONFIG_NOSYSTEM=1; "
					 "export HOME GIT_CONFIG_NOSYSTEM; %s",
					 box->top, command)
				    .at;

	assert_int_equal(system(whole), 0);
}

static void open_at(struct box *box, const char *folder)
{
	struct repository_request request = {
		.path = arena_printf(&box->arena, "%s/%s", box->top, folder).at,
		.here = str_from(box->top),
	};
	struct str why;

	repository_close(box->repository);
	box->repository = repository_open(&box->arena, &request, &why);
	assert_non_null(box->repository);
}

static int open_box(void **state)
{
	struct box *box = calloc(1, sizeof(*box));
	struct buf text = { 0 };
	struct str why;

	arena_init(&box->arena);
	strncpy(box->top, "/tmp/planc-test-XXXXXX", sizeof(box->top) - 1);
	assert_non_null(mkdtemp(box->top));
	for (size_t i = 0; i < ARRAY_LEN(stream); i++)
		buf_add_c(&text, stream[i]);
	assert_true(file_write(arena_printf(&box->arena, "%s/stream", box->top).at, buf_str(&text),
			       &why));
	buf_release(&text);
	run(box, "git init -q -b main r && git -C r fast-import --quiet <stream && "
		 "git -C r read-tree main");
	open_at(box, "r");
	*state = box;
	return 0;
}

static int close_box(void **state)
{
	struct box *box = *state;
	struct str why;

	repository_close(box->repository);
	repository_close(NULL);
	assert_true(file_remove_tree(box->top, &why));
	arena_release(&box->arena);
	free(box);
	return 0;
}

static struct commit find(struct box *box, const char *word)
{
	struct commit commit;
	struct str why;

	if (!revision_find(box->repository, &box->arena, word, &commit, &why))
		fail_msg("%.*s", STR_ARG(why));
	return commit;
}

static struct input *open_folder(struct box *box, const char *word, const char *folder)
{
	struct commit commit = find(box, word);
	struct str why;
	struct input *input = input_open_revision(&box->arena, box->repository, &commit,
						  str_from(folder), &why);

	if (!input)
		fail_msg("%.*s", STR_ARG(why));
	input->limit = 1000;
	return input;
}

static struct input *open_staged(struct box *box, const char *folder)
{
	struct str why;
	struct input *input = input_open_index(&box->arena, box->repository, str_from(folder),
					       &why);

	assert_non_null(input);
	input->limit = 1000;
	return input;
}

static void assert_text(struct box *box, struct input *input, const char *path, const char *text)
{
	struct str bytes, why;

	assert_int_equal(input_read(input, str_from(path), &box->arena, &bytes, &why), INPUT_FILE);
	assert_int_equal(bytes.len, strlen(text));
	assert_memory_equal(bytes.at, text, bytes.len);
}

static enum input_status status_of(struct box *box, struct input *input, const char *path)
{
	struct str bytes, why;

	return input_read(input, str_from(path), &box->arena, &bytes, &why);
}

static const char *list_of(struct box *box, struct input *input, const char *path)
{
	static const char *const signs[] = { " ", "/ ", "@ " };
	struct entries entries;
	struct buf names = { 0 };
	struct str why, copy;

	assert_int_equal(input_list(input, str_from(path), &box->arena, &entries, &why),
			 INPUT_FOLDER);
	for (size_t i = 0; i < entries.list.len; i++) {
		buf_add(&names, entries.list.at[i].name);
		buf_add_c(&names, signs[entries.list.at[i].type]);
	}
	copy = arena_copy(&box->arena, buf_str(&names));
	buf_release(&names);
	return copy.at;
}

/* A revision and the index that was made of it are the same. */
static void check_input(struct box *box, struct input *input)
{
	struct entries entries;
	struct str real, why;

	assert_text(box, input, "a/plan.yaml", "title: B\n");
	assert_text(box, input, "a/themes/one.yaml", "id: one\n");
	assert_int_equal(input->opened, 2);
	assert_int_equal(status_of(box, input, "a"), INPUT_FOLDER);
	assert_int_equal(status_of(box, input, ""), INPUT_FOLDER);
	assert_int_equal(status_of(box, input, "module"), INPUT_FOLDER);
	assert_int_equal(status_of(box, input, "module/x.yaml"), INPUT_MISSING);
	assert_int_equal(status_of(box, input, "none"), INPUT_MISSING);
	assert_int_equal(status_of(box, input, "a/plan.yaml/x"), INPUT_MISSING);
	assert_int_equal(status_of(box, input, "a/plan.yam"), INPUT_MISSING);
	assert_int_equal(status_of(box, input, "../plans.yaml"), INPUT_OUTSIDE);
	assert_int_equal(status_of(box, input, "/plans.yaml"), INPUT_OUTSIDE);
	assert_string_equal(list_of(box, input, ""), "a/ b.yaml folder@ module/ ");
	assert_string_equal(list_of(box, input, "a"),
			    "inside.yaml outside.yaml@ plan.yaml themes/ ");
	assert_string_equal(list_of(box, input, "folder"), "one.yaml two.yaml ");
	assert_string_equal(list_of(box, input, "module"), "");
	assert_int_equal(input_list(input, STR("b.yaml"), &box->arena, &entries, &why), INPUT_FILE);
	assert_int_equal(input_list(input, STR("c"), &box->arena, &entries, &why), INPUT_MISSING);
	assert_text(box, input, "a/inside.yaml", "id: one\n");
	assert_text(box, input, "folder/two.yaml", "id: two\n");
	assert_int_equal(status_of(box, input, "a/outside.yaml"), INPUT_OUTSIDE);
	assert_true(input_is_inside(input, STR("a/themes"), STR("a/inside.yaml")));
	assert_false(input_is_inside(input, STR("a"), STR("b.yaml")));
	assert_false(input_is_inside(input, STR("a"), STR("a/outside.yaml")));
	assert_true(input_is_inside(input, STR("a"), STR("a/none.yaml")));
	assert_true(input_real(input, STR("folder/./one.yaml"), &box->arena, &real));
	assert_true(str_equal(real, STR("a/themes/one.yaml")));
	assert_false(input_real(input, STR("folder/none.yaml"), &box->arena, &real));
	input->limit = 3;
	assert_text(box, input, "b.yaml", "id: ");
	input_close(input);
}

static void test_reads_a_revision(void **state)
{
	check_input(*state, open_folder(*state, "main", "plans"));
}

static void test_reads_the_index(void **state)
{
	check_input(*state, open_staged(*state, "plans"));
}

/* A name as long as any, and a way of many folders: no more than the disk takes. */
static void test_long_paths(void **state)
{
	struct input *input = open_folder(*state, "main", "");
	char path[10001];

	memset(path, 'x', sizeof(path) - 1);
	path[sizeof(path) - 1] = '\0';
	assert_int_equal(status_of(*state, input, path), INPUT_MISSING);
	path[4000] = '\0';
	assert_int_equal(status_of(*state, input, path), INPUT_MISSING);
	for (size_t i = 1; i < 4000; i += 2)
		path[i] = '/';
	assert_int_equal(status_of(*state, input, path), INPUT_MISSING);
	input_close(input);
}

static bool same(struct input *a, const char *path, struct input *b, const char *other)
{
	struct input_id one, two;

	assert_true(input_id(a, str_from(path), &one));
	assert_true(input_id(b, str_from(other), &two));
	return memcmp(one.bytes, two.bytes, sizeof(one.bytes)) == 0;
}

static void test_ids(void **state)
{
	struct box *box = *state;
	struct input *old = open_folder(box, "main~3", "plans");
	struct input *now = open_folder(box, "main", "plans");
	struct input *staged = open_staged(box, "plans");
	struct input *memory = input_open_memory(&box->arena, NULL, 0);
	struct input_id id;

	assert_true(same(old, "b.yaml", now, "b.yaml"));
	assert_true(same(old, "b.yaml", now, "a/inside.yaml"));
	assert_true(same(old, "b.yaml", staged, "folder/one.yaml"));
	assert_false(same(old, "a/plan.yaml", now, "a/plan.yaml"));
	assert_false(same(old, "", now, ""));
	assert_true(same(open_folder(box, "main", ""), "plans", now, ""));
	assert_false(input_id(now, STR("none"), &id));
	assert_false(input_id(now, STR("module"), &id));
	assert_false(input_id(staged, STR("a"), &id));
	assert_false(input_id(memory, STR(""), &id));
	assert_int_equal(old->opened + now->opened + staged->opened, 0);
	input_close(old);
	input_close(now);
	input_close(staged);
	input_close(memory);
}

static void test_days(void **state)
{
	struct civil april = { 2024, 4, 30 };
	struct civil last = { 9999, 12, 31 };

	assert_int_equal(find(*state, "main~3").day, civil_to_days(april));
	assert_int_equal(find(*state, "apart").day, civil_to_days(last));
}

static const char *place(struct box *box, const char *path)
{
	struct str place, why;

	if (!repository_place(box->repository, &box->arena, str_from(path), &place, &why))
		return "outside";
	return place.at;
}

static void test_places(void **state)
{
	struct box *box = *state;
	const char *absolute = arena_printf(&box->arena, "%s/r/plans", box->top).at;

	assert_string_equal(place(box, "r"), "");
	assert_string_equal(place(box, "r/plans/../plans/a/"), "plans/a");
	assert_string_equal(place(box, "r/gone/below"), "gone/below");
	assert_string_equal(place(box, "."), "outside");
	assert_string_equal(place(box, "r-other"), "outside");
	assert_string_equal(place(box, ""), "outside");
	assert_string_equal(place(box, absolute), "plans");
	run(box, "git clone -q --bare r r.git");
	open_at(box, "r.git/refs");
	assert_string_equal(place(box, "r.git/plans"), "plans");
	assert_string_equal(place(box, "r.git"), "");
	assert_true(str_equal(repository_name(box->repository, &box->arena), STR("r")));
}

/* The ids from a revision on, as words that name the same commits. */
static void assert_history(struct box *box, const char *from, const char *const *words, bool is_cut)
{
	struct commit start = find(box, from);
	struct ancestor ancestor = { 0 };
	struct history history;
	struct str why;

	assert_true(history_open(&history, &box->arena, box->repository, &start, &why));
	for (size_t i = 0; words[i]; i++) {
		assert_int_equal(history_next(&history, &box->arena, &ancestor, &why),
				 HISTORY_COMMIT);
		assert_string_equal(ancestor.commit.name.at, find(box, words[i]).name.at);
		assert_true(str_equal(ancestor.author, STR("Head of Housing")));
		assert_true(ancestor.is_cut == (is_cut && !words[i + 1]));
	}
	assert_int_equal(history_next(&history, &box->arena, &ancestor, &why), HISTORY_END);
	assert_int_equal(history_next(&history, &box->arena, &ancestor, &why), HISTORY_END);
}

static void test_history(void **state)
{
	static const char *const all[] = { "main", "main~1", "main~2", "main~3", NULL };
	static const char *const side[] = { "topic", "main~3", NULL };
	struct box *box = *state;
	struct commit merge = find(box, "main~1");
	struct commit topic = find(box, "topic");
	struct ancestor ancestor;
	struct history history;
	struct str why;

	assert_history(box, "main", all, false);
	assert_history(box, "topic", side, false);
	assert_true(history_open(&history, &box->arena, box->repository, &merge, &why));
	assert_int_equal(history_next(&history, &box->arena, &ancestor, &why), HISTORY_COMMIT);
	assert_int_equal(ancestor.parent_count, 2);
	assert_memory_equal(&ancestor.parents[1], &topic.id, INPUT_ID_BYTES);
}

static void test_history_of_a_shallow_clone(void **state)
{
	static const char *const words[] = { "main", "main~1", NULL };
	struct box *box = *state;
	struct commit start;
	struct history history;
	struct str why;

	run(box, "git clone -q --depth 2 \"file://$PWD/r\" shallow");
	open_at(box, "shallow");
	assert_history(box, "main", words, true);
	run(box, "echo nonsense >shallow/.git/shallow");
	start = find(box, "main");
	assert_false(history_open(&history, &box->arena, box->repository, &start, &why));
}

static void test_history_with_a_gap(void **state)
{
	struct box *box = *state;
	struct commit start = find(box, "main");
	struct ancestor ancestor;
	struct history history;
	struct str why;

	run(box, "cd r && git repack -q -a -d && git unpack-objects -q <"
		 "$(mv .git/objects/pack ../pack && echo ../pack/*.pack) && "
		 "rm .git/objects/$(git rev-parse main~1 | sed 's,^..,&/,')");
	open_at(box, "r");
	assert_true(history_open(&history, &box->arena, box->repository, &start, &why));
	assert_int_equal(history_next(&history, &box->arena, &ancestor, &why), HISTORY_COMMIT);
	assert_int_equal(history_next(&history, &box->arena, &ancestor, &why), HISTORY_FAILED);
	assert_int_equal(str_find(why, ancestor.commit.name, 0), why.len);
	assert_true(str_find(why, STR("git does not hold it"), 0) < why.len);
}

/* "none", or the id of the newest commit that both have. */
static const char *base_of(struct box *box, const char *a, const char *b)
{
	struct commit one = find(box, a);
	struct commit two = find(box, b);
	const struct commit *pair[2] = { &one, &two };
	struct commit base;
	struct str why;

	if (!history_find_base(box->repository, &box->arena, pair, &base, &why))
		return "none";
	return base.name.at;
}

static void test_finds_the_base(void **state)
{
	struct box *box = *state;
	const char *first = find(box, "main~3").name.at;

	assert_string_equal(base_of(box, "main~2", "topic"), first);
	assert_string_equal(base_of(box, "topic", "main~2"), first);
	assert_string_equal(base_of(box, "main", "topic"), find(box, "topic").name.at);
	assert_string_equal(base_of(box, "main", "main"), find(box, "main").name.at);
	assert_string_equal(base_of(box, "main~3", "main"), first);
	assert_string_equal(base_of(box, "main", "apart"), "none");
}

static void test_finds_the_base_in_a_shallow_clone(void **state)
{
	struct box *box = *state;

	run(box, "git clone -q --depth 1 --no-single-branch \"file://$PWD/r\" shallow");
	open_at(box, "shallow");
	assert_string_equal(base_of(box, "main", "origin/topic"), "none");
	run(box, "cd shallow && git fetch -q --depth 3");
	open_at(box, "shallow");
	assert_string_equal(base_of(box, "main", "origin/topic"),
			    find(box, "origin/topic").name.at);
}

#define IN_A_BOX(test) cmocka_unit_test_setup_teardown(test, open_box, close_box)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_BOX(test_reads_a_revision),
		IN_A_BOX(test_reads_the_index),
		IN_A_BOX(test_long_paths),
		IN_A_BOX(test_ids),
		IN_A_BOX(test_days),
		IN_A_BOX(test_places),
		IN_A_BOX(test_history),
		IN_A_BOX(test_history_of_a_shallow_clone),
		IN_A_BOX(test_history_with_a_gap),
		IN_A_BOX(test_finds_the_base),
		IN_A_BOX(test_finds_the_base_in_a_shallow_clone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
