#include "report/excerpt.h"
#include "report/format.h"
#include "report/printable.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct finding_kind kind = {
	.name = "lead-placeholder",
	.draft = SEVERITY_WARNING,
	.adopted = SEVERITY_ERROR,
};

struct run {
	struct arena arena;
	struct report report;
	struct source source;
	struct buf out;
};

static int open_run(void **state)
{
	struct run *run = calloc(1, sizeof(*run));

	arena_init(&run->arena);
	report_init(&run->report, &run->arena);
	*state = run;
	return 0;
}

static int close_run(void **state)
{
	struct run *run = *state;

	buf_release(&run->out);
	arena_release(&run->arena);
	free(run);
	return 0;
}

/* Where `part` stands in the file, whose bytes it becomes. */
static struct span span_of(struct run *run, const char *text, const char *part)
{
	struct str bytes = str_from(text);
	size_t at = str_find(bytes, str_from(part), 0);

	source_init(&run->source, &run->arena, STR("plans/a/plan.yaml"), bytes);
	return (struct span){ &run->source, (uint32_t)at, (uint32_t)(at + strlen(part)) };
}

static void assert_excerpt(struct run *run, struct span span, const char *want)
{
	run->out.len = 0;
	buf_add_c(&run->out, "");
	excerpt_write(span, false, &run->out);
	assert_string_equal(run->out.at, want);
}

static void test_marks_the_place(void **state)
{
	struct run *run = *state;

	assert_excerpt(run, span_of(run, "a: b\n  lead: nobody\nc: d\n", "nobody"),
		       "    2 |   lead: nobody\n"
		       "      |         ^^^^^^\n");
}

static void test_marks_a_place_between_two_bytes(void **state)
{
	struct run *run = *state;
	struct span span = span_of(run, "lead:\nx", "lead:");

	span.begin = span.end;
	assert_excerpt(run, span,
		       "    1 | lead:\n"
		       "      |      ^\n");
	span = span_of(run, "a\n\nb", "b");
	span.begin = span.end = 2;
	assert_excerpt(run, span,
		       "    2 |\n"
		       "      | ^\n");
}

static void test_marks_to_the_end_of_the_line(void **state)
{
	struct run *run = *state;

	assert_excerpt(run, span_of(run, "a: one\r\n  two\r\nb: c\r\n", "one\r\n  two"),
		       "    1 | a: one\n"
		       "      |    ^^^\n");
}

static void test_tabs_and_wide_letters(void **state)
{
	struct run *run = *state;

	assert_excerpt(run, span_of(run, "a\tb: x\ty", "x\ty"),
		       "    1 | a       b: x    y\n"
		       "      |            ^^^^^^\n");
	assert_excerpt(run,
		       span_of(run, "\xE6\x97\xA5\xE6\x9C\xAC: \xF0\x9F\x98\x80!",
			       "\xF0\x9F\x98\x80"),
		       "    1 | \xE6\x97\xA5\xE6\x9C\xAC: \xF0\x9F\x98\x80!\n"
		       "      |       ^^\n");
	/* e and a combining accent take one column. */
	assert_excerpt(run, span_of(run, "cafe\xCC\x81: tbc", "tbc"),
		       "    1 | cafe\xCC\x81: tbc\n"
		       "      |       ^^^\n");
}

static void test_terminal_commands_are_harmless(void **state)
{
	struct run *run = *state;

	assert_excerpt(run, span_of(run, "a: \x1b[31mred", "red"),
		       "    1 | a: \\x1b[31mred\n"
		       "      |            ^^^\n");
	assert_excerpt(run,
		       span_of(run,
			       "a: \xE2\x80\xAE"
			       "b\x9B",
			       "b"),
		       "    1 | a: \\u202eb\xEF\xBF\xBD\n"
		       "      |          ^\n");
}

static void test_a_byte_order_mark_is_not_shown(void **state)
{
	struct run *run = *state;

	assert_excerpt(run, span_of(run, "\xEF\xBB\xBFtitle: x", "title"),
		       "    1 | title: x\n"
		       "      | ^^^^^\n");
	assert_excerpt(run, (struct span){ &run->source, 0, 0 },
		       "    1 | title: x\n"
		       "      | ^\n");
}

