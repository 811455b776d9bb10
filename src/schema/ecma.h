/*
 * JSON Schema's patterns are ECMA-262's (with its `u` flag; core, section
 * 6.4), PCRE2's are Perl's. This writes the one as the other. What ECMA-262
 * does not know is refused: \A, \Z, (?i), a++, (*VERB) and so on. What it
 * knows without that flag only, and means the same, is lax: \-, a{, [a-\d].
 */
#ifndef SCHEMA_ECMA_H
#define SCHEMA_ECMA_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/* What a pattern does that bears on how long a match takes. */
struct ecma_facts {
	bool refers;          /* has \1, \k<name> or a named group */
	size_t longest_count; /* the least repeats of an item: 20 of a{20,30}; 0 for most */
	bool is_lax;          /* would be none with the `u` flag */
};

/* Adds the translation to *out. False when the pattern is none, with *why in a few words. */
bool ecma_translate(struct str pattern, struct buf *out, struct ecma_facts *facts,
		    const char **why);

/*
 * The text behind ^ (and before $, then *whole) of a pattern that is nothing
 * but that; false when it is more.
 */
bool ecma_literal(struct str pattern, struct buf *text, bool *whole);

#endif
