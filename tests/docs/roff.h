/*
 * A writer of man pages, man(7), that knows its language: prose is filled into
 * lines of 78 characters; no word of it, and no example, is taken for a request
 * or an escape. The page is ASCII. `Words` below are prose in which backticks
 * stand round what is typed as it is; that is set bold.
 */
#ifndef DOCS_ROFF_H
#define DOCS_ROFF_H

#include "base/buf.h"
#include "base/str.h"

/* The first line of a page: its name and section, and whose manual it is in. */
void roff_title(struct buf *page, const char *name, char section, const char *manual);

/* Headings: of a part of the page, and of a part of that; words. */
void roff_part(struct buf *page, struct str words);
void roff_heading(struct buf *page, struct str words);

/* Begins a new paragraph of words. */
void roff_paragraph(struct buf *page, struct str words);

/* A term that the next words explain, which are added by roff_words; words themselves. */
void roff_term(struct buf *page, struct str words);

/* Words that go on with the paragraph or the explanation of a term. */
void roff_words(struct buf *page, struct str words);

/* What follows stands further in, up to roff_out. */
void roff_in(struct buf *page);
void roff_out(struct buf *page);

/* Lines as they are, further in. */
void roff_example(struct buf *page, struct str lines);

#endif
