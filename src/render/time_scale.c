#include "render/time_scale.h"
#include "base/civil.h"
#include "base/utf8.h"
#include "render/site.h"
#include "render/words.h"

#include <stdlib.h>

/* Marks need room at both edges, in hundredths of a per cent. */
#define MARGIN 200

/* Without a period, and around one, no more years than these. */
#define MOST_YEARS 20
#define AROUND_YEARS 5
#define LEAST_MONTHS 3

/* More dates than these do not fit beside each other on a telephone. */
#define MOST_TICKS 5

int32_t view_today(const struct view *view)
{
	struct date date = { .kind = DATE_NONE };
	struct str fix, why;

	if (!view->options->as_of.len ||
	    date_parse(view->options->as_of, view->arena, &date, &fix, &why) != DATE_OK)
		return NO_DAY;
	return date.latest;
}

int month_of_day(int32_t day)
{
	struct civil civil = civil_from_days(day);

	return civil.year * 12 + civil.month - 1;
}

int32_t day_of_month(int month)
{
	return civil_to_days((struct civil){ month / 12, month % 12 + 1, 1 });
}

static int by_day(const void *a, const void *b)
{
	int32_t one = *(const int32_t *)a;
	int32_t other = *(const int32_t *)b;

	return (one > other) - (one < other);
}

/* The end of an open period is that of its last date which is not far off. */
static void set_period(struct time_scale *scale, const struct date *period, struct time_days days)
{
	scale->begin = NO_DAY;
	scale->end = NO_DAY;
	if (period->kind != DATE_GIVEN)
		return;
	scale->begin = period->earliest;
	scale->end = period->latest;
	if (!period->open_end)
		return;
	scale->end = period->earliest + 365;
	for (size_t i = 0; i < days.count; i++) {
		if (days.at[i] > scale->end && days.at[i] - period->earliest < MOST_YEARS * 365)
			scale->end = days.at[i];
	}
}

static int32_t least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

/* How far the dates may lead beyond the period: half its length, within bounds. */
static int32_t slack_of(const struct time_scale *scale)
{
	int32_t slack = (scale->end - scale->begin) / 2;

	if (slack < 60)
		return 60;
	return least(slack, AROUND_YEARS * 365);
}

static void add_day(struct time_scale *scale, int32_t day, int32_t from, int32_t to)
{
	if (day < from || day > to)
		return;
	scale->first = least(scale->first, day);
	if (day > scale->last)
		scale->last = day;
}

/* Whole months, and enough of them, of years that can be printed. */
static void round_off(struct time_scale *scale)
{
	int from = month_of_day(scale->first);
	int to = month_of_day(scale->last);

	if (to - from + 1 < LEAST_MONTHS)
		to = from + LEAST_MONTHS - 1;
	if (to > 9999 * 12 + 10)
		to = 9999 * 12 + 10;
	scale->first = day_of_month(least(from, to));
	scale->last = day_of_month(to + 1) - 1;
}

static int next_step(int step)
{
	static const int steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000 };

	for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
		if (steps[i] > step)
			return steps[i];
	}
	return step * 2;
}

static int first_tick(const struct time_scale *scale)
{
	int month = month_of_day(scale->first);

	return (month + scale->step - 1) / scale->step * scale->step;
}

static void set_step(struct time_scale *scale)
{
	int last = month_of_day(scale->last);

	scale->step = 1;
	while ((last - first_tick(scale)) / scale->step + 1 > MOST_TICKS)
		scale->step = next_step(scale->step);
}

void time_scale_init(struct time_scale *scale, const struct plan *plan, struct time_days days,
		     int32_t today)
{
	int32_t from, to;

	*scale = (struct time_scale){ .today = today };
	if (days.count)
		qsort(days.at, days.count, sizeof(*days.at), by_day);
	set_period(scale, &plan->period, days);
	if (scale->begin != NO_DAY) {
		scale->first = scale->begin;
		scale->last = scale->end;
		from = scale->begin - slack_of(scale);
		to = scale->end + slack_of(scale);
	} else {
		scale->first = days.count ? days.at[days.count / 2] : 0;
		scale->last = scale->first;
		from = scale->first - MOST_YEARS * 365 / 2;
		to = scale->first + MOST_YEARS * 365 / 2;
	}
	for (size_t i = 0; i < days.count; i++)
		add_day(scale, days.at[i], from, to);
	if (today != NO_DAY)
		add_day(scale, today, from, to);
	round_off(scale);
	set_step(scale);
}

