/* The files of a plan: found by their paths, read, parsed and held against their schemas. */
#ifndef COMPILE_LOAD_H
#define COMPILE_LOAD_H

#include "compile/compile.h"
#include "compile/discover.h"
#include "compile/file_schemas.h"
#include "compile/own_schemas.h"
#include "schema/schema.h"

struct loader {
	struct compilation *result;
	struct arena *arena; /* of the files that are read now, and of what is built from them */
	struct input *input;
	struct tree_cache *cache;     /* NULL: every file is read and parsed */
	struct file_schemas *schemas; /* those of the cache, else: */
	struct file_schemas alone;
	bool has_own;
	struct own_schemas own; /* of the council, where the settings name any */
	struct report *
		report; /* NULL: what is wrong is not to be told (a plan that is only referred to) */
	/* Of one plan, beside others that are read at once: what fails waits to be told. */
	bool is_apart;
	VEC(struct str) failures;
};

void loader_init(struct loader *loader, struct compilation *result, struct input *input,
		 struct tree_cache *cache);
void loader_release(struct loader *loader);

/* What could not be read, and why: the run ends with exit code 3. */
void loader_note_failure(struct loader *loader, struct str path, struct str why);
/* Tells the result of what failed apart from it. */
void loader_tell_failures(struct loader *loader);

/* Whether copies of the loader, each with an arena and a report of its own, may read at once. */
bool loader_is_shareable(const struct loader *loader);

/* Reads the settings file at a path, if there is one, into result->settings. */
void load_settings(struct loader *loader, struct str path);

/* Takes settings that were read before; what they name is read from `input`. */
void load_given_settings(struct loader *loader, const struct settings *settings,
			 struct input *input);

/* Reads the baseline beside it, if there is one, into result->baseline. */
void load_baseline(struct loader *loader);

/* In the arena of the run: councils outlive their plans. */
struct council *load_council(struct loader *loader, const struct found_council *found);

/* Reads plan.yaml and what it names, and builds the plan; its council and refs are not set yet. */
struct plan *load_plan(struct loader *loader, const struct found_plan *found);

#endif
