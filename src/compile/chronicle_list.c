/* The commits of a history, and where the plans are in each. */
#include "compile/chronicle_run.h"

/* So many folders are looked through for the plans, where their folder was called otherwise. */
#define MOST_FOLDERS 1000

/* ---------------------------------------------------------------- the commits */

static struct str key_of(const struct input_id *id)
{
	return (struct str){ (const char *)id->bytes, sizeof(id->bytes) };
}

static bool list_moments(struct chronicle_walk *walk, struct str *why)
{
	const struct chronicle_request *request = walk->request;
	struct arena *arena = &walk->chronicle->arena;
	enum history_step step;
	struct history history;

	if (!(request->is_full ? history_open_full : history_open)(
		    &history, arena, request->repository, request->commit, why))
		return false;
	for (;;) {
		struct moment *moment = arena_new(arena, struct moment);

		step = history_next(&history, arena, &moment->ancestor, why);
		if (step != HISTORY_COMMIT)
			break;
		vec_add(arena, &walk->moments, moment);
		map_add(&walk->by_id, arena, key_of(&moment->ancestor.commit.id), moment);
	}
	return step == HISTORY_END;
}

static void find_parents(struct chronicle_walk *walk)
{
	struct arena *arena = &walk->chronicle->arena;

	for (size_t i = 0; i < walk->moments.len; i++) {
		struct moment *moment = walk->moments.at[i];
		const struct ancestor *ancestor = &moment->ancestor;
		size_t count = ancestor->parent_count;

		if (!walk->request->is_full && count)
			count = 1;
		moment->parents = arena_new_array(arena, struct moment *, count);
		for (size_t j = 0; j < count; j++)
			moment->parents[j] = map_find(&walk->by_id, key_of(&ancestor->parents[j]));
		moment->parent_count = count;
	}
}

/* Where history begins: of several ends of a shallow clone the newest, as behind it nothing is missing. */
static void find_end(struct chronicle_walk *walk)
{
	struct chronicle *chronicle = walk->chronicle;

	for (size_t i = 0; i < walk->moments.len && !chronicle->is_truncated; i++) {
		const struct ancestor *ancestor = &walk->moments.at[i]->ancestor;

		if (ancestor->is_cut) {
			chronicle->is_truncated = true;
			chronicle->truncated_at = ancestor->commit;
		}
	}
}

/* ---------------------------------------------------------------- the folder of the plans */

/* What is still to be looked into. */
struct search {
	struct input *input;
	struct arena *arena;
	const struct input_id *sought;
	VEC(struct str) folders;
};

static bool search_folder(struct search *search, struct str folder, struct str *found)
{
	struct entries entries = { 0 };
	struct input_id id;
	struct str why;

	if (input_list(search->input, folder, search->arena, &entries, &why) != INPUT_FOLDER)
		return false;
	for (size_t i = 0; i < entries.list.len; i++) {
		const struct entry *entry = &entries.list.at[i];

		if (entry->type != ENTRY_FOLDER)
			continue;
		*found = arena_printf(search->arena, "%.*s%s%.*s", STR_ARG(folder),
				      folder.len ? "/" : "", STR_ARG(entry->name));
		if (input_id(search->input, *found, &id) && input_id_equal(&id, search->sought))
			return true;
		vec_add(search->arena, &search->folders, *found);
	}
	return false;
}

/* A folder that holds just what that of the plans held afterwards: it was moved as it is. */
static bool find_moved(struct input *input, struct arena *arena, const struct input_id *sought,
		       struct str *found)
{
	struct search search = { .input = input, .arena = arena, .sought = sought };

	if (search_folder(&search, STR(""), found))
		return true;
	for (size_t i = 0; i < search.folders.len && i < MOST_FOLDERS; i++) {
		if (search_folder(&search, search.folders.at[i], found))
			return true;
	}
	return false;
}

static bool is_folder(struct input *input, struct arena *arena, struct str path)
{
	struct entries entries;
	struct str why;

	return input_list(input, path, arena, &entries, &why) == INPUT_FOLDER;
}

/* Finds the plans of a moment where those of `child` (or NULL) are, or were moved from. */
static bool find_folder(struct chronicle_walk *walk, struct moment *moment,
			const struct moment *child, struct str *why)
{
	struct arena *arena = &walk->chronicle->arena;
	struct input *top;
	struct str found;
	struct arena own;

	arena_init(&own);
	top = input_open_revision(&own, walk->request->repository, &moment->ancestor.commit,
				  STR(""), why);
	moment->folder = child ? child->folder : walk->request->folder;
	if (top) {
		moment->has_folder = is_folder(top, &own, moment->folder) &&
				     input_id(top, moment->folder, &moment->root);
		if (!moment->has_folder && child && child->has_folder &&
		    find_moved(top, &own, &child->root, &found)) {
			moment->has_folder = true;
			moment->root = child->root;
			moment->folder = arena_copy(arena, found);
		}
	} else {
		*why = arena_copy(arena, *why);
	}
	input_close(top);
	arena_release(&own);
	return top != NULL;
}

static bool find_folders(struct chronicle_walk *walk, struct str *why)
{
	struct arena *arena = &walk->chronicle->arena;
	struct map children = { 0 };

	for (size_t i = 0; i < walk->moments.len; i++) {
		struct moment *moment = walk->moments.at[i];
		const struct moment *child = map_find(&children,
						      key_of(&moment->ancestor.commit.id));

		if (!find_folder(walk, moment, child, why))
			return false;
		for (size_t j = 0; j < moment->parent_count; j++)
			map_add(&children, arena, key_of(&moment->parents[j]->ancestor.commit.id),
				moment);
	}
	return true;
}

bool chronicle_list(struct chronicle_walk *walk, struct str *why)
{
	if (!list_moments(walk, why))
		return false;
	find_parents(walk);
	find_end(walk);
	walk->chronicle->commits = walk->moments.len;
	return find_folders(walk, why);
}
