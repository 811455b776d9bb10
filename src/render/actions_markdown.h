/* The actions of a theme as headings and facts, behind a table that sums them up. */
#ifndef RENDER_ACTIONS_MARKDOWN_H
#define RENDER_ACTIONS_MARKDOWN_H

#include "render/pen.h"

/* `pen` is a Markdown pen; `theme` is NULL for the actions of a plan without themes. */
void actions_markdown(struct pen *pen, const struct list *actions, const struct theme *theme);

#endif
