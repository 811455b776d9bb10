/* Histories of a repository as they come into a ledger: their order, and what is read of them. */
#include "compile/chronicle.h"
#include "git_box.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COMMIT(branch, mark, seconds)                                                       \
	"commit refs/heads/" branch "\nmark :" mark                                         \
	"\ncommitter Head of Housing <housing@anytown.example> " seconds " +0000\ndata 1\n" \
	"x\n"
#define FILE_OF(path, text) "M 100644 inline " path "\ndata <<END\n" text "\nEND\n"
#define PLAN(path, due) \
	FILE_OF(path, "title: P\nstatus: draft\nactions: [{id: a, activity: Act, due: " due "}]")

/* Three distinct files of one plan and one of another that never changes; a broken one. */
static const char *const stream[] = {
	COMMIT("main", "1", "1714500000"),
	FILE_OF("c/council.yaml", "name: C"),
	PLAN("c/one/plan.yaml", "2030-01"),
	PLAN("c/two/plan.yaml", "2031-01"),
	COMMIT("topic", "2", "1714600000"),
	"from :1\n",
	PLAN("c/one/plan.yaml", "2030-02"),
	COMMIT("main", "3", "1714700000"),
	"from :1\n",
	FILE_OF("readme", "No plan changes."),
	COMMIT("main", "4", "1714800000"),
	"from :3\nmerge :2\n",
	PLAN("c/one/plan.yaml", "2030-02"),
	COMMIT("main", "5", "1714900000"),
	"from :4\n",
	PLAN("c/one/plan.yaml", "2030-03"),
	COMMIT("main", "6", "1715000000"),
	"from :5\n",
	PLAN("c/one/plan.yaml", "2030-01"),
	COMMIT("other", "7", "1714550000"),
	PLAN("d/three/plan.yaml", "2030-05"),
	COMMIT("main", "8", "1715100000"),
	"from :6\nmerge :7\n",
	PLAN("d/three/plan.yaml", "2030-05"),
};

static int open_box(void **state)
{
	*state = git_box_new(stream, ARRAY_LEN(stream));
	return 0;
}

static void read_history(struct git_box *box, struct chronicle *chronicle, bool is_full)
{
	struct commit commit;
	struct chronicle_request request = {
		.repository = box->repository,
		.commit = &commit,
		.is_full = is_full,
	};
	struct str why;

	assert_true(revision_find(box->repository, &box->arena, "main", &commit, &why));
	assert_true(chronicle_read(chronicle, &request, &why));
	assert_int_equal(chronicle->failures.len, 0);
	assert_int_equal(chronicle->gaps.len, 0);
}

/* "due 2030-01>2030-02" of each move. */
static void expect_moves(const struct chronicle *chronicle, const char *expected)
{
	struct buf said = { 0 };

	for (size_t i = 0; i < chronicle->ledger.entries.len; i++) {
		const struct ledger_entry *entry = chronicle->ledger.entries.at[i];

		if (entry->move)
			buf_printf(&said, "%s%.*s>%.*s", said.len ? ", " : "",
				   STR_ARG(entry->old.text), STR_ARG(entry->new.text));
	}
	assert_string_equal(said.at, expected);
	buf_release(&said);
}

static void follows_first_parents(void **state)
{
	struct chronicle chronicle;

	read_history(*state, &chronicle, false);
	assert_int_equal(chronicle.commits, 6);
	expect_moves(&chronicle, "2030-01>2030-02, 2030-02>2030-03, 2030-03>2030-01");
	chronicle_release(&chronicle);
}

static void follows_all_parents(void **state)
{
	struct chronicle chronicle;

	read_history(*state, &chronicle, true);
	assert_int_equal(chronicle.commits, 8);
	expect_moves(&chronicle, "2030-01>2030-02, 2030-02>2030-03, 2030-03>2030-01");
	for (size_t i = 0; i < chronicle.ledger.steps.len; i++)
		assert_true(!i || chronicle.ledger.steps.at[i]->day >=
					  chronicle.ledger.steps.at[i - 1]->day);
	assert_non_null(ledger_find(&chronicle.ledger, STR("three#a")));
	chronicle_release(&chronicle);
}

/* council.yaml, three states of one plan, one of the second and of the third. */
static void parses_each_file_once(void **state)
{
	struct chronicle chronicle;

	for (int is_full = 0; is_full < 2; is_full++) {
		read_history(*state, &chronicle, is_full);
		assert_int_equal(chronicle.cache.parsed, 6);
		chronicle_release(&chronicle);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(follows_first_parents, open_box, git_box_close),
		cmocka_unit_test_setup_teardown(follows_all_parents, open_box, git_box_close),
		cmocka_unit_test_setup_teardown(parses_each_file_once, open_box, git_box_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
