/* cmark's tree of a text, and what is done to it before it is written out. */
#ifndef MARKDOWN_DOCUMENT_H
#define MARKDOWN_DOCUMENT_H

#include "base/str.h"

#include <cmark.h>

#include <stdbool.h>

struct document {
	cmark_mem memory; /* the nodes point at it: a document must not be moved */
	cmark_node *root;
};

/*
 * Parses a text. False, with nothing to close, when it is not to be read as
 * Markdown (marks_are_bounded).
 */
bool document_open(struct document *document, struct str markdown);

/* Releases it; also one that was not opened but is {0}. */
void document_close(struct document *document);

/*
 * Makes the tree safe to be written out: raw HTML becomes text (its comments
 * are left out), images their alternative text, unsafe links their text, code
 * has no language; what is empty then goes; headings are lowered.
 */
void document_tidy(struct document *document, unsigned heading_shift);

/* The literal text of a node; empty when it has none. */
struct str document_literal(cmark_node *node);

/*
 * Reads the next piece of raw HTML from *at on, without the comments between:
 * false at the end.
 */
bool document_next_visible(struct str html, size_t *at, struct str *piece);

#endif
