/*
 * Where a comparison stands: in which thing of which plan, and how its changes
 * are to be called. Everything that finds a change adds it through its spot.
 */
#ifndef DIFF_SPOT_H
#define DIFF_SPOT_H

#include "base/map.h"
#include "diff/change.h"

/* So many steps are taken for all word-by-word differences of a run. */
#define WORD_STEPS 50000000

struct diff_run {
	struct arena *arena;
	struct changes *changes;
	/*
	 * Ids that were renamed lead to one name on both sides, so that what refers to
	 * them is silent: "council/plan#action", "council/plan!priority" and
	 * "council:person" → struct str, the name without what stands before the mark
	 * for priorities and people, the whole for actions. Of a split the new ids lead
	 * to the old one, of a merge the old ones to the new.
	 */
	struct map renamed_before;
	struct map renamed_after;
	size_t word_steps; /* left of WORD_STEPS */
};

struct spot {
	struct diff_run *run;
	struct str plan;
	struct str address;
	struct str path; /* of the thing in what has the address: "measures[x]", or empty */
	const struct thing *thing; /* the outermost thing in the path that has a title; or NULL */
	enum change_kind kind;     /* of a field that has no kind of its own */
	const struct node *before; /* the thing; NULL where it was not there */
	const struct node *after;
	const struct plan *before_plan; /* NULL of a council's */
	const struct plan *after_plan;
	const struct theme *theme;
	const struct action *action;
	const struct section *section;
};

/*
 * A new change, with the places of the thing; the pointer holds until the next.
 * `field` may be empty: then it is the thing itself, by its path.
 */
struct change *spot_add(const struct spot *spot, enum change_kind kind, struct str field);

/* The same, with the two values of a field as they stand in the files (NULL: none). */
struct change *spot_add_nodes(const struct spot *spot, enum change_kind kind, struct str field,
			      const struct node *old, const struct node *new);

/* Sets one side to words, or to none where there are none. */
void change_set_old(struct change *change, struct str text);
void change_set_new(struct change *change, struct str text);

/* Compares two texts of a field and adds what is to be said of them. */
struct text_sides {
	struct str before;
	struct str after;
	const struct node *before_node; /* NULL: there is none */
	const struct node *after_node;
	bool is_markdown;
	const struct node *text; /* of a text that is given by language: all of it, */
	struct str language;     /* and which one these are; else nothing */
};
void spot_compare_text(const struct spot *spot, enum change_kind kind, struct str field,
		       const struct text_sides *texts);

/* The spot of a thing in this one: `name` of the field, `id` or words that tell it in its list. */
struct spot spot_inside(const struct spot *spot, struct str name, const struct thing *before,
			const struct thing *after);

/* "measures[response-rate]": by its id, else by a slug of its first words. */
struct str spot_path(const struct spot *spot, struct str field, struct str id, struct str words);

/*
 * What such a path names among the lists of a thing as it is now: for
 * "measures[response-rate].target" the measure. NULL when there is none of that name.
 */
const struct thing *spot_find(const struct thing *thing, struct str path, struct arena *arena);

#endif
