#include "render_fixture.h"

static void draft_banner(void **state)
{
	static const struct {
		const char *status;
		bool has_banner;
	} cases[] = { { "draft", true },
		      { "consultation", true },
		      { "adopted", false },
		      { "closed", false } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct built built;
		struct buf plan = { 0 };

		buf_printf(&plan, "title: T\nstatus: %s\n", cases[i].status);
		build(&built, plan.at);
		assert_int_equal(count(render(&built, "html"), "role=\"note\""),
				 cases[i].has_banner);
		/* In the banner, and at the head of every sheet of paper. */
		assert_int_equal(count(render(&built, "html"), "DRAFT"), 2 * cases[i].has_banner);
		assert_int_equal(count(render(&built, "markdown"), "> **DRAFT**"),
				 cases[i].has_banner);
		release(&built);
		buf_release(&plan);
	}
}

/* Of two things with one id the first has the anchor, and the page's own begin with _. */
static void anchors_are_unique(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build(&built, "title: T\nstatus: draft\n"
		      "sections: [{id: same, title: S}]\n"
		      "actions:\n"
		      "  - {id: same, activity: A}\n"
		      "  - {id: b, activity: B, replaces: [old, same, old, Bad One]}\n"
		      "  - {id: c, activity: C, replaces: old}\n");
	page = render(&built, "html");
	assert_int_equal(count(page, "id=\"same\""), 1);
	assert_int_equal(count(page, "id=\"old\""), 1);
	assert_lacks(page, "id=\"Bad One\"");
	assert_int_equal(count(render(&built, "markdown"), "id=\"same\""), 1);
	release(&built);
}

static void own_values_are_columns(void **state)
{
	struct memory_file files[] = {
		file("planc.yaml",
		     "columns: [{key: x-budget, title: Budget <b>}, {key: x-none, title: None}]\n"),
		file("exampleton/council.yaml", COUNCIL),
		file("exampleton/plan/plan.yaml",
		     "title: T\nstatus: draft\nactions:\n"
		     "  - {id: a, activity: A, x-budget: {low: 1.50, high: [2, '<3']}}\n"
		     "  - {id: b, activity: B}\n"),
	};
	struct built built;
	const char *page;

	(void)state;
	build_all(&built, files, ARRAY_LEN(files));
	page = render(&built, "html");
	assert_has(page, "<th scope=\"col\">Budget &lt;b&gt;</th>");
	assert_has(page, "low: 1.50; high: 2, &lt;3");
	assert_lacks(page, "None");
	assert_has(render(&built, "markdown"), "low: 1.50; high: 2, <3");
	release(&built);
}

static void headings_do_not_skip(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build(&built, "title: T\nstatus: draft\n"
		      "sections: [{id: s, title: S, body: \"### Deep\\n\\n# Top\"}]\n"
		      "actions: [{id: a, activity: \"# In a cell\"}]\n");
	page = render(&built, "html");
	assert_has(page, "<h3>Deep</h3>");
	assert_has(page, "<h3>Top</h3>");
	assert_has(page, "<strong>In a cell</strong>");
	release(&built);
}

