/*
 * Measures: the texts of a list first, side by side as the plan has them, and
 * behind them the structure of those that have both (product.md, section 2).
 */
#ifndef RENDER_MEASURES_H
#define RENDER_MEASURES_H

#include "render/pen.h"

/* Whether there is a measure that says anything. */
bool has_measures(const struct list *measures);
/* Whether one of them has structure beside its text. */
bool has_targets(const struct list *measures);

/* The texts; a measure without a text stands here with its structure. */
void measures_write(struct pen *pen, const struct list *measures);
/* The structure of those that have a text too. */
void targets_write(struct pen *pen, const struct list *measures);

/* Both, the second under a label of its own. */
void measures_write_all(struct pen *pen, const struct list *measures);

/* A value with its unit: "879 staff", "45%", "£1.1 million". */
void value_write(struct pen *pen, const struct value *value, const struct text *unit);

#endif
