/* A list of changes as people read it: within its bound, and with nothing of the authors' at work. */
#include "diff_cases.h"
#include "render/changes.h"
#include "render/pen_html.h"
#include "render/pen_markdown.h"

static void write_as(const struct changes_format *format, const char *before, const char *after,
		     struct buf *out)
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
	format->write(&view, out);
	arena_release(&arena);
}

static void write(const char *before, const char *after, struct buf *out)
{
	write_as(&changes_markdown, before, after, out);
}

static bool has(const struct buf *out, const char *part)
{
	return str_find(buf_str(out), str_from(part), 0) < out->len;
}

static void says_what_is_left_out(void **state)
{
	struct buf texts[2] = { { 0 }, { 0 } };
	struct buf out = { 0 };

	(void)state;
	for (int side = 0; side < 2; side++) {
		buf_printf(&texts[side], PLAN "version: %d\nactions:\n", side);
		for (int i = 0; i < 2000; i++)
			buf_printf(&texts[side],
				   "- {id: a%d, activity: Mend roof %d, due: 202%d, rag: %s}\n", i,
				   i, side + 4, side ? "red" : "green");
	}
	write(texts[0].at, texts[1].at, &out);
	assert_true(out.len <= 65536);
	assert_true(str_starts(buf_str(&out), STR("**planc:** 2000 dates moved later, all with no "
						  "reason; 2000 ratings changed; 1 "
						  "substantive change.\n")));
	assert_true(has(&out, "\nLeft out, for want of room: "));
	assert_true(str_ends(buf_str(&out), STR(" ratings changed; 1 substantive change. "
						"`planc diff` prints all.\n")));
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

/* Which of several goes with which change nobody can know: each is told, with its day. */
static void tells_all_reasons(void **state)
{
	static const char *const before = ONE_HEAD
		"    due: 2024-01\n    lead: a\n    revisions: [{date: 2023-01, reason: Old}]\n";
	static const char *const after = ONE_HEAD
		"    due: 2024-02\n    lead: b\n    revisions: [{date: 2023-01, reason: Old}, {date:"
		" 2024-01-02, reason: \"a | b\"}, {date: 2023-05, reason: <c>}, {reason: d}]\n";
	static const struct {
		const struct changes_format *format;
		const char *words;
	} cases[] = {
		{ &changes_text, "        because: d\n"
				 "                 May 2023: <c>\n"
				 "                 2 January 2024: a | b\n" },
		{ &changes_markdown, "| d<br>May 2023: &lt;c&gt;<br>2 January 2024: a &#124; b |" },
		{ &changes_markdown, "| as above |" },
		{ &changes_html, "<p>Reasons given:</p>" },
		{ &changes_html, "May 2023</time>: &lt;c&gt;</li>" },
		{ &changes_json, "\"reason\": \"a | b\"" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf out = { 0 };

		write_as(cases[i].format, before, after, &out);
		if (!has(&out, cases[i].words))
			fail_msg("“%s” is not in: %s", cases[i].words, out.at);
		assert_false(has(&out, "Old"));
		buf_release(&out);
	}
}

/* Of a long text the words around what changed are enough. */
static void leaves_out_what_is_the_same(void **state)
{
	struct buf texts[2] = { { 0 }, { 0 } };

	(void)state;
	for (int side = 0; side < 2; side++) {
		buf_add_c(&texts[side], PLAN "summary: ");
		for (int i = 0; i < 60; i++)
			buf_printf(&texts[side], "w%d ", i == 30 && side ? 99 : i);
		buf_add_byte(&texts[side], '\n');
	}
	for (size_t i = 0; changes_formats[i]; i++) {
		struct buf out = { 0 };

		write_as(changes_formats[i], texts[0].at, texts[1].at, &out);
		assert_true(has(&out, "w29"));
		assert_true(has(&out, "w31"));
		assert_int_equal(has(&out, "w5 "), changes_formats[i] == &changes_json);
		assert_int_equal(has(&out, "… w22 "), changes_formats[i] != &changes_json);
		assert_int_equal(has(&out, " w38 …"), changes_formats[i] != &changes_json);
		buf_release(&out);
	}
	buf_release(&texts[0]);
	buf_release(&texts[1]);
}

/* A word as long as a title is cut like any other. */
static void cuts_where_there_is_no_space(void **state)
{
	static const char word[] = "ŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵ";
	struct buf texts[2] = { { 0 }, { 0 } };
	struct buf out = { 0 };

	(void)state;
	for (int side = 0; side < 2; side++)
		buf_printf(&texts[side], PLAN "actions:\n- {id: one, activity: x%s, rag: %s}\n",
			   word, side ? "red" : "green");
	write_as(&changes_text, texts[0].at, texts[1].at, &out);
	assert_true(has(&out, "one: xŵ"));
	assert_true(has(&out, "ŵ…\n"));
	buf_release(&out);
	buf_release(&texts[0]);
	buf_release(&texts[1]);
}

#define HOSTILE "<script>a</script> ![x](//e.x) [b](javascript:c) `d` | **e** &amp;"

static void holds_nothing_at_work(void **state)
{
	static const char *const before = PLAN "actions: [{id: one, activity: Mend the roof now, "
					       "lead: a, due: 2024-01, notes: [x]}]\n";
	static const char *const after = PLAN
		"actions:\n- id: one\n  activity: '" HOSTILE " Mend the roof now'\n"
		"  title: '" HOSTILE "'\n  lead: '" HOSTILE "'\n  due: '" HOSTILE "'\n"
		"  x-key: {'" HOSTILE "': ['" HOSTILE "']}\n"
		"  revisions: [{date: 2024-01-01, reason: '" HOSTILE "'}]\n";
	struct buf out = { 0 };

	(void)state;
	write_as(&changes_html, before, after, &out);
	assert_false(has(&out, "<script"));
	assert_false(has(&out, "<img"));
	assert_false(has(&out, "href="));
	assert_true(has(&out, "&lt;script&gt;"));
	assert_true(has(&out, "<ins>"));
	buf_release(&out);
}

static void write_plan(struct pen *pen, const struct changes *changes)
{
	struct changes_view view = { .changes = changes };

	pen_title(pen, (struct heading){ .title = STR("T") });
	changes_plan_write(pen, &view, STR("council/plan"));
}

/* A page of the site has a plan's changes alone, in HTML or in Markdown. */
static void is_written_with_any_pen(void **state)
{
	static const char *const before = ONE_HEAD "    due: 2024-01\n";
	static const char *const after = ONE_HEAD "    due: 2024-02\n";
	struct buf texts[2] = { { 0 }, { 0 } };
	struct arena arena;
	struct view page = { .language = STR("en"), .arena = &arena };
	struct changes changes;
	struct markdown_pen markdown;
	struct html_pen html;
	struct state a, b;

	(void)state;
	arena_init(&arena);
	a = state_new(&arena, before, "name: A\n");
	b = state_new(&arena, after, "name: B\n");
	compare_states(&changes, &arena, &a, &b);
	html_pen_init(&html, &page, &texts[0]);
	write_plan(&html.pen, &changes);
	html_pen_release(&html);
	markdown_pen_init(&markdown, &page, &texts[1]);
	write_plan(&markdown.pen, &changes);
	markdown_pen_release(&markdown);
	for (size_t i = 0; i < 2; i++) {
		assert_true(has(&texts[i], "1 date moved later with no reason."));
		assert_true(has(&texts[i], "January 2024"));
		assert_true(has(&texts[i], "29 days later"));
		assert_false(has(&texts[i], "council"));
		buf_release(&texts[i]);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_what_is_left_out),
		cmocka_unit_test(tells_all_reasons),
		cmocka_unit_test(sums_up_in_a_sentence),
		cmocka_unit_test(leaves_out_what_is_the_same),
		cmocka_unit_test(cuts_where_there_is_no_space),
		cmocka_unit_test(holds_nothing_at_work),
		cmocka_unit_test(is_written_with_any_pen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
