#include "render/calendar.h"
#include "base/civil.h"

/* Months or days from one time to the next. */
struct interval {
	int months;
	int days;
};

static const struct interval intervals[] = {
	[EVERY_WEEK] = { 0, 7 },      [EVERY_MONTH] = { 1, 0 }, [EVERY_QUARTER] = { 3, 0 },
	[EVERY_HALF_YEAR] = { 6, 0 }, [EVERY_YEAR] = { 12, 0 },
};

static bool is_given(const struct date *date)
{
	return date->kind == DATE_GIVEN;
}

static int32_t day_of(const struct date *date)
{
	return date->open_end ? date->earliest : date->latest;
}

/* The last day of the month, or of the year. */
static int32_t last_of(int32_t day, bool is_year)
{
	struct civil civil = civil_from_days(day);

	if (is_year)
		civil.month = 12;
	civil.day = civil_last_day(civil.year, civil.month);
	return civil_to_days(civil);
}

/* The last day of what a date begins with: of an interval, of its first month. */
static int32_t first_end(const struct date *date)
{
	if (date->precision != PRECISION_INTERVAL && !date->open_end)
		return date->latest;
	if (date->from.precision == PRECISION_DAY)
		return date->earliest;
	return last_of(date->earliest, date->from.precision == PRECISION_YEAR);
}

/* The day before as many months later. */
static int32_t end_of_months(int32_t first, int months)
{
	struct civil civil = civil_from_days(first);
	int month = civil.month - 1 + months;
	int last;

	civil.year += month / 12;
	civil.month = month % 12 + 1;
	if (civil.year > 9999)
		return INT32_MAX;
	last = civil_last_day(civil.year, civil.month);
	if (civil.day > last)
		civil.day = last;
	return civil_to_days(civil) - 1;
}

/* The first time: at the end of what the date names, but not later than one time round. */
static int32_t first_time(const struct date *date, enum every every)
{
	int32_t end = first_end(date);
	int32_t round = intervals[every].days
				? date->earliest + intervals[every].days - 1
				: end_of_months(date->earliest, intervals[every].months);

	return round < end ? round : end;
}

/* What says when the first time is: the start, or what it is due by, or the first milestone with a date. */
static const struct date *anchor_of(const struct action *action)
{
	const struct milestone *milestones = action->milestones.at;

	if (is_given(&action->start))
		return &action->start;
	if (is_given(&action->due))
		return &action->due;
	for (size_t i = 0; i < action->milestones.len; i++) {
		if (is_given(&milestones[i].due))
			return &milestones[i].due;
	}
	return NULL;
}

static int32_t earlier_end(int32_t last, const struct date *date)
{
	if (!is_given(date) || date->open_end || date->latest > last)
		return last;
	return date->latest;
}

/* Until its own end, or else that of the plan; and no longer than it goes on. */
static int32_t last_time(const struct plan *plan, const struct action *action,
			 const struct date *anchor)
{
	int32_t last = INT32_MAX;

	if (is_given(&action->until))
		last = earlier_end(last, &action->until);
	else if (anchor->precision == PRECISION_INTERVAL)
		last = earlier_end(last, anchor);
	else
		last = earlier_end(last, &plan->period);
	return earlier_end(last, &action->done);
}

static void add(struct calendar *calendar, struct arena *arena, struct event event)
{
	if (!is_given(event.date))
		return;
	if (event.occasion != OCCASION_EVERY)
		event.day = day_of(event.date);
	vec_add(arena, &calendar->events, event);
}

