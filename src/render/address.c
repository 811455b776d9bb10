#include "render/address.h"
#include "base/buf.h"
#include "render/url_pattern.h"
#include "render/tree.h"

static const struct {
	const char *top;
	const char *council;
	const char *plan;
} ways[] = {
	[OUTPUT_SITE] = { "", "", "" },
	[OUTPUT_SITE_PAGE] = { "", "", "" },
	[OUTPUT_COUNCIL] = { "../", "", "" },
	[OUTPUT_LEAD] = { "../../", "../", "" },
	[OUTPUT_PLAN] = { "../../", "../", "" },
	[OUTPUT_PLAN_PAGE] = { "../../", "../", "" },
	[OUTPUT_THEME] = { "../../../", "../../", "../" },
	[OUTPUT_ACTION] = { "../../../", "../../", "../" },
	[OUTPUT_OLD_ACTION] = { "../../../", "../../", "../" },
};

/* The top of a tree, with the slash at its end. */
static const char *way_to(const struct view *view, struct str tree)
{
	if (str_equal(tree, view->tree))
		return ways[view->scope].top;
	return arena_printf(view->arena, "%s%.*s%s", address_of_site(view), STR_ARG(tree),
			    tree.len ? "/" : "")
		.at;
}

const char *address_of_first(const struct view *view)
{
	return way_to(view, tree_of_site(view));
}

const char *address_of_council(const struct view *view)
{
	struct str tree = tree_of_council(view, view->council);

	if (str_equal(tree, view->tree))
		return ways[view->scope].council;
	return arena_printf(view->arena, "%s%.*s/", way_to(view, tree),
			    STR_ARG(view->council->thing.id))
		.at;
}

const char *address_of_own_plan(const struct view *view)
{
	return ways[view->scope].plan;
}

const char *address_of_site(const struct view *view)
{
	const char *top = ways[view->scope].top;

	return view->tree.len ? arena_printf(view->arena, "../%s", top).at : top;
}

struct str address_of_folder(const struct view *view, const struct plan *plan)
{
	if (plan == view->plan)
		return str_from(address_of_own_plan(view));
	return arena_printf(view->arena, "%s%.*s/", way_to(view, tree_of_plan(view, plan)),
			    STR_ARG(plan->thing.id));
}

struct str address_of_form(const struct view *view, const struct renderer *renderer,
			   const char *file)
{
	if (renderer->has_trees || !view->tree.len)
		return str_from(file);
	return arena_printf(view->arena, "%s%.*s/%s", address_of_site(view),
			    STR_ARG(view->plan->thing.id), file);
}

struct str address_of_council_page(const struct view *view, const struct council *council)
{
	return arena_printf(view->arena, "%s%.*s/index.html",
			    way_to(view, tree_of_council(view, council)),
			    STR_ARG(council->thing.id));
}

struct str address_of_plan(const struct view *view, const struct plan *plan)
{
	return arena_printf(view->arena, "%.*sindex.html", STR_ARG(address_of_folder(view, plan)));
}

bool part_has_page(const struct plan *plan, const struct thing *part)
{
	return is_id(part->id) && map_find(&plan->by_id, part->id) == part;
}

bool person_has_page(const struct council *council, const struct person *person)
{
	return is_id(person->thing.id) &&
	       map_find(&council->people_by_id, person->thing.id) == person;
}

struct str address_of_action(const struct view *view, const struct plan *plan,
			     const struct action *action)
{
	if (!part_has_page(plan, &action->thing))
		return (struct str){ 0 };
	return arena_printf(view->arena, "%.*sactions/%.*s.html",
			    STR_ARG(address_of_folder(view, plan)), STR_ARG(action->thing.id));
}

struct str address_of_theme(const struct view *view, const struct theme *theme)
{
	if (!part_has_page(view->plan, &theme->thing))
		return (struct str){ 0 };
	return arena_printf(view->arena, "%sthemes/%.*s.html", address_of_own_plan(view),
			    STR_ARG(theme->thing.id));
}

struct str address_of_person(const struct view *view, const struct person *person)
{
	if (!view->council || !directory_has_council(view->directory, view->council) ||
	    !person_has_page(view->council, person))
		return (struct str){ 0 };
	return arena_printf(view->arena, "%sleads/%.*s.html", address_of_council(view),
			    STR_ARG(person->thing.id));
}

/* The file that a page is about: the one that its action or theme stands in, or that of its plan. */
static const struct source *source_of(const struct view *view)
{
	switch (view->scope) {
	case OUTPUT_COUNCIL:
	case OUTPUT_LEAD: return view->council->source;
	case OUTPUT_PLAN:
	case OUTPUT_PLAN_PAGE: return view->plan->source;
	case OUTPUT_THEME: return node_span(view->theme->thing.node).source;
	case OUTPUT_ACTION: return node_span(view->action->thing.node).source;
	case OUTPUT_SITE:
	case OUTPUT_SITE_PAGE:
	case OUTPUT_OLD_ACTION: break;
	}
	return NULL;
}

struct str address_of_edit(const struct view *view)
{
	struct str pattern = view->compilation->settings.edit;
	const struct source *source = source_of(view);
	struct url_mark marks[2] = { { .mark = STR_INIT("{path}") } };
	struct buf url = { 0 };
	struct str result;

	if (!source || !pattern.len)
		return (struct str){ 0 };
	/* Every source of a compilation is that of a document. */
	marks[0].words = ((const struct document *)source)->path;
	url_pattern_fill(pattern, marks, &url);
	result = arena_copy(view->arena, buf_str(&url));
	buf_release(&url);
	return result;
}