static void test_no_excerpt_without_bytes(void **state)
{
	struct run *run = *state;

	assert_excerpt(run, span_of(run, "", ""), "");
}

/* A line of `count` letters with the word HERE in the middle. */
static struct span span_in_long_line(struct run *run, size_t count, const char *letter)
{
	struct buf text = { 0 };
	struct span span;

	for (size_t i = 0; i < count; i++)
		buf_add_c(&text, i == count / 2 ? "HERE" : letter);
	span = span_of(run, arena_copy(&run->arena, buf_str(&text)).at, "HERE");
	buf_release(&text);
	return span;
}

static void test_long_lines_are_cut_around_the_place(void **state)
{
	struct run *run = *state;

	assert_excerpt(
		run, span_in_long_line(run, 1000, "a"),
		"    1 | …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaHEREaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaa…\n"
		"      |                                          ^^^^\n");
}

static void test_many_findings_on_a_line_of_megabytes(void **state)
{
	struct run *run = *state;
	struct span span = span_in_long_line(run, 2000000, "é");

	alarm(60);
	for (unsigned i = 0; i < 5000; i++) {
		run->out.len = 0;
		excerpt_write(span, false, &run->out);
	}
	alarm(0);
	assert_true(run->out.len < 400);
}

static void test_widths(void **state)
{
	(void)state;
	assert_int_equal(printable_width('a'), 1);
	assert_int_equal(printable_width(0xA3), 1);
	assert_int_equal(printable_width(0x0301), 0);
	assert_int_equal(printable_width(0x200D), 0);
	assert_int_equal(printable_width(0xFE0F), 0);
	assert_int_equal(printable_width(0x2018), 1);
	assert_int_equal(printable_width(0x4E00), 2);
	assert_int_equal(printable_width(0xAC00), 2);
	assert_int_equal(printable_width(0xFF21), 2);
	assert_int_equal(printable_width(0x1F600), 2);
	assert_int_equal(printable_width(0x2FFFF), 2);
	assert_int_equal(printable_width(0xE0100), 0);
	assert_int_equal(printable_width(0x10FFFF), 1);
}

static void assert_printable(struct run *run, struct str text, const char *want)
{
	run->out.len = 0;
	buf_add_c(&run->out, "");
	printable_add(&run->out, text);
	assert_string_equal(run->out.at, want);
}

