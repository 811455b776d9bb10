/* Themes, each with its actions; and the actions of a plan that has none. */
#ifndef RENDER_THEME_H
#define RENDER_THEME_H

#include "render/pen.h"

void themes_write(struct pen *pen, const struct plan *plan);

#endif
