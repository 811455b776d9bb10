/* What changed in a plan as a whole: which action is which, themes, sections, people. */
#include "diff_cases.h"
#include "diff/spot.h"

#define A "  - id: a\n    activity: Ask all staff how they are.\n"
#define B "  - id: b\n    activity: Publish the housing strategy of the council.\n"
#define C "  - id: c\n    activity: Mend the roofs before winter.\n"
#define ACTIONS PLAN "actions:\n"

static void tells_actions(void **state)
{
	(void)state;
	expect(ACTIONS A, ACTIONS A B, "action-added #b");
	expect(ACTIONS A B C, ACTIONS A C, "action-removed #b");
	expect(ACTIONS A B, ACTIONS B A, "order-changed actions");
	expect(ACTIONS A B, ACTIONS A "  - id: b\n    activity: Train ten new drivers.\n",
	       "activity-reworded #b activity");
}

static void follows_renamed_actions(void **state)
{
	(void)state;
	/* By what the action says itself. */
	expect(ACTIONS A B "    depends_on: [a]\n",
	       ACTIONS "  - id: x\n    activity: Hire ten gardeners.\n    replaces: [a]\n" B
		       "    depends_on: [x]\n",
	       "action-renamed #x, activity-reworded #x activity");
	/* By its text. */
	expect(ACTIONS A "    due: 2024-01\n" B "    depends_on: [a]\n",
	       ACTIONS
	       "  - id: x\n    activity: Ask all the staff how they are.\n    due: 2024-02\n" B
	       "    depends_on: [council/plan#x]\n",
	       "action-renamed #x, activity-reworded #x activity, date-slipped #x due +29");
	expect(ACTIONS A B, ACTIONS A "  - id: x\n    activity: Publish the staff strategy.\n",
	       "action-added #x, action-removed #b");
	/* An id that is used for something else at once. */
	expect(ACTIONS A B, ACTIONS B "  - id: x\n    activity: Ask all staff how they are.\n",
	       "order-changed actions, action-renamed #x");
}

static void tells_splits_and_merges(void **state)
{
	(void)state;
	expect(ACTIONS A B "    depends_on: [a]\n",
	       ACTIONS
	       "  - id: x\n    activity: Ask staff.\n    split_from: [a]\n"
	       "  - id: y\n    activity: Ask all how they are.\n    due: 2024\n    split_from: a\n" B
	       "    depends_on: [x, y]\n",
	       "action-split #a");
	expect(ACTIONS A B C,
	       ACTIONS "  - id: x\n    activity: Ask and mend.\n    replaces: [a, c]\n" B,
	       "action-merged #x");
	/* The action itself may stay. */
	expect(ACTIONS A B,
	       ACTIONS A "  - id: x\n    activity: Count them.\n    split_from: [a]\n" B,
	       "action-split #a");
	expect(ACTIONS A B, ACTIONS A "    replaces: [b]\n", "action-merged #a");
	/* What was said before is no news. */
	expect(ACTIONS A "    replaces: [z]\n" B, ACTIONS A "    replaces: [z]\n",
	       "action-removed #b");
	expect(ACTIONS A, ACTIONS A "    replaces: [z]\n", "field-changed #a replaces");
}

#define THEMES PLAN "themes:\n"
#define T(id, title) "  - id: " id "\n    title: " title "\n"
#define IN(id, text) "      - id: " id "\n        activity: " text "\n"

