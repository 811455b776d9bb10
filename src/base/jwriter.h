/*
 * A writer of JSON (RFC 8259) that knows its language: two spaces of indent,
 * keys in the order they are written, UTF-8. Texts are escaped by Jansson;
 * numbers that were read are written with the digits they were read with.
 *
 *	jwriter_open_object(&writer);
 *	jwriter_key(&writer, STR("name"));
 *	jwriter_text(&writer, name);
 *	jwriter_close(&writer);
 */
#ifndef BASE_JWRITER_H
#define BASE_JWRITER_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define JWRITER_DEPTH 160

struct jwriter {
	struct buf *out;
	unsigned depth;
	bool after_key;              /* the next value follows its key */
	char closers[JWRITER_DEPTH]; /* '}' or ']' of each open object or array */
	bool filled[JWRITER_DEPTH];  /* whether it has a member yet */
};

void jwriter_init(struct jwriter *writer, struct buf *out);

void jwriter_open_object(struct jwriter *writer);
void jwriter_open_array(struct jwriter *writer);
/* Closes the innermost object or array; after the outermost, ends the line. */
void jwriter_close(struct jwriter *writer);

void jwriter_key(struct jwriter *writer, struct str key);
void jwriter_text(struct jwriter *writer, struct str text);
void jwriter_integer(struct jwriter *writer, int64_t value);
void jwriter_bool(struct jwriter *writer, bool value);
void jwriter_null(struct jwriter *writer);
/* A number by its digits, which must be a JSON number (jwriter_is_number). */
void jwriter_digits(struct jwriter *writer, struct str digits);

/* Whether the text is a number as RFC 8259 section 6 writes them. */
bool jwriter_is_number(struct str text);

/* A key and its value at once. */
void jwriter_member(struct jwriter *writer, struct str key, struct str text);
void jwriter_member_integer(struct jwriter *writer, struct str key, int64_t value);

#endif
