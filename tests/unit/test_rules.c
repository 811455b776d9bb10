/* Rules on ids, references and files. */
#define TESTED \
	"id-duplicate", "reference-unknown", "reference-file", "file-unlisted", "lead-placeholder"
#include "rule_cases.h"

static void silent_on_a_whole_plan(void **state)
{
	(void)state;
	expect(WHOLE, "");
	expect("title: Plan\nstatus: draft\n", "");
	expect("{}\n", "");
	/* That it holds nothing is for the schema to say. */
	expect("title: Plan\nstatus: draft\nactions: [{}]\n", "");
}

static void knows_duplicate_ids(void **state)
{
	(void)state;
	expect(WHOLE ACTION LEAD DUE MEASURE, "id-duplicate 9:9");
	expect(WHOLE ACTION LEAD DUE MEASURE ACTION LEAD DUE MEASURE,
	       "id-duplicate 9:9, id-duplicate 14:9");
	expect("title: P\nstatus: draft\nsections:\n  - {id: a, title: A, sections: [{id: b, title: B}]}\n"
	       "themes:\n  - {id: b, title: B}\n  - {id: c, title: C}\n",
	       "id-duplicate 6:10");
	expect("title: P\nstatus: draft\npriorities:\n  - {id: a, title: A}\n  - {id: a, title: B}\n",
	       "id-duplicate 5:10");
	/* Measures of two actions may share an id, and so may a measure and an action. */
	expect(HEAD ACTION LEAD DUE "    measures: [{id: m, text: A}, {id: survey, text: B}]\n"
				    "  - id: report\n    activity: Tell staff.\n" LEAD DUE
				    "    measures: [{id: m, text: A}, B, C]\n",
	       "");
	expect(HEAD ACTION LEAD DUE "    measures: [{id: m, text: A}, B, {id: m, text: C}]\n",
	       "id-duplicate 8:42");
	expect(HEAD ACTION LEAD "    milestones:\n      - {id: a, what: A, due: 2024-05}\n"
				"      - {id: a, what: B, due: 2024-06}\n" MEASURE,
	       "id-duplicate 9:14");
	expect_words(WHOLE ACTION LEAD DUE MEASURE, "another action already has the id “survey”",
		     "give this one an id of its own");
	expect_words(
		"title: P\nstatus: draft\nthemes:\n  - id: survey\n    title: Survey\n    actions:\n"
		"      - {id: survey, activity: Ask, lead: head-of-housing, due: 2024, measures: [A]}\n",
		"a theme already has the id “survey”", NULL);
}

static void knows_duplicates_in_long_lists(void **state)
{
	struct fixture fixture;
	struct buf text = { 0 };

	(void)state;
	buf_add_c(&text, "title: P\nstatus: draft\npriorities:\n");
	for (unsigned i = 0; i < 100; i++)
		buf_printf(&text, "  - {id: p%u, title: A}\n", i == 60 ? 30 : i);
	begin(&fixture, text.at, COUNCIL);
	check(&fixture);
	assert_true(str_equal(fixture.said, STR("id-duplicate 64:10")));
	end(&fixture);
	buf_release(&text);
}

static void knows_two_plans_of_one_address(void **state)
{
	struct fixture first, second;

	(void)state;
	begin(&first, WHOLE, COUNCIL);
	begin(&second, WHOLE, COUNCIL);
	second.plan->namesake = first.plan;
	check(&second);
	assert_true(str_equal(second.said, STR("id-duplicate 1:1")));
	assert_int_equal(second.report.findings.at[0]->related.len, 1);
	end(&second);
	end(&first);
}

static void knows_unknown_people(void **state)
{
	(void)state;
	expect(HEAD ACTION DUE MEASURE "    lead: head-of-houseing\n", "reference-unknown 8:11");
	expect(HEAD ACTION DUE MEASURE "    lead: [head-of-housing, nobody-here]\n",
	       "reference-unknown 8:29");
	expect(WHOLE "    support: [all-managers, x-team]\n    accountable: y-team\n",
	       "reference-unknown 9:29, reference-unknown 10:18");
	expect(WHOLE "    partners: [Combined Authority, head-of-housing]\n", "");
	expect("owner: nobody-here\nworkstreams: [{name: A, lead: nobody-here}]\n" WHOLE,
	       "reference-unknown 1:8, reference-unknown 2:31");
	/* Where council.yaml cannot be read everybody may stand in it. */
	expect_with(WHOLE, NULL, "");
	expect_with(HEAD ACTION DUE MEASURE "    lead: TBC\n", NULL, "lead-placeholder 8:11");
	expect_with(WHOLE, "name: Council\n", "reference-unknown 6:11");
}

