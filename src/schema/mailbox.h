/* Addresses for mail: formats of JSON Schema (7.3.2). Lengths have no bound but a name's. */
#ifndef SCHEMA_MAILBOX_H
#define SCHEMA_MAILBOX_H

#include "base/str.h"

#include <stdbool.h>

/* "Mailbox" of RFC 5321, section 4.1.2. */
bool mailbox_is_plain(struct str text);

/*
 * The same with other letters than ASCII's on both sides of the @ (RFC 6531,
 * section 3.3). That they are in NFC is asked for there, but no condition.
 */
bool mailbox_is_idn(struct str text);

#endif
