/*
 * A git repository, which is only ever read: no program is run, no network is
 * asked, and what the user or the machine has set for git changes nothing. It
 * may be bare, a further work tree or somebody else's. What libgit2 1.5 cannot
 * read (SHA-256, a split or sparse index) is said in plain words.
 */
#ifndef INPUT_REPOSITORY_H
#define INPUT_REPOSITORY_H

#include "base/arena.h"
#include "base/str.h"
#include "input/input.h"

#include <stdbool.h>
#include <stdint.h>

struct repository;

struct repository_request {
	const char *path; /* the folder to look from, upwards; NUL-terminated */
	struct str
		here; /* the current folder: absolute, without links; lives as long as the repository */
	const char *index;   /* the file of the index, where it is not the usual one; or NULL */
	const char *objects; /* a folder of objects that are read too; or NULL */
};

/*
 * NULL with *why when there is none, or none that can be read. It lives in the
 * arena; close it behind all that was opened from it.
 */
struct repository *repository_open(struct arena *arena, const struct repository_request *request,
				   struct str *why);
/* NULL is allowed. */
void repository_close(struct repository *repository);

/* Whether it has no files of its own beside what git holds. */
bool repository_is_bare(const struct repository *repository);
/* Whether it is a clone that does not have all of history. */
bool repository_is_shallow(const struct repository *repository);

/* Its folder's name, without ".git". */
struct str repository_name(const struct repository *repository, struct arena *arena);

/*
 * Where in what git holds a path of the disk is: "" for the top, "plans/sefton".
 * `path` is absolute or relative to the current folder. In a bare repository all folders of git's own are the top. False with *why for
 * what lies outside.
 */
bool repository_place(const struct repository *repository, struct arena *arena, struct str path,
		      struct str *place, struct str *why);

struct commit {
	struct input_id id;
	struct str name; /* its id as people write it, in the arena */
	int32_t day;     /* when it was committed, UTC: days since 1970-01-01 */
};

/*
 * The commit of a revision as git writes it: HEAD, HEAD~3, a tag, a branch,
 * @{upstream}, an id or its beginning. False with *why.
 */
bool revision_find(struct repository *repository, struct arena *arena, const char *word,
		   struct commit *commit, struct str *why);

/*
 * What a commit, or the index, holds below `folder` ("" is the top), as an
 * input. NULL with *why. Close it before its repository.
 */
struct input *input_open_revision(struct arena *arena, struct repository *repository,
				  const struct commit *commit, struct str folder, struct str *why);
struct input *input_open_index(struct arena *arena, struct repository *repository,
			       struct str folder, struct str *why);

#endif