static void hints_at_the_person_meant(void **state)
{
	(void)state;
	expect_words(HEAD ACTION DUE MEASURE "    lead: head-of-houseing\n",
		     "council.yaml has nobody with the id “head-of-houseing”",
		     "did you mean `head-of-housing`?");
	expect_words(HEAD ACTION DUE MEASURE "    lead: Head of Housing\n",
		     "council.yaml has nobody with the id “Head of Housing”",
		     "write the id: `head-of-housing`");
	expect_words(HEAD ACTION DUE MEASURE "    lead: SLB\n",
		     "council.yaml has nobody with the id “SLB”",
		     "write the id: `senior-leadership-board`");
	expect_words(
		HEAD ACTION DUE MEASURE "    lead: Director of Finance\n",
		"council.yaml has nobody with the id “Director of Finance”",
		"add `director-of-finance:` under `people:` in council.yaml, with a `name:` and a `kind:`");
	expect_words("owner: TBC\n" WHOLE, "council.yaml has nobody with the id “TBC”",
		     "leave `owner:` out until somebody is named");
}

static void knows_unknown_priorities_and_actions(void **state)
{
	(void)state;
	expect("priorities: [{id: homes, title: Homes}]\n" WHOLE "    supports: [homes, jobs]\n",
	       "reference-unknown 10:23");
	expect(WHOLE "    depends_on: [survey-of-staff, {text: Asset Strategy}]\n",
	       "reference-unknown 9:18");
	expect(WHOLE "    depends_on: survey\n    replaces: gone\n    split_from: [gone-too]\n",
	       "");
	/* An action without an id was found at fault: it may be the one. */
	expect("title: P\nstatus: draft\nactions:\n  - activity: A\n    lead: head-of-housing\n"
	       "    due: 2024\n    measures: [A]\n    depends_on: report\n",
	       "");
	expect("parent: council/other\nlinks: [{title: A, plan: council/third}]\n" WHOLE,
	       "reference-unknown 1:9, reference-unknown 2:26");
	expect("parent: {text: Corporate Plan}\n" WHOLE, "");
	expect_words(WHOLE "    depends_on: Asset Strategy\n",
		     "the plan has no action “Asset Strategy”",
		     "for what is no action of this plan, write `{text: Asset Strategy}`");
	expect_words("themes: [{id: people, title: People}]\n" WHOLE "    depends_on: people\n",
		     "the plan has no action “people”",
		     "that is the id of a theme: name one of its actions");
}

static void knows_actions_of_other_plans(void **state)
{
	struct fixture other, fixture;
	static const struct str address = STR_INIT("council/other");
	struct plan_index index = { 0 };

	(void)state;
	begin(&other, WHOLE, COUNCIL);
	other.plan->thing.id = address;
	map_add(&index.plans, &other.arena, address, other.plan);
	begin(&fixture,
	      WHOLE
	      "    depends_on: [council/other#surveys, council/others#survey, nowhere/at-all#x]\n",
	      COUNCIL);
	fixture.run.index = &index;
	fixture.run.addresses = &address;
	fixture.run.address_count = 1;
	check(&fixture);
	assert_int_equal(fixture.report.findings.len, 3);
	assert_true(str_equal(fixture.report.findings.at[0]->hint, STR("did you mean `survey`?")));
	assert_true(str_equal(fixture.report.findings.at[1]->hint,
			      STR("did you mean `council/other`?")));
	end(&fixture);
	/* What could not be read may hold it. */
	other.plan->is_incomplete = true;
	begin(&fixture, WHOLE "    depends_on: council/other#surveys\n", COUNCIL);
	fixture.run.index = &index;
	fixture.run.addresses = &address;
	fixture.run.address_count = 1;
	check(&fixture);
	assert_int_equal(fixture.report.findings.len, 0);
	end(&fixture);
	begin(&fixture, WHOLE "    depends_on: surveys\n", COUNCIL);
	fixture.plan->is_incomplete = true;
	check(&fixture);
	assert_int_equal(fixture.report.findings.len, 0);
	end(&fixture);
	end(&other);
}

