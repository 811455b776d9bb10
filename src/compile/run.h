/*
 * A run of the compiler: what its passes hand on to each other. compile.c settles
 * what there is to compile; plans.c goes through the plans.
 */
#ifndef COMPILE_RUN_H
#define COMPILE_RUN_H

#include "compile/compile.h"
#include "compile/discover.h"
#include "compile/load.h"

struct run {
	struct compilation *result;
	const struct compile_options *options;
	struct loader loader;
	struct discovery discovery;
	struct map found;          /* address → struct found_plan */
	VEC(struct str) addresses; /* the same, as a list */
	struct plan_index index;   /* of the plans that are kept */
	const bool *draft_rules;   /* which rules speak on a draft, */
	const bool *adopted_rules; /* and on an adopted plan */
	const int *numbers;        /* that they go by */
	VEC(struct arena *) spare; /* of plans that were let go */
};

/* A council, read when it is first asked for; one without a name where there is none. */
struct council *run_council(struct run *run, struct found_council *found);

/* The name of a folder that becomes a part of addresses. */
void run_check_name(struct report *report, struct str name, struct span where);

/* All passes over each plan that is asked for. */
void compile_plans(struct run *run);

#endif
