/*
 * Formats of what `planc build` writes: one file each, one row of
 * renderers.def. A renderer names its files and writes each of them into a
 * buffer, from the model alone: same model, same bytes.
 */
#ifndef RENDER_RENDERER_H
#define RENDER_RENDERER_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "compile/compile.h"
#include "render/directory.h"
#include "render/old_ids.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The largest file that is written. A plan may name one long text thousands of
 * times (through an anchor); what would grow beyond this is cut off, and the
 * build fails.
 */
#define RENDER_MAX_BYTES ((size_t)256 * 1024 * 1024)

struct site_options;

/*
 * What there is one file of, and where it lies: in the site's folder, in
 * COUNCIL/, COUNCIL/PLAN/, or in a folder of such files in one of these.
 */
enum output_scope {
	OUTPUT_SITE,
	OUTPUT_SITE_PAGE, /* a further page of the site */
	OUTPUT_COUNCIL,
	OUTPUT_LEAD, /* somebody of council.yaml: COUNCIL/leads/ID.html */
	OUTPUT_PLAN,
	OUTPUT_PLAN_PAGE,  /* a further page of the plan; a file of data is no page */
	OUTPUT_THEME,      /* COUNCIL/PLAN/themes/ID.html */
	OUTPUT_ACTION,     /* COUNCIL/PLAN/actions/ID.html */
	OUTPUT_OLD_ACTION, /* the same, of an id that is gone */
};

/* English words that have none in the language of a page, for tests. */
struct unknown_words {
	VEC(struct str) list;
};

/* What a page is made from. */
struct view {
	const struct compilation *compilation;
	const struct site_options *options;
	const struct directory *directory;
	enum output_scope scope;
	struct str path;               /* of the page in the site: "sefton/index.html" */
	const struct council *council; /* NULL on the page of the whole site */
	const struct plan *plan;       /* NULL on those of councils and of the site */
	const struct person *person;   /* of OUTPUT_LEAD, else NULL */
	const struct theme *theme;     /* of OUTPUT_THEME */
	const struct action *action;   /* of OUTPUT_ACTION */
	const struct old_id *old_id;   /* of OUTPUT_OLD_ACTION */
	struct str tree;     /* that the page stands in (tree.h): "cy"; empty: the first */
	struct str language; /* of the page: "en" */
	struct unknown_words
		*unknown;    /* gathers what has no words in the language (words.h); or NULL */
	struct arena *arena; /* lives as long as the page is being made */
};

struct output {
	enum output_scope scope;
	const char *file; /* its name: "plan.md"; of a page for each part, their folder: "actions" */
	/*
	 * Writes all of it. False when that is more than RENDER_MAX_BYTES. Several threads
	 * write at once, each from a view of its own, and change nothing that they share.
	 */
	bool (*write)(const struct view *view, struct buf *out);
	const char *title; /* as a link names it: "Actions (CSV)"; NULL: as that of the renderer */
	/* Whether there is something to write; NULL: always. The view has no path and no arena yet. */
	bool (*exists)(const struct view *view);
};

struct renderer {
	const char *name;             /* as --formats names it: "markdown" */
	const char *title;            /* as a link names it: "Markdown" */
	const char *media_type;       /* of what it writes of a plan: "text/markdown" */
	const char *summary;          /* a few words, for the help */
	const struct output *outputs; /* ends with a row whose write is NULL */
	bool has_assets;              /* its pages lead to assets/ */
	bool has_trees;               /* it writes a tree for each language (tree.h) */
};

/* All formats, in the order of renderers.def; ends with NULL. */
extern const struct renderer *const renderers[];

#define RENDERER(name) extern const struct renderer renderer_##name;
#include "render/renderers.def"
#undef RENDERER

/* The format of that name, or NULL. */
const struct renderer *renderer_find(struct str name);

/* Whether an output has something to write of a view. */
bool output_exists(const struct output *output, const struct view *view);

/* The file of the view's plan that a renderer writes first ("index.html"), or NULL when it writes none. */
const char *renderer_plan_file(const struct renderer *renderer, const struct view *view);

/* Whether there is a page of a plan of this address. */
bool view_has_plan(const struct view *view, struct str address);

/* The language of a plan's pages: the first that it names, else English. */
struct str plan_language(const struct plan *plan);

#endif
