#include "render_fixture.h"

#define PLAN                                                                           \
	"title: Homes Plan\nstatus: draft\nowner: housing-team\n"                      \
	"themes:\n"                                                                    \
	"  - {id: repairs, title: Repairs, summary: Summaryword, ref: '2', actions: [" \
	"{id: survey, activity: Ask tenants., lead: head-of-housing, due: 2024-09,"    \
	" outcomes: [Outcomeword], replaces: old-survey, x-budget: 7,"                 \
	" support: housing-team, status: in-progress},"                                \
	"{id: repair, title: Repair, activity: Mend doors., due: 2024-03,"             \
	" lead: [head-of-housing, housing-team], accountable: head-of-housing,"        \
	" depends_on: [survey, {text: Money}], split_from: old-survey}]}\n"            \
	"  - {id: rents, title: Rents, actions: ["                                     \
	"{id: rent, activity: Set rents., lead: head-of-housing, depends_on: repair,"  \
	" replaces: [old-rent, survey, Bad Id]}]}\n"

static void build_homes(struct built *built)
{
	struct memory_file files[] = {
		file("planc.yaml", "columns: [{key: x-budget, title: Budget}]\n"),
		file("exampleton/council.yaml", COUNCIL),
		file("exampleton/homes/plan.yaml", PLAN),
		file("exampleton/roads/plan.yaml",
		     "title: Roads Plan\nstatus: adopted\nactions:\n"
		     "  - {id: road, activity: Mend roads., lead: head-of-housing, due: 2024-06,\n"
		     "     depends_on: exampleton/homes#survey}\n"),
	};

	build_all(built, files, ARRAY_LEN(files));
}

static void page_of_an_action(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build_homes(&built);
	page = render_part(&built, OUTPUT_ACTION, "survey");
	assert_has(page, "<title>Ask tenants. – Homes Plan – Exampleton Council</title>");
	assert_has(page, "<h1>Ask tenants.</h1>");
	assert_has(page, "<a href=\"../../../index.html\"><span>Plans</span></a>");
	assert_has(page, "<a href=\"../../index.html\">Exampleton Council</a>");
	assert_has(page, "<a href=\"../index.html\">Homes Plan</a>");
	assert_has(page, "<a href=\"../index.html#survey\">Homes Plan</a>");
	assert_has(page, "<a href=\"../themes/repairs.html\">Repairs</a>");
	assert_has(page, "<a href=\"../../leads/head-of-housing.html\"><abbr");
	assert_has(page, "<dt>Budget</dt>\n<dd>7</dd>");
	assert_has(page, "Outcomeword");
	assert_has(page, "In progress");
	assert_has(page, "DRAFT");
	assert_has(page, "<h2>What waits for this</h2>");
	assert_has(page, "<a href=\"../actions/repair.html\">Repair</a>");
	assert_has(page, "<a href=\"../../../exampleton/roads/actions/road.html\">Mend roads.</a>");
	page = render_part(&built, OUTPUT_ACTION, "repair");
	assert_has(page, "<h1>Repair</h1>");
	assert_has(page, "<p>Mend doors.</p>");
	assert_has(page, "<a href=\"../actions/survey.html\">Ask tenants.</a>");
	assert_has(page, "Money");
	assert_has(page, "Before: ");
	assert_lacks(page, "Next: ");
	release(&built);
}

/* An id that is gone leads on, unless something else has it now. */
static void pages_of_old_ids(void **state)
{
	struct built built;
	struct old_ids old_ids;
	const char *page;

	(void)state;
	build_homes(&built);
	old_ids_find(&old_ids, built.result.plans.at[0], &built.arena);
	assert_int_equal(old_ids.list.len, 2);
	page = render_part(&built, OUTPUT_OLD_ACTION, "old-rent");
	assert_has(page, "<meta http-equiv=\"refresh\" content=\"0; url=../actions/rent.html\">");
	assert_has(page, "<a href=\"../actions/rent.html\">Set rents.</a>");
	/* Of two that go on in its place, the reader chooses. */
	page = render_part(&built, OUTPUT_OLD_ACTION, "old-survey");
	assert_lacks(page, "http-equiv");
	assert_has(page, "<a href=\"../actions/survey.html\">Ask tenants.</a>");
	assert_has(page, "<a href=\"../actions/repair.html\">Repair</a>");
	release(&built);
}

