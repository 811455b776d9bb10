/*
 * A writer of HTML that knows its language: elements are opened and closed on
 * a stack, text and attribute values are escaped, nothing else gets in. Block
 * elements start on lines of their own; void elements close themselves.
 *
 *	html_open(&html, "a");
 *	html_attr(&html, "href", url);
 *	html_text(&html, words);
 *	html_close(&html, "a");
 */
#ifndef BASE_HTML_H
#define BASE_HTML_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

#define HTML_DEPTH 256

struct html {
	struct buf *out;
	const char *open[HTML_DEPTH];
	unsigned depth;
	bool in_tag; /* the start tag is still open for attributes */
};

void html_init(struct html *html, struct buf *out);

/* The document type; first of all. */
void html_doctype(struct html *html);

/* Opens an element. `name` is a literal of the program. */
void html_open(struct html *html, const char *name);
/* Closes the innermost element, which must be `name`. */
void html_close(struct html *html, const char *name);

/* An attribute of the element just opened. */
void html_attr(struct html *html, const char *name, struct str value);
void html_attr_c(struct html *html, const char *name, const char *value);
/* One that says something by being there: "open". */
void html_flag(struct html *html, const char *name);

/* Text, escaped. Control characters that HTML does not take become U+FFFD. */
void html_text(struct html *html, struct str text);
void html_text_c(struct html *html, const char *text);

/* An element that holds only text. */
void html_element(struct html *html, const char *name, struct str text);

/*
 * HTML that another writer of ours made (the Markdown renderer, the embedded
 * style sheet): passed on as it is.
 */
void html_trusted(struct html *html, struct str markup);

/* Closes what is open; BUG unless html_close was called for each. */
void html_finish(struct html *html);

#endif