static void tells_themes(void **state)
{
	static const char before[] = THEMES T("one", "Homes") "    actions:\n" IN("a", "Ask.")
		IN("b", "Mend roofs.") T("two", "Roads") "    actions:\n" IN("c", "Sweep.");

	(void)state;
	expect(before,
	       THEMES T("one", "Homes") "    actions:\n" IN("a", "Ask.")
		       T("two", "Roads") "    actions:\n" IN("c", "Sweep.") IN("b", "Mend roofs."),
	       "action-moved #b");
	expect(before,
	       THEMES T("new", "Homes") "    actions:\n" IN("a", "Ask.") IN("b", "Mend roofs.")
		       T("two", "Roads") "    actions:\n" IN("c", "Sweep."),
	       "theme-renamed #new");
	/* Told by its actions, though its title is another. */
	expect(before,
	       THEMES T("new", "Good places") "    actions:\n" IN("a", "Ask.")
		       IN("b", "Mend roofs.") T("two", "Roads") "    actions:\n" IN("c", "Sweep."),
	       "theme-renamed #new, theme-retitled #new title");
	expect(before,
	       THEMES T("two", "Roads") "    actions:\n" IN("c", "Sweep.")
		       T("one", "Homes") "    actions:\n" IN("b", "Mend roofs.") IN("a", "Ask."),
	       "order-changed themes, order-changed #one actions");
	expect(before,
	       THEMES T("one", "Homes") "    actions:\n" IN("a", "Ask.") IN("b", "Mend roofs."),
	       "theme-removed #two, action-removed #c");
	expect(THEMES T("one", "Homes") "    summary: All homes.\n    key_elements: [Roofs]\n",
	       THEMES T("one",
			"homes") "    summary: No homes.\n    key_elements: [Roofs, Doors]\n",
	       "text-editorial #one title, theme-reworded #one summary, "
	       "theme-reworded #one key_elements");
	expect(THEMES T("one", "Homes"), THEMES T("one", "Homes") "    measures: [Roofs hold.]\n",
	       "measure-added #one measures[roofs-hold]");
}

#define SECTIONS PLAN "sections:\n"

static void tells_sections(void **state)
{
	(void)state;
	expect(SECTIONS "  - {id: s, title: Why, body: For all.}\n",
	       SECTIONS "  - {id: s, title: Why us, body: For you.}\n"
			"  - {id: t, title: More, sections: [{id: u, title: Yet more}]}\n",
	       "section-retitled #s title, section-reworded #s body, section-added #t, "
	       "section-added #u");
	expect(SECTIONS "  - {id: s, title: Why}\n  - {id: t, title: More}\n",
	       SECTIONS "  - {id: s, title: Why, sections: [{id: t, title: More}]}\n",
	       "order-changed sections");
	expect(SECTIONS "  - {id: s, title: Why}\n", SECTIONS "  - {id: t, title: Why}\n",
	       "field-changed #t id");
	expect(SECTIONS "  - {id: s, title: Why, figures: [{label: Posts, value: 5}], terms: "
			"[{term: T, text: Some words.}], sums: [{total: 5, of: [Posts]}]}\n",
	       SECTIONS "  - {id: s, title: Why, figures: [{label: Posts, value: 6}], terms: "
			"[{term: T, text: Other words.}], sums: [{total: 6, of: [Posts]}]}\n",
	       "field-changed #s terms[t].text, field-changed #s figures[posts].value, "
	       "field-changed #s sums.total");
}

static void tells_plans(void **state)
{
	(void)state;
	expect("title: A plan\nstatus: draft\nperiod: 2023/2024\nversion: 1.1\n",
	       "version: 1.10\ntitle: a plan\nstatus: adopted\nperiod: 2023/2025\n",
	       "text-editorial title, plan-status-changed status, plan-period-changed period +365, "
	       "plan-version-changed version");
	expect(PLAN "languages: [en, cy]\nsummary: {en: One, cy: Un}\n",
	       PLAN "languages: [en, cy]\nsummary: {cy: Dau, en: One}\n",
	       "field-changed summary.cy");
	expect(PLAN "summary: One\n", PLAN "summary: {en: One, cy: Un}\n",
	       "field-changed summary.cy");
	expect(PLAN "summary: One\n", PLAN "summary: {en: One two}\n", "field-changed summary");
	expect(PLAN "priorities: [{id: p, title: Good homes}]\nactions:\n" A "    supports: [p]\n",
	       PLAN "priorities: [{id: q, title: Good homes}]\nactions:\n" A "    supports: [q]\n",
	       "field-changed priorities[q].id");
}

