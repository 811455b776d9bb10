/* Rules on what an action must say: its lead, its dates, its outcomes and measures. */
#define TESTED                                                                      \
	"reference-unknown", "lead-missing", "lead-placeholder", "lead-collective", \
		"date-missing", "date-tbc", "date-format", "date-impossible",       \
		"date-outside-period", "outcome-missing", "measure-missing",        \
		"measure-target-format", "text-placeholder", "figures-sum"
#include "rule_cases.h"

static void knows_missing_leads(void **state)
{
	(void)state;
	expect(HEAD ACTION DUE MEASURE, "lead-missing 4:9");
	expect(HEAD ACTION DUE MEASURE "    lead:\n", "lead-missing 8:10");
	expect(HEAD ACTION DUE MEASURE "    lead: []\n", "lead-missing 8:11");
	expect(HEAD "  - activity: Ask.\n" DUE MEASURE, "lead-missing 4:5");
	expect_words(HEAD ACTION DUE MEASURE, "action “survey” has no lead",
		     "add `lead:` with the id of a person, role, team or board from council.yaml");
}

static void knows_leads_that_are_none(void **state)
{
	static const char *const nobody[] = {
		"TBC",
		"tbc",
		"\"\"",
		"\"?\"",
		"vacant",
		"Vacant",
		"N/A",
		"none",
		"To be confirmed",
		"to-be-appointed",
		"od-resource-required",
		"Officer needed",
		"vacant-post",
		"od-resource",
		"[TBC]",
		"unassigned",
		"Vacant (Head of Housing)",
		"Head of Housing - TBC",
	};
	struct str text;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(nobody); i++) {
		text = arena_printf(&arena, HEAD ACTION DUE MEASURE "    lead: %s\n", nobody[i]);
		expect(text.at,
		       nobody[i][0] == '[' ? "lead-placeholder 8:12" : "lead-placeholder 8:11");
	}
	arena_release(&arena);
	expect(HEAD ACTION DUE MEASURE "    lead: vacant-homes\n", "");
	expect("workstreams: [{name: A, lead: TBC}]\n" WHOLE, "lead-placeholder 1:31");
	expect_words(
		HEAD ACTION DUE MEASURE "    lead: od-resource\n",
		"“OD resource required” is not a lead",
		"name a person, role, team or board from council.yaml; put the need under `resources:`");
	expect_words(HEAD ACTION DUE MEASURE "    lead: \"\"\n", "the lead is empty",
		     "name a person, role, team or board from council.yaml");
}

static void knows_collective_leads(void **state)
{
	(void)state;
	expect(HEAD ACTION DUE MEASURE "    lead: all-managers\n", "lead-collective 8:11");
	expect(HEAD ACTION DUE MEASURE "    lead: [all-managers, service-managers]\n",
	       "lead-collective 8:11");
	expect(HEAD ACTION DUE MEASURE "    lead: [all-managers, senior-leadership-board]\n", "");
	expect(HEAD ACTION DUE MEASURE "    lead: [all-managers, nobody-here]\n",
	       "reference-unknown 8:26");
	expect(HEAD ACTION DUE MEASURE "    lead: all-managers\n    accountable: head-of-housing\n",
	       "");
	expect(HEAD ACTION DUE MEASURE
	       "    lead: all-managers\n    accountable: service-managers\n",
	       "lead-collective 8:11");
	expect_words(
		HEAD ACTION DUE MEASURE "    lead: all-managers\n",
		"action “survey” is led by a group, “All managers”, so by nobody in particular",
		NULL);
}

static void knows_missing_dates(void **state)
{
	(void)state;
	expect(HEAD ACTION LEAD MEASURE, "date-missing 4:9");
	expect(HEAD ACTION LEAD MEASURE "    due:\n", "date-missing 8:9");
	expect(HEAD ACTION LEAD MEASURE "    due: \"\"\n", "date-missing 8:10");
	expect(HEAD ACTION LEAD MEASURE "    ongoing: false\n", "date-missing 4:9");
	expect(HEAD ACTION LEAD MEASURE "    milestones: []\n", "date-missing 4:9");
	expect(HEAD ACTION LEAD MEASURE "    review: 2025-01\n", "date-missing 4:9");
	expect(HEAD ACTION LEAD MEASURE "    due: unknown\n", "date-missing 8:10");
	expect(HEAD ACTION LEAD MEASURE
	       "    due: unknown\n    depends_on: {text: Asset Strategy}\n",
	       "");
	expect(HEAD ACTION LEAD MEASURE "    ongoing: true\n", "");
	expect(HEAD ACTION LEAD MEASURE "    every: quarter\n", "");
	expect(HEAD ACTION LEAD MEASURE "    start: 2024-05\n", "");
	expect(HEAD ACTION LEAD MEASURE "    milestones: [{what: A, due: 2024-05}]\n", "");
	expect(HEAD ACTION LEAD MEASURE "    milestones: [{what: A, due: unknown}]\n",
	       "date-missing 8:33");
	expect_words(HEAD ACTION LEAD MEASURE "    until: 2025-03\n",
		     "action “survey” says until when it goes on, but not when it is due or starts",
		     NULL);
}

