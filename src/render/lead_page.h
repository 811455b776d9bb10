/* The page of somebody of council.yaml: what they lead, support and own, in all plans. */
#ifndef RENDER_LEAD_PAGE_H
#define RENDER_LEAD_PAGE_H

#include "render/renderer.h"

bool lead_page_html(const struct view *view, struct buf *out);

#endif
