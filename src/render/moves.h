/* How often the target date of an action moved, as the history of its plan has it. */
#ifndef RENDER_MOVES_H
#define RENDER_MOVES_H

#include "diff/ledger.h"
#include "render/renderer.h"

struct moves {
	size_t all;
	size_t late; /* of these, when the date had passed */
};

/* What the history knows of an action of the view's plan; NULL: nothing. */
const struct ledger_thing *moves_thing(const struct view *view, const struct action *action);

/* Whether an entry says that the target date moved. */
bool entry_is_move(const struct ledger_entry *entry);

struct moves moves_of(const struct ledger_thing *thing);

/* "once", "twice", "3 times". */
void moves_times_print(size_t count, const struct view *view, struct buf *out);

/* "Moved twice, once after the date had passed", without a stop. */
void moves_print(struct moves moves, const struct view *view, struct buf *out);

/*
 * "4 months later", from the first date to the one that it has, or that they are the
 * same; nothing where one of them is no day.
 */
void moves_span_print(const struct ledger_thing *thing, const struct view *view, struct buf *out);

/*
 * A reason as the plan gives it now, in all of its languages: the history keeps the words
 * of the first alone. NULL where the plan has it no more; so it has of no action (NULL).
 */
const struct text *reason_find(const struct action *action, struct str reason);

/* Whether it is a date with an end. */
bool value_is_day(const struct ledger_value *value);

#endif
