#include "render/stretch.h"
#include "rules/deadline.h"

/* Half of the height of a bar, in hundredths of an em. */
#define HALF_BAR 20

/* The room that half a mark takes. */
#define HALF_MARK 220

/* More times than this are a hatched bar. */
#define MOST_ROUNDS 26

static bool is_given(const struct date *date)
{
	return date->kind == DATE_GIVEN;
}

static bool is_round(const struct action *action)
{
	return word_is_given(&action->every);
}

/* What it is to be done by: NULL where it gives neither. */
static const struct date *end_of(const struct action *action)
{
	if (is_given(&action->due))
		return &action->due;
	return is_given(&action->until) ? &action->until : NULL;
}

static void set_bar(struct stretch *stretch, const struct action *action)
{
	const struct date *end = end_of(action);
	bool has_start = is_given(&action->start);

	if (end) {
		stretch->begin = end->earliest;
		stretch->end = end->open_end ? end->earliest : end->latest;
		stretch->goes_on = end->open_end;
		stretch->is_about = end->approximate;
	} else {
		stretch->goes_on = has_start || action->ongoing.is_set || is_round(action);
		stretch->comes_from = !has_start && stretch->goes_on;
	}
	if (has_start) {
		stretch->begin = action->start.earliest;
		stretch->is_about |= action->start.approximate;
		if (!end || stretch->end < stretch->begin)
			stretch->end = stretch->begin;
	}
	stretch->has_bar = end || stretch->goes_on;
}

/* What comes round is there from its first time to its last. */
static void set_rounds(struct stretch *stretch, const struct event *event)
{
	if (stretch->comes_from || event->day < stretch->begin)
		stretch->begin = event->day;
	stretch->comes_from = false;
	stretch->goes_on = event->last == INT32_MAX;
	if (!stretch->goes_on && event->last > stretch->end)
		stretch->end = event->last;
	if (stretch->end < stretch->begin)
		stretch->end = stretch->begin;
	stretch->has_bar = true;
}

const struct date *stretch_due_date(const struct action *action)
{
	const struct date *date = end_of(action);

	if (!date)
		date = deadline_of(action);
	return date && !date->open_end ? date : NULL;
}

void stretch_init(struct stretch *stretch, const struct plan *plan, const struct action *action,
		  struct arena *arena)
{
	const struct date *due = stretch_due_date(action);

	*stretch = (struct stretch){ .action = action, .due = NO_DAY };
	calendar_add_action(&stretch->points, arena, plan, action);
	set_bar(stretch, action);
	for (size_t i = 0; i < stretch->points.events.len; i++) {
		const struct event *event = &stretch->points.events.at[i];

		if (event->occasion == OCCASION_EVERY)
			set_rounds(stretch, event);
	}
	if (due)
		stretch->due = due->latest;
}

bool stretch_is_given(const struct stretch *stretch)
{
	return stretch->has_bar || stretch->points.events.len;
}

void stretch_add_days(const struct stretch *stretch, struct day_list *list, struct arena *arena)
{
	if (stretch->has_bar && !stretch->comes_from)
		vec_add(arena, &list->days, stretch->begin);
	if (stretch->has_bar && !stretch->comes_from && !stretch->goes_on)
		vec_add(arena, &list->days, stretch->end);
	for (size_t i = 0; i < stretch->points.events.len; i++)
		vec_add(arena, &list->days, stretch->points.events.at[i].day);
}

/* The middle of a day. */
static int32_t middle(const struct time_scale *scale, int32_t day)
{
	return (time_scale_x(scale, day) + time_scale_x(scale, day + 1)) / 2;
}

static int32_t bar_from(const struct stretch *stretch, const struct time_scale *scale)
{
	return time_scale_x(scale, stretch->comes_from ? scale->first : stretch->begin);
}

static int32_t bar_to(const struct stretch *stretch, const struct time_scale *scale)
{
	return time_scale_x(scale, stretch->goes_on ? scale->last + 1 : stretch->end + 1);
}

void stretch_place(const struct stretch *stretch, const struct time_scale *scale, int32_t *from,
		   int32_t *to)
{
	*from = stretch->has_bar ? bar_from(stretch, scale) : SVG_WHOLE;
	*to = stretch->has_bar ? bar_to(stretch, scale) : 0;
	for (size_t i = 0; i < stretch->points.events.len; i++) {
		int32_t x = middle(scale, stretch->points.events.at[i].day);

		if (x < *from)
			*from = x;
		if (x > *to)
			*to = x;
	}
	*from -= HALF_MARK;
	*to += HALF_MARK;
}

