/* The pictures of a plan's page: how far it has come, when things are due, what is measured. */
#ifndef RENDER_CHARTS_H
#define RENDER_CHARTS_H

#include "render/pen.h"

/* A section of the view's plan; nothing where there is nothing to draw. For an HTML pen. */
void charts_section_write(struct pen *pen);

#endif
