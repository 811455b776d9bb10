/* The frame of an HTML page: its head, where it stands in the site, and its foot. */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "render/pen_html.h"

struct page {
	struct str title; /* of the window: "Year 1 Delivery Plan – Sefton Council" */
	const char *root; /* from the page to the top of the site: "../../", or "" */
};

/* Opens the page, down to <main>, which is left open. */
void page_open(struct html_pen *pen, const struct page *page);
/* Closes it, and the document. */
void page_close(struct html_pen *pen);

/* The title of the site. */
struct str site_title(const struct view *view);

#endif
