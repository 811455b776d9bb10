/*
 * The days that a picture shows from its left edge to its right: those of the
 * plan's period, and as much before and behind it as its dates need. What lies
 * far outside does not squeeze the rest: it stands at the edge.
 */
#ifndef RENDER_TIME_SCALE_H
#define RENDER_TIME_SCALE_H

#include "render/svg.h"

/* Not a day of any plan. */
#define NO_DAY INT32_MIN

struct time_scale {
	int32_t first, last; /* what it shows: the first of a month to the last of one */
	int32_t begin, end;  /* the plan's period; NO_DAY where it gives none */
	int32_t today;       /* NO_DAY where it is not known */
	int step;            /* months between two dates of the axis */
};

/* What a scale is made for. Days are sorted here. */
struct time_days {
	int32_t *at;
	size_t count;
};

void time_scale_init(struct time_scale *scale, const struct plan *plan, struct time_days days,
		     int32_t today);

/* Makes it longer, until it shows all of these days. */
void time_scale_stretch(struct time_scale *scale, struct time_days days);

/* The day that the pages of a view speak of, or NO_DAY. */
int32_t view_today(const struct view *view);

bool time_scale_has(const struct time_scale *scale, int32_t day);
/* Where a day begins, or at the edge. */
int32_t time_scale_x(const struct time_scale *scale, int32_t day);

/* Months since the year 0, and the first day of one. */
int month_of_day(int32_t day);
int32_t day_of_month(int month);

/* Behind the marks of a picture: the plan's period, the dates of the axis, today. */
void time_scale_grid(const struct time_scale *scale, struct html *html, int32_t height);
/* The words of the axis, on a line whose base is y. */
void time_scale_axis(const struct time_scale *scale, struct pen *pen, int32_t y);

/* The months of two days: "April 2024", "April to June 2024". Lives in the page's arena. */
struct str months_words(const struct view *view, int32_t from, int32_t to);

/* What a reader must know to read it: "Shaded: the plan’s period. Dashed line: 20 May 2024." */
void time_scale_tell(const struct time_scale *scale, struct pen *pen);

#endif
