/* Words written as Markdown that means just these words. */
#ifndef MARKDOWN_ESCAPE_H
#define MARKDOWN_ESCAPE_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/* Adds words; `at_start`: they may come first in their line. White space becomes single spaces. */
void escape_words(struct str words, bool at_start, struct buf *out);

/* Adds a link's address, which must be safe (markdown_is_safe_url), as it stands in parentheses. */
void escape_address(struct str url, struct buf *out);

/* Adds the title of a link, as it stands in double quotes. */
void escape_title(struct str title, struct buf *out);

/* Adds one byte of code, which is not escaped but for control characters. */
void escape_code_byte(char byte, struct buf *out);

#endif
