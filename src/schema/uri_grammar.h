/*
 * Whether a text is a URI: formats of JSON Schema (7.3.5 and 7.3.6). What is
 * between the marks of a URI is looked at as far as its grammar goes: not
 * whether there is such a scheme, or such a name of a host.
 */
#ifndef SCHEMA_URI_GRAMMAR_H
#define SCHEMA_URI_GRAMMAR_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* RFC 3986, appendix A: "URI", and "URI-reference", which may lack the scheme. */
bool uri_is_absolute(struct str text);
bool uri_is_reference(struct str text);

/* The same with other letters than ASCII's (RFC 3987, section 2.2). */
bool uri_is_iri(struct str text);
bool uri_is_iri_reference(struct str text);

/* RFC 6570, section 2: a URI with {names} in it. */
bool uri_is_template(struct str text);

/* RFC 3987, section 2.2: "ucschar" and "iprivate". */
bool uri_is_wide(uint32_t code);
bool uri_is_private(uint32_t code);

/* Whether %41 or the like stands at `at`. */
bool uri_is_coded(struct str text, size_t at);

#endif
