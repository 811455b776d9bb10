/* What an author may have meant by a target that cannot be read. */
#ifndef RULES_TARGET_GUESS_H
#define RULES_TARGET_GUESS_H

#include "base/arena.h"
#include "base/str.h"

struct target_guess {
	struct str phrase; /* one that can be read; empty when there is no guess */
	struct str other;  /* another, where it is not said which way; or empty */
	struct str by;     /* the date that stood behind it, for `by`; or empty */
};

/* The words are those of a target that target_parse refuses. */
struct target_guess target_guess(struct str words, struct arena *arena);

#endif