static void test_printable(void **state)
{
	struct run *run = *state;

	assert_printable(run, STR("plain £"), "plain £");
	assert_printable(run, STR("two\nlines\tand\ra \x7F"), "two lines and a \\x7f");
	assert_printable(run, STR("nul \0."), "nul \\x00.");
	assert_printable(run,
			 STR("\xC2\x9B"
			     "31m"),
			 "\\x9b31m");
	assert_printable(run, STR("\xE2\x80\xA8\xE2\x81\xA6"), "\\u2028\\u2066");
	assert_printable(run, STR("\xFF\xC3(\xE2\x82"),
			 "\xEF\xBF\xBD\xEF\xBF\xBD(\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void add_finding(struct run *run, const char *text, const char *part)
{
	struct span span = span_of(run, text, part);
	struct finding *finding = report_add(&run->report, &kind, span, "“%s” is not a lead",
					     "OD\nresource");

	finding->plan = STR("a/plan");
	finding->address = STR("a/plan#x");
	finding->fingerprint = STR("p1:00");
	finding_hint(&run->report, finding, "name a post");
	finding_relate(&run->report, finding, (struct span){ &run->source, 0, 1 },
		       "first defined here");
}

static const struct report_plan two_plans[] = {
	{ .plan = STR_INIT("a/plan"), .actions = 1, .leads = 1 },
	{ .plan = STR_INIT("b/plan"), .actions = 84, .leads = 9 },
};

static const char *written(struct run *run, const struct report_format *format, size_t plans,
			   bool colour)
{
	struct report_summary summary = { .plans = two_plans, .plan_count = plans };

	run->out.len = 0;
	format->write(&run->report, &summary, colour, &run->out);
	return run->out.at;
}

static void test_text(void **state)
{
	struct run *run = *state;

	add_finding(run, "a: b\n  lead: od-resource\n", "od-resource");
	assert_string_equal(
		written(run, &report_format_text, 2, false),
		"plans/a/plan.yaml:2:9: error: “OD resource” is not a lead [lead-placeholder]\n"
		"    2 |   lead: od-resource\n"
		"      |         ^^^^^^^^^^^\n"
		"   hint: name a post\n"
		"   note: first defined here: plans/a/plan.yaml:1:1\n"
		"1 error in 2 plans (85 actions)\n");
}

static const struct report_grade grades[] = {
	{ STR_INIT("none"), 0 },
	{ STR_INIT("prose"), 2 },
	{ STR_INIT("target"), 1 },
};
static const struct report_plan graded_plans[] = {
	{ .plan = STR_INIT("a/\x1b[0m"), .actions = 1, .grades = grades, .grade_count = 3 },
	{ .plan = STR_INIT("b/none"), .actions = 1, .grades = grades, .grade_count = 1 },
	{ .plan = STR_INIT("c/one"), .actions = 1, .grades = &grades[2], .grade_count = 1 },
};

/* A line for each plan that has measures, the best grades first; none when it is quiet. */
static void test_text_grades(void **state)
{
	struct report_summary summary = { .plans = graded_plans, .plan_count = 3 };
	struct run *run = *state;

	run->out.len = 0;
	report_format_text.write(&run->report, &summary, false, &run->out);
	assert_string_equal(run->out.at, "a/\\x1b[0m: 3 measures: 1 target, 2 prose\n"
					 "c/one: 1 measure: 1 target\n"
					 "no findings in 3 plans (3 actions)\n");
	summary.is_quiet = true;
	run->out.len = 0;
	report_format_text.write(&run->report, &summary, false, &run->out);
	assert_int_equal(run->out.len, 0);
}

static void test_json_grades(void **state)
{
	struct report_summary summary = { .plans = graded_plans, .plan_count = 3 };
	struct run *run = *state;
	json_t *root, *found;

	run->out.len = 0;
	report_format_json.write(&run->report, &summary, false, &run->out);
	root = json_loads(run->out.at, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(root);
	found = json_object_get(json_array_get(json_object_get(root, "plans"), 0), "grades");
	assert_int_equal(json_object_size(found), 3);
	assert_int_equal(json_integer_value(json_object_get(found, "prose")), 2);
	assert_true(json_is_integer(json_object_get(found, "none")));
	json_decref(root);
}

static void test_text_in_colour(void **state)
{
	struct run *run = *state;

	report_add(&run->report, &kind, span_of(run, "a: b", "b"), "x");
	assert_string_equal(
		written(run, &report_format_text, 1, true),
		"\x1b[1mplans/a/plan.yaml:1:4: \x1b[0m\x1b[1;31merror: \x1b[0mx [lead-placeholder]\n"
		"    1 | a: b\n"
		"      |    \x1b[1;32m^\x1b[0m\n"
		"1 error in 1 plan (1 action)\n");
}

static void test_text_counts(void **state)
{
	struct run *run = *state;
	struct span span;

	assert_string_equal(written(run, &report_format_text, 2, false),
			    "no findings in 2 plans (85 actions)\n");
	assert_string_equal(written(run, &report_format_text, 0, false),
			    "no findings, and no plan\n");
	span = span_of(run, "", "");
	for (unsigned i = 0; i < 6; i++)
		report_add(&run->report, &kind, span, "x")->severity = i < 3   ? SEVERITY_ERROR
								       : i < 5 ? SEVERITY_WARNING
									       : SEVERITY_NOTE;
	assert_non_null(strstr(written(run, &report_format_text, 2, false),
			       "\n3 errors, 2 warnings, 1 note in 2 plans (85 actions)\n"));
}

static const char *text_at(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

static void test_json(void **state)
{
	struct run *run = *state;
	json_t *root, *finding, *related;

	add_finding(run, "a: b\n  lead: od-resource\n", "od-resource");
	root = json_loads(written(run, &report_format_json, 2, true), JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(root);
	assert_string_equal(text_at(root, "planc"), "0.1.0");
	finding = json_array_get(json_object_get(root, "findings"), 0);
	assert_string_equal(text_at(finding, "rule"), "lead-placeholder");
	assert_string_equal(text_at(finding, "severity"), "error");
	assert_string_equal(text_at(finding, "file"), "plans/a/plan.yaml");
	assert_int_equal(json_integer_value(json_object_get(finding, "line")), 2);
	assert_int_equal(json_integer_value(json_object_get(finding, "column")), 9);
	assert_int_equal(json_integer_value(json_object_get(finding, "end_line")), 2);
	assert_int_equal(json_integer_value(json_object_get(finding, "end_column")), 20);
	assert_string_equal(text_at(finding, "plan"), "a/plan");
	assert_string_equal(text_at(finding, "address"), "a/plan#x");
	assert_string_equal(text_at(finding, "message"), "“OD\nresource” is not a lead");
	assert_string_equal(text_at(finding, "hint"), "name a post");
	assert_string_equal(text_at(finding, "fingerprint"), "p1:00");
	assert_string_equal(text_at(finding, "state"), "new");
	related = json_array_get(json_object_get(finding, "related"), 0);
	assert_string_equal(text_at(related, "message"), "first defined here");
	assert_int_equal(json_integer_value(json_object_get(related, "line")), 1);
	json_decref(root);
}

static void test_json_counts_and_plans(void **state)
{
	struct run *run = *state;
	json_t *root, *counts, *plan;

	report_add(&run->report, &kind, span_of(run, "a", "a"), "x")->severity = SEVERITY_NOTE;
	root = json_loads(written(run, &report_format_json, 2, false), JSON_REJECT_DUPLICATES,
			  NULL);
	assert_non_null(root);
	counts = json_object_get(root, "counts");
	assert_int_equal(json_integer_value(json_object_get(counts, "error")), 0);
	assert_int_equal(json_integer_value(json_object_get(counts, "note")), 1);
	assert_true(json_is_integer(json_object_get(counts, "suppressed")));
	assert_null(json_object_get(json_array_get(json_object_get(root, "findings"), 0), "hint"));
	assert_int_equal(json_array_size(json_object_get(root, "plans")), 2);
	plan = json_array_get(json_object_get(root, "plans"), 1);
	assert_string_equal(text_at(plan, "plan"), "b/plan");
	assert_int_equal(json_integer_value(json_object_get(plan, "actions")), 84);
	assert_int_equal(json_integer_value(json_object_get(plan, "leads")), 9);
	json_decref(root);
}

static void test_json_of_names_that_are_no_utf8(void **state)
{
	struct run *run = *state;
	struct span span = span_of(run, "a", "a");
	json_t *root;

	run->source.path = STR("\xFF.yaml");
	report_add(&run->report, &kind, span, "\xC3(");
	root = json_loads(written(run, &report_format_json, 0, false), 0, NULL);
	assert_non_null(root);
	assert_string_equal(text_at(json_array_get(json_object_get(root, "findings"), 0), "file"),
			    "\xEF\xBF\xBD.yaml");
	json_decref(root);
}

static void test_formats_are_found(void **state)
{
	(void)state;
	assert_ptr_equal(report_format_find(STR("json")), &report_format_json);
	assert_ptr_equal(report_format_find(STR("text")), &report_format_text);
	assert_null(report_format_find(STR("")));
	assert_null(report_format_find(STR("yaml")));
}

#define IN_A_RUN(test) cmocka_unit_test_setup_teardown(test, open_run, close_run)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_RUN(test_marks_the_place),
		IN_A_RUN(test_marks_a_place_between_two_bytes),
		IN_A_RUN(test_marks_to_the_end_of_the_line),
		IN_A_RUN(test_tabs_and_wide_letters),
		IN_A_RUN(test_terminal_commands_are_harmless),
		IN_A_RUN(test_a_byte_order_mark_is_not_shown),
		IN_A_RUN(test_no_excerpt_without_bytes),
		IN_A_RUN(test_long_lines_are_cut_around_the_place),
		IN_A_RUN(test_many_findings_on_a_line_of_megabytes),
		cmocka_unit_test(test_widths),
		IN_A_RUN(test_printable),
		IN_A_RUN(test_text),
		IN_A_RUN(test_text_grades),
		IN_A_RUN(test_json_grades),
		IN_A_RUN(test_text_in_colour),
		IN_A_RUN(test_text_counts),
		IN_A_RUN(test_json),
		IN_A_RUN(test_json_counts_and_plans),
		IN_A_RUN(test_json_of_names_that_are_no_utf8),
		cmocka_unit_test(test_formats_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
