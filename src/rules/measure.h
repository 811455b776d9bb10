/* A measure as the rules on measures look at it. */
#ifndef RULES_MEASURE_H
#define RULES_MEASURE_H

#include "rules/rule.h"

/*
 * Whether it says something, and nothing in it was found at fault before: a key
 * that was refused may have been what a rule misses.
 */
bool measure_is_sound(const struct measure *measure);

/* Where its sentence stands, or what it is known by. */
struct span measure_place(const struct measure *measure);

/* Its sentence, or its indicator, to be quoted: without a full stop. */
struct str measure_quote(struct rule_run *run, const struct measure *measure);

/* Whether its sentence is read: it has no parts to go by, and is English. */
bool measure_is_read(const struct rule_run *run, const struct measure *measure);

#endif
