#include "base/arena.h"
#include "base/bug.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#endif

#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
#define poison(at, size) __asan_poison_memory_region((at), (size))
#define unpoison(at, size) __asan_unpoison_memory_region((at), (size))
/* A gap between pieces, so that a write past one is caught. */
#define GAP 16
#else
#define poison(at, size) ((void)(at), (void)(size))
#define unpoison(at, size) ((void)(at), (void)(size))
#define GAP 0
#endif

#define ALIGN _Alignof(max_align_t)
#define BLOCK_SIZE ((size_t)64 * 1024)

struct arena_block {
	struct arena_block *next;
	size_t size; /* of data */
	max_align_t data[];
};

void arena_init(struct arena *arena)
{
	*arena = (struct arena){ 0 };
}

static void free_blocks(struct arena_block *block)
{
	while (block) {
		struct arena_block *next = block->next;

		free(block);
		block = next;
	}
}

void arena_release(struct arena *arena)
{
	free_blocks(arena->blocks);
	free_blocks(arena->spare);
	arena_init(arena);
}

void arena_reset(struct arena *arena)
{
	struct arena_block *block = arena->blocks;
	struct arena_block *spare = arena->spare;

	while (block) {
		struct arena_block *next = block->next;

		if (block->size == BLOCK_SIZE) {
			poison(block->data, BLOCK_SIZE);
			block->next = spare;
			spare = block;
		} else {
			free(block);
		}
		block = next;
	}
	*arena = (struct arena){ .spare = spare };
}

static struct arena_block *block_add(struct arena *arena, size_t size)
{
	struct arena_block *block = size == BLOCK_SIZE ? arena->spare : NULL;

	if (size > SIZE_MAX - sizeof(*block))
		bug_no_memory();
	if (block)
		arena->spare = block->next;
	else
		block = malloc(sizeof(*block) + size);
	if (!block)
		bug_no_memory();
	block->size = size;
	block->next = arena->blocks;
	arena->blocks = block;
	return block;
}

#ifdef PLANC_ARENA_MALLOC

static char *take(struct arena *arena, size_t size, size_t align)
{
	(void)align;
	return (char *)block_add(arena, size ? size : 1)->data;
}

#else

/*
 * A piece larger than a quarter of a block gets a block of its own and leaves
 * the current one in use, behind it in the list.
 */
static char *take_large(struct arena *arena, size_t size)
{
	struct arena_block *current = arena->blocks;
	struct arena_block *block = block_add(arena, size);

	if (current) {
		block->next = current->next;
		current->next = block;
		arena->blocks = current;
	}
	return (char *)block->data;
}

static char *take(struct arena *arena, size_t size, size_t align)
{
	size_t padding = -(uintptr_t)arena->free & (align - 1);
	size_t room = (size_t)(arena->end - arena->free);
	char *at;

	if (size > BLOCK_SIZE / 4)
		return take_large(arena, size);
	if (!arena->free || room < padding + size + GAP) {
		struct arena_block *block = block_add(arena, BLOCK_SIZE);

		arena->free = (char *)block->data;
		arena->end = arena->free + BLOCK_SIZE;
		poison(arena->free, BLOCK_SIZE);
		padding = 0;
	}
	at = arena->free + padding;
	unpoison(at, size);
	arena->free = at + size + GAP;
	return at;
}

#endif

void *arena_alloc(struct arena *arena, size_t size)
{
	return memset(take(arena, size, ALIGN), 0, size);
}

char *arena_alloc_text(struct arena *arena, size_t size)
{
	return take(arena, size, 1);
}

void *arena_alloc_array(struct arena *arena, size_t size, size_t count)
{
	if (size && count > SIZE_MAX / size)
		bug_no_memory();
	return arena_alloc(arena, size * count);
}

struct str arena_copy(struct arena *arena, struct str s)
{
	char *copy = arena_alloc_text(arena, s.len + 1);

	if (s.len)
		memcpy(copy, s.at, s.len);
	copy[s.len] = '\0';
	return (struct str){ copy, s.len };
}

struct str arena_printf(struct arena *arena, const char *format, ...)
{
	struct str s;
	va_list args;

	va_start(args, format);
	s = arena_vprintf(arena, format, args);
	va_end(args);
	return s;
}

struct str arena_vprintf(struct arena *arena, const char *format, va_list args)
{
	va_list again;
	char *text;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (len < 0)
		BUG("format %s", format);
	text = arena_alloc_text(arena, (size_t)len + 1);
	vsnprintf(text, (size_t)len + 1, format, args);
	return (struct str){ text, (size_t)len };
}
