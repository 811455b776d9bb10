/*
 * Text as a terminal may be given it: control characters, and those that turn
 * the direction of writing, are spelt out ("\x1b", "\u202e"), so that no file
 * commands the reader's terminal. Bytes that are no UTF-8 become U+FFFD.
 */
#ifndef REPORT_PRINTABLE_H
#define REPORT_PRINTABLE_H

#include "base/buf.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

/* How many columns of a terminal a code point takes: 0, 1 or 2. */
unsigned printable_width(uint32_t code_point);

/* The code point at *at, which moves behind it; U+FFFD for a byte that is no UTF-8. */
uint32_t printable_next(struct str text, size_t *at);

/* A code point, spelt out where it must be; returns the columns it takes. Tabs and line ends are spelt out too. */
unsigned printable_put(struct buf *out, uint32_t code_point);

/* Text for the middle of a line: tabs and line ends become spaces. */
void printable_add(struct buf *out, struct str text);

/*
 * The same of a name that may come first in a line, with "./" before it where
 * there is "::" in it: services that run planc take a line for a command when
 * it begins with that, also behind white space.
 */
void printable_add_first(struct buf *out, struct str name);

/* Only what is no UTF-8 is replaced; for formats with an escaping of their own. */
void printable_add_utf8(struct buf *out, struct str text);

#endif
