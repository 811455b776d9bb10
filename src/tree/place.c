#include "tree/place.h"
#include "base/ascii.h"
#include "base/bug.h"
#include "base/utf8.h"

static void put_byte(struct look *look, char byte, uint32_t begin, uint32_t end)
{
	size_t index = look->len++;

	if (index >= look->max)
		BUG("the second look makes more than %zu bytes", look->max);
	if (look->map)
		look->map[index] = begin;
	if (look->text)
		look->text[index] = byte;
	if (index == look->from)
		look->begin = begin;
	if (index + 1 == look->to)
		look->end = end;
	look->last_end = end;
}

void look_put_run(struct look *look, uint32_t begin, uint32_t end)
{
	for (uint32_t at = begin; at < end; at++)
		put_byte(look, look->bytes[at], at, at + 1);
}

void look_put(struct look *look, struct str piece, uint32_t begin, uint32_t end)
{
	for (size_t i = 0; i < piece.len; i++)
		put_byte(look, piece.at[i], begin, end);
}

uint32_t place_break_size(struct str bytes, uint32_t at)
{
	if (at >= bytes.len || (bytes.at[at] != '\n' && bytes.at[at] != '\r'))
		return 0;
	return bytes.at[at] == '\r' && at + 1 < bytes.len && bytes.at[at + 1] == '\n' ? 2 : 1;
}

/*
 * White space up to `end`: kept as it is within a line; folded where it holds
 * line ends, one to a space, each further one to a line end. Behind an escaped
 * line end (`escaped`) nothing is left of it but its line ends.
 */
static uint32_t look_at_white(struct look *look, uint32_t at, uint32_t end, bool escaped)
{
	struct str bytes = { look->bytes, end };
	uint32_t begin = at;
	uint32_t first =
		0; /* the first line end and its size, until it is known what becomes of it */
	uint32_t first_size = 0;
	bool folded = escaped;
	uint32_t size;

	for (; at < end && ascii_is_space(bytes.at[at]); at += size ? size : 1) {
		size = place_break_size(bytes, at);
		if (!size)
			continue;
		if (folded) {
			look_put(look, STR("\n"), at, at + size);
			first_size = 0;
		} else {
			first = at;
			first_size = size;
			folded = true;
		}
	}
	if (first_size)
		look_put(look, STR(" "), first, first + first_size);
	if (!folded)
		look_put_run(look, begin, at);
	return at;
}

static const struct {
	char sign;
	unsigned char len;
	char bytes[4];
} escapes[] = {
	{ '0', 1, "\0" },
	{ 'a', 1, "\a" },
	{ 'b', 1, "\b" },
	{ 't', 1, "\t" },
	{ '\t', 1, "\t" },
	{ 'n', 1, "\n" },
	{ 'v', 1, "\v" },
	{ 'f', 1, "\f" },
	{ 'r', 1, "\r" },
	{ 'e', 1, "\x1B" },
	{ ' ', 1, " " },
	{ '"', 1, "\"" },
	{ '/', 1, "/" },
	{ '\\', 1, "\\" },
	{ 'N', 2, "\xC2\x85" },
	{ '_', 2, "\xC2\xA0" },
	{ 'L', 3, "\xE2\x80\xA8" },
	{ 'P', 3, "\xE2\x80\xA9" },
};

/* The value of `count` hexadecimal digits; 0xFFFFFFFF when they are not there. */
static uint32_t hex(struct str bytes, uint32_t at, uint32_t count)
{
	uint32_t value = 0;

	if (at > bytes.len || bytes.len - at < count)
		return UINT32_MAX;
	for (uint32_t i = 0; i < count; i++) {
		char c = bytes.at[at + i];
		char letter = (char)(c | 0x20);

		if (c >= '0' && c <= '9')
			value = value << 4 | (uint32_t)(c - '0');
		else if (letter >= 'a' && letter <= 'f')
			value = value << 4 | (uint32_t)(letter - 'a' + 10);
		else
			return UINT32_MAX;
	}
	return value;
}

/*
 * A character by its number, \x41 \u0041 \U00000041. JSON writes two
 * surrogates for what lies above U+FFFF; one alone becomes U+FFFD.
 */
