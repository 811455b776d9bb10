#include "schema/uri_grammar.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "schema/host.h"
#include "schema/uri.h"

#include <string.h>

#define SUB_DELIMITERS "!$&'()*+,;="

/* Which letters beside ASCII's. */
enum letters { LETTERS_ASCII, LETTERS_WIDE, LETTERS_PRIVATE };

bool uri_is_wide(uint32_t code)
{
	if (code < 0x10000)
		return (code >= 0xA0 && code <= 0xD7FF) || (code >= 0xF900 && code <= 0xFDCF) ||
		       (code >= 0xFDF0 && code <= 0xFFEF);
	return (code & 0xFFFF) <= 0xFFFD && code <= 0xEFFFF && !(code >= 0xE0000 && code < 0xE1000);
}

bool uri_is_private(uint32_t code)
{
	return (code >= 0xE000 && code <= 0xF8FF) || (code >= 0xF0000 && (code & 0xFFFF) <= 0xFFFD);
}

bool uri_is_coded(struct str text, size_t at)
{
	return text.len - at > 2 && text.at[at] == '%' && ascii_hex(text.at[at + 1]) >= 0 &&
	       ascii_hex(text.at[at + 2]) >= 0;
}

/* Whether each character is unreserved, percent-encoded, one of `more` or of the letters. */
static bool holds_only(struct str part, const char *more, enum letters letters)
{
	for (size_t at = 0; at < part.len;) {
		char c = part.at[at];
		uint32_t code;

		if (uri_is_coded(part, at)) {
			at += 3;
			continue;
		}
		code = utf8_next(part, &at);
		if (code >= 0x80 ? letters != LETTERS_ASCII && uri_is_wide(code)
				 : ascii_is_letter(c) || ascii_is_digit(c) ||
					   (c && (strchr("-._~", c) || strchr(more, c))))
			continue;
		if (letters != LETTERS_PRIVATE || !uri_is_private(code))
			return false;
	}
	return true;
}

/* Between [ and ]: an IPv6 address, or one of a kind to come: v1.x. */
static bool is_literal(struct str host)
{
	size_t at = 1;

	if (!host.len || (host.at[0] | 0x20) != 'v')
		return host_is_ipv6(host);
	while (at < host.len && ascii_hex(host.at[at]) >= 0)
		at++;
	return at > 1 && host.len - at > 1 && host.at[at] == '.' &&
	       str_find_byte(host, '%', 0) == host.len &&
	       holds_only(str_slice(host, at + 1, host.len), SUB_DELIMITERS ":", LETTERS_ASCII);
}

static bool is_authority(struct str authority, enum letters letters)
{
	size_t at = str_find_byte(authority, '@', 0);
	struct str host = authority;
	size_t port;

	if (at < authority.len) {
		if (!holds_only(str_slice(authority, 0, at), SUB_DELIMITERS ":", letters))
			return false;
		host = str_slice(authority, at + 1, authority.len);
	}
	port = host.len;
	while (port > 0 && ascii_is_digit(host.at[port - 1]))
		port--;
	if (port > 0 && host.at[port - 1] == ':')
		host = str_slice(host, 0, port - 1);
	if (host.len > 1 && host.at[0] == '[' && host.at[host.len - 1] == ']')
		return is_literal(str_slice(host, 1, host.len - 1));
	return holds_only(host, SUB_DELIMITERS, letters);
}

static bool is_reference(struct str text, enum letters letters)
{
	struct uri uri = uri_split(text);
	struct str first = str_slice(uri.path, 0, str_find_byte(uri.path, '/', 0));

	if (uri.authority.at && !is_authority(uri.authority, letters))
		return false;
	if (!uri.scheme.at && !uri.authority.at && str_find_byte(first, ':', 0) < first.len)
		return false;
	return holds_only(uri.path, SUB_DELIMITERS ":@/", letters) &&
	       holds_only(uri.query, SUB_DELIMITERS ":@/?",
			  letters == LETTERS_WIDE ? LETTERS_PRIVATE : letters) &&
	       holds_only(uri.fragment, SUB_DELIMITERS ":@/?", letters);
}

bool uri_is_reference(struct str text)
{
	return is_reference(text, LETTERS_ASCII);
}

bool uri_is_absolute(struct str text)
{
	return uri_split(text).scheme.at && uri_is_reference(text);
}

bool uri_is_iri_reference(struct str text)
{
	return is_reference(text, LETTERS_WIDE);
}

bool uri_is_iri(struct str text)
{
	return uri_split(text).scheme.at && uri_is_iri_reference(text);
}
