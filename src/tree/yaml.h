/* Reading YAML 1.2 as authors write it (product.md, section 1), through libyaml. */
#ifndef TREE_YAML_H
#define TREE_YAML_H

#include "report/finding.h"
#include "tree/node.h"

/* Bounds of what a stranger may send (product.md, section 6). */
#define YAML_MAX_BYTES ((size_t)4 * 1024 * 1024)
#define YAML_MAX_DEPTH 64
#define YAML_MAX_NODES 100000

/*
 * Reads the one document of a source into the arena. NULL when it cannot be
 * read; then exactly one finding says why, in plain words, with a hint. Faults
 * that leave a tree give a finding each, and the tree is returned: a key that
 * stands twice or is no text is dropped with its value; a mapping with << is
 * marked bad, as are a node whose tag is not known or does not fit, and the
 * words that stand in for an alias of nothing. `report` may be NULL when nobody
 * wants to know.
 */
struct node *yaml_read(struct source *source, struct arena *arena, struct report *report);

/* The kinds of finding it makes. */
extern const struct finding_kind kind_yaml_syntax, kind_yaml_encoding, kind_yaml_duplicate_key,
	kind_yaml_key_type, kind_yaml_tag, kind_yaml_merge_key, kind_yaml_documents,
	kind_yaml_alias, kind_yaml_limit, kind_yaml_empty;

#endif
