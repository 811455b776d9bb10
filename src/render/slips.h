/* The actions of a plan whose date was moved: where it was first, and where it is now. */
#ifndef RENDER_SLIPS_H
#define RENDER_SLIPS_H

#include "render/pen.h"

/* Of the view's plan, under a heading of its own; nothing where no history is known, or nothing moved. */
void slips_write(struct pen *pen);

/* Whether it would write anything. */
bool plan_has_slips(const struct view *view);

#endif
