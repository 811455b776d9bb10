#include "schema/embedded.h"
#include "schema/schema.h"

struct str schema_embedded(struct str name)
{
	for (const struct schema_file *file = schema_files; file->name; file++) {
		if (str_equal(name, str_from(file->name)))
			return (struct str){ file->text, file->size };
	}
	return (struct str){ 0 };
}
