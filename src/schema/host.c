#include "schema/host.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "schema/idn.h"

#include <stdint.h>

/* Of a whole name (RFC 1035, section 2.3.4, without the lengths and the root). */
#define MAX_NAME 253

/* Letters, digits, and hyphens not at the ends; *len is its length. */
static bool is_plain_label(struct str label, size_t *len)
{
	*len = label.len;
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

static bool is_label(struct str label, size_t *len)
{
	bool is_coded = label.len >= 4 && str_equal_nocase(str_slice(label, 0, 4), STR("xn--"));

	return is_plain_label(label, len) && (!is_coded || idn_is_coded(label));
}

static bool is_any_label(struct str label, size_t *len)
{
	return utf8_is_ascii(label) ? is_label(label, len) : idn_is_label(label, len);
}

/* Whether the dots cut the text into labels that are all right, and not too long together. */
static bool is_name(struct str text, bool (*is_right)(struct str label, size_t *len))
{
	size_t total = 0;
	size_t end, len;

	for (size_t at = 0; at <= text.len; at = end + 1) {
		end = str_find_byte(text, '.', at);
		if (!is_right(str_slice(text, at, end), &len))
			return false;
		total += len + (at > 0);
		if (total > MAX_NAME)
			return false;
	}
	return true;
}

bool host_is_plain(struct str text)
{
	return is_name(text, is_plain_label);
}

bool host_is_name(struct str text)
{
	return is_name(text, is_label);
}

bool host_is_idn(struct str text)
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
	return is_name(name, is_any_label);
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
