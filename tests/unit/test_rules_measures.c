/* Rules on how measures are stated. */
#define TESTED                                                                                  \
	"measure-missing", "measure-prose", "measure-indicator-only", "measure-direction-only", \
		"measure-no-baseline", "measure-no-deadline", "measure-no-source",              \
		"measure-target-format", "measure-wrong-side", "measure-repeated",              \
		"measure-restates", "text-placeholder"
#include "rule_cases.h"

/* Line 8 holds the key, 9 the first measure. */
#define MEASURES HEAD ACTION LEAD DUE "    measures:\n"
#define ONE(measure) MEASURES "      - " measure "\n"
#define SOURCE ", source: Survey"
#define GOOD ONE("95% of staff answer.")

static void prose_once_an_action(void **state)
{
	(void)state;
	expect(ONE("Staff are valued."), "measure-prose 9:9");
	expect(MEASURES "      - Staff are valued.\n      - Staff are happy.\n",
	       "measure-prose 9:9");
	expect(MEASURES "      - Staff are valued.\n      - 95% of staff answer.\n", "");
	expect(MEASURES "      - Staff are valued.\n      - The number of staff.\n",
	       "measure-indicator-only 10:9");
	expect(ONE("{text: Staff are valued., kind: qualitative}"), "measure-prose 9:16");
	expect(ONE("{text: Staff are valued., evidence: Interviews}"), "");
	expect(ONE("{text: A policy is adopted., kind: yes-no}"), "");
	expect(ONE("{text: A policy is adopted., target: done}"), "");
	expect(ONE("All staff have a review."), "");
	expect(ONE("The report is out within 6 months."), "measure-prose 9:9");
	expect_words(ONE("Staff are valued."),
		     "action “survey” is measured in words only: nothing says what is counted or "
		     "how much is enough",
		     "say what is counted under `indicator:` and how much is enough under "
		     "`target:`; for what is there or not write `kind: yes-no`");
}

/* What is missing, empty, at fault, in another language or said by the theme is no prose. */
static void prose_is_one_fault(void **state)
{
	(void)state;
	expect(HEAD ACTION LEAD DUE, "measure-missing 4:9");
	expect(MEASURES "      -\n", "text-placeholder 9:8");
	expect(ONE("TBC"), "text-placeholder 9:9");
	expect(MEASURES "      -\n      - Staff are valued.\n",
	       "text-placeholder 9:8, measure-prose 10:9");
	expect(ONE("{text: Staff are valued., target: 95%}"), "measure-target-format 9:43");
	expect("languages: [cy]\n" ONE("Mae'r staff yn hapus."), "");
	expect("languages: [cy, en]\n" ONE("{text: {cy: Pob un., en: It works.}}"),
	       "measure-prose 10:16");
	expect("languages: [cy, en]\n" ONE("{text: {cy: Pob un., en: All staff answer.}}"), "");
	expect("title: P\nstatus: draft\nthemes:\n  - id: t\n    title: T\n"
	       "    measures: [95% of staff answer.]\n    actions:\n"
	       "      - {id: a, activity: Ask., due: 2024, measures: [It works.]}\n",
	       "");
	expect("title: P\nstatus: draft\nthemes:\n  - id: t\n    title: T\n"
	       "    measures: [The plan works.]\n    actions:\n"
	       "      - {id: a, activity: Ask., due: 2024}\n",
	       "");
}

static void indicators_without_a_target(void **state)
{
	(void)state;
	expect(ONE("The number of calls."), "measure-indicator-only 9:9");
	expect(ONE("{indicator: Calls, source: Log}"), "measure-indicator-only 9:21");
	expect(ONE("{indicator: Calls, direction: up}"), "measure-indicator-only 9:21");
	expect(ONE("{indicator: Calls, kind: yes-no}"), "");
	expect(ONE("{indicator: Calls, target: 50}"), "measure-target-format 9:36");
	expect(ONE("The number of calls is at least 50."), "");
	expect("measures: [The number of calls.]\n" GOOD, "measure-indicator-only 1:12");
	expect_words(ONE("The number of calls."),
		     "“The number of calls” says what is counted, but not how much is enough",
		     "write it under `indicator:`, and add `target:`, such as `at least 50` or "
		     "`increase by 10%`");
}

