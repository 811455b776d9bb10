/* What is to say of an action beside its activity, outcomes, date, lead and measures. */
#ifndef RENDER_ACTION_H
#define RENDER_ACTION_H

#include "render/pen.h"

/* Facts, inside PEN_FACTS: status, progress, revisions, resources, links, notes … */
void action_details_write(struct pen *pen, const struct action *action);

/* Anchors for the ids that this action continues, so that old links still lead somewhere. */
void action_old_anchors_write(struct pen *pen, const struct action *action);

/* A council's own value (x-…) in plain words: lists with commas, mappings with colons. */
void own_value_write(struct pen *pen, const struct node *node);

/* The council's own value that an action has in a column of planc.yaml, or NULL. */
const struct node *action_own(const struct action *action, const struct column *column);
/* What such a column is called. */
struct str column_title(const struct pen *pen, const struct column *column);

/* More columns of a council's own than this make no table; the rest is in the data. */
#define OWN_COLUMNS 32

/* What the tables of actions of a plan have: the same for all of them, so found once a page. */
struct action_columns {
	bool has_outcomes;                     /* any action gives outcomes */
	const struct column *own[OWN_COLUMNS]; /* of planc.yaml, that any action gives a value in */
	size_t own_count;
};

const struct action_columns *action_columns_get(struct pen *pen);

#endif
