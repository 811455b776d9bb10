/* Short forms in capitals within plain words: "SLB", "H&S", "HoS", "HRBPs". */
#ifndef RULES_SHORT_FORM_H
#define RULES_SHORT_FORM_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The next one at or after *from, without the s of a plural; moves *from behind
 * it. Numerals (IV), grades (AA), codes (A4, E07, COVID-19), words that people shout and
 * what needs no explanation are none. False at the end.
 */
bool short_form_next(struct str words, size_t *from, struct str *form);

/* A short form without the s of a plural; empty where all of the words are none. */
struct str short_form_of(struct str words);

/*
 * Whether a form that short_form_next found in a run of words is shouted there:
 * it stands in a heading in capitals, or in a row of words in capitals.
 */
bool short_form_is_shouted(struct str words, struct str form);

/*
 * Whether it is explained where it stands: "Senior Leadership Board (SLB)", "SLB
 * (Senior Leadership Board)", "(… Senior Leadership Board, SLB)", or "SLB – Senior
 * Leadership Board" as a whole text. Its letters begin words, but for some that
 * follow in one ("television, TV").
 */
bool short_form_is_explained(struct str words, struct str form);

#endif
