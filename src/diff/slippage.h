/*
 * What the moves of `due` in a ledger come to: per action, and summed up per theme,
 * lead and plan. What counts is said in docs/changes.md.
 */
#ifndef DIFF_SLIPPAGE_H
#define DIFF_SLIPPAGE_H

#include "diff/ledger.h"

enum slippage_level { SLIPPAGE_ACTION, SLIPPAGE_THEME, SLIPPAGE_LEAD, SLIPPAGE_PLAN };

struct slippage {
	enum slippage_level level;
	struct str address; /* of a lead "council#id" */
	struct str title;
	const struct ledger_thing *thing; /* NULL of a lead */
	/* Of an action its first date and that of now; of the others the last of their actions'. */
	struct ledger_value first;
	struct ledger_value now;
	size_t moves;
	size_t after_due; /* moves made when the date had passed */
	bool has_net;     /* there are a first date and one of now */
	int32_t net_days; /* between them; of the others the sum of their actions' */
	size_t actions;   /* that have, or had, a date; of an action 1 */
	size_t moved;     /* of these, the ones that moved */
};

/* The name of a level: "action", "theme", "lead", "plan". */
struct str slippage_level_name(enum slippage_level level);

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

struct slippages {
	VEC(struct slippage) list; /* by level; the actions in the order of ledger_sort */
};

/* Themes, leads and plans are summed up where all of a plan is asked for. */
void slippages_sum(struct slippages *slippages, struct arena *arena, const struct ledger *ledger,
		   const struct ledger_choice *choice);

#endif
