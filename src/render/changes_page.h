/* changes.html of a plan: what changed since it was adopted, or since a revision. */
#ifndef RENDER_CHANGES_PAGE_H
#define RENDER_CHANGES_PAGE_H

#include "render/pen.h"

/* Whether there is one of the view's plan. */
bool changes_page_exists(const struct view *view);
bool changes_page_html(const struct view *view, struct buf *out);

/* A paragraph that leads there from the plan's page, where there is one. */
void changes_link_write(struct pen *pen);

#endif
