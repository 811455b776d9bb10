#include "base/file.h"
#include "input/input.h"
#include "input/links.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef SYS_openat2
#include <linux/openat2.h>
#endif

struct folder {
	struct input input;
	int root;
	struct folder_links links; /* of the root */
	bool has_openat2;          /* the kernel can hold a path below a folder by itself */
};

#ifdef SYS_openat2

/* Opens a path below the folder; a descriptor, or -1 with errno as links_follow gives it. */
static int ask_kernel(int root, struct str path, int flags, unsigned resolve)
{
	struct open_how how = { .flags = (unsigned)flags | O_CLOEXEC,
				.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS | resolve };
	char name[PATH_MAX] = ".";
	int descriptor;

	if (path.len >= sizeof(name)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	if (path.len) {
		memcpy(name, path.at, path.len);
		name[path.len] = '\0';
	}
	do {
		descriptor = (int)syscall(SYS_openat2, root, name, &how, sizeof(how));
	} while (descriptor < 0 && (errno == EAGAIN || errno == EINTR));
	return descriptor;
}

static bool kernel_can(int root)
{
	int descriptor = ask_kernel(root, STR(""), O_PATH, 0);

	if (descriptor >= 0)
		close(descriptor);
	return descriptor >= 0;
}

/* Whether there is no symbolic link on the way; false too where nobody knows. */
static bool has_no_links(const struct folder *folder, struct str path)
{
	int descriptor = -1;

	if (folder->has_openat2)
		descriptor = ask_kernel(folder->root, path, O_PATH, RESOLVE_NO_SYMLINKS);
	if (descriptor >= 0)
		close(descriptor);
	return descriptor >= 0;
}

#else

static int ask_kernel(int root, struct str path, int flags, unsigned resolve)
{
	(void)root, (void)path, (void)flags, (void)resolve;
	errno = ENOSYS;
	return -1;
}

static bool kernel_can(int root)
{
	(void)root;
	return false;
}

static bool has_no_links(const struct folder *folder, struct str path)
{
	(void)folder, (void)path;
	return false;
}

#endif

/*
 * Opens what stands at a path below the folder, following only links that stay
 * in it. A descriptor, or -1 with errno as links_follow gives it.
 */
static int open_below(const struct folder *folder, struct str path, int flags)
{
	struct arena arena;
	struct str real;
	int descriptor = -1;
	int error;

	if (folder->has_openat2)
		return ask_kernel(folder->root, path, flags, 0);
	arena_init(&arena);
	error = links_follow(&folder->links.links, path, &arena, &real);
	if (!error) {
		descriptor = openat(folder->root, real.at, flags | O_CLOEXEC | O_NOFOLLOW);
		error = errno;
	}
	arena_release(&arena);
	errno = error;
	return descriptor;
}

static enum input_status not_ordinary(struct str *why)
{
	*why = STR("it is no ordinary file");
	return INPUT_FAILED;
}

static enum input_status failed(int error, struct str *why)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
	case ENAMETOOLONG:
	case ELOOP: return INPUT_MISSING;
	case EXDEV: return INPUT_OUTSIDE;
	case ENXIO:
	case ENODEV: return not_ordinary(why);
	default: *why = file_reason(error); return INPUT_FAILED;
	}
}

/* No name of a disk holds a NUL. */
static bool is_name(struct str path)
{
	return str_find_byte(path, '\0', 0) == path.len;
}

static enum input_status folder_read(struct input *input, struct str path, struct arena *arena,
				     struct str *bytes, struct str *why)
{
	const struct folder *folder = (const struct folder *)input;
	enum input_status status = INPUT_FILE;
	struct stat stat;
	int descriptor;

