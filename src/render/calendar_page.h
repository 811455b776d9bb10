/* The calendar of a plan: what falls into which month, and what has no date. */
#ifndef RENDER_CALENDAR_PAGE_H
#define RENDER_CALENDAR_PAGE_H

#include "render/renderer.h"

bool calendar_page_html(const struct view *view, struct buf *out);

#endif
