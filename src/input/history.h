/*
 * The commits that led to a revision, each behind the one that came of it. A
 * merge is followed to its first parent: what came in by it is the merge's; a full
 * history follows all. A shallow clone does not have all: where it ends is said, and is no beginning.
 */
#ifndef INPUT_HISTORY_H
#define INPUT_HISTORY_H

#include "base/map.h"
#include "input/repository.h"

struct ancestor {
	struct commit commit;
	struct str author;              /* the name as git has it; bytes that somebody wrote */
	const struct input_id *parents; /* their ids, the first first */
	size_t parent_count;
	int64_t time; /* of the commit: seconds since 1970 */
	bool is_cut;  /* the clone is shallow and ends here: its parents are not there to be read */
};

struct history {
	struct repository *repository;
	struct map cuts; /* ids of commits where a shallow clone ends */
	struct input_id next;
	bool has_next;
	bool is_full;
	VEC(struct ancestor *) all; /* of a full one: what is still to be told, the next one last */
};

/*
 * Begins with the commit itself. Lives in the arena and needs no closing, but
 * ends with the repository. False with *why.
 */
bool history_open(struct history *history, struct arena *arena, struct repository *repository,
		  const struct commit *from, struct str *why);

/*
 * The same by all parents: each commit once, behind all that came of it, and
 * where that leaves a choice the newest first. All are read here.
 */
bool history_open_full(struct history *history, struct arena *arena, struct repository *repository,
		       const struct commit *from, struct str *why);

enum history_step {
	HISTORY_COMMIT, /* one more, in the arena that was handed over */
	HISTORY_END,    /* that was all there is; of a shallow clone the last one is_cut */
	HISTORY_FAILED, /* the next cannot be read; *why names it */
};

/* A commit by its id; false with *why, which names it. */
bool ancestor_read(const struct history *history, struct arena *arena, const struct input_id *id,
		   struct ancestor *ancestor, struct str *why);

enum history_step history_next(struct history *history, struct arena *arena,
			       struct ancestor *ancestor, struct str *why);

/*
 * The newest commit that two have in common, by all parents (that of `git
 * merge-base`). False with *why when there is none, or none in a shallow clone.
 */
bool history_find_base(struct repository *repository, struct arena *arena,
		       const struct commit *const pair[2], struct commit *base, struct str *why);

#endif
