/* What changed within one action: dates, leads, status, measures, targets. */
#include "diff_cases.h"

static void tells_dates(void **state)
{
	(void)state;
	expect_action("    due: 2023-09\n", "    due: 2023-12\n", "date-slipped #survey due +92");
	expect_action("    due: 2023-09-30\n", "    due: 2023-12\n",
		      "date-slipped #survey due +92");
	expect_action("    due: 2023-09\n", "    due: 2023-09-30\n",
		      "date-precision #survey due +0");
	expect_action("    due: 2023-09\n", "    due: 2023-09~\n", "date-precision #survey due +0");
	expect_action("    due: 2023-09\n", "    due: tbc\n", "date-removed #survey due");
	expect_action("    due: 2023-09\n", "    due: unknown\n", "date-removed #survey due");
	expect_action("    due: 2023-09\n", "", "date-removed #survey due");
	expect_action("    due: 2023-09\n", "    due:\n", "date-removed #survey due");
	expect_action("    due: tbc\n", "    due: unknown\n", "timing-changed #survey due");
	expect_action("    due: tbc\n", "    due: TBC\n", "");
	expect_action("    due: 2024-06\n", "    due: 2024-06/..\n", "date-slipped #survey due");
	expect_action("    due: 2024-06\n", "    due: \"2024-06\"\n", "");
	expect_action("    due: 2023-24 Q2\n", "    due: 2023-24 Q3\n",
		      "date-slipped #survey due +92");
	expect_action("    due: Sept 2023\n", "    due: Oct 2023\n", "timing-changed #survey due");
}

static void tells_other_timing(void **state)
{
	(void)state;
	expect_action("    start: 2023-09\n", "    start: 2023-10\n",
		      "timing-changed #survey start +31");
	expect_action("    until: 2023-09\n", "", "timing-changed #survey until");
	expect_action("", "    ongoing: true\n", "timing-changed #survey ongoing");
	expect_action("", "    ongoing: false\n", "");
	expect_action("    every: month\n", "    every: year\n", "timing-changed #survey every");
	expect_action("    review: 2024-01\n", "    review: 2024-02\n",
		      "timing-changed #survey review +29");
	expect_action("    done: 2024-01-01\n", "    done: 2024-01-02\n",
		      "field-changed #survey done +1");
	expect_action("", "    timing_note: By then.\n", "field-changed #survey timing_note");
}

static void tells_leads(void **state)
{
	(void)state;
	expect_action("    lead: [a, b]\n", "    lead: [a, c]\n", "lead-changed #survey lead");
	expect_action("    lead: a\n", "    lead: b\n", "lead-changed #survey lead");
	expect_action("    lead: [a, b]\n", "    lead: [b, a]\n", "");
	expect_action("    lead: a\n", "    lead: [a]\n", "");
	expect_action("    lead: a\n", "    lead: [a, b, c]\n", "lead-added #survey lead");
	expect_action("", "    lead: a\n", "lead-added #survey lead");
	expect_action("    lead: a\n", "    lead:\n", "lead-removed #survey lead");
	expect_action("    accountable: a\n", "    accountable: b\n",
		      "accountable-changed #survey accountable");
	expect_action("    support: [a, b]\n", "    support: [b, c]\n",
		      "field-changed #survey support");
	expect_action("    partners: [a, Big Trust]\n", "    partners: [Big Trust, a]\n", "");
	expect_action("    partners: [a, Big Trust]\n", "    partners: [Big trust, a]\n",
		      "text-editorial #survey partners");
	expect_action("    partners: [a]\n", "    partners: [a, b]\n",
		      "field-changed #survey partners");
}

static void tells_status(void **state)
{
	(void)state;
	expect_action("", "    status: not-started\n", "");
	expect_action("", "    status: in-progress\n", "status-changed #survey status");
	expect_action("    status: in-progress\n", "    status: done\n",
		      "status-changed #survey status");
	expect_action("    status: done\n", "    status: paused\n", "reopened #survey status");
	expect_action("    status: cancelled\n", "", "reopened #survey status");
	expect_action("    status: cancelled\n", "    status: done\n",
		      "status-changed #survey status");
	expect_action("", "    rag: red\n", "rag-changed #survey rag");
}

