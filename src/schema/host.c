#include "schema/host.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "schema/idn.h"

#include <stdint.h>

/* Of a whole name (RFC 1035, section 2.3.4, without the lengths and the root). */
#define MAX_NAME 253

/* How far a name may go beyond letters, digits and hyphens. */
enum letters { LETTERS_PLAIN, LETTERS_CODED, LETTERS_ANY, LETTERS_MARKS_APART };

static bool is_plain_label(struct str label)
{
	if (!label.len || label.len > IDN_MAX_LABEL || label.at[0] == '-' ||
	    label.at[label.len - 1] == '-')
		return false;
	for (size_t i = 0; i < label.len; i++) {
		if (!ascii_is_letter(label.at[i]) && !ascii_is_digit(label.at[i]) &&
		    label.at[i] != '-')
			return false;
	}
	return true;
}

static bool is_label(struct str label, enum letters letters, struct idn_label *facts)
{
	bool is_coded = label.len >= 4 && str_equal_nocase(str_slice(label, 0, 4), STR("xn--"));

	*facts = (struct idn_label){ .len = label.len };
	if (letters >= LETTERS_ANY && !utf8_is_ascii(label))
		return idn_is_label(label, letters == LETTERS_MARKS_APART, facts);
	return is_plain_label(label) &&
	       (!is_coded || letters == LETTERS_PLAIN || idn_is_coded(label, facts));
}

/*
 * Whether the dots cut the text into labels that are right, and not too long
 * together. When one is written from right to left, none begins with a digit
 * (RFC 5893, section 2).
 */
static bool is_name(struct str text, enum letters letters)
{
	bool digit = false, right_to_left = false;
	size_t total = 0;
	size_t end;

	for (size_t at = 0; at <= text.len; at = end + 1) {
		struct idn_label facts;

		end = str_find_byte(text, '.', at);
		if (!is_label(str_slice(text, at, end), letters, &facts))
			return false;
		digit = digit || ascii_is_digit(text.at[at]);
		right_to_left = right_to_left || facts.right_to_left;
		total += facts.len + (at > 0);
		if (total > MAX_NAME)
			return false;
	}
	return !digit || !right_to_left;
}

bool host_is_plain(struct str text)
{
	return is_name(text, LETTERS_PLAIN);
}

bool host_is_name(struct str text)
{
	return is_name(text, LETTERS_CODED);
}

bool host_is_idn(struct str text, bool marks_apart)
{
	char plain[MAX_NAME * 4];
	struct str name = { plain, 0 };

	if (text.len > sizeof(plain))
		return false;
	for (size_t at = 0; at < text.len;) {
		uint32_t code = utf8_next(text, &at);

		if (code == 0x3002 || code == 0xFF0E || code == 0xFF61)
			code = '.';
		name.len += utf8_put(code, plain + name.len);
	}
	return is_name(name, marks_apart ? LETTERS_MARKS_APART : LETTERS_ANY);
}

bool host_is_ipv4(struct str text)
{
	for (int part = 0; part < 4; part++) {
		size_t len = 0;
		int value = 0;

		if (part && !str_take(&text, '.'))
			return false;
		while (len < text.len && len < 4 && ascii_is_digit(text.at[len]))
			value = value * 10 + (text.at[len++] - '0');
		if (!len || value > 255 || (len > 1 && text.at[0] == '0'))
			return false;
		text = str_slice(text, len, text.len);
	}
	return !text.len;
}

bool host_is_ipv6(struct str text)
{
	int groups = 0;
	bool gap = false;

	if (str_starts(text, STR("::"))) {
		gap = true;
		text = str_slice(text, 2, text.len);
		if (!text.len)
			return true;
	}
	for (;;) {
		size_t len = 0;

		if (str_find_byte(text, ':', 0) == text.len && host_is_ipv4(text)) {
			groups += 2;
			break;
		}
		while (len < text.len && ascii_hex(text.at[len]) >= 0)
			len++;
		if (!len || len > 4)
			return false;
		groups++;
		text = str_slice(text, len, text.len);
		if (!text.len)
			break;
		if (!str_take(&text, ':'))
			return false;
		if (str_take(&text, ':')) {
			if (gap)
				return false;
			gap = true;
			if (!text.len)
				break;
		}
	}
	return gap ? groups < 8 : groups == 8;
}
