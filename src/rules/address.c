#include "rules/address.h"

/* Addresses are not longer, on either side. */
#define NEAR 200

static bool is_gap(char c)
{
	return (unsigned char)c <= ' ';
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool has(struct str piece, struct str part)
{
	return str_find(piece, part, 0) < piece.len;
}

/* "council.yaml", "gov.uk": two small letters behind a stop, and a letter or digit before it. */
static bool has_joining_stop(struct str piece)
{
	for (size_t i = 1; i + 2 < piece.len; i++) {
		char before = piece.at[i - 1];

		if (piece.at[i] == '.' &&
		    (is_small(before | 0x20) || (before >= '0' && before <= '9')) &&
		    is_small(piece.at[i + 1]) && is_small(piece.at[i + 2]))
			return true;
	}
	return false;
}

bool address_is_around(struct str words, size_t at)
{
	size_t begin = at;
	size_t end = at;
	struct str piece;

	while (begin && at - begin < NEAR && !is_gap(words.at[begin - 1]))
		begin--;
	while (end < words.len && end - at < NEAR && !is_gap(words.at[end]))
		end++;
	piece = str_slice(words, begin, end);
	return has(piece, STR("://")) || has(piece, STR("www.")) || has(piece, STR("@")) ||
	       has(piece, STR("_")) || has(piece, STR("\\")) || has_joining_stop(piece);
}