static void directions_without_a_target(void **state)
{
	(void)state;
	expect(ONE("An increase in the number of calls."), "measure-direction-only 9:9");
	expect(ONE("{text: Staff answer., direction: up}"), "measure-direction-only 9:16");
	expect(ONE("More staff answer."), "measure-direction-only 9:9");
	expect(ONE("More than 50 staff answer."), "");
	expect(ONE("One or more staff answer."), "measure-prose 9:9");
	expect(ONE("Calls increase to 50 a week."), "");
}

static void changes_without_a_baseline(void **state)
{
	(void)state;
	expect(ONE("{indicator: Calls, target: increase by 10%" SOURCE "}"),
	       "measure-no-baseline 9:36");
	expect(ONE("{indicator: Calls, target: reduce by 5, baseline: unknown" SOURCE "}"),
	       "measure-no-baseline 9:36");
	expect(ONE("{indicator: Calls, target: reduce by 5, baseline: 40" SOURCE "}"), "");
	expect(ONE("{indicator: Calls, target: reduce by 5, baseline: {value: 40, at: "
		   "2023}" SOURCE "}"),
	       "");
	expect(ONE("{indicator: Calls, target: at least 5" SOURCE "}"), "");
	expect(ONE("10% increase in calls"), "measure-no-baseline 9:9");
	expect(ONE("10% increase in calls, from 200 to 220"), "");
	expect(ONE("10% increase in calls on 2022/23"), "");
	expect(ONE("{text: 10% increase in calls, baseline: 200}"), "");
}

#define UNDATED(timing, measure) \
	HEAD ACTION LEAD timing "    measures: [{indicator: Calls, " measure "}]\n"

static void targets_without_a_date(void **state)
{
	static const char *const timing[] = { DUE,
					      "    due: tbc\n",
					      "    due: soon\n",
					      "    every: year\n",
					      "    ongoing: true\n    review: 2025\n",
					      "    start: 2024\n    until: 2025\n",
					      "    milestones: [{what: A, due: 2024-05}]\n" };
	struct arena arena;
	struct str text;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(timing); i++) {
		text = arena_printf(&arena,
				    HEAD ACTION LEAD "%s    measures: [{indicator: Calls, "
						     "target: all}]\n",
				    timing[i]);
		expect(text.at, "");
	}
	arena_release(&arena);
	expect(UNDATED("    ongoing: true\n", "target: all"), "measure-no-deadline 8:43");
	expect(UNDATED("    start: 2024\n", "target: all"), "measure-no-deadline 8:43");
	expect(UNDATED("", "target: all"), "measure-no-deadline 7:43");
	expect(UNDATED("", "target: all, by: 2025"), "");
	expect(UNDATED("", "target: all, by: soon"), "");
	expect(UNDATED("", "target: all, every: month"), "");
	expect(UNDATED("    status: done\n", "target: all"), "");
	expect(HEAD ACTION LEAD "    measures: [95% of staff answer.]\n", "");
	/* The plan's own are to be reached by the end of its period. */
	expect("measures: [{indicator: Calls, target: all}]\n" GOOD, "measure-no-deadline 1:39");
	expect("period: 2024-25\nmeasures: [{indicator: Calls, target: all}]\n" GOOD, "");
}

static void numbers_without_a_source(void **state)
{
	(void)state;
	expect(ONE("{indicator: Calls, target: at least 50}"), "measure-no-source 9:36");
	expect(ONE("{indicator: Calls, target: between 5 and 9 days}"), "measure-no-source 9:36");
	expect(ONE("{indicator: Calls, target: at least 50, evidence: A report}"), "");
	expect(ONE("{indicator: Calls, target: at least 50, source: Log}"), "");
	expect(ONE("{indicator: Calls, target: all}"), "");
	expect(ONE("{indicator: Calls, target: at most national average}"), "");
	expect(ONE("{indicator: A policy, target: done}"), "");
	expect(ONE("At least 50 calls."), "");
}