/* A plan of 5,000 actions that each wait for what is not there ends soon. */
static void bounds_its_guesses(void **state)
{
	struct fixture fixture;
	struct buf text = { 0 };

	(void)state;
	buf_add_c(&text, "title: P\nstatus: draft\nactions:\n");
	for (unsigned i = 0; i < 5000; i++)
		buf_printf(
			&text,
			"  - {id: an-action-with-a-long-id-%u, activity: A, due: 2024, "
			"lead: head-of-housing, measures: [A], depends_on: not-an-action-at-all-%u}\n",
			i, i);
	begin(&fixture, text.at, COUNCIL);
	check(&fixture);
	assert_int_equal(fixture.report.findings.len, 5000);
	assert_true(fixture.run.guesses <= 50000);
	end(&fixture);
	buf_release(&text);
}

static void add_file(struct fixture *fixture, enum plan_file_state state, const char *nearest,
		     size_t i)
{
	const struct node *themes = fixture->plan->themes.node;
	struct plan_file file = { .state = state, .nearest = str_from(nearest) };

	if (state == PLAN_FILE_UNLISTED)
		file.source = new_source(&fixture->arena, nearest, "");
	else
		file.named_by = themes->items[i];
	if (state == PLAN_FILE_UNLISTED)
		file.nearest = (struct str){ 0 };
	vec_add(&fixture->arena, &fixture->plan->files, file);
}

static void knows_faults_of_files(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture,
	      "title: P\nstatus: draft\nthemes: [a.yaml, B.yaml, c, ../d.yaml, e.txt, a.yaml, f.yaml]\n",
	      COUNCIL);
	add_file(&fixture, PLAN_FILE_READ, "", 0);
	add_file(&fixture, PLAN_FILE_MISSING, "b.yaml", 1);
	add_file(&fixture, PLAN_FILE_FOLDER, "", 2);
	add_file(&fixture, PLAN_FILE_OUTSIDE, "", 3);
	add_file(&fixture, PLAN_FILE_NOT_YAML, "", 4);
	add_file(&fixture, PLAN_FILE_TWICE, "", 5);
	add_file(&fixture, PLAN_FILE_MISSING, "", 6);
	add_file(&fixture, PLAN_FILE_UNLISTED, "plan/themes/g.yaml", 0);
	add_file(&fixture, PLAN_FILE_UNLISTED, "plan/b.yaml", 0);
	check(&fixture);
	assert_string_equal(fixture.said.at,
			    "reference-file 3:18, reference-file 3:26, reference-file 3:29, "
			    "reference-file 3:40, reference-file 3:47, reference-file 3:55, "
			    "file-unlisted 1:1");
	assert_true(str_equal(fixture.report.findings.at[0]->hint,
			      STR("write `b.yaml`: capital and small letters differ")));
	assert_int_equal(fixture.report.findings.at[4]->related.len, 1);
	assert_true(str_equal(
		fixture.report.findings.at[6]->hint,
		STR("add `- themes/g.yaml` under `themes:` in plan.yaml, or delete the file")));
	end(&fixture);
}

/* The examples that `planc explain` prints do what they are there for. */
int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(silent_on_a_whole_plan),
		cmocka_unit_test(knows_duplicate_ids),
		cmocka_unit_test(knows_duplicates_in_long_lists),
		cmocka_unit_test(knows_two_plans_of_one_address),
		cmocka_unit_test(knows_unknown_people),
		cmocka_unit_test(hints_at_the_person_meant),
		cmocka_unit_test(knows_unknown_priorities_and_actions),
		cmocka_unit_test(knows_actions_of_other_plans),
		cmocka_unit_test(bounds_its_guesses),
		cmocka_unit_test(knows_faults_of_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
