/*
 * Schemas in files: which file a URI stands for. Nothing comes from a network,
 * and nothing from outside the folders that the user gave: the one that the
 * schema stands in, with what is below it, and those of --map.
 */
#ifndef COMPILE_SCHEMA_FILES_H
#define COMPILE_SCHEMA_FILES_H

#include "compile/compile.h"
#include "schema/schema.h"

/* URIs that begin with the prefix are files of the folder. */
struct schema_folder {
	struct str prefix;   /* "https://council.example/schemas/"; relative ones are paths */
	struct str path;     /* NUL-terminated: "schemas", "." */
	struct input *input; /* NULL until it is needed */
};

struct schema_files {
	struct compilation *result; /* memory, findings and failures */
	struct schema_set set;
	VEC(struct schema_folder *) folders;
	struct input *lent;               /* one of theirs, or NULL */
	VEC(struct document *) documents; /* that were read, as far as they could be */
	/* Of the URI that was asked for last: */
	struct str shown;         /* its file; empty when no folder has it */
	enum input_status status; /* how reading that went */
	struct str why;
};

void schema_files_init(struct schema_files *files, struct compilation *result);
void schema_files_release(struct schema_files *files);

/* Adds a folder ("." as a prefix is that of paths below this one); the first of equal prefixes counts, and else the longest. */
void schema_files_map(struct schema_files *files, struct str prefix, struct str path);

/*
 * Adds the schema that all begins with, by the path that people see, and the
 * folder that it stands in: under the path, and under its own $id. Gives its
 * URI; or an empty text when it cannot be parsed, after a finding.
 */
struct str schema_files_add(struct schema_files *files, struct str shown, struct str bytes);

/*
 * The compiled schema at a URI that was added. NULL after findings: which place
 * is broken; or which file is not there, and which --map would find it.
 */
const struct schema *schema_files_compile(struct schema_files *files, struct str uri);

/*
 * From now on a relative URI is a path in that input, which stays the caller's;
 * and a name of planc's own schemas means these, wherever the URI leads.
 */
void schema_files_lend(struct schema_files *files, struct input *input);

/* The compiled schema at the path in the lent input that a node holds; NULL after findings. */
const struct schema *schema_files_read(struct schema_files *files, const struct node *path);

#endif