static void tells_people(void **state)
{
	static const char lead_a[] = ACTIONS A "    lead: hoh\n";
	static const char lead_b[] = ACTIONS A "    lead: head-of-housing\n";

	(void)state;
	expect_of(
		&(struct texts){
			lead_a, lead_b,
			"name: C\npeople:\n  hoh: {name: Head of Housing, kind: role}\n",
			"name: C\npeople:\n  head-of-housing: {name: Head of Housing, kind: role}\n" },
		"people-changed people[head-of-housing].id");
	expect_of(
		&(struct texts){
			lead_a, lead_a,
			"name: C\npeople:\n  hoh: {name: Head of Housing, kind: role}\n",
			"name: D\npeople:\n  hoh: {name: Head of Homes, kind: role}\n"
			"  x: {name: Driver, kind: role}\nabbreviations: {NHS: Health}\n" },
		"council-changed name, people-changed people[hoh].name, "
		"people-changed people[x], council-changed abbreviations[NHS]");
	expect_of(
		&(struct texts){
			lead_a, lead_a,
			"name: C\npeople:\n  a: {name: A, kind: role}\n  b: {name: B, kind: role}\n",
			"name: C\npeople:\n  b: {kind: role, name: B}\n  a: {name: A, kind: role}\n" },
		"");
}

static void says_nothing_of_layout(void **state)
{
	(void)state;
	expect(ACTIONS A "    lead: [x, y]\n    due: 2024-01\n    notes: [One two]\n",
	       "# A plan\nstatus: \"draft\"\nactions:\n- activity: >\n    Ask all staff\n    how they are.\n"
	       "  notes: 'One two'\n  due: '2024-01' # when\n  lead:\n    - y\n    - x\n  id: a\n"
	       "title: Plan\n",
	       "");
	expect("title: Plan\r\nstatus: draft\r\nsummary: |\r\n  One\r\n  two\r\n",
	       "title: Plan\nstatus: draft\nsummary: |\n  One\n  two\n", "");
}

static void adds_and_removes_plans(void **state)
{
	struct arena arena;
	struct state one;
	struct diff_side none = { 0 };
	struct changes changes;

	(void)state;
	arena_init(&arena);
	one = state_new(&arena, ACTIONS A B, NULL);
	diff(&changes, &arena, &none, &(struct diff_side){ &one.plan, 1, NULL, 0 });
	assert_int_equal(changes.list.len, 1);
	assert_int_equal(changes.list.at[0].kind, CHANGE_PLAN_ADDED);
	diff(&changes, &arena, &(struct diff_side){ &one.plan, 1, &one.council, 1 }, &none);
	assert_int_equal(changes.list.len, 2);
	assert_int_equal(changes.list.at[0].kind, CHANGE_COUNCIL_CHANGED);
	assert_int_equal(changes.list.at[1].kind, CHANGE_PLAN_REMOVED);
	arena_release(&arena);
}

/* What stands in a part that cannot be read is not called gone. */
static void leaves_out_what_cannot_be_read(void **state)
{
	struct arena arena;
	struct state before, after;
	struct changes changes;

	(void)state;
	arena_init(&arena);
	before = state_new(&arena, ACTIONS A B, NULL);
	after = state_new(&arena, ACTIONS A C, NULL);
	after.plan->is_incomplete = true;
	compare_states(&changes, &arena, &before, &after);
	assert_int_equal(changes.list.len, 1);
	assert_int_equal(changes.list.at[0].kind, CHANGE_ACTION_ADDED);
	assert_int_equal(changes.unread.len, 1);
	after.plan->thing.node = NULL;
	compare_states(&changes, &arena, &before, &after);
	assert_int_equal(changes.list.len, 0);
	assert_int_equal(changes.unread.len, 1);
	arena_release(&arena);
}

