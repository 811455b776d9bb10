#include "schema/idn.h"

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

bool idn_is_label(struct str label, size_t *len)
{
	char text[MAX_BYTES + 1];
	uint8_t *coded = NULL;
	bool is_label;

	/* To register a name takes all rules; to look it up, some. */
	is_label = copy_label(label, text) &&
		   idn2_register_u8((const uint8_t *)text, NULL, &coded, 0) == IDN2_OK;
	*len = coded ? strlen((const char *)coded) : 0;
	idn2_free(coded);
	return is_label && *len <= IDN_MAX_LABEL;
}

bool idn_is_coded(struct str label)
{
	char text[MAX_BYTES + 1];
	uint8_t *coded = NULL;
	bool is_label;

	if (label.len > IDN_MAX_LABEL || !copy_label(label, text))
		return false;
	for (char *c = text; *c; c++) {
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c | 0x20);
	}
	is_label = idn2_register_u8(NULL, (const uint8_t *)text, &coded, 0) == IDN2_OK;
	idn2_free(coded);
	return is_label;
}
