/* Themes, each with its actions; and the actions of a plan that has none. */
#ifndef RENDER_THEME_H
#define RENDER_THEME_H

#include "render/pen.h"

/* What stands under the heading of a theme, on its plan's page and on its own. */
void theme_parts_write(struct pen *pen, const struct theme *theme);

void themes_write(struct pen *pen, const struct plan *plan);

#endif
