/* A measure that only says again what its action says. */
#ifndef RULES_RESTATE_H
#define RULES_RESTATE_H

#include "model/plan.h"

/*
 * The activity, the title or the outcome of an action that a measure says again
 * in the same words, or in most of them and no others of weight; or NULL. Only a
 * sentence that says no figure is looked at.
 */
const struct text *restate_find(const struct action *action, const struct measure *measure);

#endif
