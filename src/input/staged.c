/* What the index holds: what the next commit would be. */
#include "base/file.h"
#include "input/held.h"

#include <errno.h>
#include <unistd.h>

struct index_input {
	struct held_input held;
	git_index *index;
	struct str folder; /* the root, "" or with '/' at its end */
};

/* `git add -N` only says that there will be a file. */
static bool is_there(const git_index_entry *entry)
{
	return !(entry->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD);
}

static enum held_kind kind_of(const git_index_entry *entry)
{
	return git_index_entry_is_conflict(entry) ? HELD_CONFLICT : held_kind_of(entry->mode);
}

/* The next entry that is there, from `at` on, if its path begins so; else NULL. */
static const git_index_entry *next_entry(const struct index_input *input, struct str prefix,
					 size_t *at)
{
	const git_index_entry *entry = git_index_get_byindex(input->index, *at);

	while (entry && !is_there(entry))
		entry = git_index_get_byindex(input->index, ++*at);
	return entry && str_starts(str_from(entry->path), prefix) ? entry : NULL;
}

/* The first of them; `prefix` is NUL-terminated. */
static const git_index_entry *first_entry(const struct index_input *input, struct str prefix,
					  size_t *at)
{
	*at = 0;
	if (prefix.len && git_index_find_prefix(at, input->index, prefix.at) != 0)
		return NULL;
	return next_entry(input, prefix, at);
}

static struct held staged_find(struct held_input *input, struct str path)
{
	const struct index_input *this = (const struct index_input *)input;
	const git_index_entry *ours, *theirs, *ancestor;
	struct held held = { .kind = HELD_FOLDER };
	const git_index_entry *entry;
	struct arena arena;
	struct str full;
	size_t at;

	if (!path.len)
		return held;
	arena_init(&arena);
	full = arena_printf(&arena, "%.*s%.*s/", STR_ARG(this->folder), STR_ARG(path));
	if (!first_entry(this, full, &at))
		held.kind = HELD_NOTHING;
	full = arena_printf(&arena, "%.*s%.*s", STR_ARG(this->folder), STR_ARG(path));
	entry = git_index_get_bypath(this->index, full.at, 0);
	if (entry && is_there(entry)) {
		held.kind = kind_of(entry);
		held.id = entry->id;
	} else if (git_index_conflict_get(&ancestor, &ours, &theirs, this->index, full.at) == 0) {
		held.kind = HELD_CONFLICT;
	}
	if (held.kind == HELD_UNREADABLE)
		input->why = repository_reason(input->repository, GIT_ERROR);
	arena_release(&arena);
	return held;
}

static bool staged_list(const struct held_listing *listing, const struct held *folder)
{
	const struct index_input *this = (const struct index_input *)listing->input;
	struct str prefix = arena_printf(listing->arena, "%.*s%.*s%s", STR_ARG(this->folder),
					 STR_ARG(listing->path), listing->path.len ? "/" : "");
	const git_index_entry *entry;
	struct str last = { 0 };
	bool ok = true;

	(void)folder;
	for (size_t at = 0; ok; at++) {
		struct str path, name;
		size_t end;

		entry = at ? next_entry(this, prefix, &at) : first_entry(this, prefix, &at);
		if (!entry)
			break;
		path = str_from(entry->path);
		end = str_find_byte(path, '/', prefix.len);
		name = str_slice(path, prefix.len, end);
		if (!last.at || !str_equal(name, last))
			ok = held_add(listing, name, end < path.len ? HELD_FOLDER : kind_of(entry));
		last = name;
	}
	return ok;
}

static void staged_close(struct held_input *input)
{
	git_index_free(((struct index_input *)input)->index);
}

static const struct held_type staged_type = {
	.find = staged_find,
	.list = staged_list,
	.close = staged_close,
};

/* The file of the index: relative ones are so to the top of the work tree, where git runs its hooks. */
static struct str index_file(const struct repository *repository, struct arena *arena)
{
	git_buf path = { 0 };
	struct str file = { 0 };

	if (repository->index && repository->index[0] == '/')
		return str_from(repository->index);
	if (repository->index)
		return arena_printf(arena, "%.*s/%s", STR_ARG(repository->top), repository->index);
	if (git_repository_item_path(&path, repository->git, GIT_REPOSITORY_ITEM_INDEX) == 0)
		file = arena_copy(arena, (struct str){ path.ptr, path.size });
	git_buf_dispose(&path);
	return file;
}

/* Why the index cannot be read. */
static struct str index_reason(struct arena *arena, struct str file)
{
	const git_error *error = git_error_last();
	struct str message = str_from(error && error->message ? error->message : "");
	struct str why = STR("it is damaged");

	if (str_find(message, STR("unsupported mandatory extension"), 0) < message.len)
		why = STR("it is a split or sparse one; `git update-index --no-split-index` or "
			  "`git sparse-checkout reapply --no-sparse-index` writes it as one whole");
	if (access(file.at, R_OK) != 0)
		why = file_reason(errno);
	return arena_printf(arena, "the index of git cannot be read: %.*s", STR_ARG(why));
}

struct input *input_open_index(struct arena *arena, struct repository *repository,
			       struct str folder, struct str *why)
{
	struct index_input *input = arena_new(arena, struct index_input);
	struct str file = index_file(repository, arena);

	if (repository->is_bare) {
		*why = STR("nothing is staged in a bare repository");
		return NULL;
	}
	held_open(&input->held, &staged_type, repository);
	if (git_index_open(&input->index, file.at) != 0) {
		*why = index_reason(arena, file);
		return NULL;
	}
	input->folder = arena_printf(arena, "%.*s%s", STR_ARG(folder), folder.len ? "/" : "");
	return &input->held.input;
}
