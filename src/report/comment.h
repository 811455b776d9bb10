/* What a comment on a pull request is made of: Markdown (base/gfm.h) that is printable too. */
#ifndef REPORT_COMMENT_H
#define REPORT_COMMENT_H

#include "base/buf.h"
#include "base/str.h"

/* As much as GitHub takes in one. */
#define COMMENT_MAX_BYTES 65536

/* Words of authors, in the middle of a line or in a cell of a table; the second as code. */
void comment_add_words(struct str words, struct buf *out);
void comment_add_code(struct str words, struct buf *out);

#endif
