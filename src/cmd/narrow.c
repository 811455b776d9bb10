#include "cmd/narrow.h"
#include "compile/compile.h"
#include "compile/discover.h"

#include <stdlib.h>

/* A name so much unlike what was written is not what was meant. */
#define MOST_UNLIKE 5

/* Absolute, by names alone where nothing stands there. */
static bool find_on_disk(struct arena *arena, const char *path, struct str *place)
{
	char *real = realpath(path, NULL);
	char *here = real ? NULL : realpath(path[0] == '/' ? "/" : ".", NULL);
	bool ok = real || here;

	if (real)
		*place = arena_printf(arena, "%s", real + 1);
	else if (here)
		ok = input_join(arena, STR(""), arena_printf(arena, "%s/%s", here + 1, path),
				place);
	free(real);
	free(here);
	return ok;
}

/* A path of the command line as one in the input of a side. */
static bool place_in(const struct origin *origin, struct arena *arena, const char *path,
		     struct str *place)
{
	struct str folder = origin->root.folder;
	struct str why;
	bool ok = origin->repository
			  ? repository_place(origin->repository, arena, str_from(path), place, &why)
			  : find_on_disk(arena, path, place);

	if (str_starts(folder, STR("/")))
		folder = str_slice(folder, 1, folder.len);
	if (!ok)
		return false;
	if (path_is_below(folder, *place))
		*place = (struct str){ 0 };
	else if (path_is_below(*place, folder))
		*place = str_slice(*place, folder.len ? folder.len + 1 : 0, place->len);
	else
		return false;
	return true;
}

static bool exists(struct input *input, struct str path, struct arena *arena)
{
	struct str real;

	return !path.len || input_real(input, path, arena, &real);
}

/* What stands beside a path that is not there and has nearly its name; or empty. */
static struct str nearest(struct input *input, struct str path, struct arena *arena)
{
	struct str name = path_name(path);
	struct str folder = str_slice(path, 0, path.len - name.len);
	struct str found = { 0 };
	struct entries entries;
	unsigned best = name.len < MOST_UNLIKE ? (unsigned)name.len : MOST_UNLIKE;
	struct str why;

	if (folder.len)
		folder.len--;
	if (input_list(input, folder, arena, &entries, &why) != INPUT_FOLDER)
		return found;
	for (size_t i = 0; i < entries.list.len; i++) {
		struct str other = entries.list.at[i].name;
		unsigned distance = str_distance(other, name, best);

		/* What begins with a dot is not the plans'. */
		if (distance >= best || str_starts(other, STR(".")))
			continue;
		best = distance;
		found = arena_printf(arena, "%.*s%s%.*s", STR_ARG(folder), folder.len ? "/" : "",
				     STR_ARG(other));
	}
	return found.len ? input_show(input, arena, found) : found;
}

static struct str tell_missing(const struct narrow_side sides[2], struct arena *arena,
			       const char *path, const struct str places[2])
{
	struct str near = { 0 };

	for (int i = 1; i >= 0 && !near.len; i--)
		near = nearest(sides[i].origin->input, places[i], arena);
	if (near.len)
		return arena_printf(arena,
				    "%s: there is no such file or folder on either side; did you "
				    "mean %.*s?",
				    path, STR_ARG(near));
	return arena_printf(arena, "%s: there is no such file or folder on either side", path);
}

bool narrow(struct narrow_side sides[2], struct arena *arena, const char *const *paths,
	    size_t count, struct str *why)
{
	for (size_t i = 0; i < count; i++) {
		struct str places[2];
		bool is_there = false;

		for (int side = 0; side < 2; side++) {
			const struct origin *origin = sides[side].origin;

			if (!place_in(origin, arena, paths[i], &places[side])) {
				*why = arena_printf(arena,
						    "%s: it is not in the folder of the plans",
						    paths[i]);
				return false;
			}
			is_there |= exists(origin->input, places[side], arena);
			vec_add(arena, &sides[side].paths, places[side]);
		}
		if (!is_there) {
			*why = tell_missing(sides, arena, paths[i], places);
			return false;
		}
	}
	return true;
}

/* What changed of a council has no plan. Every source of a compilation is that of a document. */
static bool is_asked(const struct change *change, const struct narrow_side *side)
{
	struct span span = change->after.source ? change->after : change->before;

	for (size_t i = 0; !change->plan.len && i < side->paths.len; i++) {
		const struct document *document = (const void *)span.source;

		if (document && path_is_below(document->path, side->paths.at[i]))
			return true;
	}
	return change->plan.len;
}

void narrow_changes(struct changes *changes, const struct narrow_side *side)
{
	size_t kept = 0;

	for (size_t i = 0; i < changes->list.len; i++) {
		struct change *change = &changes->list.at[i];

		if (is_asked(change, side))
			changes->list.at[kept++] = *change;
		else
			changes->counts[change->kind]--;
	}
	changes->list.len = kept;
}
