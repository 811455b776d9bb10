/*
 * Which folder, of the disk or of what git holds, is the root of the plans that somebody asks for:
 * that of the settings file (or of the baseline, which stands beside it),
 * looked for upwards as git looks for its repository; without one, the folder
 * that holds the councils.
 */
#ifndef INPUT_ROOT_H
#define INPUT_ROOT_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "input/input.h"

#include <stdbool.h>

#define SETTINGS_NAME "planc.yaml"
#define BASELINE_NAME ".planc-baseline.yaml"

struct root {
	struct str folder; /* absolute, NUL-terminated; of an input from its top: "/plans", "" */
	struct str name;   /* its last part; empty at the top */
	struct str
		shown; /* the way to it from the current folder, of an input from its top: "plans/", "../" or "" */
	struct str here;     /* the way back, where the current folder is in it; else empty */
	struct str settings; /* the name in it of the settings file that was asked for; or empty */
	VEC(struct str) paths; /* what was asked for, relative to the folder ("" is all of it) */
};

/* What the command line says. */
struct root_request {
	const char *const
		*paths;       /* files or folders, NUL-terminated, relative to the current folder */
	size_t path_count;    /* none: the current folder is where to look */
	const char *settings; /* a settings file given by name, or NULL */
	/* Of what git holds: all of it, and the paths and the settings are places in it. NULL: the disk. */
	struct input *input;
	const char *here; /* the place in it where to look without paths; "" is its top */
	bool is_here_new; /* where there is no such place, one above it will do */
};

/*
 * A path as people see it: one that begins with '/' becomes the way to it from
 * the current folder; others stay as they are.
 */
struct str root_show(struct arena *arena, const char *path);

/* False with *why, which names the path that cannot be found. */
bool root_find(struct root *root, struct arena *arena, const struct root_request *request,
	       struct str *why);

#endif
