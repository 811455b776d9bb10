/*
 * A site has a tree of pages in the first language of each plan, and one more
 * for each further language, in a folder that is named after its code: "cy/".
 * There stand the pages of the plans that have this language, of their councils
 * and of those who lead, and a first page. A tree is named by that folder; the
 * first is empty. The first tree has the pages of councils and of the site in one
 * language; where that is a further one of some plan, its tree has pages of plans alone,
 * or there would be two of each.
 */
#ifndef RENDER_TREE_H
#define RENDER_TREE_H

#include "render/pen_html.h"

/* Whether a plan, a council, the site has its pages in a tree. */
bool tree_has_plan(struct str tree, const struct plan *plan);
bool tree_has_council(const struct view *view, struct str tree, const struct council *council);
bool tree_has_site(const struct directory *directory, struct str tree);

/* The tree with the pages of a plan, a council, the site in the language of a view, else the first. */
struct str tree_of_plan(const struct view *view, const struct plan *plan);
struct str tree_of_council(const struct view *view, const struct council *council);
struct str tree_of_site(const struct view *view);

/* Links to the same page in the other languages, for the head of a page and for those who read it. */
void tree_alternates_write(struct html *html, const struct view *view);
void tree_links_write(struct html_pen *page);

#endif
