/*
 * The days of a plan: one event for each day that something is due, begins,
 * ends or comes round. A date that is no day stands on its last day, the one by
 * which it is due; one without an end on its first.
 */
#ifndef RENDER_CALENDAR_H
#define RENDER_CALENDAR_H

#include "base/vec.h"
#include "model/plan.h"

enum occasion {
	OCCASION_DUE,
	OCCASION_EVERY, /* the first time of what comes round */
	OCCASION_START, /* of what has no date to be done by, and does not come round */
	OCCASION_UNTIL,
	OCCASION_REVIEW,
	OCCASION_MILESTONE,
	OCCASION_PLAN_REVIEW,
	OCCASION_PLAN_END,
};

struct event {
	enum occasion occasion;
	const struct action *action;       /* NULL where the plan itself is meant */
	const struct milestone *milestone; /* OCCASION_MILESTONE */
	const struct date *date;           /* as the plan has it */
	int32_t day;
	int32_t last; /* OCCASION_EVERY: it comes round up to that day; INT32_MAX: it has no end */
};

struct calendar {
	VEC(struct event) events; /* in the order of the plan, its own last */
};

void calendar_init(struct calendar *calendar, const struct plan *plan, struct arena *arena);

/* Adds the events of one action. */
void calendar_add_action(struct calendar *calendar, struct arena *arena, const struct plan *plan,
			 const struct action *action);

/* The day on which an OCCASION_EVERY is there for the first (0), second … time; INT32_MAX: never. */
int32_t calendar_time(const struct event *event, int number);

/*
 * How it comes round as RFC 5545 says it (3.3.10): "FREQ=MONTHLY;INTERVAL=3;…".
 * What comes round on the last day of a month stays there, and what comes round
 * on the 30th is in February on the last day. Empty where it comes but once.
 */
void calendar_rule(const struct event *event, struct buf *out);

#endif
