#include "input/input.h"

struct memory {
	struct input input;
	const struct memory_file *files;
	size_t count;
};

/* What of the file's path lies below `folder`; empty when it does not. */
static struct str below(struct str file, struct str folder)
{
	if (!folder.len)
		return file;
	if (!str_starts(file, folder) || file.len <= folder.len || file.at[folder.len] != '/')
		return (struct str){ 0 };
	return str_slice(file, folder.len + 1, file.len);
}

static bool is_folder(const struct memory *memory, struct str path)
{
	for (size_t i = 0; i < memory->count; i++) {
		if (below(memory->files[i].path, path).len)
			return true;
	}
	return path.len == 0;
}

static const struct memory_file *find(const struct memory *memory, struct str path)
{
	for (size_t i = 0; i < memory->count; i++) {
		if (str_equal(memory->files[i].path, path))
			return &memory->files[i];
	}
	return NULL;
}

static enum input_status memory_read(struct input *input, struct str path, struct arena *arena,
				     struct str *bytes, struct str *why)
{
	const struct memory *memory = (const struct memory *)input;
	const struct memory_file *file = find(memory, path);

	(void)why;
	if (!file)
		return is_folder(memory, path) ? INPUT_FOLDER : INPUT_MISSING;
	*bytes = file->bytes;
	if (bytes->len > input->limit)
		bytes->len = input->limit + 1;
	*bytes = arena_copy(arena, *bytes);
	return INPUT_FILE;
}

static enum input_status memory_list(struct input *input, struct str path, struct arena *arena,
				     struct entries *entries, struct str *why)
{
	const struct memory *memory = (const struct memory *)input;

	(void)why;
	if (!is_folder(memory, path))
		return find(memory, path) ? INPUT_FILE : INPUT_MISSING;
	for (size_t i = 0; i < memory->count; i++) {
		struct str rest = below(memory->files[i].path, path);
		size_t end = str_find_byte(rest, '/', 0);
		struct entry entry = { .name = str_slice(rest, 0, end),
				       .type = end < rest.len ? ENTRY_FOLDER : ENTRY_FILE };

		if (entry.name.len)
			vec_add(arena, &entries->list, entry);
	}
	return INPUT_FOLDER;
}

/* There are no links in memory. */
static enum input_status memory_real(struct input *input, struct str path, struct arena *arena,
				     struct str *real)
{
	(void)input;
	(void)arena;
	*real = path;
	return INPUT_FILE;
}

static void memory_close(struct input *input)
{
	(void)input;
}

static const struct input_type memory_type = {
	.read = memory_read,
	.list = memory_list,
	.real = memory_real,
	.close = memory_close,
	.is_shareable = true,
};

struct input *input_open_memory(struct arena *arena, const struct memory_file *files, size_t count)
{
	struct memory *memory = arena_new(arena, struct memory);

	memory->input.type = &memory_type;
	memory->files = files;
	memory->count = count;
	return &memory->input;
}
