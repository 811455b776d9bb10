/* What a commit holds, by its trees. */
#include "base/buf.h"
#include "input/held.h"

#include <limits.h>
#include <string.h>

struct revision_input {
	struct held_input held;
	git_oid root;
	/* The folder that was looked into last: the next path is often in it, or just below. */
	char near[PATH_MAX];
	size_t near_len;
	git_oid near_id;
};

/* Unreadable, and why. */
static struct held unreadable(struct held_input *input, int error)
{
	input->why = repository_reason(input->repository, error);
	return (struct held){ .kind = HELD_UNREADABLE };
}

/* Trees are searched by halves; one that is not in order, which git never writes, from end to end. */
static const git_tree_entry *find_entry(const git_tree *tree, const char *name)
{
	const git_tree_entry *entry = git_tree_entry_byname(tree, name);

	for (size_t i = 0; !entry && i < git_tree_entrycount(tree); i++) {
		const git_tree_entry *other = git_tree_entry_byindex(tree, i);

		if (strcmp(git_tree_entry_name(other), name) == 0)
			entry = other;
	}
	return entry;
}

/* What stands under a name in the folder of that id. */
static struct held step(struct held_input *input, const git_oid *folder, struct str name)
{
	struct held held = { .kind = HELD_NOTHING };
	const git_tree_entry *entry;
	char terminated[PATH_MAX];
	git_tree *tree = NULL;
	int error;

	if (name.len >= sizeof(terminated))
		return held;
	memcpy(terminated, name.at, name.len);
	terminated[name.len] = '\0';
	error = git_tree_lookup(&tree, input->repository->git, folder);
	if (error)
		return unreadable(input, error);
	entry = find_entry(tree, terminated);
	if (entry) {
		held.kind = held_kind_of((unsigned)git_tree_entry_filemode_raw(entry));
		held.id = *git_tree_entry_id(entry);
	}
	if (held.kind == HELD_UNREADABLE)
		held = unreadable(input, GIT_ERROR);
	git_tree_free(tree);
	return held;
}

/* Where in the path to begin, and in which folder. */
static size_t begin_near(const struct revision_input *revision, struct str path,
			 struct held *folder)
{
	struct str near = { revision->near, revision->near_len };

	*folder = (struct held){ HELD_FOLDER, revision->root };
	if (!near.len || !str_starts(path, near) || path.len == near.len ||
	    path.at[near.len] != '/')
		return 0;
	folder->id = revision->near_id;
	return near.len + 1;
}

static struct held revision_find_path(struct held_input *input, struct str path)
{
	struct revision_input *revision = (struct revision_input *)input;
	struct held held;
	size_t end;

	for (size_t at = begin_near(revision, path, &held); at < path.len; at = end + 1) {
		git_oid folder = held.id;

		if (held.kind != HELD_FOLDER)
			return held.kind == HELD_UNREADABLE ? held
							    : (struct held){ .kind = HELD_NOTHING };
		end = str_find_byte(path, '/', at);
		held = step(input, &folder, str_slice(path, at, end));
		if (end == path.len && at && at <= sizeof(revision->near)) {
			memcpy(revision->near, path.at, at - 1);
			revision->near_len = at - 1;
			revision->near_id = folder;
		}
	}
	return held;
}

static bool revision_list(const struct held_listing *listing, const struct held *folder)
{
	struct held_input *input = listing->input;
	git_tree *tree = NULL;
	bool ok = true;
	int error = git_tree_lookup(&tree, input->repository->git, &folder->id);

	if (error) {
		unreadable(input, error);
		return false;
	}
	for (size_t i = 0; ok && i < git_tree_entrycount(tree); i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);

		ok = held_add(listing, str_from(git_tree_entry_name(entry)),
			      held_kind_of((unsigned)git_tree_entry_filemode_raw(entry)));
	}
	git_tree_free(tree);
	return ok;
}

static void revision_close(struct held_input *input)
{
	(void)input;
}

static const struct held_type revision_type = {
	.find = revision_find_path,
	.list = revision_list,
	.close = revision_close,
	.has_folder_ids = true,
};

/* The tree of a commit. 0, or what libgit2 says. */
static int find_root(struct repository *repository, const struct commit *commit, git_oid *root)
{
	git_commit *found = NULL;
	git_tree *tree = NULL;
	git_oid id;
	int error;

	git_oid_fromraw(&id, commit->id.bytes);
	error = git_commit_lookup(&found, repository->git, &id);
	if (!error)
		error = git_commit_tree(&tree, found);
	if (!error)
		*root = *git_tree_id(tree);
	git_tree_free(tree);
	git_commit_free(found);
	return error;
}

struct input *input_open_revision(struct arena *arena, struct repository *repository,
				  const struct commit *commit, struct str folder, struct str *why)
{
	struct revision_input *input = arena_new(arena, struct revision_input);
	struct held held = { .kind = HELD_UNREADABLE };
	int error;

	held_open(&input->held, &revision_type, repository);
	error = find_root(repository, commit, &input->root);
	if (error)
		unreadable(&input->held, error);
	else
		held = revision_find_path(&input->held, folder);
	if (held.kind == HELD_FOLDER) {
		input->root = held.id;
		input->near_len = 0;
		return &input->held.input;
	}
	if (held.kind != HELD_UNREADABLE)
		input->held.why = STR("it is no folder");
	*why = arena_printf(arena, "%.*s%sthe commit %.*s: %.*s", STR_ARG(folder),
			    folder.len ? " of " : "", STR_ARG(commit->name),
			    STR_ARG(input->held.why));
	return NULL;
}
