/* Rules on when an action is done: its dates beside each other, and beside the day of the run. */
#define TESTED                                                                                \
	"date-open-ended", "date-recurring-unanchored", "date-vague", "date-depends-undated", \
		"date-order", "date-bunching", "action-overdue", "rag-contradiction"
#include "rule_cases.h"

#define DATED HEAD ACTION LEAD MEASURE
/* Lines 9 and 10; what follows is on line 11. */
#define OTHER "  - id: report\n    activity: Publish what staff said.\n"

static void knows_work_without_end(void **state)
{
	(void)state;
	expect(DATED "    ongoing: true\n", "date-open-ended 8:14");
	expect(DATED "    start: 2024-05\n", "date-open-ended 8:12");
	expect(DATED "    start: 2024-05\n    ongoing: true\n", "date-open-ended 9:14");
	expect(DATED "    due: 2024-06/..\n", "date-open-ended 8:10");
	expect(DATED "    due: 2024-06~/..\n", "date-open-ended 8:10");
	expect(DATED "    ongoing: true\n    until: 2024-06/..\n", "date-open-ended 8:14");
	expect(DATED "    ongoing: true\n    milestones: [{what: A, due: 2024-09}]\n",
	       "date-open-ended 8:14");
	expect_words(DATED "    ongoing: true\n",
		     "action “survey” is ongoing, but has no end and no review",
		     "add `until:` with the date it ends, or `review:` with the date on which you "
		     "will next look at it, such as `2025-03`");
}

static void knows_the_ends_of_work(void **state)
{
	(void)state;
	expect(DATED "    ongoing: true\n    review: 2025-03\n", "");
	expect(DATED "    ongoing: true\n    until: 2025-03\n", "");
	expect(DATED "    ongoing: true\n    due: 2025-03\n", "");
	expect(DATED "    ongoing: true\n    due: tbc\n", "");
	expect(DATED "    ongoing: true\n    every: quarter\n    start: 2024-04\n", "");
	expect(DATED "    start: 2024-05\n    milestones: [{what: A, due: 2024-09}]\n", "");
	expect(DATED "    ongoing: true\n    status: cancelled\n", "");
	expect(DATED "    start: soon\n", "");
	expect(DATED "    ongoing: false\n    due: 2024-05\n", "");
}

static void knows_work_with_no_first_time(void **state)
{
	(void)state;
	expect(DATED "    every: quarter\n", "date-recurring-unanchored 8:12");
	expect(DATED "    every: half-year\n    until: 2025-03\n",
	       "date-recurring-unanchored 8:12");
	expect(DATED "    every: quarter\n    start: 2024-04\n", "");
	expect(DATED "    every: year\n    due: 2024-11\n", "");
	expect(DATED "    every: year\n    due: tbc\n", "");
	expect(DATED "    every: year\n    status: done\n", "");
	expect_words(DATED "    every: half-year\n",
		     "action “survey” comes round every half-year, but does not say from when",
		     NULL);
}

static void knows_vague_dates(void **state)
{
	static const char *const vague[] = {
		"2024-03/2024-06", "2024-09~",  "2024-09-30~",           "2024-25 Q2~", "2024",
		"2024-25",         "2024/2025", "2024-03-20/2024-04-30",
	};
	static const char *const firm[] = {
		"2024-09",
		"2024-09-30",
		"2024-25 Q2",
		"2024-09-01/2024-09-05",
		"2024-03-28/2024-04-05",
		"2024-09/2024-09",
		"tbc",
		"unknown",
		"sometime",
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(vague); i++)
		expect(arena_printf(&arena, DATED "    due: %s\n", vague[i]).at, "date-vague 8:10");
	for (size_t i = 0; i < ARRAY_LEN(firm); i++)
		expect(arena_printf(&arena, DATED "    due: %s\n", firm[i]).at, "");
	arena_release(&arena);
	expect(DATED "    due: 2024\n    status: done\n", "");
	expect(DATED "    due: 2024-09\n    milestones: [{what: A, due: 2024}]\n", "");
	expect(DATED "    milestones: [{what: A, due: 2024-05}, {what: B, due: 2024}]\n",
	       "date-vague 8:58");
	expect_words(DATED "    due: 2024-03/2024-06\n",
		     "the date of action “survey” is vague: March to June 2024",
		     "write the day, month or quarter by which it will be done, such as `2024-06`");
	expect_words(DATED "    due: 2024-25\n", "the date of action “survey” is vague: 2024/25",
		     "write the day, month or quarter by which it will be done, such as `2025-03`");
}

