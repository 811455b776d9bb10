/* The results of a measure over time: a line from day to day, against the target. */
#ifndef RENDER_MEASURE_COURSE_H
#define RENDER_MEASURE_COURSE_H

#include "render/gauge.h"
#include "render/time_scale.h"

/* What is drawn; it lives in the page's arena. */
struct course {
	const struct gauge *gauge;
	struct time_scale scale;
	const size_t *order; /* its results, from the first day to the last */
};

/* False where there is no way from one day to another: each result needs its date. */
bool course_find(struct course *course, const struct gauge *gauge, const struct view *view);

/* The picture, with words that stand for it. */
void course_draw(const struct course *course, struct pen *pen, struct str title, struct str says);

/* Each result with its date, as a table behind a line that opens it. */
void course_table_write(const struct course *course, struct pen *pen);

#endif
