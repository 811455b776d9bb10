#include "base/utf8.h"
#include "base/attributes.h"
#include "base/bug.h"

#include <string.h>

/* The length of the valid sequence at s.at[at], or 0. The table is RFC 3629, section 4. */
static size_t sequence(struct str s, size_t at)
{
	const unsigned char *b = (const unsigned char *)s.at + at;
	size_t left = s.len - at;
	unsigned char low = 0x80;
	unsigned char high = 0xBF;
	size_t len;

	if (b[0] < 0x80)
		return 1;
	if (b[0] < 0xC2 || b[0] > 0xF4)
		return 0;
	len = b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : 4;
	if (left < len)
		return 0;
	if (b[0] == 0xE0)
		low = 0xA0;
	else if (b[0] == 0xED)
		high = 0x9F;
	else if (b[0] == 0xF0)
		low = 0x90;
	else if (b[0] == 0xF4)
		high = 0x8F;
	if (b[1] < low || b[1] > high)
		return 0;
	for (size_t i = 2; i < len; i++) {
		if ((b[i] & 0xC0) != 0x80)
			return 0;
	}
	return len;
}

/* The length of the run of ASCII at `at`, eight bytes at a time. */
static size_t ascii_run(struct str s, size_t at)
{
	size_t i = at;
	uint64_t word;

	for (; i + sizeof(word) <= s.len; i += sizeof(word)) {
		memcpy(&word, s.at + i, sizeof(word));
		if (word & 0x8080808080808080u)
			break;
	}
	while (i < s.len && !((unsigned char)s.at[i] & 0x80))
		i++;
	return i - at;
}

size_t utf8_check(struct str s)
{
	size_t at = 0;

	while (at < s.len) {
		size_t len = ascii_run(s, at);

		if (!len)
			len = sequence(s, at);
		if (!len)
			return at;
		at += len;
	}
	return s.len;
}

bool utf8_is_ascii(struct str s)
{
	return ascii_run(s, 0) == s.len;
}

static bool is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

size_t utf8_count(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += !is_continuation(s.at[i]);
	return count;
}

size_t utf8_offset(struct str s, size_t index)
{
	size_t at = 0;

	while (at < s.len && index > 0) {
		at++;
		while (at < s.len && is_continuation(s.at[at]))
			at++;
		index--;
	}
	return at;
}

struct str utf8_cut(struct str s, size_t bytes)
{
	if (s.len <= bytes)
		return s;
	while (bytes && ((unsigned char)s.at[bytes] & 0xC0) == 0x80)
		bytes--;
	return str_slice(s, 0, bytes);
}

uint32_t utf8_next(struct str s, size_t *at)
{
	const unsigned char *b = (const unsigned char *)s.at + *at;
	size_t len = *at < s.len ? sequence(s, *at) : 0;
	uint32_t code_point;

	if (!len)
		BUG("byte %zu is no UTF-8", *at);
	code_point = len == 1 ? b[0] : b[0] & (0x7Fu >> len);
	for (size_t i = 1; i < len; i++)
		code_point = code_point << 6 | (b[i] & 0x3Fu);
	*at += len;
	return code_point;
}

size_t utf8_put(uint32_t c, char *to)
{
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		to[0] = (char)(0xC0 | c >> 6);
		to[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		to[0] = (char)(0xE0 | c >> 12);
		to[1] = (char)(0x80 | (c >> 6 & 0x3F));
		to[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	to[0] = (char)(0xF0 | c >> 18);
	to[1] = (char)(0x80 | (c >> 12 & 0x3F));
	to[2] = (char)(0x80 | (c >> 6 & 0x3F));
	to[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

size_t utf8_curly_size(struct str text, bool at_end)
{
	static const char *const quotes[] = { "“", "”", "„", "‘", "’" };

	for (size_t i = 0; i < ARRAY_LEN(quotes); i++) {
		struct str quote = str_from(quotes[i]);

		if (at_end ? str_ends(text, quote) : str_starts(text, quote))
			return quote.len;
	}
	return 0;
}
