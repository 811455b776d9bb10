/*
 * What git holds, a tree of a commit or the index, as an input. The two say
 * what stands at a path; following links, reading and listing are done here.
 */
#ifndef INPUT_HELD_H
#define INPUT_HELD_H

#include "input/git_handles.h"
#include "input/links.h"

enum held_kind {
	HELD_NOTHING,
	HELD_FILE,
	HELD_LINK,
	HELD_FOLDER,
	HELD_SUBMODULE, /* a folder of another repository, of which nothing is here */
	HELD_CONFLICT,  /* in the index: a merge of it is not finished */
	HELD_UNREADABLE,
};

struct held {
	enum held_kind kind;
	git_oid id;
};

struct held_input;

struct held_listing {
	struct held_input *input;
	struct str path; /* without links; "" for the root */
	struct arena *arena;
	struct entries *entries;
};

struct held_type {
	/* What stands at a path below the root; links are not followed. Of what is unreadable input->why says more. */
	struct held (*find)(struct held_input *input, struct str path);
	/* Adds what stands in a folder, by held_add. False when that cannot be read; input->why says more. */
	bool (*list)(const struct held_listing *listing, const struct held *folder);
	void (*close)(struct held_input *input);
	bool has_folder_ids;
};

struct held_links {
	struct links links;
	struct held_input *input;
};

struct held_input {
	struct input input;
	struct held_links links;
	struct repository *repository;
	const struct held_type *type;
	struct str why;
};

void held_open(struct held_input *input, const struct held_type *type,
	       struct repository *repository);

/* The kind of what has a mode in git; HELD_UNREADABLE of one that git does not know. */
enum held_kind held_kind_of(unsigned mode);

/* Adds an entry. False when no folder can hold that name. */
bool held_add(const struct held_listing *listing, struct str name, enum held_kind kind);

#endif
