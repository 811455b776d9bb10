/* Symbolic links below a folder, followed by hand: which of them stay in it. */
#ifndef INPUT_LINKS_H
#define INPUT_LINKS_H

#include "base/arena.h"
#include "base/str.h"

/*
 * `path` below the folder open at `root`, with every symbolic link replaced by
 * what it leads to, in the arena, NUL-terminated ("." for the root itself). Gives
 * 0, or a value of errno: EXDEV when a link (or `..`) leads out of the folder,
 * which any absolute path does; ELOOP after 40 links; ENOENT and so on.
 */
int links_follow(int root, struct str path, struct arena *arena, struct str *real);

#endif