void calendar_add_action(struct calendar *calendar, struct arena *arena, const struct plan *plan,
			 const struct action *action)
{
	const struct milestone *milestones = action->milestones.at;
	bool is_round = action->every.node && !action->every.node->bad &&
			!node_is_null(action->every.node);
	const struct date *anchor = is_round ? anchor_of(action) : NULL;
	enum every every = (enum every)action->every.index;

	/* What is due every quarter comes round from then on. */
	if (anchor != &action->due)
		add(calendar, arena, (struct event){ OCCASION_DUE, action, .date = &action->due });
	if (anchor)
		add(calendar, arena,
		    (struct event){ OCCASION_EVERY, action, .date = anchor,
				    .day = first_time(anchor, every),
				    .last = last_time(plan, action, anchor) });
	else if (!is_given(&action->due))
		add(calendar, arena,
		    (struct event){ OCCASION_START, action, .date = &action->start });
	if (!anchor)
		add(calendar, arena,
		    (struct event){ OCCASION_UNTIL, action, .date = &action->until });
	add(calendar, arena, (struct event){ OCCASION_REVIEW, action, .date = &action->review });
	for (size_t i = 0; i < action->milestones.len; i++)
		add(calendar, arena,
		    (struct event){ OCCASION_MILESTONE, action, &milestones[i],
				    &milestones[i].due });
}

void calendar_init(struct calendar *calendar, const struct plan *plan, struct arena *arena)
{
	*calendar = (struct calendar){ 0 };
	for (size_t i = 0; i < plan->all_actions.len; i++)
		calendar_add_action(calendar, arena, plan, plan->all_actions.at[i]);
	add(calendar, arena, (struct event){ OCCASION_PLAN_REVIEW, .date = &plan->review });
	if (!plan->period.open_end)
		add(calendar, arena, (struct event){ OCCASION_PLAN_END, .date = &plan->period });
}

/* Whether it comes round on the last day of a month, whichever that is. */
static bool is_at_month_end(const struct event *event, struct civil day)
{
	bool is_day = event->date->precision == PRECISION_DAY ||
		      (event->date->precision == PRECISION_INTERVAL &&
		       event->date->from.precision == PRECISION_DAY);

	return day.day == 31 || (!is_day && day.day == civil_last_day(day.year, day.month));
}

int32_t calendar_time(const struct event *event, int number)
{
	const struct interval *interval = &intervals[event->action->every.index];
	struct civil day = civil_from_days(event->day);
	bool at_end = is_at_month_end(event, day);
	int64_t month = (int64_t)interval->months * number + day.month - 1;
	int64_t time = event->day + (int64_t)interval->days * number;
	int last;

	if (interval->months) {
		if (day.year + month / 12 > 9999)
			return INT32_MAX;
		day.year += (int)(month / 12);
		day.month = (int)(month % 12) + 1;
		last = civil_last_day(day.year, day.month);
		if (at_end || day.day > last)
			day.day = last;
		time = civil_to_days(day);
	}
	return time > event->last && number ? INT32_MAX : (int32_t)time;
}

/* On which day of a month it comes round, where not every month has that day. */
static void day_rule(const struct event *event, struct civil day, struct buf *out)
{
	if (is_at_month_end(event, day)) {
		buf_add_c(out, ";BYMONTHDAY=-1");
	} else if (day.day > 28) {
		buf_add_c(out, ";BYMONTHDAY=28");
		for (int d = 29; d <= day.day; d++)
			buf_printf(out, ",%d", d);
		buf_add_c(out, ";BYSETPOS=-1");
	}
}

void calendar_rule(const struct event *event, struct buf *out)
{
	struct civil day = civil_from_days(event->day);
	enum every every = (enum every)event->action->every.index;
	struct civil last;

	if (event->last <= event->day)
		return;
	switch (every) {
	case EVERY_WEEK: buf_add_c(out, "FREQ=WEEKLY"); break;
	case EVERY_MONTH: buf_add_c(out, "FREQ=MONTHLY"); break;
	case EVERY_QUARTER: buf_add_c(out, "FREQ=MONTHLY;INTERVAL=3"); break;
	case EVERY_HALF_YEAR: buf_add_c(out, "FREQ=MONTHLY;INTERVAL=6"); break;
	case EVERY_YEAR: buf_add_c(out, "FREQ=YEARLY"); break;
	}
	/* Of all years only February differs. */
	if (every == EVERY_YEAR && day.month == 2)
		buf_add_c(out, ";BYMONTH=2");
	if (every != EVERY_WEEK && (every != EVERY_YEAR || day.month == 2))
		day_rule(event, day, out);
	if (event->last == INT32_MAX)
		return;
	last = civil_from_days(event->last);
	buf_printf(out, ";UNTIL=%04d%02d%02d", last.year, last.month, last.day);
}
