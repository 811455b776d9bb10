/*
 * What the pages of a site need to know of all plans together: which councils
 * and plans have a page, and who names whom (who leads an action, what waits
 * for it). Found once a site, in one pass over its plans.
 */
#ifndef RENDER_DIRECTORY_H
#define RENDER_DIRECTORY_H

#include "base/map.h"
#include "base/vec.h"
#include "compile/compile.h"

/* What the one that names is to the one that is named. */
enum tie_kind {
	TIE_OWNS,     /* from a plan to a person */
	TIE_LEADS,    /* from an action to a person, who may be the accountable one */
	TIE_SUPPORTS, /* the same */
	TIE_PARTNERS, /* the same */
	TIE_STREAM,   /* from a workstream to the person that leads it */
	TIE_HOLDS,    /* from a post to the person that holds it */
	TIE_WAITS,    /* from an action to the action that it waits for */
};

struct tie {
	const struct thing *to;
	enum tie_kind kind;
	size_t order;            /* of all ties: that of the plans and their files */
	const struct plan *plan; /* that the first thing below stands in; NULL for TIE_HOLDS */
	const struct thing *from;
};

struct directory {
	struct map plans;      /* address → plan; of two with one address, the first */
	struct map councils;   /* id → council; the same */
	struct str language;   /* the first of every plan; English where they differ */
	VEC(struct str) trees; /* languages that a plan has beside its first (tree.h) */
	VEC(struct tie) ties;  /* by the thing that is named, the kind and the order */
};

/* Lives in the arena, as long as the compilation. A plan that could not be read at all is left out. */
void directory_init(struct directory *directory, const struct compilation *compilation,
		    struct arena *arena);

/* Whether it gets pages: its file can be read, and it is the first of its address. */
bool directory_has_plan(const struct directory *directory, const struct plan *plan);
bool directory_has_council(const struct directory *directory, const struct council *council);

/* The ties of one kind to a thing, side by side: NULL and 0 where there are none. */
const struct tie *directory_ties(const struct directory *directory, const struct thing *to,
				 enum tie_kind kind, size_t *count);

#endif
