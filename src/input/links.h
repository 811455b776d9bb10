/* Symbolic links below a root, followed by hand: which of them stay in it. */
#ifndef INPUT_LINKS_H
#define INPUT_LINKS_H

#include "base/arena.h"
#include "base/str.h"

/* Something that holds links: a folder of the disk, a commit. */
struct links {
	/*
	 * Where the link at `path` (NUL-terminated, without links before its last
	 * name) leads: at most *len bytes of it, which then says how many. Gives 0, or
	 * a value of errno: EINVAL where no link stands, ENOENT where nothing does.
	 */
	int (*read)(const struct links *links, struct str path, char *target, size_t *len);
};

/* The links below the folder open at `root`. */
struct folder_links {
	struct links links;
	int root;
};
struct folder_links links_of_folder(int root);

/*
 * `path` with every symbolic link replaced by what it leads to, in the arena,
 * NUL-terminated ("." for the root itself). Gives 0, or a value of errno: EXDEV
 * when a link (or `..`) leads out of the root, which any absolute path does;
 * ELOOP after 40 links; ENOENT and so on.
 */
int links_follow(const struct links *links, struct str path, struct arena *arena, struct str *real);

#endif
