/* Small tables of counts, which have room on a telephone as they are. */
#ifndef RENDER_TALLY_H
#define RENDER_TALLY_H

#include "base/html.h"
#include "render/renderer.h"

/* Opens one with the names of its columns, in English, down to its body; they end with NULL. */
void tally_open(struct html *html, const struct view *view, const char *const *columns);
void tally_close(struct html *html);

/* A row of a name and a count; none for 0. */
void tally_row(struct html *html, struct str name, size_t count);

#endif
