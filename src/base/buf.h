/* A text that grows, on the heap: opened by buf_init (or {0}), closed by buf_release. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/attributes.h"
#include "base/str.h"

#include <stdarg.h>
#include <stddef.h>

struct buf {
	char *at; /* NUL-terminated once anything was added; NULL before */
	size_t len;
	size_t size;
};

void buf_init(struct buf *buf);
void buf_release(struct buf *buf);

/* Room for `more` bytes beyond len; returns where they go. The caller raises len. */
char *buf_reserve(struct buf *buf, size_t more);

void buf_add(struct buf *buf, struct str s);
void buf_add_c(struct buf *buf, const char *c_string);
/* Here, since writers that escape add most texts byte by byte. */
static inline void buf_add_byte(struct buf *buf, char byte)
{
	if (buf->size - buf->len < 2)
		buf_reserve(buf, 1);
	buf->at[buf->len++] = byte;
	buf->at[buf->len] = '\0';
}
PRINTF_LIKE(2, 3) void buf_printf(struct buf *buf, const char *format, ...);
PRINTF_LIKE(2, 0) void buf_vprintf(struct buf *buf, const char *format, va_list args);

/* What it holds now; valid until the next change. */
struct str buf_str(const struct buf *buf);

#endif
