/* What the sources of this folder that know libgit2 have in common. */
#ifndef INPUT_GIT_HANDLES_H
#define INPUT_GIT_HANDLES_H

#include "input/repository.h"

#include <git2.h>

struct repository {
	git_repository *git;
	git_odb *objects;
	struct str
		top; /* absolute, without '/' at the end: of the work tree; bare: of git's own folder */
	struct str inner; /* git's own folder, likewise */
	struct str here;
	const char *index;
	bool is_bare;
	bool is_shallow;
	bool is_partial;
};

/* What is said of a commit. */
struct commit commit_of(const git_commit *commit, struct arena *arena);

/* Why something that git should hold cannot be read, by the value that libgit2 gave. */
struct str repository_reason(const struct repository *repository, int error);

#endif
