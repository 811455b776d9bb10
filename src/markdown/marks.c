#include "markdown/marks.h"
#include "base/ascii.h"

#include <stdint.h>

/* Columns of markers and indent at the start of a line: nobody needs more. */
#define PREFIX_COLUMNS 100
/* Brackets of a text; some nestings of them take cmark a time that grows with the square. */
#define BRACKETS 4000
#define TEXT_BYTES ((size_t)256 * 1024 * 1024)

/* Bytes that may be a mark wherever they stand: control characters, & * < \ ] _ ` */
static const bool may_mark[256] = {
	true,         true,         true,         true,         true,         true,
	true,         true,         true,         true,         true,         true,
	true,         true,         true,         true,         true,         true,
	true,         true,         true,         true,         true,         true,
	true,         true,         true,         true,         true,         true,
	true,         true,         ['&'] = true, ['*'] = true, ['<'] = true, ['\\'] = true,
	[']'] = true, ['_'] = true, ['`'] = true,
};

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7F && !ascii_is_letter(c) && !ascii_is_digit(c);
}

/* The byte at `at`, or a line end behind the last. */
static char byte_at(struct str text, size_t at)
{
	return at < text.len ? text.at[at] : '\n';
}

/* The length of a list's marker at `at` (without the white space that follows it), or 0. */
static size_t marker_span(struct str text, size_t at)
{
	char c = byte_at(text, at);
	size_t end = at;

	if (c == '-' || c == '+' || c == '*')
		return ascii_is_space(byte_at(text, at + 1));
	while (end < at + 9 && ascii_is_digit(byte_at(text, end)))
		end++;
	c = byte_at(text, end);
	if (end == at || (c != '.' && c != ')') || !ascii_is_space(byte_at(text, end + 1)))
		return 0;
	return end + 1 - at;
}

/* What makes a line more than words by its first bytes. */
static bool starts_marked(struct str text, size_t at)
{
	char c = byte_at(text, at);

	switch (c) {
	case '#':
	case '>':
	case '=':
	case '~':
	case '\xEF': /* perhaps a byte order mark, which cmark leaves out */ return true;
	case '-': return byte_at(text, at + 1) == '-' || marker_span(text, at);
	default:
		return ascii_is_space(c) ||
		       ((c == '+' || ascii_is_digit(c)) && marker_span(text, at));
	}
}

/* Whether an entity may begin at `at`. */
static bool is_entity(struct str text, size_t at)
{
	size_t end = at + 1;

	if (byte_at(text, end) == '#')
		end++;
	while (ascii_is_letter(byte_at(text, end)) || ascii_is_digit(byte_at(text, end)))
		end++;
	return byte_at(text, end) == ';';
}

static bool joins_words(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c) || c == '_';
}

static bool is_mark(struct str text, size_t at)
{
	char before = at ? text.at[at - 1] : '\n';
	char next = byte_at(text, at + 1);

	switch (text.at[at]) {
	case '\n': return ascii_is_space(before) || starts_marked(text, at + 1);
	case '&': return is_entity(text, at);
	case '<': return ascii_is_letter(next) || next == '/' || next == '!' || next == '?';
	case '\\': return is_punctuation(next) || (next == '\n' && at + 1 < text.len);
	case ']':
		/* A link, or the definition that all other links need. */
		return next == '(' || next == ':';
	case '_':
		/* Inside a word it stands for itself. */
		return !joins_words(before) || !joins_words(next);
	default: return true;
	}
}

bool marks_is_indented(struct str markdown)
{
	size_t columns = 0;

	for (size_t i = 0; i < markdown.len && ascii_is_space(markdown.at[i]); i++) {
		if (markdown.at[i] == '\t' || markdown.at[i] == '\r')
			return true;
		columns = markdown.at[i] == '\n' ? 0 : columns + 1;
	}
	return columns > 3;
}

bool marks_maybe(struct str markdown)
{
	struct str text = str_trim(markdown);

	if (!text.len)
		return false;
	if ((text.at > markdown.at && marks_is_indented(markdown)) || starts_marked(text, 0))
		return true;
	for (size_t i = 0; i < text.len; i++) {
		if (may_mark[(unsigned char)text.at[i]] && is_mark(text, i))
			return true;
	}
	return false;
}

/* The columns of markers and spaces that a line starts with; 0 for a blank line. */
static size_t prefix_columns(struct str text, size_t at)
{
	size_t columns = 0;

	for (;;) {
		char c = byte_at(text, at);
		size_t marker = marker_span(text, at);

		if (c == '\n' || c == '\r')
			return 0;
		if (!marker && c != ' ' && c != '\t' && c != '>')
			return columns;
		columns += c == '\t' ? 4 : 1;
		at += marker ? marker : 1;
		if (columns > PREFIX_COLUMNS)
			return columns;
	}
}

bool marks_are_bounded(struct str markdown)
{
	size_t brackets = 0;
	bool at_start = true;

	if (markdown.len > TEXT_BYTES)
		return false;
	for (size_t i = 0; i < markdown.len; i++) {
		char c = markdown.at[i];

		if (at_start && prefix_columns(markdown, i) > PREFIX_COLUMNS)
			return false;
		at_start = c == '\n' || c == '\r';
		brackets += c == '[';
	}
	return brackets <= BRACKETS;
}