/* The times of what comes round, in the picture; 0 where they are too many to draw. */
static int count_rounds(const struct event *event, const struct time_scale *scale)
{
	int count = 0;

	for (int i = 0; count <= MOST_ROUNDS; i++) {
		int32_t day = calendar_time(event, i);

		if (day > scale->last)
			return count;
		count += day >= scale->first;
	}
	return 0;
}

bool stretch_is_hatched(const struct stretch *stretch, const struct time_scale *scale)
{
	if (!is_round(stretch->action))
		return false;
	for (size_t i = 0; i < stretch->points.events.len; i++) {
		const struct event *event = &stretch->points.events.at[i];

		if (event->occasion == OCCASION_EVERY)
			return !count_rounds(event, scale);
	}
	return true;
}

static void bar_draw(const struct stretch *stretch, const struct time_scale *scale,
		     struct html *html, int32_t y)
{
	int32_t from = bar_from(stretch, scale);
	int32_t to = bar_to(stretch, scale);
	bool hatched = stretch_is_hatched(stretch, scale);
	const char *class = hatched ? "often" : stretch->is_about ? "stretch about" : "stretch";

	if (to > from)
		svg_rect(html, class, hatched ? SVG_HATCHED : SVG_PLAIN,
			 (struct svg_box){ from, y - HALF_BAR, to - from, 2 * HALF_BAR });
	if (stretch->comes_from || stretch->begin < scale->first)
		svg_point(html, SVG_COMES_FROM, from, y);
	if (stretch->goes_on || stretch->end > scale->last)
		svg_point(html, SVG_GOES_ON, to, y);
}

/* What stands for it, or an arrow at the edge that it lies behind. */
static enum svg_mark mark_of(const struct event *event, const struct time_scale *scale)
{
	if (event->day < scale->first)
		return SVG_COMES_FROM;
	if (event->day > scale->last)
		return SVG_GOES_ON;
	switch (event->occasion) {
	case OCCASION_MILESTONE: return SVG_TRIANGLE;
	case OCCASION_REVIEW: return SVG_SQUARE;
	default: return event->date->approximate ? SVG_DIAMOND_OPEN : SVG_DIAMOND;
	}
}

static void rounds_draw(const struct event *event, const struct time_scale *scale,
			struct html *html, int32_t y)
{
	if (!count_rounds(event, scale))
		return;
	for (int i = 0; calendar_time(event, i) <= scale->last; i++) {
		int32_t day = calendar_time(event, i);

		if (day >= scale->first)
			svg_point(html, SVG_RING, middle(scale, day), y);
	}
}

/* Its start is where the bar begins, and the end of what is open has its arrow. */
static bool has_mark(const struct event *event)
{
	return event->occasion != OCCASION_START && !event->date->open_end;
}

void stretch_draw(const struct stretch *stretch, const struct time_scale *scale, struct html *html,
		  int32_t y)
{
	if (stretch->has_bar)
		bar_draw(stretch, scale, html, y);
	for (size_t i = 0; i < stretch->points.events.len; i++) {
		const struct event *event = &stretch->points.events.at[i];

		if (event->occasion == OCCASION_EVERY)
			rounds_draw(event, scale, html, y);
		else if (has_mark(event))
			svg_point(html, mark_of(event, scale), middle(scale, event->day), y);
	}
}

void stretch_note_marks(const struct stretch *stretch, const struct time_scale *scale,
			bool used[SVG_MARKS])
{
	if (stretch->goes_on || (stretch->has_bar && stretch->end > scale->last))
		used[SVG_GOES_ON] = true;
	if (stretch->has_bar && (stretch->comes_from || stretch->begin < scale->first))
		used[SVG_COMES_FROM] = true;
	for (size_t i = 0; i < stretch->points.events.len; i++) {
		const struct event *event = &stretch->points.events.at[i];

		if (event->occasion == OCCASION_EVERY)
			used[SVG_RING] |= count_rounds(event, scale) > 0;
		else if (has_mark(event))
			used[mark_of(event, scale)] = true;
	}
}
