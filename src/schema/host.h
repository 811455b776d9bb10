/* Names and addresses of computers: formats of JSON Schema (7.3.3 and 7.3.4). */
#ifndef SCHEMA_HOST_H
#define SCHEMA_HOST_H

#include "base/str.h"

#include <stdbool.h>

/* RFC 1123, section 2.1: labels of letters, digits and hyphens with dots between them. */
bool host_is_plain(struct str text);

/* The same, and labels that begin with xn-- are names in other letters (RFC 5891, section 4.4). */
bool host_is_name(struct str text);

/*
 * The same, and labels may be in other letters (RFC 5890 to 5893). The dots may
 * be those of East Asian writing (RFC 3490, section 3.1). Letters may have their
 * marks apart from them (not in NFC) only when told so.
 */
bool host_is_idn(struct str text, bool marks_apart);

/* RFC 2673, section 3.2: four numbers up to 255; without leading zeros, which some read as octal. */
bool host_is_ipv4(struct str text);

/* RFC 4291, section 2.2. */
bool host_is_ipv6(struct str text);

#endif