static void timing_in_words(void **state)
{
	static const struct {
		const char *yaml;
		const char *words;
	} cases[] = {
		{ "due: 2023-09", "September 2023\n" },
		{ "due: tbc", "To be confirmed\n" },
		{ "due: unknown", "Not known\n" },
		{ "due: 2024-06/..", "From June 2024\n" },
		{ "start: 2023-08", "From August 2023\n" },
		{ "start: 2023-08, due: 2023-09", "From August 2023, due September 2023\n" },
		{ "ongoing: true", "Ongoing\n" },
		{ "ongoing: true, every: quarter", "Ongoing, every quarter\n" },
		{ "every: half-year, until: 2024", "Every half year, until 2024\n" },
		{ "ongoing: false", "Not given\n" },
		{ "due: 2023-24 Q2", "July to September 2023\n" },
		{ "milestones: [{what: M, due: tbc}]", "See the milestones\n" },
		{ "due: Sept 2023", "Sept 2023\n" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf plan = { 0 };
		struct buf words = { 0 };
		struct built built;

		buf_printf(&plan, "title: T\nstatus: draft\nactions: [{id: a, activity: A, %s}]\n",
			   cases[i].yaml);
		buf_printf(&words, "* **Target date:** %s", cases[i].words);
		build(&built, plan.at);
		assert_has(render(&built, "markdown"), words.at);
		release(&built);
		buf_release(&words);
		buf_release(&plan);
	}
}

/* The texts of a list stay side by side; what is structured comes behind them. */
static void texts_of_measures_stay_together(void **state)
{
	struct built built;
	const char *words;

	(void)state;
	build(&built,
	      "title: T\nstatus: draft\nactions:\n"
	      "  - id: a\n    activity: A\n    measures:\n"
	      "      - One\n"
	      "      - {text: Two, indicator: Share, target: at least 50, unit: days, baseline: 40}\n"
	      "      - Three\n");
	words = words_of(&built.arena, str_from(render(&built, "html")), true);
	assert_has(words, " one two three targets share at least 50 days baseline 40 days ");
	words = words_of(&built.arena, str_from(render(&built, "markdown")), false);
	assert_has(words, " one two three targets share at least 50 days baseline 40 days ");
	release(&built);
	/* A phrase with a unit of its own is not given that of the measure. */
	build(&built,
	      "title: T\nstatus: draft\nactions: [{id: a, activity: A, measures: "
	      "[{indicator: Calls, unit: calls, baseline: 40, target: increase by 10%}]}]\n");
	assert_has(render(&built, "markdown"), "Calls: increase by 10%; baseline 40 calls");
	release(&built);
}

static void sums_in_words(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build(&built, "title: T\nstatus: draft\nsections:\n"
		      "  - id: s\n    title: S\n    figures:\n"
		      "      - {id: men, label: Men, value: 10.1, group: Split}\n"
		      "      - {label: Women, value: 11.2, group: Split}\n"
		      "      - {label: All, value: 21.3}\n"
		      "      - {label: Twin, value: 1, unit: a}\n"
		      "      - {label: Twin, value: 2, unit: b}\n"
		      "      - {label: Pair, values: [{value: 3, unit: a}, {value: 4, unit: b}]}\n"
		      "    sums:\n"
		      "      - {total: All, of: [Split]}\n"
		      "      - {total: 21, of: [men, Women]}\n"
		      "      - {total: All, of: [men, Others]}\n"
		      "      - {total: 1, of: [Twin], unit: a}\n"
		      "      - {total: 3, of: [Twin]}\n"
		      "      - {total: 4, of: [Pair], unit: b}\n");
	page = render(&built, "markdown");
	assert_has(page, "* Men 10.1 + Women 11.2 = All 21.3: adds up \xE2\x9C\x93\n");
	assert_has(page, "* Men 10.1 + Women 11.2 = 21: does not add up, the parts make 21.3\n");
	assert_has(page, "* Men 10.1 + Others = All 21.3: cannot be checked\n");
	assert_has(page, "* Twin 1 a = 1 a: adds up");
	assert_has(page, "* Twin = 3: cannot be checked\n");
	assert_has(page, "* Pair 4 b = 4 b: adds up");
	release(&built);
}

static void lists_stand_where_they_are_shown(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build(&built, "title: T\nstatus: draft\n"
		      "priorities: [{id: p, title: Homes first}]\n"
		      "resources: [{text: Money}]\n"
		      "sections:\n"
		      "  - {id: one, title: One, shows: priorities}\n"
		      "  - {id: two, title: Two, shows: priorities}\n");
	page = render(&built, "html");
	assert_int_equal(count(page, "Homes first"), 1);
	assert_lacks(page, "_priorities");
	assert_has(page, "See <a href=\"#one\">One</a>");
	assert_has(page, "<section id=\"_resources\">");
	release(&built);
}

static void links_lead_to_what_is_written(void **state)
{
	struct memory_file files[] = {
		file("exampleton/council.yaml", COUNCIL),
		file("exampleton/a/plan.yaml",
		     "title: A\nstatus: draft\nparent: exampleton/b\nlinks: [{title: L, plan: exampleton/gone}]\n"
		     "actions: [{id: one, activity: One, depends_on: [exampleton/b#two, exampleton/gone#x]}]\n"),
		file("exampleton/b/plan.yaml",
		     "title: B\nstatus: draft\nactions: [{id: two, activity: Two}]\n"),
	};
	struct built built;

	(void)state;
	build_all(&built, files, ARRAY_LEN(files));
	assert_has(render(&built, "html"), "<a href=\"../../exampleton/b/index.html\">B</a>");
	assert_has(render(&built, "html"), "<a href=\"../../exampleton/b/index.html#two\">Two</a>");
	assert_lacks(render(&built, "html"), "href=\"../../exampleton/gone");
	assert_has(render(&built, "markdown"), "[Two](../../exampleton/b/plan.md#two)");
	built.directory.plans = (struct map){ 0 };
	assert_lacks(render(&built, "html"), "exampleton/b/index.html");
	release(&built);
}

static void words_of_other_languages(void **state)
{
	struct built built;
	const char *page;
	json_t *root, *plan;

	(void)state;
	build(&built,
	      "title: {en: Plan, cy: Cynllun}\nstatus: draft\nlanguages: [cy, en]\n"
	      "summary: {en: Only English}\n"
	      "actions: [{id: a, activity: {cy: Gwaith, en: Work}, partners: [{en: Friends}]}]\n");
	page = render(&built, "html");
	assert_has(page, "<html lang=\"cy\">");
	assert_has(page, "<h1>Cynllun</h1>");
	assert_has(page, "<th scope=\"row\">Gwaith\n<p");
	assert_has(page, "lang=\"en\"");
	assert_has(page, "Only English");
	assert_has(page, "<span lang=\"en\">Friends</span>");
	root = render_json(&built);
	plan = json_object_get(root, "plan");
	assert_string_equal(
		json_string_value(json_object_get(json_object_get(plan, "title"), "cy")),
		"Cynllun");
	json_decref(root);
	release(&built);
}

static void measures_are_counted(void **state)
{
	struct built built;
	json_t *root;

	(void)state;
	build(&built,
	      "title: P\nstatus: draft\n"
	      "measures: [The number of calls., 95% of staff answer., All staff answer.]\n");
	assert_has(render(&built, "html"), "id=\"_grades\"");
	assert_has(render(&built, "html"), "href=\"#_grades\"");
	assert_has(render(&built, "markdown"), "| How much is enough | 2 |\n"
					       "| What will be counted, but not how much is "
					       "enough | 1 |\n"
					       "| All measures of the plan | 3 |");
	root = render_json(&built);
	assert_at(root, "grades.target", "2");
	assert_at(root, "grades.complete", "0");
	json_decref(root);
	release(&built);
	build(&built, "title: P\nstatus: draft\n");
	assert_lacks(render(&built, "html"), "_grades");
	assert_lacks(render(&built, "markdown"), "measures");
	release(&built);
}

static void names_of_formats(void **state)
{
	(void)state;
	assert_true(site_formats_exist(STR("html")));
	assert_true(site_formats_exist(STR("json, markdown")));
	assert_false(site_formats_exist(STR("")));
	assert_false(site_formats_exist(STR("html,")));
	assert_false(site_formats_exist(STR("pdf")));
	assert_true(is_id(STR("a1-b2")));
	assert_false(is_id(STR("")));
	assert_false(is_id(STR("1a")));
	assert_false(is_id(STR("a--b")));
	assert_false(is_id(STR("a-")));
	assert_false(is_id(STR("A")));
	assert_false(is_id(STR("..")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(draft_banner),
		cmocka_unit_test(anchors_are_unique),
		cmocka_unit_test(own_values_are_columns),
		cmocka_unit_test(headings_do_not_skip),
		cmocka_unit_test(timing_in_words),
		cmocka_unit_test(texts_of_measures_stay_together),
		cmocka_unit_test(sums_in_words),
		cmocka_unit_test(lists_stand_where_they_are_shown),
		cmocka_unit_test(links_lead_to_what_is_written),
		cmocka_unit_test(words_of_other_languages),
		cmocka_unit_test(measures_are_counted),
		cmocka_unit_test(names_of_formats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
