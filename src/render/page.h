/* The frame of an HTML page: its head, where it stands in the site, and its foot. */
#ifndef RENDER_PAGE_H
#define RENDER_PAGE_H

#include "render/pen_html.h"

/* A kind of page. */
struct page {
	struct str (*name)(struct pen *pen); /* what a browser calls it */
	void (*write)(struct pen *pen);      /* its title, and what stands below */
	void (*body)(
		struct pen *pen); /* what comes behind a list of contents; NULL: there is none */
};

/* Writes a page of that kind. False when it is larger than RENDER_MAX_BYTES. */
bool page_write(const struct page *page, const struct view *view, struct buf *out);

/* A list of links, PEN_ITEM each, to the pages before and after this one. */
void page_neighbours_open(struct pen *pen, const char *label);
void page_neighbours_close(struct pen *pen);

/* The day that pages speak of; false where they name none. */
bool page_as_of(const struct view *view, struct date *date);

/* The title of the site. */
struct str site_title(const struct view *view);

/* A name on one line that is no longer than so many characters; a longer one ends in “…”. */
struct str name_cut(struct arena *arena, struct str name, size_t most);

#endif