#define SIDE(parts) ONE("{indicator: Calls, source: Log, " parts "}")

static void targets_on_the_wrong_side(void **state)
{
	(void)state;
	expect(SIDE("baseline: 41%, target: at least 31%"), "measure-wrong-side 9:64");
	expect(SIDE("baseline: 31%, target: at least 41%"), "");
	expect(SIDE("baseline: 41%, target: at least 41%"), "");
	expect(SIDE("baseline: 41.0%, target: above 41%"), "");
	expect(SIDE("baseline: 12 days, target: at most 20 days"), "measure-wrong-side 9:68");
	expect(SIDE("baseline: 12, unit: days, target: below 20"), "measure-wrong-side 9:75");
	expect(SIDE("baseline: {value: 12, at: 2023}, target: at most 20"),
	       "measure-wrong-side 9:82");
	expect(SIDE("baseline: £1.2 million, target: \"at least £900,000\""),
	       "measure-wrong-side 9:73");
	/* Two units cannot be compared; nor can a share that may be written as 0.82. */
	expect(SIDE("baseline: 12 days, target: at most 20 weeks"), "");
	expect(SIDE("baseline: 0.82, target: at most 30%"), "");
	expect(SIDE("baseline: 82, target: at least 30%"), "measure-wrong-side 9:63");
	expect(SIDE("baseline: about 50, target: at least 30"), "");
	expect(SIDE("baseline: unknown, target: at least 30"), "");
	/* What says no side is on none. */
	expect(SIDE("baseline: 50, target: exactly 30"), "");
	expect(SIDE("baseline: 50, target: exactly 30, direction: up"), "measure-wrong-side 9:63");
	expect(SIDE("baseline: 50, target: exactly 30, direction: down"), "");
	expect(SIDE("baseline: 50, target: between 30 and 40, direction: up"),
	       "measure-wrong-side 9:63");
	expect(SIDE("baseline: 50, target: between 30 and 60, direction: up"), "");
	expect(SIDE("baseline: 50, target: increase by 10%, direction: up"), "");
	expect(SIDE("baseline: 50, target: increase by 10%, direction: down"),
	       "measure-wrong-side 9:63");
	expect(SIDE("baseline: 50, target: reduce by 10%, direction: up"),
	       "measure-wrong-side 9:63");
	expect_words(SIDE("baseline: 41%, target: at least 31%"),
		     "“at least 31%” is below the baseline, though more is better",
		     "check the target and the baseline (41%), and which way the target goes: "
		     "`at least` or `at most`");
}

static void shares_outside_the_whole(void **state)
{
	(void)state;
	expect(SIDE("target: at least 120%"), "measure-wrong-side 9:49");
	expect(SIDE("target: at least 120, unit: \"%\""), "measure-wrong-side 9:49");
	expect(SIDE("target: between 90 and 110%"), "measure-wrong-side 9:49");
	expect(SIDE("target: at least 100%"), "");
	expect(SIDE("target: exactly 0%"), "");
	expect(SIDE("target: at least 120"), "");
	expect(SIDE("target: at least 120 percentage points"), "");
	expect(SIDE("baseline: 50, target: increase by 150%"), "");
	expect(SIDE("baseline: 50, target: reduce by 150%"), "measure-wrong-side 9:63");
	expect(SIDE("baseline: 50, target: reduce by 150"), "");
	expect(SIDE("baseline: 90%, target: increase by 20 percentage points"),
	       "measure-wrong-side 9:64");
	expect(SIDE("baseline: 90%, target: increase by 10 percentage points"), "");
	expect(SIDE("baseline: 10%, target: reduce by 20 percentage points"),
	       "measure-wrong-side 9:64");
}

#define OTHER "  - id: other\n    activity: Tell.\n" LEAD DUE "    measures:\n"

