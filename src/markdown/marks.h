/* Looking at the bytes of a text before cmark is asked. */
#ifndef MARKDOWN_MARKS_H
#define MARKDOWN_MARKS_H

#include "base/str.h"

#include <stdbool.h>

/*
 * False only if the text is certain to be one plain paragraph (or nothing) once
 * the white space at its ends is gone: no mark, no blank line, no entity.
 */
bool marks_maybe(struct str markdown);

/* Whether the first words may be code because of the spaces before them. */
bool marks_is_indented(struct str markdown);

/* Whether cmark reads the text in a time that is proportional to its length. */
bool marks_are_bounded(struct str markdown);

/* How deep lists and block quotes may nest in a text of which marks_are_bounded. */
#define MARKS_DEPTH 200

#endif
