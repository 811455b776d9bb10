/*
 * What the readers of YAML and JSON share: making nodes, and gathering the
 * items of a list or mapping until it closes. Used by them alone. The pile is
 * in the file's arena too: it is small beside the tree, and a block of memory
 * that is given back for each file costs more than it saves.
 */
#ifndef TREE_BUILD_H
#define TREE_BUILD_H

#include "base/vec.h"
#include "tree/node.h"

struct build {
	struct source *source;
	struct arena *arena;     /* of the file */
	VEC(struct node *) pile; /* items, keys and values of all that is open, outermost first */
};

void build_init(struct build *build, struct source *source, struct arena *arena);

/* A node at some bytes of the source, otherwise zero. */
struct node *build_node(struct build *build, enum node_kind kind, uint32_t begin, uint32_t end);

/* Puts a node on the pile. */
void build_push(struct build *build, struct node *node);

/*
 * Takes what lies on the pile from `from` on for the items of a list, or the
 * keys and values of a mapping.
 */
void build_close(struct build *build, struct node *node, size_t from);

/*
 * Whether a key of the mapping stands in it more than once (all keys are
 * scalars). If none does, NULL; else for each pair the index of the first
 * pair with its key, which may be itself.
 */
const uint32_t *build_find_repeated(struct build *build, const struct node *map);

#endif
