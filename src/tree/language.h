/* A file of somebody else's, which may be YAML or JSON. */
#ifndef TREE_LANGUAGE_H
#define TREE_LANGUAGE_H

#include "report/finding.h"
#include "tree/node.h"

/*
 * The language that a file is written in: by the end of its name (.json; .yaml
 * or .yml), else (standard input, a pipe, other names) JSON where the whole of
 * it is JSON, and YAML where it is not. That is more than YAML alone would
 * give: of what is JSON too, YAML readers refuse some escapes, and depth.
 */
enum language { LANGUAGE_YAML, LANGUAGE_JSON, LANGUAGE_EITHER };

enum language language_of(struct str path);

/*
 * Reads a source by its path's language, as yaml_read does: NULL and one
 * finding when it cannot be read. The bounds on the size are the same.
 */
struct node *language_read(struct source *source, struct arena *arena, struct report *report);

extern const struct finding_kind kind_json_syntax;

#endif
