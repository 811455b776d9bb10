/* The pen that writes HTML. Pages go on with its writer where only HTML will do. */
#ifndef RENDER_PEN_HTML_H
#define RENDER_PEN_HTML_H

#include "base/html.h"
#include "render/pen.h"

struct html_pen {
	struct pen pen; /* first: a struct pen of this type is one of these */
	struct html html;
	const char *const *columns; /* of the table that is open */
	size_t column;              /* the one that the next cell stands in */
};

void html_pen_init(struct html_pen *pen, const struct view *view, struct buf *out);
void html_pen_release(struct html_pen *pen);

/* The writer of a pen that is one of these. */
struct html *html_of(struct pen *pen);

/* An element with a class that holds only text. */
void html_classed(struct html *html, const char *name, const char *class, struct str text);

/* The language of the element that was opened last, and the direction that it is written in. */
void html_language(struct html *html, struct str language);

#endif
