/* Measures as pictures: where things stood, where they stand, and how much is enough. */
#ifndef RENDER_MEASURE_CHART_H
#define RENDER_MEASURE_CHART_H

#include "render/pen.h"

/*
 * Those of a list that can be drawn: their target is a number, and so is the
 * baseline or a result, all in one unit. Each has its words beside it. Nothing
 * where there is none.
 */
void measure_charts_write(struct pen *pen, const struct list *measures);

/* How many a plan has, with its themes and actions. */
size_t measure_charts_count(const struct plan *plan, struct arena *arena);
/* All of them, under a heading of their own. */
void measure_charts_write_plan(struct pen *pen);

#endif
