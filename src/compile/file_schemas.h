/* Our own schemas, one for each kind of file: compiled once, for as many runs as use them. */
#ifndef COMPILE_FILE_SCHEMAS_H
#define COMPILE_FILE_SCHEMAS_H

#include "base/arena.h"
#include "schema/schema.h"

/* The files there are, by the schema that says how they look. */
enum file_kind {
	FILE_COUNCIL,
	FILE_PLAN,
	FILE_THEME,
	FILE_SECTION,
	FILE_SETTINGS,
	FILE_BASELINE,
	FILE_KINDS
};

/* {0} is closed. */
struct file_schemas {
	bool is_open;
	struct arena arena;
	struct schema_set set;
	const struct schema *kinds[FILE_KINDS];
};

/* Does nothing where they are open already. */
void file_schemas_open(struct file_schemas *schemas);
/* Closed ones are allowed. */
void file_schemas_close(struct file_schemas *schemas);

#endif
