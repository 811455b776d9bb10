/* Rules on the dates of actions beside each other, and on what waits for what. */
#define TESTED                                                                                \
	"date-open-ended", "date-recurring-unanchored", "date-vague", "date-depends-undated", \
		"date-order", "date-bunching", "reference-cycle"
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
	expect(DATED "    ongoing: true\n    status: done\n", "");
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
	expect(DATED "    due: unknown\n    depends_on: report\n" OTHER "    due: unknown\n", what);
	expect(DATED "    due: unknown\n    depends_on: report\n" OTHER
		     "    due: unknown\n    depends_on: {text: A}\n",
	       "date-depends-undated 13:17");
	expect(DATED "    due: unknown\n    depends_on: report\n" OTHER
		     "    milestones: [{what: A, due: 2024-05}]\n",
	       "");
	expect(DATED "    due: unknown\n    depends_on: nothing-of-that-name\n", "");
	expect(DATED "    due: unknown\n    depends_on: survey\n", "reference-cycle 9:17");
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
	expect(DATED "    due: 2024-06\n    depends_on: survey\n", "reference-cycle 9:17");
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

#define WAITS(id, on) "  - {id: " id ", due: 2024-09, depends_on: " on "}\n"

static void knows_circles(void **state)
{
	(void)state;
	expect(HEAD WAITS("a", "a"), "reference-cycle 4:39");
	expect(HEAD WAITS("a", "b") WAITS("b", "a"), "reference-cycle 4:39");
	expect(HEAD WAITS("a", "[b, c]") WAITS("b", "{text: A}") WAITS("c", "[d, a]")
		       WAITS("d", "x"),
	       "reference-cycle 4:43");
	expect(HEAD WAITS("a", "b") WAITS("b", "a") WAITS("c", "[a, d]") WAITS("d", "c"),
	       "reference-cycle 4:39, reference-cycle 6:43");
	/* One in a circle of its own, and a tail. */
	expect(HEAD WAITS("t", "a") WAITS("a", "b") WAITS("b", "[b, z]") WAITS("z", "[]"),
	       "reference-cycle 6:40");
	expect(HEAD WAITS("a", "[b, c]") WAITS("b", "d") WAITS("c", "d") WAITS("d", "{text: A}"),
	       "");
	expect(HEAD WAITS("a", "b") WAITS("b", "nobody"), "");
	expect_words(HEAD WAITS("a", "a"), "action “a” waits for itself",
		     "take it out of `depends_on:`");
	expect_words(HEAD WAITS("a", "b") WAITS("b", "a"),
		     "the actions “a” and “b” wait for each other",
		     "take one of them out of `depends_on:`, so that one can be done first");
	expect_words(HEAD WAITS("a", "b") WAITS("b", "c") WAITS("c", "d") WAITS("d", "e")
			     WAITS("e", "a"),
		     "the actions “a”, “b”, “c” and 2 others wait for each other", NULL);
}

/* A circle through another plan is one finding, whichever of them is looked at. */
static void knows_circles_through_plans(void **state)
{
	struct fixture fixture;
	const struct node *root;
	struct plan *other;

	(void)state;
	begin(&fixture, HEAD WAITS("a", "council/other#b"), COUNCIL);
	root = read_text(&fixture, "other/plan.yaml", HEAD WAITS("b", "[council/plan#a, x]"));
	other = plan_build(&fixture.arena, root, STR("council/other"), NULL);
	other->source = root->source;
	map_add(&fixture.index.plans, &fixture.arena, other->thing.id, other);
	check(&fixture);
	fixture.run.plan = other;
	fixture.said = STR("");
	check(&fixture);
	assert_string_equal(fixture.said.at, "reference-cycle 4:40");
	assert_string_equal(fixture.report.findings.at[0]->message.at,
			    "the actions “b” and “council/plan#a” wait for each other");
	end(&fixture);
}

#define LONG 50000

/* Action number i waits for number i + 1; `is_closed`: the last one for the first. */
static void make_chain(struct fixture *fixture, bool is_closed)
{
	struct arena *arena = &fixture->arena;
	struct plan *plan = fixture->plan;
	struct action *actions = arena_new_array(arena, struct action, LONG);
	struct dependency *dependencies = arena_new_array(arena, struct dependency, LONG);

	for (int i = 0; i < LONG; i++) {
		actions[i] = *plan->all_actions.at[0];
		actions[i].thing.id = arena_printf(arena, "a%d", i);
		actions[i].depends_on.at = &dependencies[i];
		actions[i].depends_on.len = 1;
		dependencies[i].thing.node = plan->thing.node;
		dependencies[i].on.node = plan->thing.node;
		dependencies[i].on.id = arena_printf(arena, "a%d",
						     is_closed ? (i + 1) % LONG : i + 1);
		vec_add(arena, &plan->all_actions, &actions[i]);
		map_add(&plan->by_id, arena, actions[i].thing.id, &actions[i]);
	}
}

/* No deep calls, and time that grows with the plan only. */
static void bears_long_chains(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, WHOLE, COUNCIL);
	make_chain(&fixture, false);
	check(&fixture);
	assert_string_equal(fixture.said.len ? fixture.said.at : "", "date-bunching 7:10");
	end(&fixture);
	begin(&fixture, WHOLE, COUNCIL);
	make_chain(&fixture, true);
	check(&fixture);
	assert_int_equal(fixture.report.findings.len, 2);
	assert_string_equal(fixture.report.findings.at[0]->message.at,
			    "the actions “a0”, “a1”, “a2” and 49997 others wait for each other");
	end(&fixture);
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
		cmocka_unit_test(knows_circles),
		cmocka_unit_test(knows_circles_through_plans),
		cmocka_unit_test(bears_long_chains),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
