#include "schema/idn.h"
#include "base/utf8.h"

#include <idn2.h>
#include <string.h>

/* A letter is four bytes at most, and takes one of ASCII's at least. */
#define MAX_BYTES ((size_t)4 * IDN_MAX_LABEL)

/* Without its NUL, and not cut off by one within. */
static bool copy_label(struct str label, char to[MAX_BYTES + 1])
{
	if (!label.len || label.len > MAX_BYTES || memchr(label.at, '\0', label.len))
		return false;
	memcpy(to, label.at, label.len);
	to[label.len] = '\0';
	return true;
}

/* Code points of the scripts that are written so, as Unicode sets room aside for them. */
static bool is_right_to_left(uint32_t code)
{
	return (code >= 0x590 && code <= 0x8FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
	       (code >= 0xFE70 && code <= 0xFEFF) || (code >= 0x10800 && code <= 0x10FFF) ||
	       (code >= 0x1E800 && code <= 0x1EFFF);
}

/*
 * Finds out whether it is written from right to left. False when it has both
 * 0 to 9 and Arabic digits, which libidn2 lets pass (RFC 5893, section 2, 4).
 */
static bool find_direction(struct str label, struct idn_label *facts)
{
	bool european = false, arabic = false;

	for (size_t at = 0; at < label.len;) {
		uint32_t code = utf8_next(label, &at);

		european = european || (code >= '0' && code <= '9');
		arabic = arabic || (code >= 0x660 && code <= 0x669);
		facts->right_to_left = facts->right_to_left || is_right_to_left(code);
	}
	return !european || !arabic;
}

bool idn_is_label(struct str label, bool marks_apart, struct idn_label *facts)
{
	char text[MAX_BYTES + 1];
	uint8_t *coded = NULL;
	int flags = marks_apart ? IDN2_NFC_INPUT : 0;
	bool is_label;

	/* To register a name takes all rules; to look it up, some. */
	is_label = copy_label(label, text) &&
		   idn2_register_u8((const uint8_t *)text, NULL, &coded, flags) == IDN2_OK;
	*facts = (struct idn_label){ .len = coded ? strlen((const char *)coded) : 0 };
	idn2_free(coded);
	return is_label && find_direction(label, facts) && facts->len <= IDN_MAX_LABEL;
}

bool idn_is_coded(struct str label, struct idn_label *facts)
{
	char text[MAX_BYTES + 1];
	uint8_t *coded = NULL;
	char *meant = NULL;
	bool is_label;

	*facts = (struct idn_label){ .len = label.len };
	if (label.len > IDN_MAX_LABEL || !copy_label(label, text))
		return false;
	for (char *c = text; *c; c++) {
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c | 0x20);
	}
	is_label = idn2_register_u8(NULL, (const uint8_t *)text, &coded, 0) == IDN2_OK &&
		   idn2_to_unicode_8z8z(text, &meant, 0) == IDN2_OK &&
		   find_direction(str_from(meant), facts);
	idn2_free(coded);
	idn2_free(meant);
	return is_label;
}
