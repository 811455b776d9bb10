#include "markdown/link.h"

#include <stdbool.h>

/* cmark's limits. */
#define LABEL_BYTES 1000
#define PARENTHESES 32

/* In all of these, *at moves behind what was read; on false it may stand anywhere. */

static char byte_at(struct str text, size_t at)
{
	return at < text.len ? text.at[at] : '\0';
}

static bool is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') &&
	       !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static void skip_white(struct str text, size_t *at)
{
	while (is_white(byte_at(text, *at)))
		++*at;
}

static void skip_blanks(struct str text, size_t *at)
{
	while (byte_at(text, *at) == ' ' || byte_at(text, *at) == '\t')
		++*at;
}

static bool skip_line_end(struct str text, size_t *at)
{
	if (*at == text.len)
		return true;
	if (text.at[*at] != '\n')
		return false;
	++*at;
	return true;
}

/* Spaces with no more than one line end between them. */
static void skip_blanks_and_line(struct str text, size_t *at)
{
	skip_blanks(text, at);
	if (skip_line_end(text, at))
		skip_blanks(text, at);
}

/* A label, which may be empty: *has_words says. */
static bool read_label(struct str text, size_t *at, bool *has_words)
{
	size_t begin = *at + 1;

	*has_words = false;
	if (byte_at(text, *at) != '[')
		return false;
	for (size_t i = begin; i < text.len && i - begin <= LABEL_BYTES; i++) {
		if (text.at[i] == ']') {
			*at = i + 1;
			return true;
		}
		if (text.at[i] == '[')
			return false;
		*has_words = *has_words || !is_white(text.at[i]);
		if (text.at[i] == '\\' && is_punctuation(byte_at(text, i + 1)))
			i++;
	}
	return false;
}

static bool read_pointed_address(struct str text, size_t *at)
{
	for (size_t i = *at + 1; i < text.len; i++) {
		if (text.at[i] == '>') {
			*at = i + 1;
			return *at < text.len;
		}
		if (text.at[i] == '\n' || text.at[i] == '<')
			return false;
		i += text.at[i] == '\\';
	}
	return false;
}

static bool read_address(struct str text, size_t *at)
{
	size_t begin = *at;
	unsigned depth = 0;

	if (byte_at(text, begin) == '<')
		return read_pointed_address(text, at);
	for (; *at < text.len; ++*at) {
		char c = text.at[*at];

		if (is_white(c) || (c == ')' && !depth))
			break;
		if (c == '\\' && is_punctuation(byte_at(text, *at + 1)))
			++*at;
		else if (c == '(' && ++depth > PARENTHESES)
			return false;
		else if (c == ')')
			depth--;
	}
	return *at < text.len && !depth && (*at > begin || text.at[*at] == ')');
}

/* In quotes of either kind or parentheses; `at` stays where none is. */
static bool read_title(struct str text, size_t *at)
{
	char open = byte_at(text, *at);
	char close = open == '(' ? ')' : open;

	if (open != '"' && open != '\'' && open != '(')
		return false;
	for (size_t i = *at + 1; i < text.len; i++) {
		if (text.at[i] == close) {
			*at = i + 1;
			return true;
		}
		if (open == '(' && text.at[i] == '(')
			return false;
		if (text.at[i] == '\\' && is_punctuation(byte_at(text, i + 1)))
			i++;
	}
	return false;
}

size_t link_definition_end(struct str text, size_t begin)
{
	size_t at = begin;
	size_t behind_address;
	bool has_words;

	if (!read_label(text, &at, &has_words) || !has_words || byte_at(text, at) != ':')
		return begin;
	at++;
	skip_blanks_and_line(text, &at);
	if (!read_address(text, &at))
		return begin;
	behind_address = at;
	skip_blanks_and_line(text, &at);
	if (at > behind_address && read_title(text, &at)) {
		skip_blanks(text, &at);
		if (skip_line_end(text, &at))
			return at;
	}
	/* What looked like a title may be words. */
	at = behind_address;
	skip_blanks(text, &at);
	return skip_line_end(text, &at) ? at : begin;
}

static bool read_inline_end(struct str text, size_t *at)
{
	size_t behind_address;

	if (byte_at(text, *at) != '(')
		return false;
	++*at;
	skip_white(text, at);
	if (!read_address(text, at))
		return false;
	behind_address = *at;
	skip_white(text, at);
	if (*at > behind_address)
		read_title(text, at);
	skip_white(text, at);
	return byte_at(text, (*at)++) == ')';
}

size_t link_end(struct str text, size_t begin)
{
	size_t at = begin;
	bool has_words;

	if (read_inline_end(text, &at))
		return at;
	at = begin;
	return read_label(text, &at, &has_words) ? at : begin;
}
