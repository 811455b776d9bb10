#include "schema/mailbox.h"
#include "base/ascii.h"
#include "schema/host.h"

#include <string.h>

/* What stands for a broken character in our texts is no part of an address. */
#define BROKEN STR("\xef\xbf\xbd")

static bool is_printable(char c)
{
	return c >= ' ' && c <= '~';
}

/* What is between the quotation marks; with `wide`, bytes of other letters are right too. */
static bool is_quoted(struct str text, bool wide)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c == '\\') {
			if (++i == text.len || !is_printable(text.at[i]))
				return false;
		} else if (c == '"' || (!is_printable(c) && !(wide && (c & 0x80)))) {
			return false;
		}
	}
	return true;
}

/* Words with single dots between them. */
static bool is_dotted(struct str text, bool wide)
{
	char before = '.';

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c == '.' && before == '.')
			return false;
		if (c & 0x80 ? !wide
			     : !c || (!ascii_is_letter(c) && !ascii_is_digit(c) &&
				      !strchr(".!#$%&'*+-/=?^_`{|}~", c)))
			return false;
		before = c;
	}
	return before != '.';
}

/* [127.0.0.1] or [IPv6:::1]; the other kinds that the grammar has room for do not exist. */
static bool is_address(struct str text)
{
	struct str tag = STR("IPv6:");

	if (text.len > tag.len && str_equal_nocase(str_slice(text, 0, tag.len), tag))
		return host_is_ipv6(str_slice(text, tag.len, text.len));
	return host_is_ipv4(text);
}

static bool is_mailbox(struct str text, bool wide)
{
	struct str local, domain;
	size_t at = text.len;

	while (at > 0 && text.at[at - 1] != '@')
		at--;
	if (!at || str_find(text, BROKEN, 0) < text.len)
		return false;
	local = str_slice(text, 0, at - 1);
	domain = str_slice(text, at, text.len);
	if (local.len > 1 && local.at[0] == '"' && local.at[local.len - 1] == '"') {
		if (!is_quoted(str_slice(local, 1, local.len - 1), wide))
			return false;
	} else if (!is_dotted(local, wide)) {
		return false;
	}
	if (domain.len > 1 && domain.at[0] == '[' && domain.at[domain.len - 1] == ']')
		return is_address(str_slice(domain, 1, domain.len - 1));
	return wide ? host_is_idn(domain, true) : host_is_plain(domain);
}

bool mailbox_is_plain(struct str text)
{
	return is_mailbox(text, false);
}

bool mailbox_is_idn(struct str text)
{
	return is_mailbox(text, true);
}
