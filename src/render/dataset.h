/*
 * What programs that gather data are told of a plan: a Dataset of schema.org as JSON-LD
 * (https://schema.org/Dataset), in a block of the plan's page that no browser runs.
 */
#ifndef RENDER_DATASET_H
#define RENDER_DATASET_H

#include "render/pen_html.h"

/* Writes the block, into <head>. */
void dataset_write(struct html_pen *pen);

#endif
