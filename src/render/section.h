/* The parts of a plan that are read rather than done: their texts, terms, figures and sums. */
#ifndef RENDER_SECTION_H
#define RENDER_SECTION_H

#include "render/pen.h"

/* Sections inside sections, down to which they are printed; YAML's bound is below it. */
#define SECTION_DEPTH 40

/* The first section that shows each of a plan's lists, or NULL: those are printed there and nowhere else. */
struct shown {
	const struct section *at[SHOWS_WORKSTREAMS + 1];
};

void shown_find(const struct plan *plan, struct shown *shown);

/* Prints a section and those in it, with the lists it shows. */
void section_write(struct pen *pen, const struct section *section, const struct shown *shown);

#endif
