/* Which councils and plans there are below the root of an input. */
#ifndef COMPILE_DISCOVER_H
#define COMPILE_DISCOVER_H

#include "base/arena.h"
#include "base/vec.h"
#include "compile/settings.h"
#include "input/input.h"
#include "model/plan.h"

struct found_council {
	struct str path; /* of its folder, "" for the root */
	struct str id;   /* the folder's name */
	/* Of the compiler: */
	struct council *council; /* once it was read */
	bool *people_used;       /* see usage.h */
	bool is_use_unknown;
};

struct pass;

struct found_plan {
	struct str path;
	struct str id;
	struct found_council *council; /* NULL when no folder above has a council.yaml */
	VEC(struct str) files; /* its YAML files but plan.yaml: paths in the input, sorted */
	/* Of the compiler: */
	bool is_asked;     /* a path of the command line asks for it */
	bool has_namesake; /* another folder has the same address */
	struct plan *plan; /* once it was read, and while it is there */
	struct pass *pass; /* over it, likewise */
	bool is_kept;      /* as long as the result */
};

struct discovery {
	struct arena *arena;
	struct input *input;
	const struct settings *settings;
	struct input *unlike;                 /* what is the same in it is left out; or NULL */
	VEC(struct found_council *) councils; /* in the order of their paths */
	VEC(struct found_plan *) plans;
	bool has_same;            /* something was left out */
	VEC(struct str) failures; /* folders that could not be listed, each with its reason */
};

/* Fills the lists. Skips .git, folders that hold a .planc file, and what the settings exclude. */
void discover(struct discovery *discovery);

/* Whether `path` is `folder` or lies below it; everything lies below "". */
bool path_is_below(struct str path, struct str folder);

/* The last part of a path. */
struct str path_name(struct str path);

/* Whether the name ends in .yaml or .yml. */
bool path_is_yaml(struct str path);

#endif
