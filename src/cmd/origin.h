/* Where the plans of a run come from: the disk, standard input, or what git holds. */
#ifndef CMD_ORIGIN_H
#define CMD_ORIGIN_H

#include "cmd/options.h"
#include "input/input.h"
#include "input/repository.h"
#include "input/root.h"

struct origin {
	struct input *input;
	struct root root;
	struct repository *repository; /* NULL: not from git */
	struct commit commit;          /* with --rev; else its name is empty */
	struct origin *before; /* the plans where they and the revision of --since part; or NULL */
};

/* Whether the paths are `-`: one plan.yaml, which comes in on standard input. */
bool origin_is_standard_input(const struct common_options *values);

/* False after a message when options about it mean nothing together. */
bool origin_is_usable(const struct common_options *values);

/* False with *why. Lives in the arena; close it in either case. */
bool origin_open(struct origin *origin, struct arena *arena, const struct common_options *values,
		 struct str *why);
void origin_close(struct origin *origin);

#endif
