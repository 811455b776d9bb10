/*
 * The lists that a plan has as a whole: priorities, themes, measures,
 * resources, workstreams, links. Each stands where a section shows it, or else
 * under a heading of its own.
 */
#ifndef RENDER_LISTS_H
#define RENDER_LISTS_H

#include "render/pen.h"

/* Prints one of the lists that a section can show, without a heading. */
void list_write(struct pen *pen, enum section_shows which);
/* Whether there is anything in it. */
bool has_list(const struct plan *plan, enum section_shows which);
/* Prints it under a heading of its own; the themes have theirs. */
void list_section_write(struct pen *pen, enum section_shows which);

/* A list of resources, links or waivers, of a plan or of a part of it. */
void resources_write(struct pen *pen, const struct list *resources);
void links_write(struct pen *pen, const struct list *links);
void waivers_write(struct pen *pen, const struct list *waivers);

/* The titles of the priorities that refs name, on one line. */
void priorities_write_line(struct pen *pen, const struct list *refs);

#endif
