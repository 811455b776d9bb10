#include "report/finding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const struct finding_kind missing = {
	.name = "lead-missing",
	.draft = SEVERITY_WARNING,
	.adopted = SEVERITY_ERROR,
};
static const struct finding_kind note = {
	.name = "date-vague",
	.draft = SEVERITY_OFF,
	.adopted = SEVERITY_NOTE,
};

struct run {
	struct arena arena;
	struct report report;
	struct source a, b;
};

static int open_run(void **state)
{
	static struct run run; /* one test at a time */

	arena_init(&run.arena);
	report_init(&run.report, &run.arena);
	source_init(&run.a, &run.arena, STR("a.yaml"), STR("first\nsecond\n"));
	source_init(&run.b, &run.arena, STR("a/b.yaml"), STR("first\nsecond\n"));
	*state = &run;
	return 0;
}

static int close_run(void **state)
{
	struct run *run = *state;

	arena_release(&run->arena);
	return 0;
}

static void assert_message(const struct run *run, size_t index, const char *message)
{
	assert_true(index < run->report.findings.len);
	assert_string_equal(run->report.findings.at[index]->message.at, message);
}

static void test_names_of_severities(void **state)
{
	enum severity severity = SEVERITY_ERROR;

	(void)state;
	assert_true(severity_find(STR("off"), &severity));
	assert_int_equal(severity, SEVERITY_OFF);
	assert_true(severity_find(STR("warning"), &severity));
	assert_int_equal(severity, SEVERITY_WARNING);
	assert_false(severity_find(STR("Warning"), &severity));
	assert_false(severity_find(STR(""), &severity));
	assert_true(str_equal(severity_name(SEVERITY_NOTE), STR("note")));
}

static void test_words_are_copied(void **state)
{
	struct run *run = *state;
	char word[] = "staff survey";
	struct finding *finding;

	finding = report_add(&run->report, &missing, (struct span){ &run->a, 0, 5 },
			     "“%s” has no lead", word);
	finding_hint(&run->report, finding, "give “%s” a lead", word);
	finding_relate(&run->report, finding, (struct span){ &run->b, 6, 12 }, "as “%s” has", word);
	word[0] = 'X';
	assert_string_equal(finding->message.at, "“staff survey” has no lead");
	assert_string_equal(finding->hint.at, "give “staff survey” a lead");
	assert_int_equal(finding->related.len, 1);
	assert_string_equal(finding->related.at[0].message.at, "as “staff survey” has");
	assert_ptr_equal(finding->related.at[0].span.source, &run->b);
	assert_int_equal(finding->severity, SEVERITY_ERROR);
}

static void test_sorts_by_file_place_name_and_words(void **state)
{
	struct run *run = *state;
	struct span first = { &run->a, 0, 5 };
	struct span shorter = { &run->a, 0, 4 };
	struct span second = { &run->a, 6, 7 };
	struct span other = { &run->b, 0, 1 };

	report_add(&run->report, &missing, other, "7");
	report_add(&run->report, &missing, second, "6");
	report_add(&run->report, &missing, first, "5");
	report_add(&run->report, &missing, first, "4");
	report_add(&run->report, &note, first, "3");
	report_add(&run->report, &note, shorter, "2");
	report_sort(&run->report);
	assert_int_equal(run->report.findings.len, 6);
	/* "a.yaml" stands before "a/b.yaml": '.' is less than '/'. */
	assert_message(run, 0, "2");
	assert_message(run, 1, "3");
	assert_message(run, 2, "4");
	assert_message(run, 3, "5");
	assert_message(run, 4, "6");
	assert_message(run, 5, "7");
}

static void test_counts_and_drops_what_is_off(void **state)
{
	struct run *run = *state;
	struct span span = { &run->a, 0, 5 };
	struct counts counts;

	report_add(&run->report, &missing, span, "an error");
	report_add(&run->report, &missing, span, "a warning")->severity = SEVERITY_WARNING;
	report_add(&run->report, &note, span, "a note");
	report_add(&run->report, &note, span, "another note");
	report_add(&run->report, &note, span, "nothing")->severity = SEVERITY_OFF;
	report_drop_off(&run->report);
	assert_int_equal(run->report.findings.len, 4);
	counts = report_count(&run->report);
	assert_int_equal(counts.error, 1);
	assert_int_equal(counts.warning, 1);
	assert_int_equal(counts.note, 2);
}

static void test_says_once_what_is_said_twice(void **state)
{
	struct run *run = *state;
	struct span span = { &run->a, 0, 5 };
	struct span other = { &run->a, 0, 4 };

	report_add(&run->report, &note, span, "the same");
	report_add(&run->report, &note, other, "the same");
	report_add(&run->report, &note, span, "the same");
	report_sort(&run->report);
	assert_int_equal(run->report.findings.len, 2);
}

static void test_sorts_nothing(void **state)
{
	struct run *run = *state;
	struct counts counts;

	report_sort(&run->report);
	counts = report_count(&run->report);
	assert_int_equal(counts.error + counts.warning + counts.note, 0);
}

#define IN_A_RUN(test) cmocka_unit_test_setup_teardown(test, open_run, close_run)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_of_severities),
		IN_A_RUN(test_words_are_copied),
		IN_A_RUN(test_sorts_by_file_place_name_and_words),
		IN_A_RUN(test_counts_and_drops_what_is_off),
		IN_A_RUN(test_says_once_what_is_said_twice),
		IN_A_RUN(test_sorts_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
