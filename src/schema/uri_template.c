/* URI templates: RFC 6570, section 2. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "schema/uri_grammar.h"

#include <string.h>

/* A letter, digit, _ or %41 of a variable's name. */
static bool take_letter(struct str *text)
{
	size_t len = 1;

	if (!text->len)
		return false;
	if (uri_is_coded(*text, 0))
		len = 3;
	else if (!ascii_is_letter(text->at[0]) && !ascii_is_digit(text->at[0]) &&
		 text->at[0] != '_')
		return false;
	*text = str_slice(*text, len, text->len);
	return true;
}

/* A number from 1 to 9999. */
static bool take_length(struct str *text)
{
	size_t len = 0;

	while (len < text->len && ascii_is_digit(text->at[len]))
		len++;
	if (!len || len > 4 || text->at[0] == '0')
		return false;
	*text = str_slice(*text, len, text->len);
	return true;
}

/* A name, perhaps with :3 or * behind it. */
static bool take_variable(struct str *text)
{
	do {
		if (!take_letter(text))
			return false;
		while (take_letter(text))
			;
	} while (str_take(text, '.'));
	if (str_take(text, ':'))
		return take_length(text);
	str_take(text, '*');
	return true;
}

/* What is between { and }. The operators that are kept for later have their place too. */
static bool is_expression(struct str text)
{
	if (text.len && text.at[0] && strchr("+#./;?&=,!@|", text.at[0]))
		text = str_slice(text, 1, text.len);
	do {
		if (!take_variable(&text))
			return false;
	} while (str_take(&text, ','));
	return !text.len;
}

static bool is_literal(uint32_t code)
{
	if (code >= 0x80)
		return uri_is_wide(code) || uri_is_private(code);
	return code > ' ' && code < 0x7F && !strchr("\"%<>\\^`{|}", (int)code);
}

bool uri_is_template(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		if (text.at[at] == '{') {
			size_t end = str_find_byte(text, '}', at);

			if (end == text.len || !is_expression(str_slice(text, at + 1, end)))
				return false;
			at = end + 1;
		} else if (uri_is_coded(text, at)) {
			at += 3;
		} else if (!is_literal(utf8_next(text, &at))) {
			return false;
		}
	}
	return true;
}
