/*
 * What changed between two plans: a list of changes, each of one kind. The
 * kinds stand in changes.def.
 */
#ifndef DIFF_CHANGE_H
#define DIFF_CHANGE_H

#include "base/arena.h"
#include "base/vec.h"
#include "model/plan.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum change_weight { WEIGHT_MAJOR, WEIGHT_SUBSTANTIVE, WEIGHT_EDITORIAL };

enum change_kind {
#define CHANGE(symbol, name, weight, mirror, one, many) CHANGE_##symbol,
#include "diff/changes.def"
#undef CHANGE
	CHANGE_KINDS
};

/* A row of changes.def. */
struct change_type {
	const char *name; /* "date-slipped" */
	enum change_weight weight;
	enum change_kind mirror; /* what it is with before and after swapped */
	const char *one;         /* "date moved later" */
	const char *many;        /* "dates moved later" */
};

/* By enum change_kind. */
extern const struct change_type change_types[CHANGE_KINDS];

/* "major", "substantive", "editorial". */
const char *change_weight_name(enum change_weight weight);

/* What a field held, as data. */
enum value_kind {
	VALUE_NONE, /* there was nothing */
	VALUE_TEXT, /* words, an id */
	VALUE_NODE, /* what stands in the file: a number, true, a list, a mapping */
	VALUE_IDS,  /* ids of actions */
};

struct change_value {
	enum value_kind kind;
	struct str text;
	const struct node *node;
	const struct str *ids;
	size_t id_count;
};

/* Words that both texts have, or that one has. Joined by spaces they give the text. */
enum piece_kind { PIECE_SAME, PIECE_REMOVED, PIECE_ADDED };

struct piece {
	enum piece_kind kind;
	struct str words;
};

/*
 * Why an action changed: the entries of its `revisions` that came with the changes and
 * say something, by their days. Between states that lie far apart they may be several,
 * and which of them goes with which change nobody can know.
 */
struct reasons {
	const struct revision *const *at; /* the newest is the last */
	size_t count;                     /* never 0 */
};

struct change {
	enum change_kind kind;
	struct str plan;    /* "council/plan"; empty of what is a council's */
	struct str address; /* of the thing as it is now; of what is gone, as it was */
	struct str field;   /* "measures[response-rate].target"; empty: the thing itself */
	const struct thing
		*thing; /* the measure, milestone … it is in, as it is now or was; or NULL */
	/* Of a text that is given by language: that text, and which language this is; else nothing. */
	const struct node *text;
	struct str language;
	struct change_value old;
	struct change_value new;
	bool is_date; /* the values are dates, or stand for one */
	bool has_days;
	int32_t days; /* later is positive */
	const struct piece *pieces;
	size_t piece_count;
	const struct reasons *reasons; /* all changes of an action share them; NULL: none came */
	struct span before;            /* source NULL: it was not there */
	struct span after;
	/* What it is part of, as it is now, or as it was where it is gone; each may be NULL. */
	const struct theme *theme;
	const struct action *action;
	const struct section *section;
};

/* Two that are one and the same action; one of them is NULL where it came or went. */
struct action_pair {
	const struct plan *before_plan;
	const struct plan *after_plan;
	const struct action *before;
	const struct action *after;
};

/* An item of a list that is called otherwise now, because its id or its words changed. */
struct item_name {
	struct str address; /* of the thing that has the list */
	struct str before;  /* "measures[response-rate]", as it was called */
	struct str told;    /* as its changes call it */
	struct str after;   /* as it is called from now on */
};

/* Lives in the arena it was made in. */
struct changes {
	VEC(struct change)
	list; /* by plan, and in it by section, theme and action, as the plan has them */
	size_t counts[CHANGE_KINDS];
	VEC(struct action_pair) pairs; /* those of plans that are on both sides */
	VEC(struct item_name) renamed; /* measures, milestones and other items */
	VEC(struct str) unread; /* addresses of what one side cannot be read of, or not whole */
};

/* The words of the newest of its reasons; empty where none came. */
struct str change_newest_reason(const struct change *change);

#endif
