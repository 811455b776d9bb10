/*
 * The list of files that a site is made of: what there is one of, for each output, in
 * the order in which they are counted, and told of when one cannot be written.
 */
#ifndef RENDER_SITE_FILES_H
#define RENDER_SITE_FILES_H

#include "base/vec.h"
#include "render/comparison.h"
#include "render/renderer.h"

struct site_file {
	const struct output *output;
	struct str tree;               /* that it stands in */
	const struct council *council; /* as in a view */
	const struct plan *plan;
	const void *part;    /* the person, theme, action or old id that a page is of; or NULL */
	enum compared found; /* what stands in its place, once that was looked at */
};

struct site_files {
	/* What all of them are made from. */
	const struct compilation *compilation;
	const struct site_options *options;
	const struct directory *directory;
	struct arena *arena;
	VEC(struct site_file) list;
};

/* A name that may be a part of the addresses that a site promises to keep. */
bool site_name_is_part(struct str name);

/*
 * Lists the files of all formats that are asked for. False with *why when a council can
 * have no page. The first four members are set before; the list lives in the arena.
 */
bool site_files_find(struct site_files *files, struct str *why);

/* What a file is made from, and its path, in the arena; the view is good as long as that. */
struct view site_file_view(const struct site_files *files, const struct site_file *file,
			   struct arena *arena);

#endif
