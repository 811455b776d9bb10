/*
 * SHA-1 (FIPS 180-4, section 6.1), for names that others can work out as well
 * (base/uuid.h). It is no protection against anybody.
 */
#ifndef BASE_SHA1_H
#define BASE_SHA1_H

#include "base/str.h"

#include <stdint.h>

#define SHA1_BYTES 20

/* A message that is handed over piece by piece. */
struct sha1 {
	uint32_t state[5];
	uint64_t length;   /* in bytes */
	uint8_t block[64]; /* what is there of the next block */
};

void sha1_init(struct sha1 *sha1);
void sha1_add(struct sha1 *sha1, struct str piece);
void sha1_end(struct sha1 *sha1, uint8_t digest[SHA1_BYTES]);

#endif
