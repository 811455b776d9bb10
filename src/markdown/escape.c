#include "markdown/escape.h"
#include "base/ascii.h"
#include "markdown/markdown.h"

#define REPLACEMENT "\xEF\xBF\xBD"

static bool is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_control(char c)
{
	unsigned char byte = (unsigned char)c;

	return byte < ' ' || byte == 0x7F;
}

/* Whether an entity may begin at `at`, or at the end of what may go on. */
static bool is_entity(struct str words, size_t at)
{
	size_t end = at + 1;

	if (end < words.len && words.at[end] == '#')
		end++;
	while (end < words.len && ascii_is_alnum(words.at[end]))
		end++;
	return end == words.len || words.at[end] == ';';
}

/* A byte that makes a list, a heading or a rule when it comes first. */
static bool is_mark_at_start(struct str words, size_t at)
{
	char c = words.at[at];
	char next = at + 1 < words.len ? words.at[at + 1] : ' ';

	if (c == '>' || c == '=')
		return true;
	return (c == '+' && is_white(next)) || (c == '-' && (is_white(next) || next == '-'));
}

/* The . or ) behind the digits that come first, which would number an item; or words.len. */
static size_t find_number_end(struct str words)
{
	size_t at = 0;

	while (at < words.len && is_white(words.at[at]))
		at++;
	while (at < words.len && ascii_is_digit(words.at[at]))
		at++;
	if (!at || at == words.len || !ascii_is_digit(words.at[at - 1]) ||
	    (words.at[at] != '.' && words.at[at] != ')'))
		return words.len;
	return at + 1 == words.len || is_white(words.at[at + 1]) ? at : words.len;
}

static bool is_mark(struct str words, size_t at)
{
	char before = at ? words.at[at - 1] : ' ';
	char next = at + 1 < words.len ? words.at[at + 1] : ' ';

	switch (words.at[at]) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '#':
	case '|':
	case '~': return true;
	case '_':
		/* Inside a word it stands for itself. */
		return !ascii_is_alnum(before) || !ascii_is_alnum(next);
	case '!': return at + 1 == words.len;
	default: return false;
	}
}

/* Other programs than cmark do not know \< : what could be a tag is written as an entity. */
static bool is_tag(struct str words, size_t at)
{
	char next = at + 1 < words.len ? words.at[at + 1] : '/';

	return words.at[at] == '<' &&
	       (ascii_is_letter(next) || next == '/' || next == '!' || next == '?');
}

void escape_words(struct str words, bool at_start, struct buf *out)
{
	size_t number_end = at_start ? find_number_end(words) : words.len;

	for (size_t i = 0; i < words.len; i++) {
		char c = words.at[i];

		if (is_white(c)) {
			if (i == 0 || !is_white(words.at[i - 1]))
				buf_add_byte(out, ' ');
			continue;
		}
		if (is_control(c)) {
			buf_add_c(out, REPLACEMENT);
		} else if (is_tag(words, i)) {
			buf_add_c(out, "&lt;");
		} else if (c == '&' && is_entity(words, i)) {
			buf_add_c(out, "&amp;");
		} else {
			if (i == number_end || is_mark(words, i) ||
			    (at_start && is_mark_at_start(words, i)))
				buf_add_byte(out, '\\');
			buf_add_byte(out, c);
		}
		at_start = false;
	}
}

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7F && !ascii_is_alnum(c);
}

void escape_address(struct str url, struct buf *out)
{
	for (size_t i = 0; i < url.len; i++) {
		char c = url.at[i];

		if (c == '&') {
			buf_add_c(out, "&amp;");
			continue;
		}
		if (c == '(' || c == ')' || c == '<' || c == '>' || c == '*' || c == '_' ||
		    c == '`' || c == '[' || c == ']' || c == '|' || c == '~')
			buf_add_byte(out, '\\');
		buf_add_byte(out, c);
	}
}

void escape_title(struct str title, struct buf *out)
{
	for (size_t i = 0; i < title.len; i++) {
		char c = title.at[i];

		if (is_white(c) || is_control(c)) {
			buf_add_byte(out, ' ');
		} else if (c == '&') {
			buf_add_c(out, "&amp;");
		} else if (c == '<') {
			buf_add_c(out, "&lt;");
		} else {
			if (is_punctuation(c))
				buf_add_byte(out, '\\');
			buf_add_byte(out, c);
		}
	}
}

void escape_code_byte(char byte, struct buf *out)
{
	if (is_control(byte) && byte != '\t')
		buf_add_c(out, REPLACEMENT);
	else
		buf_add_byte(out, byte);
}

void markdown_escape(struct str plain, struct buf *markdown)
{
	escape_words(plain, true, markdown);
}
