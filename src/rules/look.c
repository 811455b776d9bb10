#include "rules/look.h"

#include <stdint.h>
#include <string.h>

/* How many positions are looked at together, and how many bytes further a look reaches. */
#define BLOCK 16
#define REACH 1
/* Stands behind the last byte of a text: nothing is looked for before a digit. */
#define FILLER '0'

#define VECTOR __attribute__((__vector_size__(BLOCK)))

/*
 * The flags of each position of the block at `bytes`, behind which there are
 * REACH more. Masks take two characters at a time that differ in one bit; each
 * comparison gives a byte of ones.
 */
static inline VECTOR unsigned char look_at_block(const char *bytes)
{
	VECTOR unsigned char a, b, low, next_low;
	VECTOR signed char is_letter, next_is_letter, is_stop, joins, found;

	memcpy(&a, bytes, BLOCK);
	memcpy(&b, bytes + 1, BLOCK);
	low = a | 0x20;
	next_low = b | 0x20;
	is_letter = (low - 'a') < 26;
	next_is_letter = (next_low - 'a') < 26;
	is_stop = (a == '.') | (a == '!') | (a == '?');
	/* . and , then ? and ; then ! and % */
	joins = ((a & 0xFD) == ',') | ((a & 0xFB) == ';') | ((a & 0xFB) == '!') | ((a - '0') < 10);
	/* ( and ), and what “ and ” end with */
	found = LOOK_PAIR &
		(((a & 0xFE) == '(') | (a == '[') | (a == ']') | (a == '"') | ((a & 0xFE) == 0x9C));
	found |= LOOK_STOP & is_stop & ((VECTOR signed char)b < '0');
	found |= LOOK_JOIN & joins & next_is_letter;
	found |= LOOK_CAPITAL & (is_letter | (a == '&')) & ((b - 'A') < 26);
	found |= LOOK_Z & ((a | 0x30) == 'y') & (next_low == 'z');
	found |= LOOK_HYPHEN & is_letter & (b == '-');
	found |= LOOK_LINE & (a == '\n');
	return (VECTOR unsigned char)found;
}

unsigned look_at(struct str text)
{
	size_t count = text.len < BLOCK + REACH ? 0 : (text.len - REACH) / BLOCK;
	size_t at = count * BLOCK;
	VECTOR unsigned char found = { 0 };
	char rest[BLOCK + REACH];
	uint64_t halves[2];

	for (size_t i = 0; i < count; i++)
		found |= look_at_block(text.at + i * BLOCK);
	if (at < text.len) {
		memset(rest, FILLER, sizeof(rest));
		memcpy(rest, text.at + at, text.len - at);
		found |= look_at_block(rest);
	}
	memcpy(halves, &found, sizeof(halves));
	halves[0] |= halves[1];
	halves[0] |= halves[0] >> 32;
	halves[0] |= halves[0] >> 16;
	return (unsigned)(halves[0] | halves[0] >> 8) & 0x7F;
}
