/*
 * Search and choice over the tables of actions of a page, for assets/planc.js: the tables say
 * what the script goes by in attributes, and a template, which browsers do not show, holds the
 * controls in the language of the page. Without the script all actions are there to read.
 */
#ifndef RENDER_FILTER_H
#define RENDER_FILTER_H

#include "render/pen_html.h"

/* The attributes of the element of an action: its leads, status and month. */
void filter_action_write(struct pen *pen, const struct action *action);

/* Whether a page has tables of actions, over which the script searches. */
bool filter_is_wanted(const struct view *view);

/* The controls for the actions of the page: those of its theme, or of the whole plan. */
void filter_write(struct pen *pen);

#endif
