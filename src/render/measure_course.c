#include "render/measure_course.h"
#include "render/measures.h"
#include "render/tally.h"
#include "render/words.h"

/* In hundredths of an em: of the picture, and of the words above and below it. */
#define ABOVE 130
#define TALL 600
#define BELOW 150
#define FLOOR (ABOVE + TALL)

/* Before all days, along the picture. */
#define EDGE 160

/* A result stands on the last day that its date speaks of. */
static int32_t day_of(const struct gauge *gauge, size_t i)
{
	return gauge->results[i].at.latest;
}

static bool has_day(const struct date *at)
{
	return at->kind == DATE_GIVEN && !at->open_end;
}

/* Each is put behind those of its day or before; there are few. */
static const size_t *sort(const struct gauge *gauge, struct arena *arena)
{
	size_t *order = arena_new_array(arena, size_t, gauge->result_count);

	for (size_t i = 0; i < gauge->result_count; i++) {
		size_t to = i;

		while (to && day_of(gauge, order[to - 1]) > day_of(gauge, i)) {
			order[to] = order[to - 1];
			to--;
		}
		order[to] = i;
	}
	return order;
}

static void set_scale(struct course *course, const struct view *view)
{
	const struct gauge *gauge = course->gauge;
	const struct date *by = &gauge->measure->by;
	struct time_days days = { 0 };

	days.at = arena_new_array(view->arena, int32_t, gauge->result_count + 2);
	for (size_t i = 0; i < gauge->result_count; i++)
		days.at[days.count++] = day_of(gauge, i);
	if (gauge->has_baseline && has_day(&gauge->measure->baseline->at))
		days.at[days.count++] = gauge->measure->baseline->at.latest;
	if (has_day(by))
		days.at[days.count++] = by->latest;
	time_scale_init(&course->scale, view->plan, days, view_today(view));
	time_scale_stretch(&course->scale, days);
}

bool course_find(struct course *course, const struct gauge *gauge, const struct view *view)
{
	size_t count = gauge->result_count;

	for (size_t i = 0; i < count; i++) {
		if (!has_day(&gauge->results[i].at))
			return false;
	}
	if (count < 2)
		return false;
	*course = (struct course){ .gauge = gauge, .order = sort(gauge, view->arena) };
	set_scale(course, view);
	return day_of(gauge, course->order[0]) < day_of(gauge, course->order[count - 1]);
}

static int32_t height_of(const struct gauge *gauge, struct number number)
{
	return gauge_place(gauge, number, FLOOR, ABOVE);
}

static void goal_draw(const struct gauge *gauge, struct html *html)
{
	enum target_kind kind = gauge->measure->target.kind;
	int32_t low = height_of(gauge, gauge->low);
	int32_t high = height_of(gauge, gauge->high);
	struct svg_box box = { 0, ABOVE, SVG_WHOLE, low - ABOVE };

	if (kind == TARGET_AT_MOST || kind == TARGET_BELOW)
		box = (struct svg_box){ 0, low, SVG_WHOLE, FLOOR - low };
	else if (kind == TARGET_BETWEEN)
		box = (struct svg_box){ 0, high, SVG_WHOLE, low - high };
	if (kind != TARGET_EXACTLY)
		svg_rect(html, "goal area", SVG_DOTTED, box);
	svg_line(html, "target", (struct svg_box){ 0, low, SVG_WHOLE, 0 });
	if (kind == TARGET_BETWEEN)
		svg_line(html, "target", (struct svg_box){ 0, high, SVG_WHOLE, 0 });
}

static void results_draw(const struct course *course, struct html *html)
{
	const struct gauge *gauge = course->gauge;
	int32_t x = 0, y = 0;

	for (size_t i = 0; i < gauge->result_count; i++) {
		size_t at = course->order[i];
		int32_t to_x = time_scale_x(&course->scale, day_of(gauge, at));
		int32_t to_y = height_of(gauge, gauge->values[at]);

		if (i)
			svg_line(html, "course", (struct svg_box){ x, y, to_x - x, to_y - y });
		x = to_x;
		y = to_y;
	}
	for (size_t i = 0; i < gauge->result_count; i++)
		svg_point(html, i == gauge_latest(gauge) ? SVG_DISC : SVG_SMALL,
			  time_scale_x(&course->scale, day_of(gauge, i)),
			  height_of(gauge, gauge->values[i]));
}

/* One without a date stands at the edge, before all that has one. */
static void baseline_draw(const struct course *course, struct html *html)
{
	const struct gauge *gauge = course->gauge;
	const struct date *at = &gauge->measure->baseline->at;

	svg_point(html, SVG_RING, has_day(at) ? time_scale_x(&course->scale, at->latest) : EDGE,
		  height_of(gauge, gauge->baseline));
}

void course_draw(const struct course *course, struct pen *pen, struct str title, struct str says)
{
	const struct gauge *gauge = course->gauge;
	struct html *html = html_of(pen);
	struct arena *arena = pen->view->arena;

	svg_open(html, "chart", FLOOR + BELOW, title, says);
	time_scale_grid(&course->scale, html, FLOOR);
	goal_draw(gauge, html);
	svg_line(html, "floor", (struct svg_box){ 0, FLOOR, SVG_WHOLE, 0 });
	svg_words(html, "start", 0, ABOVE - 30, gauge_most_words(gauge, arena));
	svg_words(html, "start", 0, FLOOR + 110, gauge_least_words(gauge, arena));
	if (gauge->has_baseline)
		baseline_draw(course, html);
	results_draw(course, html);
	time_scale_axis(&course->scale, pen, FLOOR + 110);
	svg_close(html);
}

void course_table_write(const struct course *course, struct pen *pen)
{
	static const char *const columns[] = { "Date", "Result", NULL };
	const struct gauge *gauge = course->gauge;
	struct html *html = html_of(pen);

	html_open(html, "details");
	html_element(html, "summary", own_words(pen->view, "Each result with its date"));
	tally_open(html, pen->view, columns);
	for (size_t i = 0; i < gauge->result_count; i++) {
		const struct actual *result = &gauge->results[course->order[i]];

		html_open(html, "tr");
		html_open(html, "th");
		html_attr_c(html, "scope", "row");
		pen_date(pen, &result->at);
		html_close(html, "th");
		html_open(html, "td");
		value_write(pen, &result->value, &gauge->measure->unit);
		html_close(html, "td");
		html_close(html, "tr");
	}
	tally_close(html);
	html_close(html, "details");
}
