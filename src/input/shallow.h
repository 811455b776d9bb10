/* Where a shallow clone ends. libgit2 1.5 does not look at it. */
#ifndef INPUT_SHALLOW_H
#define INPUT_SHALLOW_H

#include "base/map.h"
#include "input/git_handles.h"

/* The key of an id in a map; it points into the id. */
struct str id_key(const struct input_id *id);

/* Adds the ids of the commits whose parents are not there; none of a whole clone. False with *why. */
bool shallow_read(const struct repository *repository, struct arena *arena, struct map *cuts,
		  struct str *why);

/* The parents that there are: none behind a cut. *count says how many, *is_cut whether there would be more. */
const struct input_id *shallow_parents(const git_commit *commit, struct arena *arena,
				       const struct map *cuts, size_t *count, bool *is_cut);

#endif
