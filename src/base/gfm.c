#include "base/gfm.h"

#include <stdbool.h>

#define REPLACEMENT "\xEF\xBF\xBD"
/*
 * A space of no width. Both services look for names, numbers of issues and
 * addresses in the text that their Markdown gives, where no escape is left to
 * be seen; only another character keeps what belongs together apart.
 */
#define APART "&#8203;"

static bool is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_control(char c)
{
	unsigned char byte = (unsigned char)c;

	return byte < ' ' || byte == 0x7F;
}

static bool is_alphanumeric(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* What is written for a byte that Markdown or HTML could take for its own, else NULL. */
static const char *instead_of(char c)
{
	switch (c) {
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '&': return "&amp;";
	case '|': return "&#124;";
	case '$': return "&#36;";
	case '\\': return "\\\\";
	case '`': return "\\`";
	case '*': return "\\*";
	case '_': return "\\_";
	case '[': return "\\[";
	case ']': return "\\]";
	case '#': return "\\#";
	case '~': return "\\~";
	case '!': return "\\!";
	case '^': return "\\^";
	default: return is_white(c) ? " " : is_control(c) ? REPLACEMENT : NULL;
	}
}

/* Whether the colon begins an address (://) or a picture's name (:smile:). */
static bool colon_refers(struct str words, size_t at)
{
	size_t end = at + 1;

	while (end < words.len && (is_alphanumeric(words.at[end]) || words.at[end] == '_' ||
				   words.at[end] == '+' || words.at[end] == '-'))
		end++;
	return end < words.len && words.at[end] == (end > at + 1 ? ':' : '/');
}

/* Whether the byte begins the name of a person, an issue, a picture or an address with what follows. */
static bool refers(struct str words, size_t at)
{
	char next = at + 1 < words.len ? words.at[at + 1] : ' ';

	switch (words.at[at]) {
	case '@':
	case '#':
	case '!':
	case '~':
	case '%':
	case '&':
	case '$': return is_alphanumeric(next) || next == '"';
	case ':': return colon_refers(words, at);
	case 'w':
	case 'W':
		return next == '.' && at >= 2 &&
		       str_equal_nocase(str_slice(words, at - 2, at), STR("ww"));
	default: return false;
	}
}

/* Code can hold none of these: a backslash or a bar would be the table's. */
static bool can_be_code(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c == '`' || c == '\\' || c == '|' || is_control(c))
			return false;
	}
	return str_trim(text).len > 0;
}

static void add_byte(struct str words, size_t at, struct buf *out)
{
	const char *instead = instead_of(words.at[at]);

	if (instead)
		buf_add_c(out, instead);
	else
		buf_add_byte(out, words.at[at]);
	if (refers(words, at))
		buf_add_c(out, APART);
}

static void add_bytes(struct str words, size_t first, size_t last, struct buf *out)
{
	for (size_t at = first; at <= last; at++)
		add_byte(words, at, out);
}

static void add_code(struct str text, struct buf *out)
{
	buf_add_byte(out, '`');
	buf_add(out, text);
	buf_add_byte(out, '`');
}

void gfm_words(struct str words, struct buf *out)
{
	bool is_quoted = false;

	for (size_t at = 0; at < words.len; at++) {
		struct str rest = str_slice(words, at, words.len);
		size_t end;

		if (str_starts(rest, STR("“")) || str_starts(rest, STR("”")))
			is_quoted = str_starts(rest, STR("“"));
		end = rest.at[0] == '`' && !is_quoted ? str_find_byte(rest, '`', 1) : rest.len;
		if (end < rest.len && can_be_code(str_slice(rest, 1, end)))
			add_code(str_slice(rest, 1, end), out);
		else
			add_bytes(words, at, end < rest.len ? at + end : at, out);
		at += end < rest.len ? end : 0;
	}
}

void gfm_code(struct str text, struct buf *out)
{
	if (can_be_code(text))
		add_code(text, out);
	else
		gfm_words(text, out);
}
