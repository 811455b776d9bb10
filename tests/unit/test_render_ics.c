#include "render_fixture.h"

/* The calendar of a plan. What another program reads in it is looked at in tests/browser/. */

static const char *dates_of(struct built *built, const char *actions)
{
	struct buf plan = { 0 };

	buf_printf(&plan, "title: T\nstatus: draft\nperiod: 2024-04/2025-03\nactions:\n%s",
		   actions);
	build(built, plan.at);
	buf_release(&plan);
	return render(built, "ics");
}

/* "20240930 Due " of an event; its rule stands between the two. */
static void day_add(struct str line, struct buf *days)
{
	if (str_starts(line, STR("DTSTART;VALUE=DATE:")))
		buf_printf(days, "%.*s ", STR_ARG(str_slice(line, 19, line.len)));
	else if (str_starts(line, STR("RRULE:")))
		buf_printf(days, "%.*s ", STR_ARG(str_slice(line, 6, line.len)));
	else if (str_starts(line, STR("SUMMARY:")))
		buf_printf(days, "%.*s ", STR_ARG(str_slice(line, 8, line.len - 3)));
}

/* What an action makes of its timing. Behind it stands the end of the plan. */
static void assert_days(const char *timing, const char *expected)
{
	struct buf actions = { 0 };
	struct buf days = { 0 };
	struct built built;

	buf_printf(&actions, "  - {id: a, activity: A, %s}\n", timing);
	for (const char *line = dates_of(&built, actions.at); *line;) {
		const char *end = strstr(line, "\r\n");

		day_add((struct str){ line, (size_t)(end - line) }, &days);
		line = end + 2;
	}
	actions.len = 0;
	buf_printf(&actions, "%s20250331 Ends ", expected);
	assert_string_equal(days.at, actions.at);
	buf_release(&days);
	buf_release(&actions);
	release(&built);
}

static void days(void **state)
{
	(void)state;
	assert_days("due: 2024-09-15", "20240915 Due ");
	assert_days("due: 2024-09", "20240930 Due ");
	assert_days("due: 2024-25 Q2", "20240930 Due ");
	assert_days("due: 2024-25", "20250331 Due ");
	assert_days("due: 2024-06/2024-08~", "20240831 Due ");
	assert_days("due: 2024-06/..", "20240601 Due ");
	assert_days("due: tbc", "");
	assert_days("due: 30 September 2024", "");
	assert_days("ongoing: true", "");
	assert_days("start: 2024-05-01, due: 2024-09", "20240930 Due ");
	assert_days("start: 2024-05-01, ongoing: true", "20240501 Starts ");
	assert_days("ongoing: true, until: 2024-12, review: 2024-10",
		    "20241231 Ends 20241031 Review ");
}

static void recurrences(void **state)
{
	(void)state;
	assert_days("every: month, start: 2024-04",
		    "20240430 FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20250331 Every month ");
	assert_days("every: quarter, start: 2024-04-15, until: 2024-12-20",
		    "20240415 FREQ=MONTHLY;INTERVAL=3;UNTIL=20241220 Every quarter ");
	assert_days(
		"every: half-year, due: 2024-09",
		"20240930 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1;UNTIL=20250331 Every half year ");
	assert_days(
		"every: month, start: 2024-04-30",
		"20240430 FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;UNTIL=20250331 Every month ");
	assert_days("every: week, start: 2024-04",
		    "20240407 FREQ=WEEKLY;UNTIL=20250331 Every week ");
	assert_days("every: quarter, start: 2024",
		    "20240331 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20250331 Every quarter ");
	assert_days("every: year, start: 2024-02, until: 2027-12",
		    "20240229 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;UNTIL=20271231 Every year ");
	assert_days("every: month, start: 2024-04/2024-06",
		    "20240430 FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20240630 Every month ");
	assert_days("every: month, start: 2024-04, done: 2024-07-31",
		    "20240430 FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20240731 Every month ");
	assert_days("every: quarter, start: 2024-04, due: 2025-01-31",
		    "20250131 Due 20240430 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20250331 "
		    "Every quarter ");
	/* It comes but once, or nobody can say when. */
	assert_days("every: year, start: 2024-06, until: 2024-06", "20240630 Every year ");
	assert_days("every: quarter", "");
	assert_days("every: quarter, ongoing: true, start: tbc", "");
}

