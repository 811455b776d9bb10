/*
 * What the moves of `due` in a ledger come to: per action, and summed up per theme,
 * lead and plan. What counts is said in docs/changes.md.
 */
#ifndef DIFF_SLIPPAGE_H
#define DIFF_SLIPPAGE_H

#include "diff/ledger_story.h"

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

struct slippages {
	VEC(struct slippage) list; /* by level; the actions in the order of ledger_sort */
};

/* Themes, leads and plans are summed up where all of a plan is asked for. */
void slippages_sum(struct slippages *slippages, struct arena *arena, const struct ledger *ledger,
		   const struct ledger_choice *choice);

#endif
