/*
 * Values as JSON Schema compares them (core, section 4.2.2): numbers by what
 * they are worth, mappings without regard to order, the rest as it stands.
 * Schemas and instances may be YAML or JSON, one of each too.
 */
#ifndef SCHEMA_EQUAL_H
#define SCHEMA_EQUAL_H

#include "schema/stack.h"
#include "tree/node.h"

#include <stdbool.h>
#include <stdint.h>

bool node_equal(const struct node *a, const struct node *b, struct stack *stack);

/* The number of the first item that equals an earlier one, with *earlier; list->count if none. */
uint32_t node_repeated_item(const struct node *list, struct stack *stack, uint32_t *earlier);

/*
 * Looks for keys in one mapping: by walking it while that is cheap, else by an
 * index on the stack, which pair_index_close gives back.
 */
struct pair_index {
	const struct node *map;
	struct stack *stack;
	size_t offset;
	size_t mask; /* 0: no index */
};

/* `lookups`: how many there will be, about. */
void pair_index_open(struct pair_index *index, const struct node *map, size_t lookups,
		     struct stack *stack);
const struct pair *pair_index_find(const struct pair_index *index, struct str key);
void pair_index_close(const struct pair_index *index);

#endif
