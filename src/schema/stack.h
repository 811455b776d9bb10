/*
 * Working memory of one check: words that are taken and given back in turn, as
 * on a stack. What most checks need is inside; more comes from an arena.
 * Places in it are offsets, since it moves when it grows.
 */
#ifndef SCHEMA_STACK_H
#define SCHEMA_STACK_H

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

#define STACK_WORDS 64

struct stack {
	uint64_t *words; /* `inside` until that is full */
	size_t used;
	size_t size;
	uint64_t inside[STACK_WORDS];
	struct arena arena;
};

void stack_init(struct stack *stack);
void stack_release(struct stack *stack);

/* Takes `count` words, all 0, and returns the offset of the first. */
size_t stack_push(struct stack *stack, size_t count);

/* Gives back all from the offset on. */
static inline void stack_pop(struct stack *stack, size_t offset)
{
	stack->used = offset;
}

#endif
