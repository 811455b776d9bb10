#include "base/buf.h"
#include "base/bug.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buf_init(struct buf *buf)
{
	*buf = (struct buf){ 0 };
}

void buf_release(struct buf *buf)
{
	free(buf->at);
	buf_init(buf);
}

char *buf_reserve(struct buf *buf, size_t more)
{
	size_t size = buf->size ? buf->size : 256;

	if (more < buf->size - buf->len)
		return buf->at + buf->len;
	if (more >= SIZE_MAX / 2 - buf->len)
		bug_no_memory();
	while (size < buf->len + more + 1)
		size *= 2;
	if (size != buf->size) {
		char *at = realloc(buf->at, size);

		if (!at)
			bug_no_memory();
		buf->at = at;
		buf->size = size;
	}
	return buf->at + buf->len;
}

void buf_add(struct buf *buf, struct str s)
{
	char *to;

	if (buf->size - buf->len <= s.len)
		buf_reserve(buf, s.len);
	to = buf->at + buf->len;
	if (s.len)
		memcpy(to, s.at, s.len);
	to[s.len] = '\0';
	buf->len += s.len;
}

void buf_add_c(struct buf *buf, const char *c_string)
{
	buf_add(buf, str_from(c_string));
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	buf_vprintf(buf, format, args);
	va_end(args);
}

void buf_vprintf(struct buf *buf, const char *format, va_list args)
{
	va_list again;
	size_t room;
	int len;

	/* It mostly fits into what there is. */
	buf_reserve(buf, 64);
	room = buf->size - buf->len;
	va_copy(again, args);
	len = vsnprintf(buf->at + buf->len, room, format, again);
	va_end(again);
	if (len < 0)
		BUG("format %s", format);
	if ((size_t)len >= room)
		vsnprintf(buf_reserve(buf, (size_t)len), (size_t)len + 1, format, args);
	buf->len += (size_t)len;
}

struct str buf_str(const struct buf *buf)
{
	return (struct str){ buf->at, buf->len };
}