static void knows_dates_to_be_confirmed(void **state)
{
	(void)state;
	expect(HEAD ACTION LEAD MEASURE "    due: tbc\n", "date-tbc 8:10");
	expect(HEAD ACTION LEAD MEASURE "    due: TBC\n    timing_note: TBC\n", "date-tbc 8:10");
	expect(HEAD ACTION LEAD DUE MEASURE "    milestones: [{what: A, due: tbc}]\n",
	       "date-tbc 9:33");
}

static void knows_wrong_forms_of_dates(void **state)
{
	(void)state;
	expect_words(HEAD ACTION LEAD MEASURE "    due: Sept 2023\n", "“Sept 2023” is not a date",
		     "write `2023-09`");
	expect(WHOLE "    start: tbc\n", "date-format 9:12");
	expect(WHOLE "    until: unknown\n", "date-format 9:12");
	expect(WHOLE "    start: \"\"\n", "date-format 9:12");
	expect(WHOLE "    review: soon\n    updates: [{date: Q2 2023, text: A}]\n",
	       "date-format 9:13, date-format 10:22");
	expect("period: 2024-04\n" WHOLE, "date-format 1:9");
	expect("period: tbc\n" WHOLE, "date-format 1:9");
	expect("period: 2024-25\n" WHOLE, "");
	expect("period: 2024\n" WHOLE, "");
	expect(HEAD ACTION LEAD MEASURE "    due: 2024~\n", "");
}

static void knows_impossible_dates(void **state)
{
	(void)state;
	expect(HEAD ACTION LEAD MEASURE "    due: 2024-09-31\n", "date-impossible 8:10");
	expect(HEAD ACTION LEAD MEASURE "    due: 2024-09/2024-03\n", "date-impossible 8:10");
	expect(HEAD ACTION LEAD MEASURE "    start: 2024-09\n    until: 2024-03\n",
	       "date-impossible 9:12");
	expect(HEAD ACTION LEAD MEASURE "    start: 2024-09\n    until: 2024-09\n", "");
	expect(HEAD ACTION LEAD MEASURE "    start: 2024~\n    until: 2023\n", "");
	expect(WHOLE "    milestones: [{what: A, due: 2024-09-30}, {what: B, due: 2024-10}]\n",
	       "date-impossible 9:61");
	expect(WHOLE "    milestones: [{what: A, due: 2024-25}]\n", "date-impossible 9:33");
	expect_words(HEAD ACTION LEAD MEASURE
		     "    due: 2024-03\n    milestones: [{what: A, due: 2024-05}]\n",
		     "a milestone (May 2024) comes after action “survey” is due (March 2024)",
		     NULL);
}

#define PERIOD "period: 2023-05/2024-04\n"

static void knows_dates_outside_the_period(void **state)
{
	(void)state;
	expect_words(
		PERIOD HEAD ACTION LEAD MEASURE "    due: 2022-05\n",
		"“2022-05” is 12 months before the plan's period begins (May 2023 to April 2024)",
		"check the year, or change the `period:` of the plan");
	expect_words(
		PERIOD HEAD ACTION LEAD MEASURE "    due: 2024-05-10\n",
		"“2024-05-10” is 10 days after the plan's period ends (May 2023 to April 2024)",
		NULL);
	expect_words(PERIOD HEAD ACTION LEAD MEASURE "    due: 2026-04\n",
		     "“2026-04” is 2 years after the plan's period ends (May 2023 to April 2024)",
		     NULL);
	expect_words(
		PERIOD HEAD ACTION LEAD MEASURE "    due: 2023-04\n",
		"“2023-04” is 1 month before the plan's period begins (May 2023 to April 2024)",
		NULL);
	expect(PERIOD HEAD ACTION LEAD MEASURE "    due: 2024-04\n", "");
	expect(PERIOD HEAD ACTION LEAD MEASURE "    due: 2024\n", "");
	expect(PERIOD HEAD ACTION LEAD MEASURE "    due: 2024-04/2024-06\n", "");
	expect("period: 2023-05/..\n" HEAD ACTION LEAD MEASURE "    due: 2039-04\n", "");
	expect("period: soon\n" WHOLE, "date-format 1:9");
}

