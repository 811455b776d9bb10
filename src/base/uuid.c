#include "base/uuid.h"
#include "base/sha1.h"

#include <string.h>

/* 45e6845f-c98a-47f8-90c3-96f4ef5cc000 */
const struct uuid uuid_planc = { { 0x45, 0xe6, 0x84, 0x5f, 0xc9, 0x8a, 0x47, 0xf8, 0x90, 0xc3, 0x96,
				   0xf4, 0xef, 0x5c, 0xc0, 0x00 } };

struct uuid uuid_of_name(const struct uuid *space, struct str name)
{
	uint8_t digest[SHA1_BYTES];
	struct uuid uuid;
	struct sha1 sha1;

	sha1_init(&sha1);
	sha1_add(&sha1, (struct str){ (const char *)space->bytes, sizeof(space->bytes) });
	sha1_add(&sha1, name);
	sha1_end(&sha1, digest);
	memcpy(uuid.bytes, digest, sizeof(uuid.bytes));
	/* The version, and the variant. */
	uuid.bytes[6] = (uint8_t)((uuid.bytes[6] & 0x0f) | 0x50);
	uuid.bytes[8] = (uint8_t)((uuid.bytes[8] & 0x3f) | 0x80);
	return uuid;
}

void uuid_print(const struct uuid *uuid, struct buf *out)
{
	for (unsigned i = 0; i < sizeof(uuid->bytes); i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			buf_add_byte(out, '-');
		buf_printf(out, "%02x", uuid->bytes[i]);
	}
}
