#include "render/shares.h"
#include "render/time_scale.h"
#include "render_fixture.h"

/* The pictures of pages: what they show, and that they show nothing where nothing is known. */

static const char *page_of(struct built *built, const char *head, const char *actions)
{
	struct buf plan = { 0 };

	buf_printf(&plan, "title: T\n%sactions:\n%s", head, actions);
	build(built, plan.at);
	buf_release(&plan);
	return render(built, "html");
}

static void shares_add_up(void **state)
{
	static const size_t counts[][6] = {
		{ 1, 1, 1, 0, 0, 0 },   { 0, 0, 0, 0, 0, 0 }, { 1, 2, 3, 4, 5, 6 },
		{ 499, 1, 0, 0, 0, 0 }, { 1, 1, 1, 1, 1, 1 }, { 7, 0, 0, 0, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
		unsigned percents[6], all = 0;

		shares_of(counts[i], 6, percents);
		for (size_t j = 0; j < 6; j++) {
			all += percents[j];
			assert_true(counts[i][j] || !percents[j]);
		}
		assert_int_equal(all, i == 1 ? 0 : 100);
	}
}

static int32_t day_of(const char *iso)
{
	struct arena arena;
	struct date date;
	struct str fix, why;

	arena_init(&arena);
	assert_int_equal(date_parse(str_from(iso), &arena, &date, &fix, &why), DATE_OK);
	arena_release(&arena);
	return date.latest;
}

static void assert_scale(const struct time_scale *scale, const char *first, const char *last)
{
	assert_int_equal(scale->first, day_of(first));
	assert_int_equal(scale->last, day_of(last));
}

static void scale_of(struct time_scale *scale, const char *period, const char *today,
		     const char *const *texts)
{
	struct plan plan = { .thing = { .type = NULL } };
	struct time_days days = { (int32_t[8]){ 0 }, 0 };
	struct str fix, why;
	struct arena arena;

	arena_init(&arena);
	if (period)
		date_parse(str_from(period), &arena, &plan.period, &fix, &why);
	for (; *texts; texts++)
		days.at[days.count++] = day_of(*texts);
	time_scale_init(scale, &plan, days, today ? day_of(today) : NO_DAY);
	arena_release(&arena);
}

static void scales(void **state)
{
	struct time_scale scale;
	const char *const inside[] = { "2024-06-30", NULL };
	const char *const beside[] = { "2024-06-30", "2025-05-10", "2027-01-01", "1066-10-14",
				       NULL };
	const char *const far[] = { "0001-01-01", "9999-12-31", "2024-05-01", NULL };

	(void)state;
	scale_of(&scale, "2024-04/2025-03", "2024-05-01", inside);
	assert_scale(&scale, "2024-04-01", "2025-03-31");
	assert_int_equal(scale.step, 3);
	assert_int_equal(time_scale_x(&scale, scale.first), 200);
	assert_int_equal(time_scale_x(&scale, scale.last + 1), 9800);
	assert_int_equal(time_scale_x(&scale, day_of("0001-01-01")), 200);
	assert_int_equal(time_scale_x(&scale, day_of("9999-12-31")), 9800);
	/* Half a period more, and no further. */
	scale_of(&scale, "2024-04/2025-03", "2026-05-01", beside);
	assert_scale(&scale, "2024-04-01", "2025-05-31");
	assert_false(time_scale_has(&scale, scale.today));
	scale_of(&scale, NULL, NULL, far);
	assert_scale(&scale, "2024-05-01", "2024-07-31");
	scale_of(&scale, "2024-06/..", NULL, beside);
	assert_scale(&scale, "2024-06-01", "2027-01-31");
	scale_of(&scale, "0001/9999", NULL, far);
	assert_true(scale.last > scale.first);
	scale_of(&scale, "9999-12", NULL, far);
	assert_true(scale.last > scale.first);
	/* Days that must be on it make it longer, however far they lie from the period. */
	scale_of(&scale, "2024-04/2025-03", NULL, (const char *const[]){ NULL });
	time_scale_stretch(
		&scale,
		(struct time_days){ (int32_t[]){ day_of("2030-02-01"), day_of("2001-05-20") }, 2 });
	assert_scale(&scale, "2001-05-01", "2030-02-28");
}

static void nothing_to_show(void **state)
{
	struct built built;
	const char *page = page_of(&built, "status: adopted\n",
				   "  - {id: a, activity: A, due: tbc}\n");

	(void)state;
	assert_lacks(page, "<svg");
	assert_lacks(page, "_progress");
	release(&built);
	build(&built, "title: T\nstatus: draft\n");
	assert_lacks(render(&built, "html"), "<svg");
	assert_lacks(render_at(&built, "html", OUTPUT_COUNCIL, 0), "<svg");
	release(&built);
}

static void progress(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	page = page_of(&built, "status: adopted\n",
		       "  - {id: a, activity: A, status: done}\n"
		       "  - {id: b, activity: B, due: 2023-09, status: in-progress}\n"
		       "  - {id: c, activity: C, due: 2023-09}\n");
	assert_has(page,
		   "<title>Actions by status</title>\n"
		   "<desc>3 actions: 1 done, 1 in progress, 1 without a status; 2 overdue</desc>");
	assert_has(page, "<td>34%</td>");
	assert_int_equal(count(page, "<td>33%</td>"), 2);
	assert_has(page, "neither done nor cancelled: 2</p>");
	page = render_at(&built, "html", OUTPUT_COUNCIL, 0);
	assert_has(page, "Done</li>");
	assert_lacks(page, "Paused</li>");
	assert_has(page, "<p class=\"note\">3 actions: 1 done");
	assert_has(page, "<svg class=\"chart\"");
	release(&built);
	/* Where nobody says what is done, nothing is called late; nor in a draft. */
	page = page_of(&built, "status: adopted\n", "  - {id: a, activity: A, due: 2023-09}\n");
	assert_lacks(page, "overdue");
	assert_lacks(page, "Actions by status");
	assert_lacks(render_at(&built, "html", OUTPUT_COUNCIL, 0), "<svg");
	release(&built);
	page = page_of(&built, "status: draft\n",
		       "  - {id: a, activity: A, due: 2023-09, status: in-progress}\n");
	assert_lacks(page, "overdue");
	release(&built);
}

static void timeline(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	page = page_of(&built, "status: draft\nperiod: 2023-04/2024-03\n",
		       "  - {id: a, activity: A, due: 2023-09}\n"
		       "  - {id: b, activity: B, start: 2023-06, due: 2024-02~, milestones: "
		       "[{what: M, due: 2023-10-01}]}\n"
		       "  - {id: c, activity: C, every: quarter, start: 2023-05}\n"
		       "  - {id: d, activity: D, ongoing: true}\n"
		       "  - {id: e, activity: E, due: 2023-03-31}\n"
		       "  - {id: f, activity: F, due: 2099}\n"
		       "  - {id: g, activity: G, every: week, start: 2023-04}\n"
		       "  - {id: h, activity: H, due: unknown}\n");
	assert_has(page, "8 actions: 4 due (March 2023 to December 2099), "
			 "3 ongoing or repeated, 1 without a date");
	assert_has(page, "<desc>March 2023 to March 2024</desc>");
	assert_has(page, "<title>Due in the plan’s period, in the past</title>");
	assert_has(page, "<title>Due before the plan’s period, in the past</title>");
	assert_has(page, "<title>Due after the plan’s period</title>");
	assert_has(page, "; milestones: <time datetime=\"2023-10-01\">1 October 2023</time>");
	assert_has(page, "<a href=\"actions/a.html\">A</a>");
	assert_has(page, "fill=\"url(#_hatched)\"");
	assert_int_equal(count(page, "id=\"_due\""), 1);
	assert_has(page, "Actions with a date to be done by: 4. Without one: 4. ");
	assert_has(page, "Outside this picture: 1. ");
	release(&built);
}

static void timeline_of_an_action(void **state)
{
	struct built built;
	struct site_options options = { .as_of = STR("2024-01-31") };
	struct buf out = { 0 };
	const struct plan *plan;
	struct view view;

	(void)state;
	page_of(&built, "status: draft\nperiod: 2024\n",
		"  - {id: a, activity: A, due: 2024-09}\n");
	plan = built.result.plans.at[0];
	view = (struct view){
		.compilation = &built.result,
		.options = &options,
		.directory = &built.directory,
		.scope = OUTPUT_ACTION,
		.council = plan->council,
		.plan = plan,
		.action = plan->all_actions.at[0],
		.language = STR("en"),
		.arena = &built.arena,
	};
	assert_true(find_output("html", OUTPUT_ACTION)->write(&view, &out));
	assert_has(out.at, "<title>Due in the plan’s period</title>");
	assert_has(out.at, ">Apr 2024</text>");
	buf_release(&out);
	release(&built);
}

static void assert_measured(const char *measure, const char *expected)
{
	struct buf action = { 0 };
	struct built built;
	const char *page;

	buf_printf(&action, "  - {id: a, activity: A, measures: [{indicator: Share, %s}]}\n",
		   measure);
	page = page_of(&built, "status: draft\n", action.at);
	if (expected)
		assert_has(page, expected);
	else
		assert_lacks(page, "<svg");
	release(&built);
	buf_release(&action);
}

static void measures(void **state)
{
	(void)state;
	assert_measured("target: at least 50%, baseline: 30%", "what it is to reach");
	assert_measured("target: at least 50%, baseline: 30%", ">100%</text>");
	assert_measured("target: at least 50, baseline: 30, actuals: [{at: 2024-01, value: 40}]",
			"does not meet the target");
	assert_measured("target: at most 50, actuals: [{at: 2024-01, value: 40}]",
			"result meets the target");
	/* The latest, in whichever order. */
	assert_measured("target: at most 50, actuals: [{at: 2024-01, value: 60}, "
			"{at: 2023-01, value: 40}]",
			"does not meet the target");
	assert_measured("target: between £1.5 million and £2 million, baseline: £1.2 million",
			">£2,000,000</text>");
	assert_measured("target: at most -5, baseline: -10.50", ">-10.5</text>");
	/* No numbers, or of two kinds. */
	assert_measured("target: at least 50%", NULL);
	assert_measured("target: all, baseline: 30", NULL);
	assert_measured("target: increase by 10%, baseline: 30", NULL);
	assert_measured("target: at least 50%, baseline: unknown", NULL);
	assert_measured("target: at least 50%, baseline: 30 days", NULL);
	assert_measured("target: at least 50%, baseline: 30%, actuals: [{at: 2024, value: good}]",
			NULL);
	assert_measured("target: at least 0, baseline: 0", NULL);
	assert_measured("target: at least 0.000000001, baseline: 999999999999999999", NULL);
	assert_measured("target: at least 999999999999999999, baseline: -999999999999999999",
			">999,999,999,999,999,999</text>");
}

static void results_over_time(void **state)
{
	static const char later_first[] =
		"target: at least 75%, actuals: [{at: 2024-09, value: 100%}, {at: 2024-03, value: "
		"50%}]";

	(void)state;
	/* From the middle of the height to its top, and as a table in the order of days. */
	assert_measured(later_first, "y1=\"4.3em\"");
	assert_measured(later_first, "y2=\"1.3em\"");
	assert_measured(later_first,
			"March 2024</time></th>\n<td>50%</td>\n</tr>\n<tr>\n<th scope=\"row\">"
			"<time datetime=\"2024-09\">September 2024</time></th>\n<td>100%</td>");
	assert_measured("target: at least 75%, actuals: [{at: 2001, value: 10%}, {at: 2012, value: "
			"30%}]",
			"<p class=\"note\">The latest result does not meet the target.</p>");
	/* A date is missing, has no end, or is all there is: a line of numbers. */
	assert_measured("target: at most 50, actuals: [{at: 2024-01, value: 40}, {value: 30}]",
			"height=\"2.6em\"");
	assert_measured("target: at most 50, actuals: [{at: 2024-01, value: 40}, "
			"{at: 2024-06/.., value: 30}]",
			"height=\"2.6em\"");
	assert_measured("target: at most 50, actuals: [{at: 2024-01-31, value: 40}, "
			"{at: 2024-01, value: 30}]",
			"height=\"2.6em\"");
}

static void hostile_words(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	build(&built, "title: T\nstatus: draft\nthemes:\n"
		      "  - {id: t, title: '</title><script>x</script>]]>\"', actions: [{id: a, "
		      "activity: '</svg><script>y</script>', due: 2024-09, status: done, "
		      "measures: [{indicator: '<img src=x>', target: at least 5 <b>, baseline: "
		      "4 <b>}]}]}\n");
	page = render(&built, "html");
	assert_has(page,
		   "<title>Timeline: &lt;/title&gt;&lt;script&gt;x&lt;/script&gt;]]&gt;&quot;");
	assert_lacks(page, "<script>");
	assert_lacks(page, "<img");
	release(&built);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_add_up),   cmocka_unit_test(scales),
		cmocka_unit_test(nothing_to_show), cmocka_unit_test(progress),
		cmocka_unit_test(timeline),        cmocka_unit_test(timeline_of_an_action),
		cmocka_unit_test(measures),        cmocka_unit_test(results_over_time),
		cmocka_unit_test(hostile_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
