/*
 * The history of the plans of a repository, read into a ledger: commit by commit,
 * the oldest first, and of each only the plans that differ from those of the one
 * before it.
 *
 * A plan that cannot be read in a commit is stepped over there: the next state of
 * it that can be read is compared with the last one.
 */
#ifndef COMPILE_CHRONICLE_H
#define COMPILE_CHRONICLE_H

#include "compile/tree_cache.h"
#include "diff/ledger.h"
#include "input/history.h"

struct settings;

struct chronicle_request {
	struct repository *repository;
	const struct commit *commit; /* the newest */
	struct str folder;   /* of the plans, from the top of the repository; "" is the top */
	struct str name;     /* what that folder is called */
	struct str settings; /* path in it of the settings file; empty: planc.yaml */
	bool is_full;        /* by all parents of merges, not by the first */
	/* The settings of now, and what they were read from; NULL: those of the newest commit. */
	const struct settings *settings_given;
	struct input *settings_input;
	/* Told before each step; may be NULL. */
	void (*progress)(void *context, size_t done, size_t all);
	void *context;
};

/* A file that cannot be read, or was not, in a commit. */
struct chronicle_gap {
	struct str commit;
	int32_t day;
	struct str file; /* from the top of the repository */
	struct str plan; /* its address then; empty where all plans of the commit are passed over */
};

struct chronicle {
	struct arena arena;
	struct ledger ledger;
	struct tree_cache cache;
	VEC(struct chronicle_gap) gaps; /* the oldest first */
	VEC(struct str) failures; /* what could not be read for another reason than its text */
	size_t commits;           /* that were walked */
	bool has_bad_settings;    /* those of the newest commit: nothing was read */
	bool is_truncated;        /* the clone is shallow: there is more before this: */
	struct commit truncated_at;
};

/* Always opens the chronicle: release it. False with *why when the history cannot be walked. */
bool chronicle_read(struct chronicle *chronicle, const struct chronicle_request *request,
		    struct str *why);
void chronicle_release(struct chronicle *chronicle);

#endif
