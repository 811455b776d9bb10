/*
 * A writer of XML 1.0 that knows its language: elements are opened and closed
 * on a stack, texts and values of attributes are escaped, nothing else gets
 * in. Any bytes may be given: what is no UTF-8, or no character of XML, becomes
 * U+FFFD. Elements stand on lines of their own, but for those beside a text.
 *
 *	xml_open(&xml, "name");
 *	xml_attr(&xml, "lang", language);
 *	xml_text(&xml, words);
 *	xml_close(&xml, "name");
 */
#ifndef BASE_XML_H
#define BASE_XML_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define XML_DEPTH 32

struct xml {
	struct buf *out;
	const char *open[XML_DEPTH];
	bool has_text[XML_DEPTH]; /* of each: white space would become part of a text */
	unsigned depth;
	bool in_tag; /* the start tag is still open for attributes */
};

/* Begins a document: writes its declaration. */
void xml_init(struct xml *xml, struct buf *out);

/* Opens an element. `name` is a literal of the program. */
void xml_open(struct xml *xml, const char *name);
/* Closes the innermost element, which must be `name`. After the outermost, ends the line. */
void xml_close(struct xml *xml, const char *name);

/* An attribute of the element just opened. */
void xml_attr(struct xml *xml, const char *name, struct str value);
void xml_attr_size(struct xml *xml, const char *name, size_t value);

/* Text; line ends are kept as they are. */
void xml_text(struct xml *xml, struct str text);

#endif
