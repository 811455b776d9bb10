/* The phrase of a target in the language of a page. */
#ifndef RENDER_TARGET_PHRASE_H
#define RENDER_TARGET_PHRASE_H

#include "render/pen.h"

/*
 * The author's phrase, but that its fixed words, "at least" and their like, are put in
 * the language of the page. The view is NULL for English.
 */
void target_phrase_print(const struct view *view, struct str phrase, struct buf *out);
void target_phrase_write(struct pen *pen, struct str phrase);

#endif