static void tells_targets(void **state)
{
	static const struct {
		const char *before, *after, *expected;
	} cases[] = {
		{ "at least 95%", "at least 90%", "target-weakened" },
		{ "at least 90%", "all", "target-strengthened" },
		{ "at least 90%", "At least 90 per cent", "text-editorial" },
		{ "more than 1,000", "more than 1000", "text-editorial" },
		{ "at most 12 days", "at most 15 days", "target-weakened" },
		{ "at most 12 days", "at most 12 weeks", "target-not-comparable" },
		{ "below 98 kg", "below 97 kg", "target-strengthened" },
		{ "at least 95%", "above 95%", "target-not-comparable" },
		{ "exactly 6", "exactly 7", "target-not-comparable" },
		{ "between 40 and 60%", "between 45 and 55%", "target-strengthened" },
		{ "between 40 and 60%", "between 45 and 65%", "target-not-comparable" },
		{ "increase by 10%", "increase by 5%", "target-weakened" },
		{ "reduce by 10%", "reduce by 5 percentage points", "target-not-comparable" },
		{ "at least £1.2 million", "at least £1.1 million", "target-weakened" },
		{ "done", "at least 5%", "target-not-comparable" },
		{ "at most national turnover", "at most regional turnover",
		  "target-not-comparable" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf a = { 0 };
		struct buf b = { 0 };
		struct buf expected = { 0 };

		buf_printf(&a, "    measures: [{indicator: Share, target: \"%s\"}]\n",
			   cases[i].before);
		buf_printf(&b, "    measures: [{target: \"%s\", indicator: Share}]\n",
			   cases[i].after);
		buf_printf(&expected, "%s #survey measures[share].target", cases[i].expected);
		expect_action(a.at, b.at, expected.at);
		buf_release(&a);
		buf_release(&b);
		buf_release(&expected);
	}
}

#define MEASURE(keys) "    measures: [{indicator: Share of staff" keys "}]\n"

static void tells_measures(void **state)
{
	(void)state;
	expect_action(MEASURE(", target: exactly 6, direction: down"),
		      MEASURE(", target: exactly 7, direction: down"),
		      "target-weakened #survey measures[share-of-staff].target");
	expect_action(MEASURE(""), MEASURE(", target: all"),
		      "target-set #survey measures[share-of-staff].target");
	expect_action(MEASURE(", target: at least 5 %"), MEASURE(", target: at least 5%"),
		      "text-editorial #survey measures[share-of-staff].target");
	expect_action(MEASURE(", target: at least 5, unit: days"),
		      MEASURE(", target: at least 5, unit: weeks"),
		      "target-not-comparable #survey measures[share-of-staff].unit");
	expect_action(MEASURE(", unit: days"), MEASURE(", unit: weeks"),
		      "field-changed #survey measures[share-of-staff].unit");
	expect_action(MEASURE(", baseline: 82%"), MEASURE(", baseline: {value: 82%}"), "");
	expect_action(MEASURE(", baseline: 82%"), MEASURE(", baseline: {value: 82%, at: 2023}"),
		      "baseline-changed #survey measures[share-of-staff].baseline");
	expect_action(MEASURE(", baseline: 82%"), MEASURE(""),
		      "baseline-changed #survey measures[share-of-staff].baseline");
	expect_action(MEASURE(", by: 2024-01"), MEASURE(", by: 2024-02"),
		      "deadline-changed #survey measures[share-of-staff].by +29");
	expect_action(MEASURE(""), "", "measure-removed #survey measures[share-of-staff]");
	expect_action(MEASURE(""), MEASURE(", source: Survey"),
		      "field-changed #survey measures[share-of-staff].source");
	expect_action(MEASURE(", actuals: [{at: 2023, value: 5}]"),
		      MEASURE(", actuals: [{at: 2023, value: 6}]"),
		      "actual-changed #survey measures[share-of-staff].actuals[2023]");
	expect_action(MEASURE(", actuals: [{at: 2023, value: 5}]"),
		      MEASURE(", actuals: [{at: 2024, value: 6}, {at: 2023, value: 5}]"),
		      "actual-added #survey measures[share-of-staff].actuals[2024]");
	expect_action("    measures: [Four tenants in ten answer., Rents are paid.]\n",
		      "    measures: [Rents are paid., Five tenants in ten answer.]\n",
		      "measure-reworded #survey measures[four-tenants-in-ten-answer].text, "
		      "order-changed #survey measures");
	expect_action("    measures: [{id: x, text: One here}]\n",
		      "    measures: [{id: y, text: One here}]\n",
		      "field-changed #survey measures[y].id");
	/* Without ids nothing goes by position. */
	expect_action(
		"    measures: [{indicator: Rents, target: all}, {indicator: Sickness}]\n",
		"    measures: [{indicator: Sickness}, {indicator: Rents}]\n",
		"target-removed #survey measures[rents].target, order-changed #survey measures");
}

static void tells_texts(void **state)
{
	(void)state;
	expect_action("    steps: [Write to tenants.]\n",
		      "    steps: [Write to tenants., Print the answers.]\n",
		      "step-added #survey steps");
	expect_action("    steps: [Write to all tenants., Print.]\n",
		      "    steps: [Print., Write to most tenants.]\n",
		      "step-reworded #survey steps, order-changed #survey steps");
	expect_action("    outcomes: [Staff feel valued.]\n", "    outcomes: [Staff feel heard.]\n",
		      "outcome-reworded #survey outcomes");
	expect_action("    outcomes: [Staff feel valued.]\n", "    outcomes: [Rents are paid.]\n",
		      "outcome-added #survey outcomes, outcome-removed #survey outcomes");
	expect_action("    notes: [Staff feel valued.]\n", "    notes: [staff feel *valued*]\n",
		      "text-editorial #survey notes");
	expect_action("    notes: [Organisation and on-going.]\n",
		      "    notes: [Organization and ongoing.]\n", "text-editorial #survey notes");
	expect_action("    notes: [It costs £10.]\n", "    notes: [It costs £100.]\n",
		      "field-changed #survey notes");
	expect_action("    notes: [It is now done here.]\n", "    notes: [It is not done here.]\n",
		      "field-changed #survey notes");
	expect_action("    notes: ['See [this](a.html) page.']\n",
		      "    notes: ['See [this](b.html) page.']\n", "field-changed #survey notes");
	expect_action("    notes:\n      - |\n        One line\n        and more.\n",
		      "    notes: [One line and more.]\n", "");
	expect_action("    notes:\n      - |\n        - One line\n        - and more.\n",
		      "    notes: ['- One line - and more.']\n", "text-editorial #survey notes");
	expect_action("    title: Survey\n", "    title: Surveys of staff\n",
		      "field-changed #survey title");
}

static void tells_lists(void **state)
{
	(void)state;
	expect_action(
		"    milestones: [{what: Ask them, due: 2024-01}, {what: Print it, due: 2024}]\n",
		"    milestones: [{what: Print it, due: 2024}, {what: Ask them, due: 2024-02}]\n",
		"milestone-changed #survey milestones[ask-them].due +29, "
		"order-changed #survey milestones");
	expect_action("", "    milestones: [{id: m, what: Ask them, due: 2024-01}]\n",
		      "milestone-added #survey milestones[m]");
	expect_action("    depends_on: [other]\n", "    depends_on: [council/plan#other]\n", "");
	expect_action("    depends_on: [other, {text: Asset Strategy}]\n",
		      "    depends_on: [{text: Asset strategy}]\n",
		      "dependency-removed #survey depends_on, text-editorial #survey depends_on");
	expect_action("    resources: [{text: A post, amount: 5}]\n",
		      "    resources: [{text: A post, amount: 6}]\n",
		      "resource-changed #survey resources[a-post].amount");
	expect_action("    resources: [A post]\n", "    resources: [{text: A post}]\n", "");
	expect_action("    resources: [A post]\n", "",
		      "resource-removed #survey resources[a-post]");
	expect_action("    updates: [{date: 2024-01-01, text: We asked.}]\n",
		      "    updates: [{date: 2024-02-01, text: They said yes.}, {date: 2024-01-01, "
		      "text: We asked.}]\n",
		      "update-added #survey updates[they-said-yes]");
	expect_action("    updates: [{date: 2024-01-01, text: We asked some people.}]\n",
		      "    updates: [{date: 2024-01-01, text: We asked many people.}]\n",
		      "field-changed #survey updates[we-asked-some-people].text");
	expect_action("    x-budget: 5\n", "    x-budget: 6\n", "field-changed #survey x-budget");
	expect_action("    links: [{title: A}]\n", "    links: [{title: A, url: b.html}]\n",
		      "field-changed #survey links[a].url");
}

static void gives_reasons(void **state)
{
	struct arena arena;
	struct state before, after;
	struct changes changes;

	(void)state;
	expect_action("", "    revisions: [{date: 2024-01-01, reason: No money.}]\n", "");
	expect_action("    revisions: [{date: 2024-01-01, reason: No money was left.}]\n",
		      "    revisions: [{date: 2024-01-01, reason: No people were left.}]\n",
		      "field-changed #survey revisions[no-money-was-left].reason");
	arena_init(&arena);
	before = state_new(&arena, ONE_HEAD "    due: 2024-01\n", NULL);
	after = state_new(&arena,
			  ONE_HEAD "    due: 2024-02\n    revisions:\n"
				   "      - {date: 2024-01-01, reason: No money.}\n",
			  NULL);
	compare_states(&changes, &arena, &before, &after);
	assert_int_equal(changes.list.len, 1);
	assert_true(str_equal(change_newest_reason(&changes.list.at[0]), STR("No money.")));
	assert_int_equal(changes.counts[CHANGE_DATE_SLIPPED], 1);
	arena_release(&arena);
}

/* Between states that lie far apart several came: all are kept, by their days. */
static void gives_all_reasons(void **state)
{
	static const char *const expected[] = { "Old paint.", "No money.", "No post.", "Rain." };
	const struct reasons *reasons;
	struct arena arena;
	struct state before, after;
	struct changes changes;

	(void)state;
	arena_init(&arena);
	before = state_new(&arena,
			   ONE_HEAD "    due: 2024-01\n    lead: a\n    revisions:\n"
				    "      - {date: 2023-01-01, reason: It was there.}\n",
			   NULL);
	after = state_new(&arena,
			  ONE_HEAD "    due: 2024-02\n    lead: b\n    revisions:\n"
				   "      - {date: 2024-03-01, reason: No money.}\n"
				   "      - {date: 2024-05-01, reason: Rain.}\n"
				   "      - {date: 2024-03-01, reason: No post.}\n"
				   "      - {date: 2024-06-01, reason: ' '}\n"
				   "      - {date: 2023-01-01, reason: It was there.}\n"
				   "      - {date: 2024-02, reason: Old paint.}\n",
			  NULL);
	compare_states(&changes, &arena, &before, &after);
	assert_int_equal(changes.list.len, 2);
	reasons = changes.list.at[0].reasons;
	assert_ptr_equal(reasons, changes.list.at[1].reasons);
	assert_int_equal(reasons->count, ARRAY_LEN(expected));
	for (size_t i = 0; i < reasons->count; i++)
		assert_true(str_equal(reasons->at[i]->reason.words, str_from(expected[i])));
	assert_true(str_equal(change_newest_reason(&changes.list.at[1]), STR("Rain.")));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_dates),   cmocka_unit_test(tells_other_timing),
		cmocka_unit_test(tells_leads),   cmocka_unit_test(tells_status),
		cmocka_unit_test(tells_targets), cmocka_unit_test(tells_measures),
		cmocka_unit_test(tells_texts),   cmocka_unit_test(tells_lists),
		cmocka_unit_test(gives_reasons), cmocka_unit_test(gives_all_reasons),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
