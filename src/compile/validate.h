/*
 * The schema engine by itself: any files of YAML or JSON against any schema of
 * JSON Schema 2020-12.
 *
 *	validation_open(&validation, &options, shown, bytes);
 *	validation_check(&validation, shown, bytes);
 *	validation_finish(&validation);
 *	validation_release(&validation);
 */
#ifndef COMPILE_VALIDATE_H
#define COMPILE_VALIDATE_H

#include "compile/schema_files.h"

struct validation_map {
	struct str uri;    /* prefix of URIs */
	struct str folder; /* where their files are, relative to the current folder */
};

struct validation_options {
	const struct validation_map *maps;
	size_t map_count;
	bool assert_formats; /* `format` is held to what it says, whatever the vocabulary */
};

struct validation {
	struct compilation result; /* findings; failures when a file was not to be read */
	struct schema_files files;
	struct str shown;            /* the schema's path, as people see it */
	const struct schema *schema; /* NULL when it cannot be used: the findings say why */
	struct arena *work;          /* of the file that is checked now: its bytes go there */
	size_t count;                /* files that were checked */
};

/*
 * Compiles a schema, given by the path that people see and its bytes, which
 * must live as long as the validation. Release it in either case.
 */
void validation_open(struct validation *validation, const struct validation_options *options,
		     struct str shown, struct str bytes);

/*
 * Checks a file. Its bytes are best read into validation->work: that is let go,
 * and used again, when there was nothing to find.
 */
void validation_check(struct validation *validation, struct str shown, struct str bytes);

/* Brings the findings into their order, with levels and fingerprints. */
void validation_finish(struct validation *validation);
void validation_release(struct validation *validation);

#endif