static void page_of_a_theme(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build_homes(&built);
	page = render_part(&built, OUTPUT_THEME, "repairs");
	assert_has(page, "<h1><span class=\"ref\">2</span> Repairs</h1>");
	assert_has(page, "Summaryword");
	assert_has(page, "<tr id=\"survey\">");
	assert_has(page, "Next: <a href=\"../themes/rents.html\">Rents</a>");
	assert_has(page, "scope=\"col\">Budget</th>");
	/* Columns that only others need are left out. */
	page = render_part(&built, OUTPUT_THEME, "rents");
	assert_lacks(page, "Budget");
	assert_lacks(page, "Outcomes");
	assert_has(page, "<a href=\"../actions/repair.html\">Repair</a>");
	release(&built);
}

static void page_of_a_lead(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build_homes(&built);
	page = render_part(&built, OUTPUT_LEAD, "head-of-housing");
	assert_has(page, "<title>Head of Housing – Exampleton Council</title>");
	assert_has(page, "<a href=\"../../exampleton/homes/actions/repair.html\">Repair</a> "
			 "(accountable)");
	/* By date, over all plans; what has no date comes last. */
	assert_true(strstr(page, "repair.html") < strstr(page, "road.html"));
	assert_true(strstr(page, "road.html") < strstr(page, "survey.html"));
	assert_true(strstr(page, "survey.html") < strstr(page, "rent.html"));
	assert_int_equal(count(page, "repair.html"), 1);
	assert_lacks(page, "<h2>Supports these actions</h2>");
	page = render_part(&built, OUTPUT_LEAD, "housing-team");
	assert_has(page, "<h2>Supports these actions</h2>");
	assert_has(page, "<h2>Owns these plans</h2>");
	assert_has(page, "<dd>Team</dd>");
	release(&built);
}

static void calendar_of_a_plan(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build(&built, "title: T\nstatus: adopted\nreview: 2024-10\nactions:\n"
		      "  - {id: late, activity: Late., due: 2024-09, lead: head-of-housing,\n"
		      "     milestones: [{what: First part, due: 2024-03-05, status: done}]}\n"
		      "  - {id: early, activity: Early., start: 2024-03, due: 2024-06/..}\n"
		      "  - {id: often, activity: Often., every: month, until: 2025}\n"
		      "  - {id: never, activity: Never., due: tbc}\n"
		      "  - {id: parts, activity: Parts., milestones: [{what: Part, due: tbc}]}\n"
		      "  - {id: halted, activity: Halted., due: 2024-07, status: paused}\n");
	page = render_at(&built, "html", OUTPUT_PLAN_PAGE, 0);
	assert_has(page, "<a href=\"#_2024-03\">March 2024</a>");
	assert_has(page,
		   "Milestone: First part (of <a href=\"actions/late.html\">Late.</a>), done");
	assert_has(page, "Begins: <a href=\"actions/early.html\">Early.</a>");
	assert_has(page, "Ends: <a href=\"actions/often.html\">Often.</a>");
	assert_true(strstr(page, "id=\"_2024-03\"") < strstr(page, "id=\"_2024-06\""));
	assert_true(strstr(page, "id=\"_2024-06\"") < strstr(page, "id=\"_2024-09\""));
	assert_true(strstr(page, "id=\"_2024-09\"") < strstr(page, "id=\"_2024-10\""));
	assert_has(page, "<section id=\"_2025-12\">");
	assert_has(page, "Review of the plan");
	assert_true(strstr(page, "id=\"_repeated\"") < strstr(page, "Every month"));
	assert_true(strstr(page, "id=\"_undated\"") < strstr(page, "To be confirmed"));
	assert_true(strstr(page, "id=\"_undated\"") < strstr(page, "Parts."));
	assert_has(page, "Due: <a href=\"actions/halted.html\">Halted.</a>, paused");
	release(&built);
	build(&built, "title: T\nstatus: draft\n");
	assert_has(render_at(&built, "html", OUTPUT_PLAN_PAGE, 0), "no date in this plan yet");
	release(&built);
}

