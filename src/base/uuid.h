/* UUIDs of names (RFC 9562, version 5): the same name always has the same one. */
#ifndef BASE_UUID_H
#define BASE_UUID_H

#include "base/buf.h"
#include "base/str.h"

#include <stdint.h>

struct uuid {
	uint8_t bytes[16];
};

/* What the addresses of plans and their parts are names in; it never changes. */
extern const struct uuid uuid_planc;

/* The UUID of a name in a name space. */
struct uuid uuid_of_name(const struct uuid *space, struct str name);

/* "2ed6657d-e927-568b-95e1-2665a8aea6a2" */
void uuid_print(const struct uuid *uuid, struct buf *out);

#endif
