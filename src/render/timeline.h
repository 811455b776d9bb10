/* When the actions of a plan begin, fall due, come round and end: pictures with the words beside them. */
#ifndef RENDER_TIMELINE_H
#define RENDER_TIMELINE_H

#include "render/pen.h"

/* Whether an action of the plan has a date that can be drawn. */
bool plan_has_dates(const struct plan *plan);

/* All actions of the view's plan, theme by theme: a picture of each, and a list behind it. */
void timeline_write(struct pen *pen);

/* The view's action against the period of its plan; nothing when it has no date. */
void timeline_write_action(struct pen *pen, const struct action *action);

#endif
