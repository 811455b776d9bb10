#include "cmd/origin.h"
#include "base/file.h"
#include "input/history.h"
#include "tree/yaml.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool origin_is_standard_input(const struct common_options *values)
{
	return values->path_count == 1 && strcmp(values->paths[0], "-") == 0;
}

static bool is_from_git(const struct common_options *values)
{
	return values->revision || values->is_staged;
}

bool origin_is_usable(const struct common_options *values)
{
	const char *why = NULL;

	if (values->revision && values->is_staged)
		why = "--staged: what is staged is in no revision; leave one of both out";
	else if (is_from_git(values) && origin_is_standard_input(values))
		why = "-: with --rev and --staged plans come from git, not from standard input";
	else if (values->since && origin_is_standard_input(values))
		why = "--since: a plan on standard input has no history to be compared with";
	if (why)
		fprintf(stderr, "planc: %s\n", why);
	return !why;
}

static struct input *open_standard_input(struct arena *arena, struct str *why)
{
	struct memory_file *file = arena_new(arena, struct memory_file);

	file->path = STR("standard-input/plan.yaml");
	if (!file_read(STDIN_FILENO, YAML_MAX_BYTES, arena, &file->bytes, why))
		return NULL;
	return input_open_memory(arena, file, 1);
}

static struct input *open_folder(struct origin *origin, struct arena *arena,
				 const struct common_options *values, struct str *why)
{
	struct root_request request = { values->paths, values->path_count, values->config };

	if (!root_find(&origin->root, arena, &request, why))
		return NULL;
	return input_open_folder(arena, origin->root.folder.at, why);
}

/* ---------------------------------------------------------------- git */

/* The nearest folder above a path, or the path itself, that is there: where its repository is looked for. */
static const char *folder_above(struct arena *arena, const char *path)
{
	struct str at = arena_copy(arena, str_from(path));
	struct stat status;

	while (at.len && (stat(at.at, &status) != 0 || !S_ISDIR(status.st_mode))) {
		while (at.len && at.at[at.len - 1] != '/')
			at.len--;
		while (at.len > 1 && at.at[at.len - 1] == '/')
			at.len--;
		at = arena_copy(arena, at);
	}
	return at.len ? at.at : ".";
}

static bool open_repository(struct origin *origin, struct arena *arena,
			    const struct common_options *values, struct str *why)
{
	/* In its hooks git says where the index is, and what is being pushed. */
	struct repository_request request = {
		.path = values->path_count ? folder_above(arena, values->paths[0]) : ".",
		.index = getenv("GIT_INDEX_FILE"),
		.objects = getenv("GIT_OBJECT_DIRECTORY"),
	};
	char *here = realpath(".", NULL);

	if (here) {
		request.here = arena_copy(arena, str_from(here));
		origin->repository = repository_open(arena, &request, why);
	} else {
		*why = file_reason(errno);
	}
	free(here);
	return origin->repository != NULL;
}

static bool open_held(struct origin *origin, struct arena *arena, struct str folder,
		      struct str *why)
{
	origin->input = origin->commit.name.len
				? input_open_revision(arena, origin->repository, &origin->commit,
						      folder, why)
				: input_open_index(arena, origin->repository, folder, why);
	return origin->input != NULL;
}

/* A path of the command line as one in the repository; NULL with *why. */
static const char *place_of(const struct origin *origin, struct arena *arena, const char *path,
			    struct str *why)
{
	struct str place, reason;

	if (repository_place(origin->repository, arena, str_from(path), &place, &reason))
		return place.at;
	*why = arena_printf(arena, "%s: %.*s", path, STR_ARG(reason));
	return NULL;
}

/* The request for the root, with places in the repository for paths of the disk. */
static bool place_all(const struct origin *origin, struct arena *arena,
		      const struct common_options *values, struct root_request *request,
		      struct str *why)
{
	const char **places = arena_new_array(arena, const char *, values->path_count + 1);

	request->paths = places;
	request->path_count = values->path_count;
	for (size_t i = 0; i < values->path_count; i++) {
		places[i] = place_of(origin, arena, values->paths[i], why);
		if (!places[i])
			return false;
	}
	if (values->config)
		request->settings = place_of(origin, arena, values->config, why);
	request->is_here_new = values->is_here_new;
	if (!values->path_count)
		request->here = place_of(origin, arena, ".", why);
	return (request->settings || !values->config) && (request->here || values->path_count);
}

/* What two revisions come from. */
static bool find_base(struct origin *origin, struct arena *arena, const char *const words[2],
		      struct str *why)
{
	struct commit commits[2];
	const struct commit *pair[] = { &commits[0], &commits[1] };

