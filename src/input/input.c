#include "input/input.h"

#include <stdlib.h>
#include <string.h>

enum input_status input_read(struct input *input, struct str path, struct arena *arena,
			     struct str *bytes, struct str *why)
{
	enum input_status status = input->type->read(input, path, arena, bytes, why);

	if (status == INPUT_FILE)
		input->opened++;
	return status;
}

static int compare(const void *a, const void *b)
{
	return str_compare(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

/* By name; one that several files of one folder gave is kept once. */
static void sort(struct entries *entries)
{
	size_t kept = 1;

	if (!entries->list.len)
		return;
	qsort(entries->list.at, entries->list.len, sizeof(entries->list.at[0]), compare);
	for (size_t i = 1; i < entries->list.len; i++) {
		if (!str_equal(entries->list.at[i].name, entries->list.at[kept - 1].name))
			entries->list.at[kept++] = entries->list.at[i];
	}
	entries->list.len = kept;
}

enum input_status input_list(struct input *input, struct str path, struct arena *arena,
			     struct entries *entries, struct str *why)
{
	enum input_status status;

	*entries = (struct entries){ 0 };
	status = input->type->list(input, path, arena, entries, why);
	sort(entries);
	return status;
}

/* "a/b/c" is below "a/b", and everything below the root. */
static bool is_below(struct str path, struct str folder)
{
	if (!folder.len || str_equal(folder, STR(".")))
		return true;
	return str_starts(path, folder) && path.len > folder.len && path.at[folder.len] == '/';
}

bool input_is_inside(struct input *input, struct str folder, struct str path)
{
	struct arena arena;
	struct str real_folder, real;
	enum input_status status;
	bool inside = true;

	arena_init(&arena);
	status = input->type->real(input, path, &arena, &real);
	/* Without a link on the way to what is in it, there is none on the way to the folder. */
	if (status == INPUT_FILE && is_below(path, folder) && str_equal(path, real))
		inside = true;
	else if (input->type->real(input, folder, &arena, &real_folder) == INPUT_FILE)
		inside = status == INPUT_FILE ? is_below(real, real_folder)
					      : status != INPUT_OUTSIDE;
	arena_release(&arena);
	return inside;
}

bool input_real(struct input *input, struct str path, struct arena *arena, struct str *real)
{
	if (input->type->real(input, path, arena, real) != INPUT_FILE)
		return false;
	if (str_equal(*real, STR(".")))
		*real = STR("");
	return true;
}

bool input_id(struct input *input, struct str path, struct input_id *id)
{
	return input->type->id && input->type->id(input, path, id);
}

bool input_id_equal(const struct input_id *a, const struct input_id *b)
{
	return memcmp(a->bytes, b->bytes, sizeof(a->bytes)) == 0;
}

struct str input_show(const struct input *input, struct arena *arena, struct str path)
{
	struct str up = input->shown;
	struct str left = input->here;

	/* Each folder that both ways go through is one step up less. */
	while (left.len) {
		size_t end = str_find_byte(left, '/', 0);

		if (!str_starts(path, str_slice(left, 0, end)) || path.len == end ||
		    path.at[end] != '/')
			break;
		path = str_slice(path, end + 1, path.len);
		left = str_slice(left, end + (end < left.len), left.len);
		up = str_slice(up, STR("../").len, up.len);
	}
	return arena_printf(arena, "%.*s%.*s", STR_ARG(up), STR_ARG(path));
}

void input_close(struct input *input)
{
	if (input)
		input->type->close(input);
}

/* The length of what is left of `joined` without its last name; never less than `floor`. */
static size_t without_last(const char *joined, size_t len, size_t floor)
{
	while (len > floor && joined[len - 1] != '/')
		len--;
	return len > floor ? len - 1 : floor;
}

bool input_join(struct arena *arena, struct str base, struct str path, struct str *joined)
{
	char *to = arena_alloc_text(arena, base.len + path.len + 2);
	size_t len = base.len;
	size_t end;

	if (path.len && path.at[0] == '/')
		return false;
	if (base.len)
		memcpy(to, base.at, base.len);
	for (size_t at = 0; at < path.len; at = end + 1) {
		struct str name;

		end = str_find_byte(path, '/', at);
		name = str_slice(path, at, end);
		if (!name.len || str_equal(name, STR(".")))
			continue;
		if (str_equal(name, STR(".."))) {
			if (len == base.len)
				return false;
			len = without_last(to, len, base.len);
			continue;
		}
		if (len)
			to[len++] = '/';
		memcpy(to + len, name.at, name.len);
		len += name.len;
	}
	to[len] = '\0';
	*joined = (struct str){ to, len };
	return true;
}