static void knows_what_has_no_date_to_wait_for(void **state)
{
	static const char what[] = "date-depends-undated 9:17";

	(void)state;
	expect(DATED "    due: unknown\n    depends_on: {text: Asset Strategy}\n", what);
	expect(DATED "    due: unknown\n    depends_on: report\n" OTHER, what);
	expect(DATED "    due: unknown\n    depends_on: report\n" OTHER "    due: tbc\n", what);
	expect(DATED "    due: unknown\n    depends_on: report\n" OTHER "    every: year\n",
	       "date-depends-undated 9:17, date-recurring-unanchored 12:12");
	expect(DATED "    due: unknown\n    depends_on: [report, {text: A}, {text: B}]\n" OTHER
		     "    due: 2025-03\n",
	       "date-depends-undated 9:26");
	expect(DATED "    due: unknown\n    depends_on: report\n" OTHER "    due: 2025-03\n", "");
	expect(DATED "    due: unknown\n    depends_on: report\n" OTHER "    due: soon\n", "");
	expect(DATED "    due: unknown\n    depends_on: report\n" OTHER "    status: done\n", "");
	expect(DATED "    due: unknown\n    depends_on: report\n" OTHER
		     "    milestones: [{what: A, due: 2024-05}]\n",
	       "");
	expect(DATED "    due: unknown\n    depends_on: nothing-of-that-name\n", "");
	expect(DATED "    due: unknown\n    depends_on: survey\n", "");
	expect(DATED "    due: 2024-09\n    depends_on: {text: Asset Strategy}\n", "");
	expect(DATED "    due: tbc\n    depends_on: {text: Asset Strategy}\n", "");
	expect(DATED "    depends_on: {text: Asset Strategy}\n", "");
	expect_words(DATED "    due: unknown\n    depends_on: {text: Asset Strategy}\n",
		     "action “survey” has no date of its own, and “Asset Strategy”, which it waits "
		     "for, has none either",
		     "write a date under `due:`, such as `2024-09`, or let it wait for an action "
		     "that has a date");
}

/* Survey (its date on line 8) waits for the report (its date on line 12). */
static void expect_order(const char *due, const char *first, const char *expected)
{
	struct arena arena;

	arena_init(&arena);
	expect(arena_printf(&arena,
			    DATED "    due: %s\n    depends_on: report\n" OTHER "    due: %s\n",
			    due, first)
		       .at,
	       expected);
	arena_release(&arena);
}

static void knows_dates_out_of_order(void **state)
{
	(void)state;
	expect_order("2024-06", "2024-09", "date-order 8:10");
	expect_order("2024-06-15", "2024-06", "date-order 8:10");
	expect_order("2024-06", "2024-25 Q2", "date-order 8:10");
	expect_order("2024-06~", "2024-09", "date-order 8:10, date-vague 8:10");
	expect_order("2024-06", "2024-06~", "date-vague 12:10");
	expect_order("2024-06-15", "2024-06~", "date-vague 12:10");
	expect_order("2024-09", "2024-06", "");
	expect_order("2024-06-30", "2024-06", "");
	expect_order("2024-06", "tbc", "");
	expect_order("tbc", "2024-06", "");
	expect_order("2024-06", "2024-09\n    status: done", "");
	expect_order("2024-06", "2024-05/..", "date-open-ended 12:10");
	expect(DATED "    due: 2024-06\n    depends_on: survey\n", "");
	expect_words(
		DATED "    due: 2024-06\n    depends_on: report\n" OTHER "    due: 2024-09\n",
		"action “survey” is due (30 June 2024) before “report”, which it waits for (30 "
		"September 2024)",
		"put right one of the two dates, or take “report” out of `depends_on:`");
}

static void knows_measures_that_come_too_late(void **state)
{
	static const char measured[] = HEAD ACTION LEAD
		"    due: 2024-09\n"
		"    measures:\n"
		"      - {indicator: Staff who answer, by: %s}\n";
	struct arena arena;

	(void)state;
	arena_init(&arena);
	expect(arena_printf(&arena, measured, "2025-03").at, "date-order 9:43");
	expect(arena_printf(&arena, measured, "2024-10").at, "date-order 9:43");
	expect(arena_printf(&arena, measured, "2024-09").at, "");
	expect(arena_printf(&arena, measured, "2024").at, "");
	expect(arena_printf(&arena, measured, "tbc").at, "");
	expect_words(arena_printf(&arena, measured, "2025-03").at,
		     "action “survey” is due (September 2024) before its measure can tell (March "
		     "2025)",
		     "put right one of the two dates, or add a measure that can tell by then");
	arena_release(&arena);
}

/* `count` actions, of which `in_may` are due in May; the others a month apart in other years. */
static void expect_bunching(int count, int in_may, int share, const char *expected)
{
	int numbers[256];
	struct fixture fixture;
	struct arena arena;
	struct buf plan = { 0 };

	buf_printf(&plan, "title: Plan\nstatus: draft\nactions:\n");
	for (int i = 0; i < count; i++) {
		if (i >= count - in_may)
			buf_printf(&plan, "  - {id: a%d, due: 2024-05-%02d}\n", i, i % 30 + 1);
		else
			buf_printf(&plan, "  - {id: a%d, due: %d-06}\n", i, 2030 + i);
	}
	arena_init(&arena);
	begin(&fixture, arena_copy(&arena, buf_str(&plan)).at, COUNCIL);
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
		numbers[i] = share;
	if (share)
		fixture.run.numbers = numbers;
	check(&fixture);
	if (fixture.report.findings.len)
		assert_true(fixture.report.findings.at[0]->is_of_plan);
	assert_string_equal(fixture.report.findings.len ? fixture.report.findings.at[0]->message.at
							: "",
			    expected);
	end(&fixture);
	arena_release(&arena);
	buf_release(&plan);
}

