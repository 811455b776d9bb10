/*
 * Words in the Markdown of GitHub and GitLab, in the middle of a line or in a
 * cell of a table. They mean just these words, and do nothing else: no markup,
 * no link, no picture, and nobody is notified because they are named.
 */
#ifndef BASE_GFM_H
#define BASE_GFM_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Adds UTF-8 words. What stands between two backticks, outside “…”, is written
 * as code; that is how messages mark it. White space becomes spaces, control
 * characters U+FFFD.
 */
void gfm_words(struct str words, struct buf *out);

/* Adds a text as code; as words where it cannot be that. */
void gfm_code(struct str text, struct buf *out);

#endif
