/*
 * The values of `format` (JSON Schema validation, section 7.3). To add one is
 * to write its test in formats.c and a row in the table there.
 */
#ifndef SCHEMA_FORMATS_H
#define SCHEMA_FORMATS_H

#include "base/str.h"

#include <stdbool.h>

struct format {
	const char *name;
	const char *words; /* "a date (2023-09-30)" */
	bool (*is_valid)(struct str text);
};

/* NULL for a format that is not known: then anything is right. */
const struct format *format_find(struct str name);

#endif
