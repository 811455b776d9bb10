/* Words compared without case, marks and spacing. */
#ifndef RULES_ALIKE_H
#define RULES_ALIKE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The next word (letters and digits, % and signs of money) from *at on; empty at the end. */
struct str alike_next_word(struct str text, size_t *at);

/* Equal for texts that are alike, and hardly ever for others. */
uint64_t alike_hash(struct str text);

/* Whether two texts are the same words in the same order. */
bool alike_is_same(struct str a, struct str b);

/*
 * The same of a single word without its ending, in a rough way: one number for
 * "review", "reviews", "reviewed" and "reviewing".
 */
uint64_t alike_stem(struct str word);

#endif