static void knows_bunches_of_dates(void **state)
{
	(void)state;
	expect_bunching(10, 2, 0, "2 of the plan's 10 dated actions (20%) are due in May 2024");
	expect_bunching(12, 12, 0, "12 of the plan's 12 dated actions (100%) are due in May 2024");
	expect_bunching(11, 2, 0, "");
	expect_bunching(9, 9, 0, "");
	expect_bunching(10, 2, 21, "");
	expect_bunching(10, 3, 30, "3 of the plan's 10 dated actions (30%) are due in May 2024");
}

static void knows_what_is_late(void **state)
{
	static const char late[] = "action-overdue 8:10";

	(void)state;
	expect(DATED "    due: 2023-09\n", late);
	expect(DATED "    due: 2023-11-13\n", late);
	expect(DATED "    due: 2023-11-14\n", "");
	expect(DATED "    due: 2023-11\n", "");
	expect(DATED "    due: 2023-09\n    status: paused\n", late);
	expect(DATED "    due: 2023-09\n    ongoing: true\n", late);
	expect(DATED "    due: 2023-09\n    status: done\n", "");
	expect(DATED "    due: 2023-09\n    done: 2023-09-30\n", "");
	expect(DATED "    due: 2023-09\n    status: cancelled\n", "");
	expect(DATED "    start: 2022-04\n    until: 2023-09\n", "action-overdue 9:12");
	expect(DATED "    start: 2022-04\n    every: month\n    until: 2023-09\n",
	       "action-overdue 10:12");
	expect(DATED "    start: 2022-04\n    every: month\n", "");
	expect(DATED "    due: tbc\n    until: 2023-09\n", "");
	expect_words(
		DATED "    due: 2023-09\n",
		"action “survey” was due on 30 September 2023, 45 days before 14 November "
		"2023, and is not marked as done",
		"write `status: done` with the date under `done:`, or a new date, and why under "
		"`revisions:`");
	expect_words(DATED "    start: 2022-04\n    until: 2023-11-13\n",
		     "action “survey” was to end on 13 November 2023, 1 day before 14 November "
		     "2023, and is not marked as done",
		     NULL);
}

static void knows_late_milestones(void **state)
{
	(void)state;
	expect(DATED "    milestones: [{what: A, due: 2023-06}, {what: B, due: 2023-09}]\n",
	       "action-overdue 8:58");
	expect(DATED "    milestones: [{what: A, due: 2023-06}, {what: B, due: 2024-03}]\n", "");
	expect(DATED "    milestones: [{what: A, due: 2023-06}, {what: B, due: tbc}]\n", "");
	expect(DATED "    milestones:\n"
		     "      - {what: A, due: 2023-06}\n"
		     "      - {what: B, due: 2023-09, status: done}\n",
	       "action-overdue 9:24");
	expect(DATED "    milestones: [{what: A, due: 2023-06, done: 2023-06}]\n", "");
	expect(DATED "    ongoing: true\n    review: 2024-01\n"
		     "    milestones: [{what: A, due: 2023-06}]\n",
	       "");
	expect(DATED "    due: 2024-03\n    milestones: [{what: A, due: 2023-06}]\n", "");
	expect_words(DATED "    milestones: [{what: A, due: 2023-11-12}]\n",
		     "the last open milestone of action “survey” was due on 12 November 2023, 2 "
		     "days before 14 November 2023, and is not marked as done",
		     NULL);
}

static void knows_green_that_is_late(void **state)
{
	(void)state;
	expect(DATED "    due: 2023-09\n    rag: green\n",
	       "action-overdue 8:10, rag-contradiction 9:10");
	expect(DATED "    due: 2023-09\n    rag: amber\n", "action-overdue 8:10");
	expect(DATED "    due: 2023-09\n    rag: green\n    status: done\n", "");
	expect(DATED "    due: 2023-12\n    rag: green\n", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_work_without_end),
		cmocka_unit_test(knows_the_ends_of_work),
		cmocka_unit_test(knows_work_with_no_first_time),
		cmocka_unit_test(knows_vague_dates),
		cmocka_unit_test(knows_what_has_no_date_to_wait_for),
		cmocka_unit_test(knows_dates_out_of_order),
		cmocka_unit_test(knows_measures_that_come_too_late),
		cmocka_unit_test(knows_bunches_of_dates),
		cmocka_unit_test(knows_what_is_late),
		cmocka_unit_test(knows_late_milestones),
		cmocka_unit_test(knows_green_that_is_late),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
