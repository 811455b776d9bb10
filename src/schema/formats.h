/*
 * The values of `format` (JSON Schema validation, section 7.3). To add one is
 * to add a row to the table in formats.c; what tests them stands there, or in
 * moment.c, host.c, mailbox.c, uri_grammar.c, uri_template.c and regex.c.
 */
#ifndef SCHEMA_FORMATS_H
#define SCHEMA_FORMATS_H

#include "base/str.h"

#include <stdbool.h>

struct format {
	const char *name;
	const char *words;   /* what it is, behind "write" and before "such as" */
	const char *example; /* a right one */
	bool (*is_valid)(struct str text);
};

/* NULL for a format that is not known: then anything is right. */
const struct format *format_find(struct str name);

#endif
