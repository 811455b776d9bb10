/* The line of a file that a finding is about, with a mark under its place. */
#ifndef REPORT_EXCERPT_H
#define REPORT_EXCERPT_H

#include "base/buf.h"
#include "report/source.h"

#include <stdbool.h>

/*
 * Two lines: the number and the text of the span's first line, and carets under
 * the span, to the line's end where it goes on in the next. A long line is cut
 * around the place. Nothing when the file's bytes are not there.
 */
void excerpt_write(struct span span, bool colour, struct buf *out);

#endif
