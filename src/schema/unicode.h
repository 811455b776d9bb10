/* Unicode properties as ECMA-262 names them (12.7.1.2), in PCRE2's spelling. */
#ifndef SCHEMA_UNICODE_H
#define SCHEMA_UNICODE_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/*
 * Adds what stands for \p{NAME}, or for \P{NAME} when `p` is 'P': \p{L} for
 * Letter and gc=L, \p{sc:Greek} for Script=Greek. False when there is no such
 * property in ECMA-262; whether there is such a script, PCRE2 finds out.
 */
bool unicode_add_property(struct buf *out, char p, struct str name);

#endif
