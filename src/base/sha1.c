#include "base/sha1.h"

static uint32_t rotated(uint32_t word, unsigned by)
{
	return word << by | word >> (32 - by);
}

static uint32_t word_of(const uint8_t *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* The function and the constant of step t, as sections 4.1.1 and 4.2.1 name them. */
static uint32_t mixed(unsigned t, const uint32_t v[5])
{
	if (t < 20)
		return ((v[1] & v[2]) ^ (~v[1] & v[3])) + 0x5a827999;
	if (t < 40)
		return (v[1] ^ v[2] ^ v[3]) + 0x6ed9eba1;
	if (t < 60)
		return ((v[1] & v[2]) ^ (v[1] & v[3]) ^ (v[2] & v[3])) + 0x8f1bbcdc;
	return (v[1] ^ v[2] ^ v[3]) + 0xca62c1d6;
}

static void block_take(struct sha1 *sha1)
{
	uint32_t schedule[80];
	uint32_t v[5];

	for (unsigned t = 0; t < 16; t++)
		schedule[t] = word_of(sha1->block + 4 * (size_t)t);
	for (unsigned t = 16; t < 80; t++)
		schedule[t] = rotated(
			schedule[t - 3] ^ schedule[t - 8] ^ schedule[t - 14] ^ schedule[t - 16], 1);
	for (unsigned i = 0; i < 5; i++)
		v[i] = sha1->state[i];
	for (unsigned t = 0; t < 80; t++) {
		uint32_t next = rotated(v[0], 5) + mixed(t, v) + v[4] + schedule[t];

		v[4] = v[3];
		v[3] = v[2];
		v[2] = rotated(v[1], 30);
		v[1] = v[0];
		v[0] = next;
	}
	for (unsigned i = 0; i < 5; i++)
		sha1->state[i] += v[i];
}

void sha1_init(struct sha1 *sha1)
{
	*sha1 = (struct sha1){
		.state = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0 },
	};
}

static void byte_add(struct sha1 *sha1, uint8_t byte)
{
	sha1->block[sha1->length++ % 64] = byte;
	if (sha1->length % 64 == 0)
		block_take(sha1);
}

void sha1_add(struct sha1 *sha1, struct str piece)
{
	for (size_t i = 0; i < piece.len; i++)
		byte_add(sha1, (uint8_t)piece.at[i]);
}

/* A one, zeros, and the length in bits in the last eight bytes of a block. */
void sha1_end(struct sha1 *sha1, uint8_t digest[SHA1_BYTES])
{
	uint64_t bits = sha1->length * 8;

	byte_add(sha1, 0x80);
	while (sha1->length % 64 != 56)
		byte_add(sha1, 0);
	for (unsigned i = 0; i < 8; i++)
		byte_add(sha1, (uint8_t)(bits >> (56 - 8 * i)));
	for (unsigned i = 0; i < SHA1_BYTES; i++)
		digest[i] = (uint8_t)(sha1->state[i / 4] >> (24 - 8 * (i % 4)));
}
