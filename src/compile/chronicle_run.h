/* A history while it is read: its commits, and what is to be known of each. */
#ifndef COMPILE_CHRONICLE_RUN_H
#define COMPILE_CHRONICLE_RUN_H

#include "compile/chronicle.h"
#include "compile/settings.h"

/* A plan that cannot be read, and the last moment at which it could. */
struct behind {
	struct str address;        /* as it is now */
	struct str was;            /* as it was at that moment, */
	struct str path;           /* and where its folder was */
	const struct moment *last; /* NULL: there was none */
	struct behind *next;
};

/* A commit, and what is to be known of it when those that came of it are read. */
struct moment {
	struct ancestor ancestor;
	struct moment **parents; /* those that are followed */
	size_t parent_count;
	struct str folder; /* of the plans */
	bool has_folder;
	struct input_id root; /* what is in it */
	/* The newest moment up to this one whose plans could be read; NULL: none could. */
	const struct moment *read;
	struct behind *behind; /* plans that could not, even so */
	bool is_unknown;       /* nothing was read yet, and more may have been before */
};

struct chronicle_walk {
	struct chronicle *chronicle;
	const struct chronicle_request *request;
	VEC(struct moment *) moments; /* the newest first */
	struct map by_id;
	/* Those of the newest commit hold for all: what is excluded now is not told of then. */
	const struct settings *settings;
	struct input *settings_input;
};

/*
 * Fills walk->moments, with the parents that are followed and the folder of the
 * plans of each. False with *why.
 */
bool chronicle_list(struct chronicle_walk *walk, struct str *why);

#endif
