#include "report/printable.h"
#include "base/attributes.h"
#include "base/utf8.h"

#include <stdbool.h>

#define REPLACEMENT 0xFFFD

struct range {
	uint32_t first, last;
};

/* Marks that stand on the letter before them, and what has no width at all. */
static const struct range narrow[] = {
	{ 0x0300, 0x036F },   { 0x0483, 0x0489 }, { 0x0591, 0x05BD }, { 0x05BF, 0x05BF },
	{ 0x05C1, 0x05C2 },   { 0x05C4, 0x05C5 }, { 0x0610, 0x061A }, { 0x064B, 0x065F },
	{ 0x0670, 0x0670 },   { 0x06D6, 0x06DC }, { 0x06DF, 0x06E4 }, { 0x06E7, 0x06E8 },
	{ 0x06EA, 0x06ED },   { 0x0900, 0x0902 }, { 0x093C, 0x093C }, { 0x0941, 0x0948 },
	{ 0x094D, 0x094D },   { 0x0E31, 0x0E31 }, { 0x0E34, 0x0E3A }, { 0x0E47, 0x0E4E },
	{ 0x1160, 0x11FF },   { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF }, { 0x200B, 0x200D },
	{ 0x2060, 0x2060 },   { 0x20D0, 0x20F0 }, { 0x302A, 0x302D }, { 0x3099, 0x309A },
	{ 0xFE00, 0xFE0F },   { 0xFE20, 0xFE2F }, { 0xFEFF, 0xFEFF }, { 0x1F3FB, 0x1F3FF },
	{ 0xE0100, 0xE01EF },
};

/* Chinese, Japanese, Korean, and pictures. */
static const struct range wide[] = {
	{ 0x1100, 0x115F },   { 0x231A, 0x231B },   { 0x2329, 0x232A },   { 0x23E9, 0x23EC },
	{ 0x23F0, 0x23F0 },   { 0x23F3, 0x23F3 },   { 0x25FD, 0x25FE },   { 0x2614, 0x2615 },
	{ 0x2648, 0x2653 },   { 0x267F, 0x267F },   { 0x2693, 0x2693 },   { 0x26A1, 0x26A1 },
	{ 0x26AA, 0x26AB },   { 0x26BD, 0x26BE },   { 0x26C4, 0x26C5 },   { 0x26CE, 0x26CE },
	{ 0x26D4, 0x26D4 },   { 0x26EA, 0x26EA },   { 0x26F2, 0x26F3 },   { 0x26F5, 0x26F5 },
	{ 0x26FA, 0x26FA },   { 0x26FD, 0x26FD },   { 0x2705, 0x2705 },   { 0x270A, 0x270B },
	{ 0x2728, 0x2728 },   { 0x274C, 0x274C },   { 0x274E, 0x274E },   { 0x2753, 0x2755 },
	{ 0x2757, 0x2757 },   { 0x2795, 0x2797 },   { 0x27B0, 0x27B0 },   { 0x27BF, 0x27BF },
	{ 0x2B1B, 0x2B1C },   { 0x2B50, 0x2B50 },   { 0x2B55, 0x2B55 },   { 0x2E80, 0x303E },
	{ 0x3041, 0x33FF },   { 0x3400, 0x4DBF },   { 0x4E00, 0xA4CF },   { 0xA960, 0xA97C },
	{ 0xAC00, 0xD7A3 },   { 0xF900, 0xFAFF },   { 0xFE30, 0xFE6F },   { 0xFF01, 0xFF60 },
	{ 0xFFE0, 0xFFE6 },   { 0x1F004, 0x1F004 }, { 0x1F0CF, 0x1F0CF }, { 0x1F18E, 0x1F18E },
	{ 0x1F191, 0x1F19A }, { 0x1F200, 0x1F320 }, { 0x1F32D, 0x1F335 }, { 0x1F337, 0x1F37C },
	{ 0x1F37E, 0x1F393 }, { 0x1F3A0, 0x1F3CA }, { 0x1F3CF, 0x1F3D3 }, { 0x1F3E0, 0x1F3F0 },
	{ 0x1F3F4, 0x1F3F4 }, { 0x1F3F8, 0x1F43E }, { 0x1F440, 0x1F440 }, { 0x1F442, 0x1F4FC },
	{ 0x1F4FF, 0x1F53D }, { 0x1F54B, 0x1F54E }, { 0x1F550, 0x1F567 }, { 0x1F57A, 0x1F57A },
	{ 0x1F595, 0x1F596 }, { 0x1F5A4, 0x1F5A4 }, { 0x1F5FB, 0x1F64F }, { 0x1F680, 0x1F6C5 },
	{ 0x1F6CC, 0x1F6CC }, { 0x1F6D0, 0x1F6D2 }, { 0x1F6D5, 0x1F6D7 }, { 0x1F6EB, 0x1F6EC },
	{ 0x1F6F4, 0x1F6FC }, { 0x1F7E0, 0x1F7EB }, { 0x1F90C, 0x1F93A }, { 0x1F93C, 0x1F945 },
	{ 0x1F947, 0x1F9FF }, { 0x1FA70, 0x1FAFF }, { 0x20000, 0x3FFFD },
};

static bool is_in(const struct range *ranges, size_t count, uint32_t c)
{
	size_t low = 0;

	while (low < count) {
		size_t middle = low + (count - low) / 2;

		if (c >= ranges[middle].first && c <= ranges[middle].last)
			return true;
		if (c < ranges[middle].first)
			count = middle;
		else
			low = middle + 1;
	}
	return false;
}

unsigned printable_width(uint32_t c)
{
	if (c < 0x0300)
		return 1;
	if (is_in(narrow, ARRAY_LEN(narrow), c))
		return 0;
	return is_in(wide, ARRAY_LEN(wide), c) ? 2 : 1;
}

/* Controls (C0, DEL, C1), line and paragraph separators, what turns the direction of writing. */
static bool is_command(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

uint32_t printable_next(struct str text, size_t *at)
{
	size_t end = text.len - *at < 4 ? text.len : *at + 4;
	struct str rest = str_slice(text, *at, end);

	if (utf8_check(rest) == 0) {
		(*at)++;
		return REPLACEMENT;
	}
	return utf8_next(text, at);
}

unsigned printable_put(struct buf *out, uint32_t c)
{
	size_t before = out->len;
	char bytes[4];

	if (is_command(c)) {
		buf_printf(out, c < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)c);
		return (unsigned)(out->len - before);
	}
	buf_add(out, (struct str){ bytes, utf8_put(c, bytes) });
	return printable_width(c);
}

void printable_add(struct buf *out, struct str text)
{
	size_t at = 0;

	while (at < text.len) {
		uint32_t c = printable_next(text, &at);

		printable_put(out, c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
	}
}

void printable_add_first(struct buf *out, struct str name)
{
	if (str_find(name, STR("::"), 0) < name.len)
		buf_add_c(out, "./");
	printable_add(out, name);
}

void printable_add_utf8(struct buf *out, struct str text)
{
	while (text.len) {
		size_t valid = utf8_check(text);

		buf_add(out, str_slice(text, 0, valid));
		if (valid == text.len)
			return;
		buf_add_c(out, "\xEF\xBF\xBD");
		text = str_slice(text, valid + 1, text.len);
	}
}
