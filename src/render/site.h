/*
 * A site: the folder of pages, documents and data that `planc build` writes.
 * It is made beside the folder that it is for and then put in its place, so
 * that there is always the whole of the old one or the whole of the new one.
 */
#ifndef RENDER_SITE_H
#define RENDER_SITE_H

#include "compile/chronicle.h"
#include "compile/compile.h"
#include "render/comparison.h"
#include "render/changes.h"
#include "render/renderer.h"

#include <stdbool.h>

/* What changed in a plan since it was adopted, or since what was asked for. */
struct site_changes {
	struct str plan; /* its address */
	struct changes_view view;
	bool is_adoption;
};

struct site_options {
	const char *
		folder; /* NUL-terminated; it and folders above it are made when they are missing */
	const char *formats; /* names with commas between them; NULL: all */
	struct str as_of;    /* "2024-01-31": the day that pages speak of; empty: they name none */
	struct str revision; /* of the plans; empty: they name none */
	struct str since;    /* the commit that they were asked to be compared with; or empty */
	unsigned hands;      /* how many threads make the files (crew.h); 0: one */
	void (*progress)(size_t hundredths); /* that are done; NULL: nobody wants to know */
	const struct chronicle *chronicle;   /* the plans' history; NULL: not known */
	const struct site_changes *changes;
	size_t change_count;
};

/* Whether each name in a list with commas is that of a renderer, and there is one. */
bool site_formats_exist(struct str formats);

/* Whether the options ask for a format. */
bool site_has_format(const struct site_options *options, const struct renderer *renderer);

/*
 * Writes the site of all councils and plans of a compilation. A folder that is
 * there is replaced when it is empty or holds the mark of a site (a file
 * .planc), else it is left alone and this fails. On failure nothing is changed
 * and nothing left behind; *why, in the compilation's arena, is a sentence for
 * the user without its full stop.
 */
bool site_build(struct compilation *compilation, const struct site_options *options,
		struct str *why);

/*
 * Compares the folder with the site that would be written, which changes nothing. False with
 * *why when something cannot be read or could not be written.
 */
bool site_compare(struct compilation *compilation, const struct site_options *options,
		  struct comparison *comparison, struct str *why);

#endif
