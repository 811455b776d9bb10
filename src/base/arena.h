/*
 * An arena: memory that is given out piece by piece and taken back at once.
 * "It lives as long as its file, or its model" is the whole of ownership in
 * planc. Under AddressSanitizer the free space is poisoned; with the build
 * option PLANC_ARENA_MALLOC every piece is a malloc of its own, so that an
 * overflow by one byte is caught.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/attributes.h"
#include "base/str.h"

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *blocks; /* newest first */
	struct arena_block *spare;  /* of an earlier use, to be used again */
	char *free;                 /* next free byte of the newest block */
	char *end;                  /* its end */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

/* Takes everything back, but keeps the blocks: what is given out next needs no fresh memory. */
void arena_reset(struct arena *arena);

/* Zeroed memory, aligned for any type. Never NULL: out of memory ends the program. */
void *arena_alloc(struct arena *arena, size_t size);

/* Uninitialised bytes with no alignment, for texts. */
char *arena_alloc_text(struct arena *arena, size_t size);

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
/* `count` zeroed objects; a product that overflows ends the program. */
#define arena_new_array(arena, type, count) \
	((type *)arena_alloc_array((arena), sizeof(type), (count)))
void *arena_alloc_array(struct arena *arena, size_t size, size_t count);

/* A copy, NUL-terminated behind its length. */
struct str arena_copy(struct arena *arena, struct str s);

/* Formatted text in the arena, NUL-terminated behind its length. */
PRINTF_LIKE(2, 3) struct str arena_printf(struct arena *arena, const char *format, ...);
PRINTF_LIKE(2, 0) struct str arena_vprintf(struct arena *arena, const char *format, va_list args);

#endif