static void measures_that_stand_twice(void **state)
{
	(void)state;
	expect(MEASURES "      - 95% of staff answer.\n" OTHER "      - 95%  of STAFF answer\n",
	       "measure-repeated 15:9");
	expect(MEASURES "      - 95% of staff answer.\n" OTHER "      - '*95%* of staff answer.'\n",
	       "measure-repeated 15:9");
	expect(MEASURES "      - 95% of staff answer.\n" OTHER "      - 90% of staff answer.\n",
	       "");
	expect(MEASURES "      - 95% of staff answer.\n      - 95% of staff answer.\n",
	       "measure-repeated 10:9");
	expect(MEASURES "      - {indicator: Calls, target: all}\n" OTHER
			"      - {indicator: Calls, target: at least 5, source: Log}\n",
	       "");
	expect(MEASURES "      - {indicator: Calls, target: all}\n" OTHER
			"      - {indicator: Calls, target: All, every: year}\n",
	       "measure-repeated 15:21");
	/* One that stands under an anchor is the same; the action is shown. */
	expect(MEASURES "      - &one 95% of staff answer.\n" OTHER "      - *one\n",
	       "measure-repeated 10:9");
	/* A placeholder twice is no measure twice. */
	expect(MEASURES "      - TBC\n      - All staff.\n" OTHER
			"      - TBC\n      - All managers.\n",
	       "text-placeholder 9:9, text-placeholder 16:9");
}

static void measures_that_say_the_same_again(void **state)
{
	(void)state;
	expect(ONE("Ask all staff."), "measure-restates 9:9");
	expect(ONE("ask ALL *staff*"), "measure-restates 9:9");
	/* Two words of weight are few to go by. */
	expect(ONE("Staff are asked."), "measure-prose 9:9");
	expect(HEAD "  - id: a\n    activity: Develop an annual staff survey.\n" LEAD DUE
		    "    measures: [The annual staff survey is developed.]\n",
	       "measure-restates 8:16");
	expect(HEAD "  - id: a\n    activity: Develop an annual staff survey.\n" LEAD DUE
		    "    measures: [The annual staff survey is published.]\n",
	       "measure-prose 8:16");
	expect(HEAD "  - id: a\n    activity: Develop an annual staff survey.\n" LEAD DUE
		    "    measures: [{text: Annual staff survey developed., kind: yes-no}]\n",
	       "");
	expect(MEASURES "      - Staff stay longer with us.\n    outcomes: [Staff stay longer with "
			"us]\n",
	       "measure-restates 9:9");
	expect(MEASURES "      - Absence is reduced.\n    outcomes: [Absence is reduced.]\n",
	       "measure-restates 9:9");
	/* What is said again with a figure can be checked. */
	expect(MEASURES "      - 95% of staff answer.\n    outcomes: [95% of staff answer.]\n", "");
	expect(MEASURES "      - Ask all staff.\n      - Staff are happy.\n",
	       "measure-restates 9:9, measure-prose 10:9");
}

/* What the schema refused may be what a rule would miss. */
static void what_is_at_fault_is_passed_over(void **state)
{
	struct fixture fixture;
	struct measure *measure;

	(void)state;
	begin(&fixture, ONE("{indicator: Calls, target: increase by 10%, basline: 40}"), COUNCIL);
	measure = fixture.plan->all_actions.at[0]->measures.at;
	node_find(measure->thing.node, STR("basline"))->bad = true;
	check(&fixture);
	assert_int_equal(fixture.said.len, 0);
	end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prose_once_an_action),
		cmocka_unit_test(prose_is_one_fault),
		cmocka_unit_test(indicators_without_a_target),
		cmocka_unit_test(directions_without_a_target),
		cmocka_unit_test(changes_without_a_baseline),
		cmocka_unit_test(targets_without_a_date),
		cmocka_unit_test(numbers_without_a_source),
		cmocka_unit_test(targets_on_the_wrong_side),
		cmocka_unit_test(shares_outside_the_whole),
		cmocka_unit_test(measures_that_stand_twice),
		cmocka_unit_test(measures_that_say_the_same_again),
		cmocka_unit_test(what_is_at_fault_is_passed_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