void time_scale_stretch(struct time_scale *scale, struct time_days days)
{
	for (size_t i = 0; i < days.count; i++)
		add_day(scale, days.at[i], days.at[i], days.at[i]);
	round_off(scale);
	set_step(scale);
}

bool time_scale_has(const struct time_scale *scale, int32_t day)
{
	return day >= scale->first && day <= scale->last;
}

int32_t time_scale_x(const struct time_scale *scale, int32_t day)
{
	int64_t whole = (int64_t)scale->last + 1 - scale->first;

	if (day < scale->first)
		day = scale->first;
	if (day > scale->last)
		day = scale->last + 1;
	return (int32_t)(MARGIN + ((int64_t)day - scale->first) * (SVG_WHOLE - 2 * MARGIN) / whole);
}

void time_scale_grid(const struct time_scale *scale, struct html *html, int32_t height)
{
	int last = month_of_day(scale->last);

	if (scale->begin != NO_DAY) {
		int32_t x = time_scale_x(scale, scale->begin);

		svg_rect(html, "period", SVG_PLAIN,
			 (struct svg_box){ x, 0, time_scale_x(scale, scale->end + 1) - x, height });
	}
	for (int month = first_tick(scale); month <= last; month += scale->step)
		svg_line(html, "tick",
			 (struct svg_box){ time_scale_x(scale, day_of_month(month)), 0, 0,
					   height });
	if (scale->today != NO_DAY && time_scale_has(scale, scale->today))
		svg_line(html, "today",
			 (struct svg_box){ time_scale_x(scale, scale->today), 0, 0, height });
}

struct str months_words(const struct view *view, int32_t from, int32_t to)
{
	struct date date = { .kind = DATE_GIVEN,
			     .precision = PRECISION_INTERVAL,
			     .earliest = from,
			     .latest = to,
			     .from = { .precision = PRECISION_MONTH },
			     .to = { .precision = PRECISION_MONTH } };
	struct buf words = { 0 };
	struct str copy;

	date_print_in(&date, own_date_words(view), &words);
	copy = arena_copy(view->arena, buf_str(&words));
	buf_release(&words);
	return copy;
}

/* "Apr 2024", or "2024" where the axis has years only. */
static struct str tick_words(const struct time_scale *scale, const struct view *view, int month)
{
	struct str name;

	if (scale->step % 12 == 0)
		return arena_printf(view->arena, "%d", month / 12);
	name = date_month_name_in(month % 12 + 1, own_date_words(view));
	return arena_printf(view->arena, "%.*s %d", (int)utf8_offset(name, 3), name.at, month / 12);
}

void time_scale_axis(const struct time_scale *scale, struct pen *pen, int32_t y)
{
	int last = month_of_day(scale->last);
	bool is_odd = false;

	for (int month = first_tick(scale); month <= last; month += scale->step) {
		int32_t x = time_scale_x(scale, day_of_month(month));

		/* Words that would run over the edge are left out: their line stands. */
		if (x > SVG_WHOLE * 82 / 100)
			break;
		svg_words(html_of(pen), is_odd ? "crowded" : NULL, x + 60, y,
			  tick_words(scale, pen->view, month));
		is_odd = !is_odd;
	}
}

void time_scale_tell(const struct time_scale *scale, struct pen *pen)
{
	struct date today = { .kind = DATE_GIVEN,
			      .precision = PRECISION_DAY,
			      .earliest = scale->today,
			      .latest = scale->today };

	if (scale->begin != NO_DAY)
		pen_c(pen, "Shaded: the plan’s period. ");
	if (scale->today == NO_DAY)
		return;
	if (time_scale_has(scale, scale->today))
		pen_c(pen, "Dashed line: ");
	else
		pen_c(pen, scale->today < scale->first ? "Earlier than all of this: "
						       : "Later than all of this: ");
	pen_date(pen, &today);
	pen_c(pen, ".");
}
