/* A step of the ledger while it is taken: what its parts hand on to each other. */
#ifndef DIFF_LEDGER_RUN_H
#define DIFF_LEDGER_RUN_H

#include "diff/ledger.h"

/* A plan on both sides, or on one (the other is NULL). */
struct plan_match {
	struct plan *before; /* under the address it has in after */
	struct plan *after;
	struct str old_address;
};

/* A thing and the two models of it; NULL where it is not there. */
struct thing_match {
	struct ledger_thing *thing;
	const struct plan_match *plan;
	const struct thing *before;
	const struct thing *after;
	struct ledger_thing *theme;  /* of an action of after */
	const struct action *origin; /* of a part of a split or merge: what it was before */
	bool is_new;                 /* it came now */
	bool is_merged;              /* it went into another one */
};

struct ledger_run {
	struct ledger *ledger;
	struct arena *arena; /* of what is not needed behind the step */
	const struct ledger_step *step;
	size_t number; /* of the step, from 1 */
	struct changes changes;
	VEC(struct plan_match) plans;
	VEC(struct thing_match) things;
	VEC(struct ledger_entry *) entries; /* what this step adds */
};

/* Which plan of before is which of after: by address, else by the actions they have in common. */
void ledger_match_plans(struct ledger_run *run, const struct diff_side *before,
			const struct diff_side *after);

/* Fills run->things from run->changes, and gives each its address of now. */
void ledger_match_things(struct ledger_run *run);

/* What stands under an address; or NULL. */
struct ledger_thing *ledger_at(const struct ledger *ledger, struct str address);

/* Fills run->entries. */
void ledger_make_entries(struct ledger_run *run);

/* Sets what is known of the things as they stand now. */
void ledger_note_facts(struct ledger_run *run);

/* Sets a text of the ledger, which is copied where it is not the same already. */
void ledger_keep(struct ledger *ledger, struct str *kept, struct str text);

/* What a node (NULL: none) says, in an arena. */
void ledger_read(struct arena *arena, struct ledger_value *value, enum ledger_about about,
		 const struct node *node);

#endif
