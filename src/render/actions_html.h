/* The table that people know: one row an action, with its anchor. */
#ifndef RENDER_ACTIONS_HTML_H
#define RENDER_ACTIONS_HTML_H

#include "render/pen.h"

/* `pen` is an HTML pen; `theme` is NULL for the actions of a plan without themes. */
void actions_html(struct pen *pen, const struct list *actions, const struct theme *theme);

#endif
