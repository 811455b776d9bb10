#include "input/links.h"
#include "base/buf.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#define MOST_LINKS 40 /* as Linux has it */

struct trail {
	const struct links *links;
	struct buf done; /* what was walked, without links */
	struct buf todo; /* what is still to be walked */
	unsigned count;  /* of links */
};

/* Puts what a link leads to before what is still to be walked, from `rest` on. */
static int enter_link(struct trail *trail, struct str target, size_t rest)
{
	struct buf todo = { 0 };

	if (target.at[0] == '/')
		return EXDEV;
	if (++trail->count > MOST_LINKS)
		return ELOOP;
	buf_add(&todo, target);
	buf_add_byte(&todo, '/');
	buf_add(&todo, str_slice(buf_str(&trail->todo), rest, trail->todo.len));
	buf_release(&trail->todo);
	trail->todo = todo;
	return 0;
}

static int step_up(struct trail *trail)
{
	if (!trail->done.len)
		return EXDEV;
	while (trail->done.len && trail->done.at[trail->done.len - 1] != '/')
		trail->done.len--;
	if (trail->done.len)
		trail->done.len--;
	trail->done.at[trail->done.len] = '\0';
	return 0;
}

/* Walks one name; `rest` is where the walk goes on in `todo`, from the start when the name is a link. */
static int step_into(struct trail *trail, struct str name, size_t *rest)
{
	char target[PATH_MAX];
	size_t before = trail->done.len;
	size_t len = sizeof(target);
	int error;

	if (before)
		buf_add_byte(&trail->done, '/');
	buf_add(&trail->done, name);
	error = trail->links->read(trail->links, buf_str(&trail->done), target, &len);
	if (error)
		return error == EINVAL ? 0 : error;
	if (len == 0 || len == sizeof(target))
		return ENAMETOOLONG;
	trail->done.len = before;
	trail->done.at[before] = '\0';
	error = enter_link(trail, (struct str){ target, len }, *rest);
	*rest = 0;
	return error;
}

static int read_on_disk(const struct links *links, struct str path, char *target, size_t *len)
{
	ssize_t read = readlinkat(((const struct folder_links *)links)->root, path.at, target,
				  *len);

	if (read < 0)
		return errno;
	*len = (size_t)read;
	return 0;
}

struct folder_links links_of_folder(int root)
{
	return (struct folder_links){ { read_on_disk }, root };
}

int links_follow(const struct links *links, struct str path, struct arena *arena, struct str *real)
{
	struct trail trail = { .links = links };
	size_t at = 0;
	int error = path.len && path.at[0] == '/' ? EXDEV : 0;

	buf_add(&trail.todo, path);
	while (!error && at < trail.todo.len) {
		struct str todo = buf_str(&trail.todo);
		size_t end = str_find_byte(todo, '/', at);
		struct str name = str_slice(todo, at, end);

		at = end < todo.len ? end + 1 : end;
		if (str_equal(name, STR("..")))
			error = step_up(&trail);
		else if (name.len && !str_equal(name, STR(".")))
			error = step_into(&trail, name, &at);
	}
	if (!error)
		*real = trail.done.len ? arena_copy(arena, buf_str(&trail.done)) : STR(".");
	buf_release(&trail.done);
	buf_release(&trail.todo);
	return error;
}
