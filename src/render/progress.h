/* How far the actions of plans have come, by their status: a bar, and a table that says the same. */
#ifndef RENDER_PROGRESS_H
#define RENDER_PROGRESS_H

#include "render/pen.h"

/* In the order of the bar: what is done first. */
enum progress { DONE, IN_PROGRESS, NOT_STARTED, PAUSED, CANCELLED, NOT_SAID, PROGRESSES };

/* NOT_SAID where nobody has told. */
enum progress action_progress(const struct action *action);
/* "in progress", in English; and what data calls it: "under-way". */
const char *progress_words(enum progress progress);
const char *progress_token(enum progress progress);

/* Whether an action of the plan says how far it has come. */
bool plan_has_progress(const struct plan *plan);

/*
 * Whether it can be said which of its actions are late: it is adopted, and
 * tells what is done. Of a plan that tells nothing all past dates would be late.
 */
bool plan_tells_late(const struct plan *plan);

/* The view's plan. */
void progress_write(struct pen *pen);

/* A section on the plans of the view's council that say it; nothing where none does. */
void progress_write_council(struct pen *pen);

#endif