/* Whom an action names, in a list that nobody would write. */
static void is_quick_with_long_lists(void **state)
{
	struct buf texts[2] = { { 0 }, { 0 } };

	(void)state;
	for (int side = 0; side < 2; side++) {
		buf_add_c(&texts[side], ACTIONS A "    lead: [z");
		for (int i = 0; i < 40000; i++)
			buf_printf(&texts[side], ", p%d", side ? 40000 - i : i + 1);
		buf_add_c(&texts[side], side ? ", x]\n" : "]\n");
	}
	expect(texts[0].at, texts[1].at, "lead-added #a lead");
	buf_release(&texts[0]);
	buf_release(&texts[1]);
}

/* A great many actions whose ids all changed. */
static void is_quick_with_many(void **state)
{
	struct buf texts[2] = { { 0 }, { 0 } };
	struct arena arena;
	struct state before, after;
	struct changes changes;

	(void)state;
	for (int side = 0; side < 2; side++) {
		buf_add_c(&texts[side], ACTIONS);
		for (int i = 0; i < 15000; i++)
			buf_printf(&texts[side],
				   "- {id: %c%d, activity: Mend roof r%d of street s%d%s}\n",
				   side ? 'y' : 'x', i, i, i / 7, side && i % 2 ? " soon" : "");
	}
	arena_init(&arena);
	before = state_new(&arena, texts[0].at, NULL);
	after = state_new(&arena, texts[1].at, NULL);
	compare_states(&changes, &arena, &before, &after);
	assert_int_equal(changes.counts[CHANGE_ACTION_RENAMED], 15000);
	arena_release(&arena);
	buf_release(&texts[0]);
	buf_release(&texts[1]);
}

static void paths_lead_to_things(void **state)
{
	struct arena arena;
	const struct plan *plan;
	const struct action *action;
	const struct measure *measures;

	(void)state;
	arena_init(&arena);
	plan = state_new(
		       &arena,
		       "title: P\nactions: [{id: a, activity: A, measures: [{id: m, indicator: I}, "
		       "The number of homes], milestones: [{what: A tender, due: 2024}]}]\n",
		       NULL)
		       .plan;
	action = plan->all_actions.at[0];
	measures = action->measures.at;
	assert_ptr_equal(spot_find(&action->thing, STR("measures[m].target"), &arena),
			 &measures[0].thing);
	assert_ptr_equal(spot_find(&action->thing, STR("measures[the-number-of-homes]"), &arena),
			 &measures[1].thing);
	assert_ptr_equal(spot_find(&action->thing, STR("milestones[a-tender].due"), &arena),
			 action->milestones.at);
	assert_null(spot_find(&action->thing, STR("measures[gone].target"), &arena));
	assert_null(spot_find(&action->thing, STR("measures[m"), &arena));
	assert_null(spot_find(&action->thing, STR("nothing[m]"), &arena));
	assert_null(spot_find(&action->thing, STR("due"), &arena));
	assert_null(spot_find(&action->thing, STR("]["), &arena));
	assert_null(spot_find(&plan->thing, STR("measures[m].target"), &arena));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_actions),
		cmocka_unit_test(follows_renamed_actions),
		cmocka_unit_test(tells_splits_and_merges),
		cmocka_unit_test(tells_themes),
		cmocka_unit_test(tells_sections),
		cmocka_unit_test(tells_plans),
		cmocka_unit_test(tells_people),
		cmocka_unit_test(says_nothing_of_layout),
		cmocka_unit_test(adds_and_removes_plans),
		cmocka_unit_test(leaves_out_what_cannot_be_read),
		cmocka_unit_test(is_quick_with_many),
		cmocka_unit_test(is_quick_with_long_lists),
		cmocka_unit_test(paths_lead_to_things),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
