#include "render/tree.h"
#include "render/address.h"

bool tree_has_plan(struct str tree, const struct plan *plan)
{
	const struct value *languages = plan->languages.at;

	for (size_t i = 0; i < plan->languages.len; i++) {
		if (str_equal(languages[i].text, tree))
			return i > 0;
	}
	return !tree.len;
}

bool tree_has_site(const struct directory *directory, struct str tree)
{
	for (size_t i = 0; i < directory->trees.len; i++) {
		if (str_equal(directory->trees.at[i], tree))
			return !str_equal(directory->language, tree);
	}
	return !tree.len;
}

bool tree_has_council(const struct view *view, struct str tree, const struct council *council)
{
	const struct compilation *compilation = view->compilation;

	if (!tree_has_site(view->directory, tree))
		return false;
	/* Most who ask are pages of a plan of theirs, and there may be very many plans. */
	if (view->plan && view->plan->council == council && tree_has_plan(tree, view->plan))
		return true;
	for (size_t i = 0; tree.len && i < compilation->plans.len; i++) {
		const struct plan *plan = compilation->plans.at[i];

		if (plan->council == council && directory_has_plan(view->directory, plan) &&
		    tree_has_plan(tree, plan))
			return true;
	}
	return !tree.len;
}

struct str tree_of_plan(const struct view *view, const struct plan *plan)
{
	return tree_has_plan(view->language, plan) ? view->language : (struct str){ 0 };
}

struct str tree_of_council(const struct view *view, const struct council *council)
{
	return tree_has_council(view, view->language, council) ? view->language : (struct str){ 0 };
}

struct str tree_of_site(const struct view *view)
{
	return tree_has_site(view->directory, view->language) ? view->language : (struct str){ 0 };
}

/* Whether the page that a view is of stands in a tree as well. */
static bool has_page(const struct view *view, struct str tree)
{
	if (view->plan)
		return tree_has_plan(tree, view->plan);
	if (view->council)
		return tree_has_council(view, tree, view->council);
	return tree_has_site(view->directory, tree);
}

/* The language that a page has in a tree. */
static struct str language_in(const struct view *view, struct str tree)
{
	if (tree.len)
		return tree;
	return view->plan ? plan_language(view->plan) : view->directory->language;
}

static struct str address_in(const struct view *view, struct str tree)
{
	struct str path = view->path;

	if (view->tree.len)
		path = str_slice(path, view->tree.len + 1, path.len);
	return arena_printf(view->arena, "%s%.*s%s%.*s", address_of_site(view), STR_ARG(tree),
			    tree.len ? "/" : "", STR_ARG(path));
}

/* The trees that have a page in another language, one a call; false when there are no more. */
static bool next_tree(const struct view *view, size_t *at, struct str *tree)
{
	while (*at <= view->directory->trees.len) {
		*tree = *at ? view->directory->trees.at[*at - 1] : (struct str){ 0 };
		(*at)++;
		if (!str_equal(language_in(view, *tree), view->language) && has_page(view, *tree))
			return true;
	}
	return false;
}

void tree_alternates_write(struct html *html, const struct view *view)
{
	struct str tree;
	size_t at = 0;

	while (view->path.len && next_tree(view, &at, &tree)) {
		html_open(html, "link");
		html_attr_c(html, "rel", "alternate");
		html_attr(html, "hreflang", language_in(view, tree));
		html_attr(html, "href", address_in(view, tree));
	}
}

void tree_links_write(struct html_pen *page)
{
	const struct view *view = page->pen.view;
	struct html *html = &page->html;
	bool is_begun = false;
	struct str tree;
	size_t at = 0;

	while (view->path.len && next_tree(view, &at, &tree)) {
		struct str language = language_in(view, tree);

		if (!is_begun) {
			html_open(html, "nav");
			html_attr_c(html, "class", "languages");
			html_attr(html, "aria-label",
				  own_words(view, "This page in other languages"));
			html_open(html, "ul");
		}
		is_begun = true;
		html_open(html, "li");
		html_open(html, "a");
		html_attr(html, "href", address_in(view, tree));
		html_language(html, language);
		html_attr(html, "hreflang", language);
		html_text(html, language_own_name(language));
		html_close(html, "a");
		html_close(html, "li");
	}
	if (!is_begun)
		return;
	html_close(html, "ul");
	html_close(html, "nav");
}
