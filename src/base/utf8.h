/* UTF-8 (RFC 3629): no surrogates, no overlong forms, nothing above U+10FFFF. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The offset of the first byte that is no UTF-8, or s.len when all is well. */
size_t utf8_check(struct str s);

/* Whether every byte is below 0x80. */
bool utf8_is_ascii(struct str s);

/* The number of code points of valid UTF-8. */
size_t utf8_count(struct str s);

/* The offset of the code point number `index` (0-based); s.len when there are fewer. */
size_t utf8_offset(struct str s, size_t index);

/* Its beginning: whole code points of at most so many bytes. */
struct str utf8_cut(struct str s, size_t bytes);

/* Reads the code point at *at and moves *at behind it. `s` is valid UTF-8 and *at is before its end. */
uint32_t utf8_next(struct str s, size_t *at);

/* Writes a code point to `to` (4 bytes of room) and returns how many it took. */
size_t utf8_put(uint32_t code_point, char *to);

/* The bytes of a curly quotation mark at the beginning of a text, or at its end; 0 when there is none. */
size_t utf8_curly_size(struct str text, bool at_end);

#endif
