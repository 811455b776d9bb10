#include "rules/deadline.h"
#include "rules/wording.h"

bool date_is_known(const struct date *date)
{
	return date->kind == DATE_GIVEN && !date->node->bad;
}

static bool is_over(const struct word *status, const struct date *done)
{
	return done->node || (status->node && (status->node->bad || status->index == ACTION_DONE ||
					       status->index == ACTION_CANCELLED));
}

bool action_is_over(const struct action *action)
{
	return is_over(&action->status, &action->done);
}

bool milestone_is_over(const struct milestone *milestone)
{
	return is_over(&milestone->status, &milestone->done);
}

static bool goes_on(const struct action *action)
{
	return action->ongoing.is_set || action->every.node;
}

/* The last of the milestones, or of those that are open; NULL when a date of them is not known. */
static const struct date *last_milestone(const struct action *action, bool open_ones)
{
	const struct milestone *milestones = action->milestones.at;
	const struct date *last = NULL;

	/* One at fault may be the last. */
	if (!list_is_whole(&action->milestones))
		return NULL;
	for (size_t i = 0; i < action->milestones.len; i++) {
		const struct date *due = &milestones[i].due;

		if (open_ones && milestone_is_over(&milestones[i]))
			continue;
		if (!date_is_known(due))
			return NULL;
		if (!last || due->latest > last->latest)
			last = due;
	}
	return last;
}

const struct date *deadline_of(const struct action *action)
{
	if (action->due.node)
		return date_is_known(&action->due) ? &action->due : NULL;
	return goes_on(action) ? NULL : last_milestone(action, false);
}

/* The date that an open action can be late by. */
static const struct date *end_of(const struct action *action)
{
	if (action->due.node)
		return deadline_of(action);
	if (action->until.node)
		return date_is_known(&action->until) ? &action->until : NULL;
	return goes_on(action) ? NULL : last_milestone(action, true);
}

const struct date *action_late_by(const struct action *action, int32_t as_of)
{
	const struct date *date = action_is_over(action) ? NULL : end_of(action);

	return date && date->latest < as_of ? date : NULL;
}

bool action_is_late(struct rule_run *run, const struct action *action, struct lateness *lateness)
{
	const struct date *date = action_late_by(action, run->as_of);
	struct str last, today;
	int days;

	if (!date)
		return false;
	days = (int)(run->as_of - date->latest);
	lateness->date = date;
	lateness->is_milestone = date != &action->due && date != &action->until;
	last = wording_day(run, date->latest);
	today = wording_day(run, run->as_of);
	lateness->words = arena_printf(run->arena, "%s on %.*s, %d day%s before %.*s",
				       date == &action->until ? "was to end" : "was due",
				       STR_ARG(last), days, days == 1 ? "" : "s", STR_ARG(today));
	return true;
}
