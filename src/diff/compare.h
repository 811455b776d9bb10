/*
 * Comparing two things field by field, by their table. A field that differs and
 * has no row of its own in special.c gives a change of spot->kind.
 */
#ifndef DIFF_COMPARE_H
#define DIFF_COMPARE_H

#include "diff/pair.h"
#include "diff/spot.h"

struct comparison;

/* How a field is compared, where its type alone does not say it. */
struct special {
	const struct thing_type *type;
	const char *field;
	/* NULL: as its type is compared. */
	void (*compare)(const struct spot *spot, const struct comparison *comparison);
	enum change_kind changed;
	enum change_kind added; /* of lists; else as `changed` */
	enum change_kind removed;
	bool is_set; /* a list whose order says nothing */
};

/* A field of two things; each member is that of its type (thing.h). */
struct comparison {
	const struct field *field;
	const void *before;
	const void *after;
	struct special row; /* the field's own, or one filled with spot->kind */
};

/* The row of a field, or NULL. */
const struct special *special_find(const struct thing_type *type, const struct field *field);

/* Two things that are one: all their fields. */
void compare_things(const struct spot *spot, const struct thing *before, const struct thing *after);

/* A field as its type is compared, whatever its row says. */
void compare_field(const struct spot *spot, const struct comparison *comparison);

/* The lists, in lists.c. */
void compare_texts(const struct spot *spot, const struct comparison *comparison);
void compare_thing_list(const struct spot *spot, const struct comparison *comparison);

/*
 * Notes the things of two lists that are one under another id (diff_run.renamed_before);
 * scope is what stands before their ids: the council or the plan, and the mark.
 */
void note_renamed(struct diff_run *run, const struct str scope[2], const struct list *before,
		  const struct list *after, const struct thing_type *type);

/* Fields with a meaning of their own. */
void compare_due(const struct spot *spot, const struct comparison *comparison);
void compare_lead(const struct spot *spot, const struct comparison *comparison);
void compare_status(const struct spot *spot, const struct comparison *comparison);
void compare_depends_on(const struct spot *spot, const struct comparison *comparison);
void compare_partners(const struct spot *spot, const struct comparison *comparison);
void compare_old_ids(const struct spot *spot, const struct comparison *comparison);
void compare_actuals(const struct spot *spot, const struct comparison *comparison);
void compare_revisions(const struct spot *spot, const struct comparison *comparison);
void compare_baseline(const struct spot *spot, const struct comparison *comparison);
void compare_target(const struct spot *spot, const struct comparison *comparison);
void compare_unit(const struct spot *spot, const struct comparison *comparison);
/* What is compared elsewhere: themes, sections and actions, each with an address of its own. */
void compare_elsewhere(const struct spot *spot, const struct comparison *comparison);

/* The nodes of a member that begins with one. */
const struct node *member_node(const void *member);

/* The items of a list as pairing takes them. */
struct item *items_of_things(struct arena *arena, const struct list *list,
			     const struct thing_type *type);

/* Adds what changed of two dates, with their days, as one change of a kind. */
void compare_dates(const struct spot *spot, enum change_kind kind, const struct field *field,
		   const struct date *before, const struct date *after);

/* The entries of `revisions` of two actions that are one. In the arena. */
void revisions_pair(struct pairing *pairing, struct arena *arena, const struct action *before,
		    const struct action *after);

/* The entries of `revisions` that are new, in the arena; or NULL. */
const struct reasons *reasons_that_came(struct arena *arena, const struct action *before,
					const struct action *after);

#endif
