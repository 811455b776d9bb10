/*
 * What a measure that is written as a sentence says by plain signs: a number
 * with a unit, "the number of", increase, all, 95%. Nothing is guessed: "within
 * 3 years" is a time, "level 3" a name, a lone "%" no target. The words are
 * English ones; numbers and signs are read in any language.
 */
#ifndef MODEL_MEASURE_SIGNS_H
#define MODEL_MEASURE_SIGNS_H

#include "base/str.h"

#include <stdbool.h>

struct measure_signs {
	bool has_target;    /* "95%", "at least 5 homes", "All staff …" */
	bool has_direction; /* "increase", "fewer", "are more confident" */
	bool is_counted;    /* "the number of" */
	/* "a 10% increase", and nothing in it that it could start from. */
	bool lacks_baseline;
};

/* Reads a Markdown text. */
struct measure_signs measure_signs_read(struct str markdown);

#endif
