/* How many actions of a plan are due in each month: columns, and a table that says the same. */
#ifndef RENDER_DUE_MONTHS_H
#define RENDER_DUE_MONTHS_H

#include "render/pen.h"

/* Under a heading of its own; nothing where fewer than two actions have a day to be done by. */
void due_months_write(struct pen *pen);

#endif
