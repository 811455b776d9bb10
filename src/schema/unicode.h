/* Unicode properties as ECMA-262 names them (12.7.1.2), in PCRE2's spelling. */
#ifndef SCHEMA_UNICODE_H
#define SCHEMA_UNICODE_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/*
 * Adds what stands for \p{NAME}, without the \p: "{L}" for Letter and gc=L,
 * "{sc:Greek}" for Script=Greek. False when the name has no such form; whether
 * there is a property of that name, PCRE2 finds out.
 */
bool unicode_add_property(struct buf *out, struct str name);

#endif
