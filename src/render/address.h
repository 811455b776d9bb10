/*
 * Addresses inside a site, from the page that a view is of: relative, and with
 * the name of the file, so that the folder works from a disk. They live in the
 * page's arena.
 */
#ifndef RENDER_ADDRESS_H
#define RENDER_ADDRESS_H

#include "render/renderer.h"

/* The top of the whole site: "../../", or "" on its first page. */
const char *address_of_site(const struct view *view);

/*
 * Pages stand in several trees (tree.h): what follows leads to the one in the language of
 * the page that the view is of, where there is one, else to the one in the first tree.
 */

/* The folder of the site's first page and its others. */
const char *address_of_first(const struct view *view);
/* The folders of the view's council, which it must have, and plan: "../", or "" on their pages. */
const char *address_of_council(const struct view *view);
const char *address_of_own_plan(const struct view *view);

/* The folder of a plan, with the slash at its end. */
struct str address_of_folder(const struct view *view, const struct plan *plan);
/* A file of the view's plan, from its page; of data there is one for all languages. */
struct str address_of_form(const struct view *view, const struct renderer *renderer,
			   const char *file);
/* The page of a council. */
struct str address_of_council_page(const struct view *view, const struct council *council);
/* The page of any plan. */
struct str address_of_plan(const struct view *view, const struct plan *plan);

/* The page of an action, a theme, somebody of council.yaml; empty where it has none. */
struct str address_of_action(const struct view *view, const struct plan *plan,
			     const struct action *action);
struct str address_of_theme(const struct view *view, const struct theme *theme);
struct str address_of_person(const struct view *view, const struct person *person);

/* Whether an action or a theme of a plan has a page: its id is one, and the first of its name. */
bool part_has_page(const struct plan *plan, const struct thing *part);
bool person_has_page(const struct council *council, const struct person *person);

/*
 * Where the file can be changed that a page is made of, by the settings; empty where there is
 * no such file, or nowhere to change it.
 */
struct str address_of_edit(const struct view *view);

#endif