static void what_an_event_says(void **state)
{
	struct built built;
	const char *page;

	(void)state;
	page = dates_of(
		&built,
		"  - {id: a, title: \"Ask, at last\", activity: \"Ask **all**\\n\\n- tenants\",\n"
		"     lead: [head-of-housing, nobody], due: 2024-09, status: cancelled}\n"
		"  - id: b\n    activity: B\n    milestones:\n"
		"      - {id: m, what: M, due: 2024-05-01, status: in-progress}\n"
		"      - {what: N, due: 2024-05-02}\n      - {what: N, due: 2024-05-03}\n");
	assert_ptr_equal(strstr(page, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//planc//"), page);
	assert_has(page, "\r\nNAME:T\r\nX-WR-CALNAME:T\r\n");
	assert_lacks(page, "METHOD");
	assert_lacks(page, "TZ");
	assert_has(page,
		   "BEGIN:VEVENT\r\nUID:6f6750e1-fa72-5444-95ac-39a4b3ab1edc\r\n"
		   "DTSTAMP:20240131T000000Z\r\nDTSTART;VALUE=DATE:20240930\r\n"
		   "SUMMARY:Due: Ask\\, at last\r\nDESCRIPTION:Ask all tenants\\n"
		   "Date in the plan: September 2024\\nLead: Head o\r\n"
		   " f Housing\\, nobody\\nStatus: cancelled\\nPlan: T\\, Exampleton Council\r\n"
		   "STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
	assert_has(page, "\r\nUID:c4426d64-c3c9-5141-bc2f-728fd6df2431\r\n");
	assert_has(page, "\r\nUID:7d3271e3-f75a-56e2-8b46-980148acec8b\r\n");
	assert_has(page, "\r\nUID:39ec530d-753d-5f01-bf3e-b908f304da10\r\n");
	assert_has(page, "SUMMARY:Milestone: M\r\n");
	assert_has(page, "\\nStatus: in progress\\n");
	assert_has(page, "SUMMARY:Ends: T\r\n");
	assert_int_equal(count(page, "BEGIN:VEVENT"), 5);
	release(&built);
	/* A milestone has a status of its own; with its action it is cancelled. */
	page = dates_of(&built, "  - {id: a, activity: A, status: in-progress, milestones: "
				"[{what: M, due: 2024-05-01}]}\n"
				"  - {id: b, activity: B, status: cancelled, milestones: "
				"[{what: N, due: 2024-05-02}]}\n");
	assert_lacks(page, "Status: in progress");
	assert_has(page, "\r\nSTATUS:CANCELLED\r\n");
	release(&built);
}

static void hostile_words(void **state)
{
	struct buf actions = { 0 };
	struct built built;
	const char *page;

	(void)state;
	buf_add_c(
		&actions,
		"  - {id: a, due: 2024-09, title: \"x\\r\\nEND:VCALENDAR\\r\\n;,\\\\n\\0\\e\", activity: A}\n"
		"  - {id: b, due: 2024-09, activity: \"");
	for (size_t i = 0; i < 200; i++)
		buf_add_c(&actions, "ŵ🏠");
	buf_add_c(&actions, "\"}\n");
	page = dates_of(&built, actions.at);
	assert_has(page, "SUMMARY:Due: x END:VCALENDAR \\;\\,\\\\n\uFFFD\uFFFD\r\n");
	assert_int_equal(count(page, "\r\nEND:VCALENDAR"), 1);
	assert_int_equal(count(page, "…\r\n"), 1);
	assert_int_equal(count(page, "\n"), count(page, "\r\n"));
	buf_release(&actions);
	release(&built);
}

static void faults_do_not_stop_it(void **state)
{
	static const char *const plans[] = {
		"title: T\n",
		"- a\n- b\n",
		"title: T\nstatus: draft\nactions: [5, null, {id: A B, due: 2024}, {due: {a: 1}}]\n",
		"title: T\nstatus: draft\nactions: [{id: a, every: x, start: 2024}, {every: week, start: 9999-12-31}]\n",
		"title: T\nstatus: draft\nactions: [{id: a, every: year, start: 9999-12}, {every: year, start: 0001}]\n",
		"title: T\nstatus: draft\nactions: [{id: a, milestones: [3, null, {what: {}, due: 2024}]}]\n",
		"title: {}\nstatus: draft\nperiod: 5\nreview: 2024\n",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(plans); i++) {
		struct built built;

		build(&built, plans[i]);
		assert_has(render(&built, "ics"), "\r\nEND:VCALENDAR\r\n");
		release(&built);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days),
		cmocka_unit_test(recurrences),
		cmocka_unit_test(what_an_event_says),
		cmocka_unit_test(hostile_words),
		cmocka_unit_test(faults_do_not_stop_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