static uint32_t look_at_number(struct look *look, uint32_t at, uint32_t end)
{
	struct str bytes = { look->bytes, end };
	uint32_t digits = bytes.at[at + 1] == 'x' ? 2 : bytes.at[at + 1] == 'u' ? 4 : 8;
	uint32_t behind = at + 2 + digits;
	uint32_t c = hex(bytes, at + 2, digits);
	uint32_t low;
	char piece[4];

	if (c == UINT32_MAX)
		BUG("no character number at byte %u", at);
	if (c >= 0xD800 && c <= 0xDBFF && end - behind >= 6 && bytes.at[behind] == '\\' &&
	    bytes.at[behind + 1] == 'u') {
		low = hex(bytes, behind + 2, 4);
		if (low >= 0xDC00 && low <= 0xDFFF) {
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
			behind += 6;
		}
	}
	if ((c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF)
		c = 0xFFFD;
	look_put(look, (struct str){ piece, utf8_put(c, piece) }, at, behind);
	return behind;
}

/* A backslash in double quotes and what belongs to it. */
static uint32_t look_at_escape(struct look *look, uint32_t at, uint32_t end)
{
	struct str bytes = { look->bytes, end };
	uint32_t size = place_break_size(bytes, at + 1);
	char sign;

	if (size)
		return look_at_white(look, at + 1 + size, end, true);
	if (at + 1 >= end)
		BUG("a text ends in a backslash at byte %u", at);
	sign = bytes.at[at + 1];
	if (sign == 'x' || sign == 'u' || sign == 'U')
		return look_at_number(look, at, end);
	for (size_t i = 0; i < ARRAY_LEN(escapes); i++) {
		if (escapes[i].sign == sign) {
			look_put(look, (struct str){ escapes[i].bytes, escapes[i].len }, at,
				 at + 2);
			return at + 2;
		}
	}
	BUG("no escape at byte %u", at);
}

/* Plain and quoted scalars, between their quotes. */
static void look_at_flow(const struct node *scalar, struct look *look)
{
	uint32_t quote = scalar->style == STYLE_PLAIN ? 0 : 1;
	uint32_t end = scalar->end - quote;
	uint32_t at = scalar->begin + quote;
	uint32_t run = at; /* bytes from here to `at` are not yet put */

	look->last_end = at;
	while (at < end) {
		char c = look->bytes[at];

		if (!ascii_is_space(c) && !(c == '\\' && scalar->style == STYLE_DOUBLE) &&
		    !(c == '\'' && scalar->style == STYLE_SINGLE)) {
			at++;
			continue;
		}
		look_put_run(look, run, at);
		if (c == '\\') {
			at = look_at_escape(look, at, end);
		} else if (c == '\'') {
			look_put(look, STR("'"), at, at + 2);
			at += 2;
		} else {
			at = look_at_white(look, at, end, false);
		}
		run = at;
	}
	look_put_run(look, run, end);
}

static void look_at(const struct node *scalar, struct look *look)
{
	if (scalar->kind != NODE_SCALAR)
		BUG("no scalar at byte %u", scalar->begin);
	look->bytes = scalar->source->bytes.at;
	look->max = scalar->text.len;
	if (scalar->style == STYLE_LITERAL || scalar->style == STYLE_FOLDED)
		place_look_at_block(scalar, look);
	else
		look_at_flow(scalar, look);
	if (look->len != look->max)
		BUG("the second look at byte %u makes %zu bytes of %zu", scalar->begin, look->len,
		    look->max);
}

struct str place_text(const struct node *scalar, struct arena *arena)
{
	struct look look = { .text = arena_alloc_text(arena, scalar->text.len + 1) };

	look_at(scalar, &look);
	look.text[look.len] = '\0';
	return (struct str){ look.text, look.len };
}

struct str place_decode(const struct node *scalar, struct arena *arena)
{
	/* No escape is shorter than two thirds of what it means. */
	size_t room = (size_t)(scalar->end - scalar->begin) * 2;
	struct look look = {
		.bytes = scalar->source->bytes.at,
		.text = arena_alloc_text(arena, room),
		.max = room,
	};

	look_at_flow(scalar, &look);
	return (struct str){ look.text, look.len };
}

const uint32_t *node_map_text(const struct node *scalar, struct arena *arena)
{
	struct look look = { .map = arena_new_array(arena, uint32_t, scalar->text.len + 1) };

	look_at(scalar, &look);
	look.map[look.len] = look.last_end;
	return look.map;
}

struct span node_span_of_text(const struct node *scalar, size_t begin, size_t end)
{
	struct look look = { .from = begin, .to = end };

	if (begin > end || end > scalar->text.len)
		BUG("bytes %zu to %zu of a text of %zu", begin, end, scalar->text.len);
	look_at(scalar, &look);
	if (begin == scalar->text.len)
		look.begin = look.last_end;
	if (begin == end)
		look.end = look.begin;
	return (struct span){ scalar->source, look.begin, look.end };
}
