/* Schema files that the build puts into the program; embed.sh writes them as C. */
#ifndef SCHEMA_EMBEDDED_H
#define SCHEMA_EMBEDDED_H

#include "base/str.h"

#include <stddef.h>

struct schema_file {
	const char *name; /* without folders */
	const char *text; /* no NUL need follow */
	size_t size;
};

/* Ends with a name that is NULL. Defined in the file that embed.sh writes. */
extern const struct schema_file schema_files[];

#endif
