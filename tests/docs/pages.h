/* The pages that are printed from the program's own tables. */
#ifndef DOCS_PAGES_H
#define DOCS_PAGES_H

#include "base/buf.h"
#include "base/str.h"

/* planc(1): commands, options, formats, rules. */
void page_command(struct buf *page);
/* planc-plan(5): the files, from the schemas. */
void page_plan(struct buf *page);
/* docs/rules.md: every kind of finding with its examples, in Markdown. */
void page_rules(struct buf *page);
/* docs/changes.md: every kind of change, and how they are told apart. */
void page_changes(struct buf *page);

/* A summary as a sentence: with a capital and a full stop. */
void add_sentence(struct buf *out, const char *summary);

#endif
