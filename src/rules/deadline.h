/* When an action is to be done, and whether it is late: what several rules go by. */
#ifndef RULES_DEADLINE_H
#define RULES_DEADLINE_H

#include "model/plan.h"
#include "rules/rule.h"

/* Whether a date is there to be counted with: given, readable and not at fault. */
bool date_is_known(const struct date *date);

/* Whether nothing more is to be done: it is done or cancelled, or its status cannot be told. */
bool action_is_over(const struct action *action);

/* The same of a milestone. */
bool milestone_is_over(const struct milestone *milestone);

/*
 * The date by which an action is to be done: its `due`; without the key, the
 * last of its milestones, unless it goes on beyond them (`ongoing`, `every`).
 * NULL when there is none, or when it is not settled or cannot be read.
 */
const struct date *deadline_of(const struct action *action);

/*
 * The date that an action is past on a day: not over, and past its `due`;
 * without the key past its `until`; without either past the last of its
 * milestones that is still open. NULL when it is not late.
 */
const struct date *action_late_by(const struct action *action, int32_t as_of);

struct lateness {
	const struct date *date; /* what passed: a `due`, an `until`, or a milestone's `due` */
	bool is_milestone;
	struct str words; /* "was due on 30 September 2023, 45 days before 14 November 2023" */
};

/* Whether an action is late on the day of the run, and how that is said. */
bool action_is_late(struct rule_run *run, const struct action *action, struct lateness *lateness);

#endif
