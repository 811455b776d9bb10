#include "model/phrase.h"

#define QUOTE_BYTES 60

bool phrase_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char phrase_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static size_t space_span(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.len && phrase_is_space(text.at[end]))
		end++;
	return end - at;
}

bool phrase_take(struct str *rest, const char *words)
{
	size_t at = 0;

	for (; *words; words++) {
		size_t width = 0;

		if (*words == ' ')
			width = space_span(*rest, at);
		else if (at < rest->len)
			width = phrase_lower(rest->at[at]) == *words;
		if (!width)
			return false;
		at += width;
	}
	if (at < rest->len && !space_span(*rest, at))
		return false;
	*rest = str_trim(str_slice(*rest, at, rest->len));
	return true;
}

bool phrase_starts_any(struct str text, const char *const *list)
{
	for (; *list; list++) {
		struct str rest = text;

		if (phrase_take(&rest, *list))
			return true;
	}
	return false;
}

bool phrase_is_any(struct str text, const char *const *list)
{
	for (; *list; list++) {
		struct str rest = text;

		if (phrase_take(&rest, *list) && !rest.len)
			return true;
	}
	return false;
}

struct str phrase_next_word(struct str text, size_t *at)
{
	size_t begin = *at + space_span(text, *at);
	size_t end = begin;

	while (end < text.len && !phrase_is_space(text.at[end]))
		end++;
	*at = end;
	return str_slice(text, begin, end);
}

struct str phrase_quote(struct str text)
{
	size_t end = text.len < QUOTE_BYTES ? text.len : QUOTE_BYTES;

	/* Not through the middle of a character. */
	while (end && end < text.len && ((unsigned char)text.at[end] & 0xC0) == 0x80)
		end--;
	return str_slice(text, 0, end);
}
