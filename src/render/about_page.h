/* The page about the site: of which day it is, what made it, under which licence, for whom. */
#ifndef RENDER_ABOUT_PAGE_H
#define RENDER_ABOUT_PAGE_H

#include "render/renderer.h"

bool about_page_html(const struct view *view, struct buf *out);

#endif
