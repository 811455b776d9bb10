/* A list of links to the headings of a page that have an anchor. */
#ifndef RENDER_CONTENTS_H
#define RENDER_CONTENTS_H

#include "render/pen_html.h"

/* Nothing where `body` has no such headings. */
void contents_write(struct html *html, const struct pen *body);

#endif