static void knows_when_a_start_is_outside(void **state)
{
	(void)state;
	/* What began earlier and goes on is no fault. */
	expect(PERIOD HEAD ACTION LEAD MEASURE "    start: 2022-05\n    due: 2023-09\n", "");
	expect(PERIOD HEAD ACTION LEAD MEASURE "    start: 2022-05\n    ongoing: true\n", "");
	expect(PERIOD HEAD ACTION LEAD MEASURE "    start: 2022-05\n    status: in-progress\n", "");
	expect(PERIOD HEAD ACTION LEAD MEASURE "    start: 2022-05\n    until: 2023-09\n", "");
	expect(PERIOD HEAD ACTION LEAD MEASURE "    start: 2022-05\n", "date-outside-period 9:12");
	expect(PERIOD HEAD ACTION LEAD MEASURE "    start: 2024-05\n    ongoing: true\n",
	       "date-outside-period 9:12");
	expect(PERIOD HEAD ACTION LEAD MEASURE "    milestones: [{what: A, due: 2025-05}]\n",
	       "date-outside-period 9:33");
}

static void knows_missing_outcomes_and_measures(void **state)
{
	(void)state;
	expect(WHOLE
	       "    outcomes: [Staff are heard.]\n  - id: report\n    activity: Tell.\n" LEAD DUE
		       MEASURE,
	       "outcome-missing 10:9");
	expect(WHOLE "  - id: report\n    activity: Tell.\n" LEAD DUE MEASURE, "");
	expect(HEAD ACTION LEAD DUE, "measure-missing 4:9");
	expect(HEAD ACTION LEAD DUE "    measures: []\n", "measure-missing 8:15");
	expect("measures: [Plan works.]\n" HEAD ACTION LEAD DUE, "measure-missing 5:9");
	expect("title: P\nstatus: draft\nthemes:\n  - id: t\n    title: T\n    measures: [It works.]\n"
	       "    actions:\n      - {id: a, activity: A, lead: head-of-housing, due: 2024}\n",
	       "");
	/* An empty item is one fault. */
	expect(HEAD ACTION LEAD DUE "    measures:\n      -\n", "text-placeholder 9:8");
}

static void knows_wrong_targets(void **state)
{
#define TARGET(target) HEAD ACTION LEAD DUE "    measures: [{indicator: A, " target "}]\n"
	(void)state;
	expect(TARGET("target: 50%"), "measure-target-format 8:39");
	expect(TARGET("target: 50"), "measure-target-format 8:39");
	expect(TARGET("target: at least 50%"), "");
	expect(TARGET("target: at least 50%, unit: \"%\""), "");
	expect(TARGET("target: at least 50%, unit: per cent"), "");
	expect(TARGET("target: at most 12 days, unit: \"%\""), "measure-target-format 8:39");
	expect(TARGET("target: at least 1 option, unit: options"), "");
	expect(TARGET("target: at least 5, unit: staff"), "");
	expect(TARGET("target: increase by 10%, unit: staff"), "");
	expect(TARGET("target: increase by 5 percentage points, unit: \"%\""), "");
	expect(TARGET("target: increase by 5 percentage points, unit: staff"),
	       "measure-target-format 8:39");
	expect(TARGET("target: all, unit: staff"), "");
#undef TARGET
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_missing_leads),
		cmocka_unit_test(knows_leads_that_are_none),
		cmocka_unit_test(knows_collective_leads),
		cmocka_unit_test(knows_missing_dates),
		cmocka_unit_test(knows_dates_to_be_confirmed),
		cmocka_unit_test(knows_wrong_forms_of_dates),
		cmocka_unit_test(knows_impossible_dates),
		cmocka_unit_test(knows_dates_outside_the_period),
		cmocka_unit_test(knows_when_a_start_is_outside),
		cmocka_unit_test(knows_missing_outcomes_and_measures),
		cmocka_unit_test(knows_wrong_targets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