/* What the script goes by, and the controls that it takes from the page. */
static void filter_of_a_plan(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build(&built, "title: T\nstatus: adopted\nthemes:\n"
		      "  - {id: warm, title: Warm <b>, actions: [{id: a, activity: A, due: 2023-09,"
		      " status: in-progress, lead: [head-of-housing, housing-team]},"
		      " {id: b, activity: B, due: 2023-09-05, lead: head-of-housing}]}\n"
		      "  - {id: dry, title: Dry, actions: [{id: c, activity: C, status: done}]}\n"
		      "  - {id: none, title: None, actions: []}\n");
	page = render(&built, "html");
	assert_has(page, "<script src=\"../../assets/planc.js\" defer");
	assert_has(page, "data-theme=\"warm\"");
	assert_has(page, "<tbody data-lead=\"head-of-housing housing-team\" "
			 "data-status=\"under-way late\" data-due=\"2023-09\">");
	assert_has(page, "<tbody data-lead=\"-\" data-status=\"done\" data-due=\"-\">");
	page = strstr(page, "<template id=\"_filter\">");
	assert_non_null(page);
	assert_has(page, "<option value=\"warm\">Warm &lt;b&gt;</option>");
	assert_lacks(page, "<option value=\"none\">");
	assert_has(page, "<option value=\"housing-team\">Housing Team</option>");
	assert_has(page, "<option value=\"-\">Not given</option>");
	assert_has(page, "<option value=\"late\">overdue</option>");
	assert_int_equal(count(page, "<option value=\"2023-09\">September 2023</option>"), 1);
	assert_has(page, "<option value=\"-\">Without a date</option>");
	assert_int_equal(count(page, "<select"), 4);
	assert_has(page, "{shown} of {all} actions shown");
	page = render_part(&built, OUTPUT_THEME, "dry");
	assert_lacks(page, "<template");
	page = render_part(&built, OUTPUT_THEME, "warm");
	assert_int_equal(count(page, "<select"), 2);
	release(&built);
}

/* In words, wherever the date of the action is. */
static void overdue_actions(void **state)
{
	static const char plan[] = "title: T\nstatus: %s\nactions:\n"
				   "  - {id: a, activity: A, due: 2023-09, lead: head-of-housing,"
				   " status: in-progress}\n"
				   "  - {id: b, activity: B, due: 2023-09, status: done}\n";
	static const char *const statuses[] = { "draft", "adopted" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(statuses); i++) {
		struct buf text = { 0 };
		struct built built;
		const char *said = "</time>, <strong>overdue</strong>";

		buf_printf(&text, plan, statuses[i]);
		build(&built, text.at);
		assert_int_equal(count(render_part(&built, OUTPUT_ACTION, "a"), said), i);
		assert_int_equal(count(render_part(&built, OUTPUT_ACTION, "b"), said), 0);
		assert_int_equal(count(render_part(&built, OUTPUT_LEAD, "head-of-housing"), said),
				 i);
		assert_int_equal(count(render_file(&built, "html", "calendar.html"),
				       "<strong>overdue</strong>"),
				 i);
		assert_int_equal(count(render(&built, "markdown"), "September 2023, **overdue**"),
				 i);
		release(&built);
		buf_release(&text);
	}
}