	if (!is_name(path))
		return INPUT_MISSING;
	/* Without O_NONBLOCK a pipe would wait for its writer. */
	descriptor = open_below(folder, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
	if (descriptor < 0)
		return failed(errno, why);
	if (fstat(descriptor, &stat) != 0)
		status = failed(errno, why);
	else if (S_ISDIR(stat.st_mode))
		status = INPUT_FOLDER;
	else if (!S_ISREG(stat.st_mode))
		status = not_ordinary(why);
	else if (!file_read(descriptor, input->limit, arena, bytes, why))
		status = INPUT_FAILED;
	close(descriptor);
	return status;
}

/* Whether a link leads to something below the root that is no folder. */
static bool is_link_to_file(const struct folder *folder, struct str path)
{
	int descriptor = open_below(folder, path, O_PATH);
	struct stat stat;
	bool is_file;

	if (descriptor < 0)
		return false;
	is_file = fstat(descriptor, &stat) == 0 && !S_ISDIR(stat.st_mode);
	close(descriptor);
	return is_file;
}

/* The type of a name in an open folder, as readdir would give it. */
static unsigned char type_of(DIR *open, const struct dirent *found)
{
	struct stat stat;

	if (found->d_type != DT_UNKNOWN)
		return found->d_type;
	if (fstatat(dirfd(open), found->d_name, &stat, AT_SYMLINK_NOFOLLOW) != 0)
		return DT_UNKNOWN;
	return (unsigned char)IFTODT(stat.st_mode);
}

struct listing {
	const struct folder *folder;
	struct str path;
	struct arena *arena;
	struct entries *entries;
};

static void add_entry(const struct listing *listing, DIR *open, const struct dirent *found)
{
	struct entry entry = { .name = str_from(found->d_name), .type = ENTRY_FILE };
	unsigned char type = type_of(open, found);

	if (str_equal(entry.name, STR(".")) || str_equal(entry.name, STR("..")))
		return;
	entry.name = arena_copy(listing->arena, entry.name);
	if (type == DT_DIR)
		entry.type = ENTRY_FOLDER;
	if (type == DT_LNK) {
		struct str at;

		if (!input_join(listing->arena, listing->path, entry.name, &at) ||
		    !is_link_to_file(listing->folder, at))
			entry.type = ENTRY_LINK;
	}
	vec_add(listing->arena, &listing->entries->list, entry);
}

/* Not a folder: a file, or not even that. */
static enum input_status no_folder(const struct folder *folder, struct str path, struct str *why)
{
	int descriptor = open_below(folder, path, O_PATH);

	if (descriptor < 0)
		return failed(errno, why);
	close(descriptor);
	return INPUT_FILE;
}

static enum input_status folder_list(struct input *input, struct str path, struct arena *arena,
				     struct entries *entries, struct str *why)
{
	const struct folder *folder = (const struct folder *)input;
	const struct listing listing = { folder, path, arena, entries };
	const struct dirent *found;
	int descriptor;
	DIR *open;
	int error;

	if (!is_name(path))
		return INPUT_MISSING;
	descriptor = open_below(folder, path, O_RDONLY | O_DIRECTORY);
	if (descriptor < 0)
		return errno == ENOTDIR ? no_folder(folder, path, why) : failed(errno, why);
	open = fdopendir(descriptor);
	if (!open) {
		error = errno;
		close(descriptor);
		return failed(error, why);
	}
	while (errno = 0, (found = readdir(open)) != NULL)
		add_entry(&listing, open, found);
	error = errno;
	closedir(open);
	return error ? failed(error, why) : INPUT_FOLDER;
}

static enum input_status folder_real(struct input *input, struct str path, struct arena *arena,
				     struct str *real)
{
	const struct folder *folder = (const struct folder *)input;
	struct str why;
	int error;

	*real = path;
	if (!is_name(path))
		return INPUT_MISSING;
	if (has_no_links(folder, path))
		return INPUT_FILE;
	error = links_follow(&folder->links.links, path, arena, real);
	return error ? failed(error, &why) : INPUT_FILE;
}

static void folder_close(struct input *input)
{
	close(((struct folder *)input)->root);
}

static const struct input_type folder_type = {
	.read = folder_read,
	.list = folder_list,
	.real = folder_real,
	.close = folder_close,
	.is_shareable = true,
};

struct input *input_open_folder(struct arena *arena, const char *root, struct str *why)
{
	struct folder *folder;
	int descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (descriptor < 0) {
		*why = file_reason(errno);
		return NULL;
	}
	folder = arena_new(arena, struct folder);
	folder->input.type = &folder_type;
	folder->root = descriptor;
	folder->links = links_of_folder(descriptor);
	folder->has_openat2 = kernel_can(descriptor);
	return &folder->input;
}