	if (!revision_find(origin->repository, arena, words[0], &commits[0], why) ||
	    !revision_find(origin->repository, arena, words[1], &commits[1], why))
		return false;
	if (history_find_base(origin->repository, arena, pair, &origin->commit, why))
		return true;
	*why = arena_printf(arena, "%s...%s: %.*s", words[0], words[1], STR_ARG(*why));
	return false;
}

static bool find_commit(struct origin *origin, struct arena *arena,
			const struct common_options *values, struct str *why)
{
	const char *const words[] = { values->base, values->revision };

	if (values->base)
		return find_base(origin, arena, words, why);
	return revision_find(origin->repository, arena, values->revision, &origin->commit, why);
}

static bool open_git(struct origin *origin, struct arena *arena,
		     const struct common_options *values, struct str *why)
{
	struct root_request request = { 0 };
	struct str folder;

	if (!open_repository(origin, arena, values, why))
		return false;
	if (values->revision && !find_commit(origin, arena, values, why))
		return false;
	if (!open_held(origin, arena, STR(""), why) ||
	    !place_all(origin, arena, values, &request, why))
		return false;
	request.input = origin->input;
	if (!root_find(&origin->root, arena, &request, why))
		return false;
	input_close(origin->input);
	folder = origin->root.folder;
	if (!open_held(origin, arena, str_slice(folder, folder.len ? 1 : 0, folder.len), why))
		return false;
	if (!origin->root.name.len)
		origin->root.name = repository_name(origin->repository, arena);
	return true;
}

/* How people see its paths. */
static void show(const struct origin *origin)
{
	origin->input->shown = origin->root.shown;
	origin->input->here = origin->root.here;
	origin->input->name = origin->root.name;
}

/* What an author, or whoever set up CI, can do about history that is not there. */
static struct str with_remedy(const struct origin *origin, struct arena *arena, struct str why)
{
	struct str remedy = repository_is_shallow(origin->repository)
				    ? STR("fetch more history: `git fetch --unshallow`, or in CI "
					  "`fetch-depth: 0`")
				    : STR("name a revision that the plans come from");

	return arena_printf(arena, "--since: %.*s; %.*s", STR_ARG(why), STR_ARG(remedy));
}

/* The folder of the plans where it stood before; elsewhere, where the settings lead to. */
static bool find_root_since(struct origin *origin, struct arena *arena, const struct origin *now,
			    bool is_held, struct str *why)
{
	struct root_request request = { .input = origin->input };
	struct entries entries;
	struct str place, ignored;

	place = is_held ? str_slice(now->root.folder, now->root.folder.len > 0,
				    now->root.folder.len)
			: (struct str){ 0 };
	if (!is_held && !repository_place(origin->repository, arena, now->root.folder, &place, why))
		return false;
	origin->root = now->root;
	if (input_list(origin->input, place, arena, &entries, &ignored) == INPUT_FOLDER) {
		origin->root.folder = place;
		return true;
	}
	request.here = "";
	if (!root_find(&origin->root, arena, &request, why))
		return false;
	place = origin->root.folder;
	origin->root.folder = str_slice(place, place.len > 0, place.len);
	origin->root.paths = now->root.paths;
	return true;
}

/* The same folder, shown by the same paths. */
static bool open_before(struct origin *origin, struct arena *arena, const struct origin *now,
			const struct common_options *values, struct str *why)
{
	const char *const words[] = { values->since, values->revision ? values->revision : "HEAD" };

	if (!open_repository(origin, arena, values, why))
		return false;
	if (!find_base(origin, arena, words, why)) {
		*why = with_remedy(origin, arena, *why);
		return false;
	}
	if (!open_held(origin, arena, STR(""), why) ||
	    !find_root_since(origin, arena, now, is_from_git(values), why))
		return false;
	input_close(origin->input);
	if (!open_held(origin, arena, origin->root.folder, why))
		return false;
	show(origin);
	return true;
}

bool origin_open(struct origin *origin, struct arena *arena, const struct common_options *values,
		 struct str *why)
{
	bool ok;

	*origin = (struct origin){ 0 };
	if (is_from_git(values)) {
		ok = open_git(origin, arena, values, why);
	} else {
		origin->input = origin_is_standard_input(values)
					? open_standard_input(arena, why)
					: open_folder(origin, arena, values, why);
		ok = origin->input != NULL;
	}
	if (!ok)
		return false;
	show(origin);
	if (!values->since)
		return true;
	origin->before = arena_new(arena, struct origin);
	return open_before(origin->before, arena, origin, values, why);
}

void origin_close(struct origin *origin)
{
	if (origin->before)
		origin_close(origin->before);
	input_close(origin->input);
	repository_close(origin->repository);
}
