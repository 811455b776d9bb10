/* What of a ledger is asked for, and what happened to it: in the order in which people read it. */
#ifndef DIFF_LEDGER_STORY_H
#define DIFF_LEDGER_STORY_H

#include "diff/ledger.h"

/* What of a ledger is asked for: plans, themes and actions. None: all. */
struct ledger_choice {
	const struct ledger_thing *const *at;
	size_t len;
};

/* Whether a thing is one of those, or in one of those. */
bool ledger_is_chosen(const struct ledger_choice *choice, const struct ledger_thing *thing);

/*
 * The things that are asked for, but what was merged into another: by plan, in its
 * order, what is gone last. In the arena.
 */
struct ledger_choice ledger_sort(const struct ledger *ledger, struct arena *arena,
				 const struct ledger_choice *choice);

/* What happened to one of them, and to what was merged into it; the oldest first. */
struct ledger_story {
	const struct ledger_thing *thing;
	VEC(const struct ledger_entry *) entries;
};

/* The stories of those that are asked for, in the order of ledger_sort. In the arena. */
struct ledger_stories {
	struct ledger_story *at;
	size_t len;
};
struct ledger_stories ledger_tell(const struct ledger *ledger, struct arena *arena,
				  const struct ledger_choice *choice);

#endif
