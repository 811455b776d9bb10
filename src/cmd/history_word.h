/* What the words of `planc log` ask for: PLAN, PLAN#ACTION, a council or a path. */
#ifndef CMD_HISTORY_WORD_H
#define CMD_HISTORY_WORD_H

#include "diff/ledger.h"

struct history_words {
	struct arena *arena;
	const struct ledger *ledger;
	struct str folder; /* of the plans, from the top of the repository */
};

struct chosen {
	VEC(const struct ledger_thing *) list;
};

/* PLAN of PLAN#ACTION; *action may be empty. */
struct str history_word_split(const char *word, struct str *action);

/*
 * Adds what a word asks for. `path`: the word is a path, and this is it in the
 * folder of the plans; NULL: it is none. False with *why, which names the nearest.
 */
bool history_word_find(const struct history_words *words, const char *word, const struct str *path,
		       struct chosen *chosen, struct str *why);

#endif
