/* A list of changes as Markdown: within its bound, and with nothing of the authors' at work. */
#include "diff_cases.h"
#include "render/changes.h"

static void write(const char *before, const char *after, struct buf *out)
{
	struct arena arena;
	struct state a, b;
	struct changes changes;
	struct changes_view view = { .changes = &changes,
				     .before.name = STR("a"),
				     .after.name = STR("b") };

	arena_init(&arena);
	a = state_new(&arena, before, NULL);
	b = state_new(&arena, after, NULL);
	compare_states(&changes, &arena, &a, &b);
	changes_markdown.write(&view, out);
	arena_release(&arena);
}

static void says_what_is_left_out(void **state)
{
	struct buf texts[2] = { { 0 }, { 0 } };
	struct buf out = { 0 };

	(void)state;
	for (int side = 0; side < 2; side++) {
		buf_add_c(&texts[side], PLAN "actions:\n");
		for (int i = 0; i < 2000; i++)
			buf_printf(&texts[side],
				   "- {id: a%d, activity: Mend roof %d, due: 202%d, rag: %s}\n", i,
				   i, side + 4, side ? "red" : "green");
	}
	write(texts[0].at, texts[1].at, &out);
	assert_true(out.len <= 65536);
	assert_true(str_starts(buf_str(&out), STR("**planc:** 2000 dates moved later, all with no "
						  "reason; 2000 ratings changed.\n")));
	assert_true(str_find(buf_str(&out), STR("\nLeft out: "), 0) < out.len);
	buf_release(&out);
	buf_release(&texts[0]);
	buf_release(&texts[1]);
}

static void sums_up_in_a_sentence(void **state)
{
	static const char *const before = ONE_HEAD "    due: 2024-01\n" TWO_TAIL
						   "    due: 2024-01\n    measures: "
						   "[{indicator: Rents, target: at least 5}]\n";
	static const char *const after = ONE_HEAD
		"    due: 2024-02\n    revisions: [{date: 2024-01-01, reason: \"a | b\"}]\n" TWO_TAIL
		"    due: 2024-02\n    measures: [{indicator: Rents, target: at least 4}]\n";
	struct buf out = { 0 };

	(void)state;
	write(before, after, &out);
	assert_true(str_starts(buf_str(&out),
			       STR("**planc:** 2 dates moved later, 1 of them with no reason; 1 "
				   "target weakened with no reason.\n")));
	assert_true(str_find(buf_str(&out), STR("| a &#124; b |"), 0) < out.len);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_what_is_left_out),
		cmocka_unit_test(sums_up_in_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
