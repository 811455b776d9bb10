/* When an action is to be done: its dates in words, its milestones, what it waits for. */
#ifndef RENDER_TIMING_H
#define RENDER_TIMING_H

#include "render/pen.h"

/* "September 2023", "Every quarter, from August 2023", "To be confirmed" … on one line. */
void timing_write_line(struct pen *pen, const struct action *action);
/* The same as a paragraph, with a word when it is overdue, and the author's words about it. */
void timing_write(struct pen *pen, const struct action *action);

/* The last day of what an action gives as its date: due, else until; INT32_MAX where there is none. */
int32_t action_last_day(const struct action *action);

/* A list, each with its date and how far it has come. */
void milestones_write(struct pen *pen, const struct list *milestones);

bool has_dependencies(const struct action *action);
/* A list of what it waits for, with links where they lead somewhere. */
void dependencies_write(struct pen *pen, const struct action *action);

/* An action or plan by its name, with a link where it has a page; else the id. */
void ref_link_write(struct pen *pen, const struct ref *ref);

/* The short name of an action: its title, or the words of its activity. Lives in the page's arena. */
struct str action_name(struct pen *pen, const struct action *action);

#endif
