#ifndef DIFF_THEMES_H
#define DIFF_THEMES_H

#include "diff/identity.h"

/* Pairs the themes of a plan, whose actions are paired; in the arena. */
void themes_pair(struct pairing *pairing, const struct identity *identity, struct arena *arena);

#endif
