/* The figures of a section, by their groups, and the sums they are declared to make. */
#ifndef RENDER_FIGURES_H
#define RENDER_FIGURES_H

#include "render/pen.h"

void figures_write(struct pen *pen, const struct section *section);

#endif
