#include "input/root.h"
#include "base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool exists(struct arena *arena, struct str folder, const char *name)
{
	struct str path = arena_printf(arena, "%.*s/%s", STR_ARG(folder), name);
	struct stat status;

	return stat(path.at, &status) == 0;
}

/* Absolute and without links. */
static bool resolve(struct arena *arena, const char *path, struct str *resolved, struct str *why)
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

/* The folder above, "" above the top. */
static struct str parent(struct str path)
{
	size_t end = path.len;

	while (end && path.at[end - 1] != '/')
		end--;
	return str_slice(path, 0, end ? end - 1 : 0);
}

/* The nearest folder from `start` upwards that holds the name; not beyond the repository that start is in. */
static bool find_upwards(struct arena *arena, struct str start, const char *name, struct str *found)
{
	for (struct str at = start;; at = parent(at)) {
		if (exists(arena, at, name)) {
			*found = at;
			return true;
		}
		if (!at.len || exists(arena, at, ".git"))
			return false;
	}
}

static struct str root_of(struct arena *arena, struct str start)
{
	struct str found;

	if (find_upwards(arena, start, SETTINGS_NAME, &found) ||
	    find_upwards(arena, start, BASELINE_NAME, &found))
		return found;
	if (exists(arena, start, "plans/" SETTINGS_NAME) ||
	    exists(arena, start, "plans/" BASELINE_NAME))
		return arena_printf(arena, "%.*s/plans", STR_ARG(start));
	if (find_upwards(arena, start, "council.yaml", &found))
		return parent(found);
	return exists(arena, start, "plan.yaml") ? parent(start) : start;
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

	if (!str_starts(shown, STR("/")) || !resolve(arena, ".", &current, &why))
		return shown;
	folder = parent(shown);
	return arena_printf(arena, "%.*s%.*s", STR_ARG(way(arena, current, folder)),
			    STR_ARG(str_slice(shown, folder.len + 1, shown.len)));
}

static bool is_folder(struct str path)
{
	struct stat status;

	return stat(path.at, &status) == 0 && S_ISDIR(status.st_mode);
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
static bool add_path(struct root *root, struct arena *arena, const char *path, struct str *why)
{
	struct str absolute;

	if (!resolve(arena, path, &absolute, why))
		return false;
	vec_add(arena, &root->paths, absolute);
	if (!is_folder(absolute))
		absolute = parent(absolute);
	absolute = root_of(arena, absolute);
	if (root->paths.len > 1)
		absolute = str_slice(absolute, 0, common(absolute, root->folder));
	root->folder = absolute;
	return true;
}

bool root_find(struct root *root, struct arena *arena, const struct root_request *request,
	       struct str *why)
{
	struct str current, settings;

	*root = (struct root){ 0 };
	if (!resolve(arena, ".", &current, why))
		return false;
	for (size_t i = 0; i < request->path_count; i++) {
		if (!add_path(root, arena, request->paths[i], why))
			return false;
	}
	if (!request->path_count)
		root->folder = root_of(arena, current);
	if (request->settings) {
		if (!resolve(arena, request->settings, &settings, why))
			return false;
		root->folder = parent(settings);
		root->settings = str_slice(settings, root->folder.len + 1, settings.len);
	}
	root->folder = arena_copy(arena, root->folder);
	root->name = str_slice(root->folder, parent(root->folder).len, root->folder.len);
	if (str_starts(root->name, STR("/")))
		root->name = str_slice(root->name, 1, root->name.len);
	root->shown = way(arena, current, root->folder);
	if (current.len > root->folder.len && common(current, root->folder) == root->folder.len)
		root->here = str_slice(current, root->folder.len + 1, current.len);
	return relate(root, arena, request, why);
}
