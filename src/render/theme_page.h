/* The page of a theme, with its actions. */
#ifndef RENDER_THEME_PAGE_H
#define RENDER_THEME_PAGE_H

#include "render/renderer.h"

bool theme_page_html(const struct view *view, struct buf *out);

#endif
