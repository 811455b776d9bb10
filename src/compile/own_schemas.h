/*
 * A council's own schemas, by which its plans must say more than ours ask for
 * (planc.yaml: `schema:`). They are held against what ours found right.
 */
#ifndef COMPILE_OWN_SCHEMAS_H
#define COMPILE_OWN_SCHEMAS_H

#include "compile/schema_files.h"

/* What a schema can be about; the names are those of the settings. */
enum part { PART_COUNCIL, PART_PLAN, PART_SECTION, PART_THEME, PART_ACTION, PART_NONE };

struct own_schemas {
	struct schema_files files;
	const struct schema *of[PART_NONE]; /* NULL: none */
};

/*
 * Reads the schemas that the settings name, by paths in the input. False after
 * findings when one cannot be used. Release them in either case.
 */
bool own_schemas_open(struct own_schemas *own, struct compilation *result, struct input *input);
void own_schemas_release(struct own_schemas *own);

/* Checks a tree, and the sections, themes and actions in it, each against its schema. */
void own_schemas_check(const struct own_schemas *own, enum part part, struct node *node,
		       struct report *report);

#endif
