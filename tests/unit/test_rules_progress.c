/* Rules on how far a plan has come: what is late, silent or told two ways; and what is not translated. */
#define TESTED                                                                         \
	"action-overdue", "rag-contradiction", "action-stale", "status-contradiction", \
		"translation-missing"
#include "rule_cases.h"

#define DATED HEAD ACTION LEAD MEASURE

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
	expect(DATED "    due: 2023-09\n    status: cancelled\n    revisions: [{reason: A}]\n", "");
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

static void knows_actions_without_news(void **state)
{
	static const char going[] = "period: 2022-04/2026-03\n" HEAD ACTION LEAD
				    "    status: in-progress\n"
				    "%s\n";
	static const struct {
		const char *text, *expected;
	} cases[] = {
		{ "    updates: [{date: 2023-07-17, text: A}]", "action-stale 8:13" },
		{ "    updates: [{date: 2023-07-18, text: A}]", "" },
		{ "    updates: [{date: 2023-07, text: A}]", "" },
		{ "    updates: [{date: 2023-06, text: A}]", "action-stale 8:13" },
		{ "    updates: [{date: 2022-06, text: A}, {date: 2023-10, text: B}]", "" },
		{ "    updates: [{date: 2022-06, text: A}, {date: soon, text: B}]", "" },
		{ "    updates: [{date: 2022-06, text: A}, {text: B}]", "" },
		{ "    updates: []", "action-stale 8:13" },
		{ "", "action-stale 8:13" },
		{ "    due: 2024-03\n    start: 2022-09", "action-stale 8:13" },
		{ "    due: 2024-03\n    start: 2023-09", "" },
		{ "    due: 2024-03\n    start: soon", "" },
		{ "    revisions: [{date: 2023-10, reason: A}]", "" },
		{ "    measures: [{indicator: A, actuals: [{at: 2023-10, value: 4}]}]", "" },
		{ "    milestones: [{what: A, due: 2024-01, done: 2023-10}]", "" },
		{ "    done: 2023-10", "status-contradiction 8:13" },
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		expect(arena_printf(&arena, going, cases[i].text).at, cases[i].expected);
	expect_words(arena_printf(&arena, going, "    updates: [{date: 2023-03-03, text: A}]").at,
		     "action “survey” is in progress, but there is no news of it since 3 March "
		     "2023, 256 days before 14 November 2023",
		     "say how far it has come, with `date:` and `text:`, in a new item under "
		     "`updates:`");
	arena_release(&arena);
	expect(DATED "    status: in-progress\n", "");
	expect(DATED "    status: paused\n    updates: [{date: 2022-01, text: A}]\n", "");
}

static void knows_done_with_open_milestones(void **state)
{
	static const char two[] = DATED "    due: 2024-09\n"
					"    status: %s\n"
					"    milestones:\n"
					"      - {what: A, due: 2024-01%s}\n"
					"      - {what: B, due: 2024-02%s}\n";
	static const struct {
		const char *status, *first, *second, *expected;
	} cases[] = {
		{ "done", ", status: done", "", "status-contradiction 9:13" },
		{ "done", "", "", "status-contradiction 9:13" },
		{ "done", ", status: done", ", status: paused", "status-contradiction 9:13" },
		{ "done", ", status: done", ", done: 2024-02", "" },
		{ "done", ", status: cancelled", ", status: done", "" },
		{ "in-progress", ", status: done", "", "" },
	};
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		expect(arena_printf(&arena, two, cases[i].status, cases[i].first, cases[i].second)
			       .at,
		       cases[i].expected);
	expect_words(
		arena_printf(&arena, two, "done", ", status: done", "").at,
		"action “survey” is done, but its milestone “B” is still open",
		"write `status: done` (or `cancelled`) beside the milestone, or another status "
		"for the action");
	expect_words(arena_printf(&arena, two, "done", "", "").at,
		     "action “survey” is done, but 2 of its milestones are still open", NULL);
	arena_release(&arena);
	expect(DATED "    done: 2024-09\n    milestones: [{what: A, due: 2024-01}]\n",
	       "status-contradiction 8:11");
}

static void knows_a_status_against_the_rest(void **state)
{
	static const char measured[] = "period: 2023-04/2024-03\n" HEAD ACTION LEAD
				       "    due: 2024-03\n"
				       "    status: %s\n"
				       "    measures:\n"
				       "      - {indicator: A, actuals: [{at: %s, value: %s}]}\n";
	struct arena arena;

	(void)state;
	arena_init(&arena);
	expect(arena_printf(&arena, measured, "not-started", "2023-07", "40%").at,
	       "status-contradiction 9:13");
	expect(arena_printf(&arena, measured, "not-started", "2023-03", "40%").at, "");
	expect(arena_printf(&arena, measured, "not-started", "2023-07", "\"\"").at, "");
	expect(arena_printf(&arena, measured, "in-progress\n    start: 2023-09", "2023-07", "4").at,
	       "");
	expect(arena_printf(&arena, measured, "not-started\n    start: 2023-09", "2023-07", "4").at,
	       "");
	expect_words(arena_printf(&arena, measured, "not-started", "2023-07", "40%").at,
		     "action “survey” is not started, but a measure of it has come to 40% already",
		     "write `status: in-progress`; what it starts from goes under `baseline:`");
	arena_release(&arena);
	expect(DATED "    due: 2024-03\n    status: in-progress\n    done: 2023-10\n",
	       "status-contradiction 9:13");
	expect(DATED "    due: 2024-03\n    status: done\n    done: 2023-10\n", "");
	expect(DATED "    status: cancelled\n", "status-contradiction 8:13");
	expect(DATED "    status: cancelled\n    revisions: []\n", "status-contradiction 8:13");
	expect(DATED "    status: cancelled\n    revisions: [{date: 2023-10, reason: A}]\n", "");
	expect_words(DATED "    status: cancelled\n",
		     "action “survey” is cancelled, but nothing says why",
		     "add `revisions:` with a `date:` and a `reason:`");
}

#define TWO "title: {en: A, cy: B}\nlanguages: [en, cy]\n"

static void knows_texts_of_one_language(void **state)
{
	(void)state;
	expect(TWO "summary: In English.\n", "translation-missing 3:10");
	expect(TWO "summary: {en: In English.}\n", "translation-missing 3:10");
	expect(TWO "summary: {cy: Yn Gymraeg.}\n", "translation-missing 3:10");
	expect(TWO "summary: {en: In English., cy: \"\"}\n", "translation-missing 3:10");
	expect(TWO "summary: {en: In English., cy: Yn Gymraeg.}\n", "");
	expect("languages: [en]\ntitle: In English\n", "");
	expect("title: In English\n", "");
	expect(TWO "summary: \"1,000\"\n", "");
	expect(TWO "actions:\n"
		   "  - id: survey\n"
		   "    ref: 1a\n"
		   "    due: 2024-09\n"
		   "    outcomes: [A, {en: A, cy: B}]\n"
		   "    measures: [{indicator: {en: A, cy: B}, unit: days}, C]\n"
		   "    links: [{title: D, url: 'https://example.org'}]\n"
		   "    updates: [{date: 2023-10, text: {en: A, cy: B}, author: Head of Housing}]\n"
		   "    waive: [{rule: lead-missing, reason: A}]\n",
	       "translation-missing 7:16, translation-missing 8:57, translation-missing 9:21");
	expect_words(TWO "summary: In English.\n", "“In English.” is not there in `cy`",
		     "write it in each language: `{en: …, cy: …}`");
	expect_words("title: {en: A}\nlanguages: [en, cy, ga]\n",
		     "“A” is not there in `cy` and `ga`",
		     "write it in each language: `{en: …, cy: …, ga: …}`");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_what_is_late),
		cmocka_unit_test(knows_late_milestones),
		cmocka_unit_test(knows_green_that_is_late),
		cmocka_unit_test(knows_actions_without_news),
		cmocka_unit_test(knows_done_with_open_milestones),
		cmocka_unit_test(knows_a_status_against_the_rest),
		cmocka_unit_test(knows_texts_of_one_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
