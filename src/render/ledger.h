/* The ledger of a history, and what its dates slipped by, as people and programs read it. */
#ifndef RENDER_LEDGER_H
#define RENDER_LEDGER_H

#include "base/buf.h"
#include "compile/chronicle.h"
#include "diff/slippage.h"

struct view;

struct ledger_view {
	const struct chronicle *chronicle;
	struct ledger_choice choice;
	bool is_sum;      /* --slippage: the sums are asked for */
	bool is_coloured; /* for a terminal */
};

struct ledger_format {
	const char *name;
	const char *summary; /* a few words, for the help */
	void (*write)(const struct ledger_view *view, struct buf *out);
};

extern const struct ledger_format ledger_text, ledger_markdown, ledger_csv, ledger_json;

/* All formats; ends with NULL. */
extern const struct ledger_format *const ledger_formats[];

/* NULL when there is none of that name. */
const struct ledger_format *ledger_format_find(struct str name);

/* ---------------------------------------------------------------- for the formats */

/*
 * What takes a view speaks the language of its page, where people of the view's
 * council are called as they are now; without one (NULL) it is English.
 */

/* Whether what could not be read is of a plan that is asked for. */
bool ledger_gap_is_chosen(const struct ledger_view *view, const struct chronicle_gap *gap);

/* "30 September 2023" for a day. */
void ledger_day_print(int32_t day, const struct view *view, struct buf *out);

/* What tells a theme or an action in its plan: what stands behind the # of its address. */
struct str ledger_id(struct str address);

/* What a thing of the ledger is in the plan as it is now; NULL where it is gone. */
const struct thing *ledger_thing_now(const struct ledger_thing *thing, const struct plan *plan);

/*
 * What happened, in words: "due: September 2025 → January 2026, 4 months later, after
 * it was due". Bytes that somebody wrote are among them.
 */
void ledger_entry_print(const struct ledger *ledger, const struct ledger_entry *entry,
			const struct view *view, struct buf *out);

/* The beginning of a commit's id, as people write it. */
struct str ledger_commit_short(struct str commit);

/* A date of a sum: as it is written out, "to be confirmed", or "–". */
void ledger_date_print(const struct ledger_value *value, const struct view *view, struct buf *out);

/* "history begins at 1a2b3c4, on 30 September 2023: …"; nothing where all of it is there. */
void ledger_beginning_print(const struct chronicle *chronicle, const struct view *view,
			    struct buf *out);

/* What "nothing changed" must be followed by: " since history begins", " in what can be read", or nothing. */
const char *ledger_limit(const struct chronicle *chronicle);

#endif