/* What programs are told of a plan, as JSON; words that would end its block do not. */
static void dataset_of_a_plan(void **state)
{
	struct memory_file files[] = {
		file("planc.yaml", "base_url: https://plans.example/all\n"),
		file("exampleton/council.yaml",
		     "name: Exampleton Council\nwebsite: https://council.example\n"),
		file("exampleton/homes/plan.yaml",
		     "title: </script><script>alert(1)</script><!--\nstatus: draft\n"
		     "period: 2024-02/2024-03\nsummary: Warm **homes**.\n"),
	};
	struct built built;
	const char *page, *begin, *end;
	json_error_t error;
	json_t *root;

	(void)state;
	build_all(&built, files, ARRAY_LEN(files));
	page = render(&built, "html");
	begin = strstr(page, "<script type=\"application/ld+json\">");
	assert_non_null(begin);
	begin = strchr(begin, '>') + 1;
	end = strstr(begin, "</script>");
	assert_non_null(end);
	root = json_loadb(begin, (size_t)(end - begin), JSON_REJECT_DUPLICATES, &error);
	if (!root)
		fail_msg("%s at line %d", error.text, error.line);
	assert_at(root, "@type", "\"Dataset\"");
	assert_at(root, "name", "\"</script><script>alert(1)</script><!--\"");
	assert_at(root, "temporalCoverage", "\"2024-02-01/2024-03-31\"");
	assert_at(root, "creator.url", "\"https://council.example\"");
	assert_at(root, "url", "\"https://plans.example/all/exampleton/homes/index.html\"");
	assert_at(root, "distribution.0.contentUrl",
		  "\"https://plans.example/all/exampleton/homes/plan.md\"");
	assert_int_equal(count(page, "<script"), 1 + count(page, "<script src="));
	json_decref(root);
	release(&built);
}

static void page_about_the_site(void **state)
{
	struct memory_file files[] = {
		file("planc.yaml", "about: About **us**.\ncontact: <script>x</script>\n"
				   "accessibility: Tested [here](javascript:alert(1)).\n"),
		file("exampleton/council.yaml", "name: Exampleton Council\nlicence: Open <b>\n"),
		file("exampleton/plan/plan.yaml", "title: T\nstatus: draft\n"),
	};
	struct built built;
	const char *page;

	(void)state;
	build_all(&built, files, ARRAY_LEN(files));
	page = render_at(&built, "html", OUTPUT_SITE_PAGE, 0);
	assert_has(page, "<strong>us</strong>");
	assert_has(page, "Tested ");
	assert_lacks(page, "<script");
	assert_lacks(page, "href=\"javascript:");
	assert_has(page, "Open &lt;b&gt;");
	assert_has(page, "31 January 2024");
	assert_lacks(page, "No accessibility statement");
	release(&built);
	build_homes(&built);
	page = render_at(&built, "html", OUTPUT_SITE_PAGE, 0);
	assert_has(page, "No accessibility statement");
	page = render_at(&built, "html", OUTPUT_COUNCIL, 0);
	assert_has(page, "3 actions in 2 themes");
	assert_has(page, "<a href=\"../exampleton/homes/calendar.html\">");
	assert_has(page, "<a href=\"leads/head-of-housing.html\">Head of Housing</a>, 4 actions");
	release(&built);
}

static void long_names_are_cut(void **state)
{
	struct buf plan = { 0 };
	struct built built;
	const char *page;

	(void)state;
	buf_add_c(&plan, "title: T\nstatus: draft\nactions: [{id: a, activity: \"");
	for (size_t i = 0; i < 100; i++)
		buf_add_c(&plan, "é");
	for (size_t i = 0; i < 100; i++)
		buf_add_c(&plan, " word");
	buf_add_c(&plan, "\"}]\n");
	build(&built, plan.at);
	page = render_part(&built, OUTPUT_ACTION, "a");
	assert_has(page, "é word…</h1>");
	assert_has(page, "é…</title>");
	assert_has(page, "word</p>");
	release(&built);
	buf_release(&plan);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page_of_an_action),  cmocka_unit_test(pages_of_old_ids),
		cmocka_unit_test(page_of_a_theme),    cmocka_unit_test(page_of_a_lead),
		cmocka_unit_test(calendar_of_a_plan), cmocka_unit_test(page_about_the_site),
		cmocka_unit_test(overdue_actions),    cmocka_unit_test(filter_of_a_plan),
		cmocka_unit_test(dataset_of_a_plan),  cmocka_unit_test(long_names_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
