/* The way from one day to another, in words. The view is NULL for English. */
#ifndef RENDER_SPAN_H
#define RENDER_SPAN_H

#include "base/buf.h"
#include "render/renderer.h"

#include <stdint.h>

/*
 * "4 months later", "12 days earlier": in whole months where it is just that, from month's
 * end to month's end, or from one day to the same. Nothing for none.
 */
void span_print(int32_t from, int32_t to, const struct view *view, struct buf *out);

/* "92 days later", "1 day earlier"; nothing for none. */
void span_days_print(int32_t days, const struct view *view, struct buf *out);

#endif
