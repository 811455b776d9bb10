/* Where the parts of links end, as cmark finds them (CommonMark 0.30, 4.7 and 6.3). */
#ifndef MARKDOWN_LINK_H
#define MARKDOWN_LINK_H

#include "base/str.h"

#include <stddef.h>

/* Behind the link definition that begins at `at`; `at` when none does. */
size_t link_definition_end(struct str text, size_t at);

/*
 * Behind a link whose words end with the ] before `at`, which cmark knows to be
 * one: behind its (address) or [label], or `at` when its words are the label.
 */
size_t link_end(struct str text, size_t at);

#endif
