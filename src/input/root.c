#include "input/root.h"
#include "base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is looked at: the disk, or an input from its top on, which stands for "/". */
struct ground {
	struct arena *arena;
	struct input *input; /* NULL: the disk */
};

/* A place of the ground as a path of its input. */
static struct str in_input(struct str path)
{
	return str_starts(path, STR("/")) ? str_slice(path, 1, path.len) : path;
}

static enum input_status look(const struct ground *ground, struct str path)
{
	struct entries entries;
	struct arena arena;
	enum input_status status;
	struct str why;

	arena_init(&arena);
	status = input_list(ground->input, in_input(path), &arena, &entries, &why);
	arena_release(&arena);
	return status;
}

/* What cannot be read is there: reading it says more. */
static bool exists(const struct ground *ground, struct str folder, const char *name)
{
	struct str path = arena_printf(ground->arena, "%.*s/%s", STR_ARG(folder), name);
	enum input_status status;
	struct stat stated;

	if (!ground->input)
		return stat(path.at, &stated) == 0;
	status = look(ground, path);
	return status != INPUT_MISSING && status != INPUT_OUTSIDE;
}

static bool is_folder(const struct ground *ground, struct str path)
{
	struct stat status;

	if (ground->input)
		return look(ground, path) == INPUT_FOLDER;
	return stat(path.at, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Absolute and without links. */
static bool resolve_on_disk(struct arena *arena, const char *path, struct str *resolved,
			    struct str *why)
{
	char *real = realpath(path, NULL);
	struct str reason;

	if (!real) {
		reason = file_reason(errno);
		*why = arena_printf(arena, "%s: %.*s", path, STR_ARG(reason));
		return false;
	}
	*resolved = arena_copy(arena, str_from(real));
	free(real);
	return true;
}

static bool resolve(const struct ground *ground, const char *path, struct str *resolved,
		    struct str *why)
{
	struct arena *arena = ground->arena;
	struct str real;

	if (!ground->input)
		return resolve_on_disk(arena, path, resolved, why);
	if (!input_real(ground->input, str_from(path), arena, &real)) {
		*why = arena_printf(arena, "%s: git has no such file or folder there", path);
		return false;
	}
	*resolved = arena_printf(arena, "%s%.*s", real.len ? "/" : "", STR_ARG(real));
	return true;
}

/* The folder above, "" above the top. */
static struct str parent(struct str path)
{
	size_t end = path.len;

	while (end && path.at[end - 1] != '/')
		end--;
	return str_slice(path, 0, end ? end - 1 : 0);
}

/* The nearest folder from `start` upwards that holds the name; not beyond the repository that start is in. */
static bool find_upwards(const struct ground *ground, struct str start, const char *name,
			 struct str *found)
{
	for (struct str at = start;; at = parent(at)) {
		if (exists(ground, at, name)) {
			*found = at;
			return true;
		}
		if (!at.len || exists(ground, at, ".git"))
			return false;
	}
}

static struct str root_of(const struct ground *ground, struct str start)
{
	struct str found;

	if (find_upwards(ground, start, SETTINGS_NAME, &found) ||
	    find_upwards(ground, start, BASELINE_NAME, &found))
		return found;
	if (exists(ground, start, "plans/" SETTINGS_NAME) ||
	    exists(ground, start, "plans/" BASELINE_NAME))
		return arena_printf(ground->arena, "%.*s/plans", STR_ARG(start));
	if (find_upwards(ground, start, "council.yaml", &found))
		return parent(found);
	return exists(ground, start, "plan.yaml") ? parent(start) : start;
}

/* The length of the longest folder that holds both paths. */
static size_t common(struct str a, struct str b)
{
	size_t last = 0;
	size_t i = 0;

	for (; i < a.len && i < b.len && a.at[i] == b.at[i]; i++) {
		if (a.at[i] == '/')
			last = i;
	}
	if ((i == a.len || a.at[i] == '/') && (i == b.len || b.at[i] == '/'))
		last = i;
	return last;
}

/* The way from one absolute folder to another, ending in '/'; "" when they are the same. */
static struct str way(struct arena *arena, struct str from, struct str to)
{
	size_t shared = common(from, to);
	struct buf path = { 0 };
	struct str copy;

	for (size_t i = shared; i < from.len; i++) {
		if (from.at[i] == '/')
			buf_add_c(&path, "../");
	}
	if (shared < to.len) {
		buf_add(&path, str_slice(to, shared + 1, to.len));
		buf_add_byte(&path, '/');
	}
	copy = arena_copy(arena, buf_str(&path));
	buf_release(&path);
	return copy;
}

struct str root_show(struct arena *arena, const char *path)
{
	struct str shown = str_from(path);
	struct str current, folder, why;

	if (!str_starts(shown, STR("/")) || !resolve_on_disk(arena, ".", &current, &why))
		return shown;
	folder = parent(shown);
	return arena_printf(arena, "%.*s%.*s", STR_ARG(way(arena, current, folder)),
			    STR_ARG(str_slice(shown, folder.len + 1, shown.len)));
}

/* Absolute paths to ones relative to the root's folder; what lies above it asks for all of it. */
static bool relate(struct root *root, struct arena *arena, const struct root_request *request,
		   struct str *why)
{
	for (size_t i = 0; i < root->paths.len; i++) {
		struct str *path = &root->paths.at[i];
		size_t shared = common(*path, root->folder);

		if (shared != root->folder.len && shared != path->len) {
			*why = arena_printf(arena,
					    "%s: it is not below the folder of the settings file",
					    request->paths[i]);
			return false;
		}
		*path = str_slice(*path, shared + (path->len > shared), path->len);
	}
	return true;
}

/* The root of one path, which is added to those asked for. */
static bool add_path(struct root *root, const struct ground *ground, const char *path,
		     struct str *why)
{
	struct str absolute;

	if (!resolve(ground, path, &absolute, why))
		return false;
	vec_add(ground->arena, &root->paths, absolute);
	if (!is_folder(ground, absolute))
		absolute = parent(absolute);
	absolute = root_of(ground, absolute);
	if (root->paths.len > 1)
		absolute = str_slice(absolute, 0, common(absolute, root->folder));
	root->folder = absolute;
	return true;
}

/* Where to look without paths. */
static bool find_here(const struct ground *ground, const struct root_request *request,
		      struct str *folder, struct str *why)
{
	struct str at = str_from(request->input ? request->here : ".");

	while (request->is_here_new && at.len && !resolve(ground, at.at, folder, why))
		at = arena_copy(ground->arena, parent(at));
	return resolve(ground, at.at, folder, why);
}

/* The root's folder, and that of the settings file in it. */
static bool find_folder(struct root *root, const struct ground *ground,
			const struct root_request *request, struct str *why)
{
	struct str settings;

	for (size_t i = 0; i < request->path_count; i++) {
		if (!add_path(root, ground, request->paths[i], why))
			return false;
	}
	if (!request->path_count) {
		if (!find_here(ground, request, &root->folder, why))
			return false;
		root->folder = root_of(ground, root->folder);
	}
	if (request->settings) {
		if (!resolve(ground, request->settings, &settings, why))
			return false;
		root->folder = parent(settings);
		root->settings = str_slice(settings, root->folder.len + 1, settings.len);
	}
	root->folder = arena_copy(ground->arena, root->folder);
	return true;
}

bool root_find(struct root *root, struct arena *arena, const struct root_request *request,
	       struct str *why)
{
	const struct ground ground = { arena, request->input };
	struct str current = { 0 };

	*root = (struct root){ 0 };
	if ((!request->input && !resolve_on_disk(arena, ".", &current, why)) ||
	    !find_folder(root, &ground, request, why))
		return false;
	root->name = str_slice(root->folder, parent(root->folder).len, root->folder.len);
	if (str_starts(root->name, STR("/")))
		root->name = str_slice(root->name, 1, root->name.len);
	root->shown = way(arena, current, root->folder);
	if (!request->input && current.len > root->folder.len &&
	    common(current, root->folder) == root->folder.len)
		root->here = str_slice(current, root->folder.len + 1, current.len);
	return relate(root, arena, request, why);
}
