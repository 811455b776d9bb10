/* JSON Pointers (RFC 6901): where in a tree a node stands, as "/actions/0/due". */
#ifndef TREE_POINTER_H
#define TREE_POINTER_H

#include "base/buf.h"
#include "tree/node.h"

#include <stdbool.h>

/*
 * Adds the pointer from `root` to `target` to the text; for a key, that of its
 * value. False, and nothing added, when the target is not in the tree. Looks
 * through the whole tree: for findings, not for loops.
 */
bool pointer_print(const struct node *root, const struct node *target, struct buf *out);

/*
 * The same by the places of the nodes in their file, which is quick; false too
 * when the way leads through an alias.
 */
bool pointer_print_placed(const struct node *root, const struct node *target, struct buf *out);

/* Adds "/" and a key, in which ~ and / are written ~0 and ~1; or "/" and a number. */
void pointer_add_key(struct buf *out, struct str key);
void pointer_add_index(struct buf *out, uint32_t index);

/* Which item, or which pair by its key or value, holds the place; count when none does. */
uint32_t pointer_part(const struct node *node, uint32_t offset);

/* The node that a pointer leads to; NULL when there is none or it is no pointer. */
struct node *pointer_find(struct node *root, struct str pointer);

#endif
