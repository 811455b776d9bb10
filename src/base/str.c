#include "base/str.h"
#include "base/ascii.h"
#include "base/bug.h"

#include <string.h>

struct str str_from(const char *c_string)
{
	return (struct str){ c_string, strlen(c_string) };
}

struct str str_slice(struct str s, size_t begin, size_t end)
{
	if (begin > end || end > s.len)
		BUG("slice %zu..%zu of %zu bytes", begin, end, s.len);
	return (struct str){ s.len ? s.at + begin : s.at, end - begin };
}

bool str_equal(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool str_equal_nocase(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++) {
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	}
	return true;
}

int str_compare(struct str a, struct str b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.at, b.at, len) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix)
{
	return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
	return s.len >= suffix.len && str_equal(str_slice(s, s.len - suffix.len, s.len), suffix);
}

size_t str_find_byte(struct str s, char byte, size_t from)
{
	const char *found = from < s.len ? memchr(s.at + from, byte, s.len - from) : NULL;

	return found ? (size_t)(found - s.at) : s.len;
}

size_t str_find(struct str s, struct str part, size_t from)
{
	for (size_t i = from; part.len <= s.len && i <= s.len - part.len; i++) {
		if (memcmp(s.at + i, part.at, part.len) == 0)
			return i;
	}
	return s.len;
}

bool str_take(struct str *s, char byte)
{
	if (!s->len || s->at[0] != byte)
		return false;
	*s = str_slice(*s, 1, s->len);
	return true;
}

struct str str_trim(struct str s)
{
	while (s.len && ascii_is_space(s.at[0]))
		s = str_slice(s, 1, s.len);
	while (s.len && ascii_is_space(s.at[s.len - 1]))
		s.len--;
	return s;
}

uint64_t str_hash(struct str s)
{
	uint64_t hash = 0xcbf29ce484222325u;

	for (size_t i = 0; i < s.len; i++)
		hash = (hash ^ (unsigned char)s.at[i]) * 0x100000001b3u;
	return hash;
}

#define DISTANCE_BYTES 64

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Optimal string alignment distance, three rows at a time. */
unsigned str_distance(struct str a, struct str b, unsigned limit)
{
	unsigned rows[3][DISTANCE_BYTES + 1];

	if (str_equal(a, b))
		return 0;
	if (a.len > DISTANCE_BYTES || b.len > DISTANCE_BYTES)
		return limit + 1;
	for (size_t j = 0; j <= b.len; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= a.len; i++) {
		unsigned *now = rows[i % 3];
		const unsigned *before = rows[(i + 2) % 3];
		const unsigned *earlier = rows[(i + 1) % 3];

		now[0] = (unsigned)i;
		for (size_t j = 1; j <= b.len; j++) {
			unsigned cost = a.at[i - 1] == b.at[j - 1] ? 0 : 1;

			now[j] = least(least(before[j] + 1, now[j - 1] + 1), before[j - 1] + cost);
			if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
			    a.at[i - 2] == b.at[j - 1])
				now[j] = least(now[j], earlier[j - 2] + 1);
		}
	}
	return least(rows[a.len % 3][b.len], limit + 1);
}
