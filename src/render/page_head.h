/* The <head> of a page: what it is called, and what belongs to it. */
#ifndef RENDER_PAGE_HEAD_H
#define RENDER_PAGE_HEAD_H

#include "render/pen_html.h"

/* Of a window, in characters: more does not fit a tab or a list of results. */
#define WINDOW_TITLE 70

/* Writes it for the page of that name. */
void page_head_write(struct html_pen *pen, struct str name);

/* Whether a format gives the view's plan in another form than its page. */
bool page_has_form(const struct view *view, const struct renderer *renderer);

#endif
