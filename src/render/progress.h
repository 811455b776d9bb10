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

/* Whether that is so of an action of the plan, on the day of the page; and the word for it. */
bool action_is_overdue(const struct view *view, const struct plan *plan,
		       const struct action *action);
void overdue_write(struct pen *pen, const struct plan *plan, const struct action *action);

/* The view's plan. */
void progress_write(struct pen *pen);

/*
 * In a list of plans: "9 actions in 3 themes: 4 done, 5 in progress; 2 overdue",
 * and the bar where the plan tells that much. Beside them stands what its shades are, once
 * for all plans of the council, or of the site without one; nothing where there is no bar.
 */
void progress_summary_write(struct pen *pen, const struct plan *plan);
void progress_key_write(struct pen *pen, const struct council *council);

#endif
