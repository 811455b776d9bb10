/*
 * The ledger of a history: every date, target, lead and status of plans, their
 * themes and actions, and when it became what it is. It is fed step by step, from
 * the oldest state to the newest, and knows no git. What counts is said in
 * docs/changes.md.
 *
 * Whatever changes its name in the history, an action, a theme or a plan's folder,
 * stays one thing; its address is the one it has in the end.
 */
#ifndef DIFF_LEDGER_H
#define DIFF_LEDGER_H

#include "base/map.h"
#include "diff/change.h"
#include "diff/diff.h"

/* What made a state of the plans out of the one before it. */
struct ledger_step {
	struct str commit; /* its id; empty: files that are in no commit */
	struct str author; /* bytes that somebody wrote */
	int32_t day;       /* days since 1970-01-01 */
	bool is_known;     /* nothing is known of before: what stands there did not come now */
};

enum ledger_level { LEDGER_PLAN, LEDGER_THEME, LEDGER_ACTION };
enum ledger_about { LEDGER_DATE, LEDGER_TARGET, LEDGER_LEAD, LEDGER_STATUS };

/* What a field held. Nothing: no text and no ids. */
struct ledger_value {
	struct str text;       /* as it is written; of leads empty */
	const struct str *ids; /* of leads: sorted */
	size_t id_count;
	struct date date; /* of dates: what the text says, without a node */
};

/* Where a date went. Precision alone is no move, nor is a date that was set. */
enum ledger_move {
	MOVE_NONE,
	MOVE_LATER, /* or to an open end */
	MOVE_EARLIER,
	MOVE_AWAY, /* to tbc, unknown or nothing */
};

struct ledger_thing;

/* A name that a thing had. */
struct ledger_former {
	struct str address;
	const struct ledger_step *until; /* the step that gave it another */
};

struct ledger_entry {
	struct ledger_thing *thing; /* as it was then; ledger_heir says what it is now */
	const struct ledger_step *step;
	enum ledger_about about;
	enum change_kind kind; /* of what came or went with its thing: DATE_SET, LEAD_REMOVED … */
	struct str field;      /* "due", "measures[response-rate].target": as it is called now */
	struct ledger_value old;
	struct ledger_value new;
	struct str reason; /* or empty */
	bool has_days;
	int32_t days;          /* later is positive */
	enum ledger_move move; /* of due, start, until, review and by */
	bool is_after_due;     /* a move made when the date had passed */
	bool is_coming;        /* all of its thing came with it: it was first set */
};

/* A plan, a theme or an action through all of its names. */
struct ledger_thing {
	enum ledger_level level;
	struct str address;               /* the one it has now, or had last */
	VEC(struct ledger_former) former; /* those it had before, the first one first */
	bool is_gone;
	struct ledger_thing *plan;          /* itself of a plan */
	struct ledger_thing *into;          /* an action that was merged into this one; else NULL */
	struct ledger_thing *from;          /* this one was split off that action; else NULL */
	const struct ledger_step *came;     /* NULL: it was there before all that is known */
	const struct ledger_step *went;     /* NULL: it is there */
	struct str title;                   /* of an action its title, or else its activity */
	struct str path;                    /* of a plan: of its folder, as the input has it */
	struct str council;                 /* the id of its council */
	size_t position;                    /* its place in its plan */
	VEC(struct ledger_entry *) entries; /* its own, the oldest first */

	/* Of an action: how it stands now, or stood last. */
	struct ledger_thing *theme; /* NULL: in none */
	struct ledger_value lead;
	struct ledger_value first_due; /* the first date that was given; else nothing */
	struct ledger_value due;
	int32_t last_due;  /* the last day of the last date that could be read, */
	bool has_last_due; /* if there is one and it was not taken away */
	struct str words;  /* what tells it from another of its id */

	size_t seen; /* the number of the step that it was last met in */
};

struct ledger {
	struct arena arena; /* all of it lives here; nothing of the states does */
	struct map names;   /* address → struct ledger_name */
	struct map people;  /* "council:id" → struct str, the name of whoever leads something */
	VEC(struct ledger_thing *) things;  /* in the order in which they came */
	VEC(struct ledger_entry *) entries; /* the oldest first */
	VEC(struct ledger_step *) steps;
};

void ledger_init(struct ledger *ledger);
void ledger_release(struct ledger *ledger);

/*
 * What changed from `before` to `after`. A plan that stands on one side only has
 * come or gone; one that cannot be read as a whole, or that is known to be as it
 * was, is left out of both. The step is copied; the states may go behind it.
 */
void ledger_add(struct ledger *ledger, const struct ledger_step *step,
		const struct diff_side *before, const struct diff_side *after);

/* A state that was there before, and the one that came of it. */
struct ledger_sides {
	struct diff_side before;
	struct diff_side after;
};

/*
 * The same where several states were merged: what none of them has is told. The
 * state that came of them stands in each, as far as it differs from that one.
 */
void ledger_add_merge(struct ledger *ledger, const struct ledger_step *step,
		      const struct ledger_sides *sides, size_t count);

/* What has an address now, or had it last, or once; or NULL. */
struct ledger_thing *ledger_find(const struct ledger *ledger, struct str address);

/* What a thing has become: itself, or the action that it was merged into. */
const struct ledger_thing *ledger_heir(const struct ledger_thing *thing);

/* How often the `due` of an action moved later or away so far. */
size_t ledger_count_slips(const struct ledger_thing *action);

/*
 * An action that had the address of `action`, an action of the newest state or of
 * the one that is to follow it, but is another one; or NULL. `address` is
 * "council/plan#id".
 */
const struct ledger_thing *ledger_find_other(const struct ledger *ledger, struct str address,
					     const struct action *action);

/* The name of a lead, as council.yaml had it last; the id where it had none. */
struct str ledger_person(const struct ledger *ledger, struct str council, struct str id);

#endif
