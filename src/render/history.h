/* The history of an action on its page: each date, target, lead and status that it had. */
#ifndef RENDER_HISTORY_H
#define RENDER_HISTORY_H

#include "render/pen.h"

/*
 * A section about the view's action, where its plan's history is known and anything in
 * it changed.
 */
void history_section_write(struct pen *pen);

#endif
