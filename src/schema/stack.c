#include "schema/stack.h"

#include <string.h>

void stack_init(struct stack *stack)
{
	stack->words = stack->inside;
	stack->used = 0;
	stack->size = STACK_WORDS;
	arena_init(&stack->arena);
}

void stack_release(struct stack *stack)
{
	arena_release(&stack->arena);
}

size_t stack_push(struct stack *stack, size_t count)
{
	size_t offset = stack->used;

	if (count > stack->size - stack->used) {
		size_t size = stack->size;
		uint64_t *words;

		while (size - stack->used < count)
			size *= 2;
		words = arena_new_array(&stack->arena, uint64_t, size);
		memcpy(words, stack->words, stack->used * sizeof(*words));
		stack->words = words;
		stack->size = size;
	}
	if (count)
		memset(stack->words + offset, 0, count * sizeof(*stack->words));
	stack->used += count;
	return offset;
}
