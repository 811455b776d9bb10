/*
 * The trees of files, by what is in them. Of two states of the plans most files
 * are the same: those are read and parsed once. Only files without a fault are
 * kept, as they were parsed; whoever asks for one gets a copy of its own to mark.
 */
#ifndef COMPILE_TREE_CACHE_H
#define COMPILE_TREE_CACHE_H

#include "base/map.h"
#include "base/vec.h"
#include "compile/file_schemas.h"
#include "input/input.h"
#include "tree/node.h"

struct cached_tree;

struct tree_cache {
	struct arena arena; /* of what is known of the trees; each tree has its own */
	struct map by_id;
	VEC(struct cached_tree *) list; /* those that are kept */
	size_t bytes;                   /* that they take, about */
	size_t clock;
	size_t parsed; /* files so far; a test counts them */
	struct file_schemas
		schemas; /* what the files are held against, compiled by whoever is first */
};

void tree_cache_init(struct tree_cache *cache);
void tree_cache_release(struct tree_cache *cache);

/* The id that git gives a file of these bytes. */
struct input_id tree_cache_id(struct str bytes);

/*
 * The tree of the file with that id, which names `source`, whose bytes become
 * those of the file; in the arena, but with texts that stand in the cache. NULL
 * where none is kept.
 */
struct node *tree_cache_find(struct tree_cache *cache, const struct input_id *id,
			     struct arena *arena, struct source *source);

/* Parses and keeps what tree_cache_find will find, unless something is wrong with it. */
void tree_cache_add(struct tree_cache *cache, const struct input_id *id, struct str bytes);

/*
 * Lets those go that were asked for longest ago, until what is kept is within
 * its bound. Nothing that was made with the cache may be in use.
 */
void tree_cache_trim(struct tree_cache *cache);

#endif
