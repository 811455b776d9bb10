#include "input/held.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

/* A larger file is too large for anybody: what it begins with is not shown. */
#define MOST_READ ((size_t)64 * 1024 * 1024)

enum held_kind held_kind_of(unsigned mode)
{
	switch (mode & 0170000) {
	case 0040000: return HELD_FOLDER;
	case 0100000: return HELD_FILE;
	case 0120000: return HELD_LINK;
	case 0160000: return HELD_SUBMODULE;
	default: return HELD_UNREADABLE;
	}
}

/* Reads at most `most` bytes of a file; what is larger than all bounds is blank. */
static bool read_object(struct held_input *input, const git_oid *id, size_t most,
			struct arena *arena, struct str *bytes)
{
	git_odb *objects = input->repository->objects;
	git_odb_object *object = NULL;
	git_object_t type;
	size_t size;
	char *to;
	int error = git_odb_read_header(&size, &type, objects, id);

	if (!error && type != GIT_OBJECT_BLOB)
		error = GIT_ERROR;
	if (!error && size <= MOST_READ)
		error = git_odb_read(&object, objects, id);
	if (error) {
		input->why = repository_reason(input->repository, error);
		return false;
	}
	if (size > most)
		size = most;
	to = arena_alloc_text(arena, size + 1);
	if (object)
		memcpy(to, git_odb_object_data(object), size);
	else
		memset(to, ' ', size);
	to[size] = '\0';
	*bytes = (struct str){ to, size };
	git_odb_object_free(object);
	return true;
}

static int read_link(const struct links *links, struct str path, char *target, size_t *len)
{
	struct held_input *input = ((const struct held_links *)links)->input;
	struct held held = input->type->find(input, path);
	struct arena arena;
	struct str bytes;
	int error = 0;

	switch (held.kind) {
	case HELD_LINK: break;
	case HELD_NOTHING: return ENOENT;
	case HELD_UNREADABLE: return EIO;
	default: return EINVAL;
	}
	arena_init(&arena);
	if (!read_object(input, &held.id, *len, &arena, &bytes))
		error = EIO;
	else if (str_find_byte(bytes, '\0', 0) < bytes.len)
		error = ENOENT;
	else
		memcpy(target, bytes.at, *len = bytes.len);
	arena_release(&arena);
	return error;
}

static enum input_status failed(struct held_input *input, int error, struct str *why)
{
	switch (error) {
	case EXDEV: return INPUT_OUTSIDE;
	case EIO: *why = input->why; return INPUT_FAILED;
	default: return INPUT_MISSING;
	}
}

/* What stands at a path when links are followed, and its path without them. 0, or a value of errno. */
static int follow(struct held_input *input, struct str path, struct arena *arena, struct str *real,
		  struct held *held)
{
	int error;

	/* As for the paths of a disk; and no name has a NUL in it. */
	if (path.len >= PATH_MAX || str_find_byte(path, '\0', 0) < path.len)
		return ENOENT;
	error = links_follow(&input->links.links, path, arena, real);
	if (error)
		return error;
	if (str_equal(*real, STR(".")))
		*real = STR("");
	*held = input->type->find(input, *real);
	if (held->kind == HELD_NOTHING)
		return ENOENT;
	return held->kind == HELD_UNREADABLE ? EIO : 0;
}

/* The same, where the path is not wanted. */
static int find(struct held_input *input, struct str path, struct held *held)
{
	struct arena arena;
	struct str real;
	int error;

	arena_init(&arena);
	error = follow(input, path, &arena, &real, held);
	arena_release(&arena);
	return error;
}

static enum input_status held_read(struct input *input, struct str path, struct arena *arena,
				   struct str *bytes, struct str *why)
{
	struct held_input *this = (struct held_input *)input;
	struct held held;
	int error = find(this, path, &held);

	if (error)
		return failed(this, error, why);
	if (held.kind == HELD_FOLDER || held.kind == HELD_SUBMODULE)
		return INPUT_FOLDER;
	if (held.kind == HELD_CONFLICT) {
		*why = STR("it is in conflict: finish the merge, then `git add` it");
		return INPUT_FAILED;
	}
	if (!read_object(this, &held.id, input->limit + 1, arena, bytes))
		return failed(this, EIO, why);
	return INPUT_FILE;
}

/* "." and ".." stand for folders, and '/' parts them: whoever writes to such a name writes elsewhere. */
static bool is_name(struct str name)
{
	return name.len && !str_equal(name, STR(".")) && !str_equal(name, STR("..")) &&
	       str_find_byte(name, '/', 0) == name.len;
}

static bool is_link_to_file(const struct held_listing *listing, struct str name)
{
	struct held held;
	struct str path;

	return input_join(listing->arena, listing->path, name, &path) &&
	       find(listing->input, path, &held) == 0 && held.kind != HELD_FOLDER &&
	       held.kind != HELD_SUBMODULE;
}

bool held_add(const struct held_listing *listing, struct str name, enum held_kind kind)
{
	struct entry entry = { .type = ENTRY_FILE };

	if (!is_name(name)) {
		listing->input->why = STR("git holds a name in it that no file can have");
		return false;
	}
	entry.name = arena_copy(listing->arena, name);
	if (kind == HELD_FOLDER || kind == HELD_SUBMODULE)
		entry.type = ENTRY_FOLDER;
	else if (kind == HELD_LINK && !is_link_to_file(listing, entry.name))
		entry.type = ENTRY_LINK;
	vec_add(listing->arena, &listing->entries->list, entry);
	return true;
}

static enum input_status held_list(struct input *input, struct str path, struct arena *arena,
				   struct entries *entries, struct str *why)
{
	struct held_input *this = (struct held_input *)input;
	struct held_listing listing = { this, path, arena, entries };
	struct held held;
	int error = follow(this, path, arena, &listing.path, &held);

	if (error)
		return failed(this, error, why);
	if (held.kind == HELD_SUBMODULE)
		return INPUT_FOLDER;
	if (held.kind != HELD_FOLDER)
		return INPUT_FILE;
	return this->type->list(&listing, &held) ? INPUT_FOLDER : failed(this, EIO, why);
}

static enum input_status held_real(struct input *input, struct str path, struct arena *arena,
				   struct str *real)
{
	struct held_input *this = (struct held_input *)input;
	struct str why;
	struct held held;
	int error;

	*real = path;
	error = follow(this, path, arena, real, &held);
	return error ? failed(this, error, &why) : INPUT_FILE;
}

static bool held_id(struct input *input, struct str path, struct input_id *id)
{
	struct held_input *this = (struct held_input *)input;
	struct held held;

	if (find(this, path, &held) != 0)
		return false;
	memcpy(id->bytes, held.id.id, sizeof(id->bytes));
	return held.kind == HELD_FILE || (held.kind == HELD_FOLDER && this->type->has_folder_ids);
}

static void held_close(struct input *input)
{
	struct held_input *this = (struct held_input *)input;

	this->type->close(this);
}

static const struct input_type held_type = {
	.read = held_read,
	.list = held_list,
	.real = held_real,
	.id = held_id,
	.close = held_close,
};

void held_open(struct held_input *input, const struct held_type *type,
	       struct repository *repository)
{
	*input = (struct held_input){
		.input.type = &held_type,
		.links = { { read_link }, input },
		.repository = repository,
		.type = type,
	};
}
