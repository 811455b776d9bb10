#include "render/page_head.h"
#include "base/utf8.h"
#include "base/version.h"
#include "render/address.h"
#include "render/dataset.h"
#include "render/filter.h"
#include "render/page.h"
#include "render/plan_body.h"
#include "render/site.h"
#include "render/tree.h"

/* A part of the window's title, where there is room for it. */
static struct str title_with(struct arena *arena, struct str title, struct str more)
{
	if (utf8_count(title) + utf8_count(more) + 3 > WINDOW_TITLE || str_equal(title, more))
		return title;
	return arena_printf(arena, "%.*s – %.*s", STR_ARG(title), STR_ARG(more));
}

/* From the page's own name upwards: "Staff survey – Year 1 Delivery Plan – Sefton Council". */
static struct str window_title(const struct pen *pen, struct str name)
{
	const struct view *view = pen->view;
	struct str title = name_cut(view->arena, name, WINDOW_TITLE);

	if (view->plan)
		title = title_with(view->arena, title, plan_title(pen, view->plan));
	if (view->council)
		title = title_with(view->arena, title, council_name(pen, view->council));
	else
		title = title_with(view->arena, title, site_title(view));
	return title;
}

bool page_has_form(const struct view *view, const struct renderer *renderer)
{
	return renderer != &renderer_html && renderer_plan_file(renderer, view) &&
	       site_has_format(view->options, renderer);
}

/* Only on the plan's own page: on the others it would be another one's form. */
static void alternates_write(struct html *html, const struct view *view)
{
	for (size_t i = 0; renderers[i] && view->scope == OUTPUT_PLAN; i++) {
		if (!page_has_form(view, renderers[i]))
			continue;
		html_open(html, "link");
		html_attr_c(html, "rel", "alternate");
		html_attr_c(html, "type", renderers[i]->media_type);
		html_attr_c(html, "title", renderers[i]->title);
		html_attr(html, "href",
			  address_of_form(view, renderers[i],
					  renderer_plan_file(renderers[i], view)));
	}
}

static void meta(struct html *html, const char *name, const char *content)
{
	html_open(html, "meta");
	html_attr_c(html, "name", name);
	html_attr_c(html, "content", content);
}

/* The page that goes on where an old address led, when there is just one. */
static void refresh_write(struct html *html, const struct view *view)
{
	struct str url;

	if (!view->old_id || view->old_id->heirs.len != 1)
		return;
	url = address_of_action(view, view->plan, view->old_id->heirs.at[0]);
	html_open(html, "meta");
	html_attr_c(html, "http-equiv", "refresh");
	html_attr(html, "content", arena_printf(view->arena, "0; url=%.*s", STR_ARG(url)));
}

static void canonical_write(struct html *html, const struct view *view)
{
	struct str base = view->compilation->settings.base_url;

	if (!base.len || !view->path.len || view->old_id)
		return;
	html_open(html, "link");
	html_attr_c(html, "rel", "canonical");
	html_attr(html, "href",
		  arena_printf(view->arena, "%.*s%.*s", STR_ARG(base), STR_ARG(view->path)));
}

void page_head_write(struct html_pen *pen, struct str name)
{
	const struct view *view = pen->pen.view;
	struct html *html = &pen->html;

	html_open(html, "head");
	html_open(html, "meta");
	html_attr_c(html, "charset", "utf-8");
	html_element(html, "title", window_title(&pen->pen, name));
	meta(html, "viewport", "width=device-width, initial-scale=1");
	meta(html, "generator", "planc " PLANC_VERSION);
	refresh_write(html, view);
	html_open(html, "link");
	html_attr_c(html, "rel", "stylesheet");
	html_attr(html, "href",
		  arena_printf(view->arena, "%sassets/planc.css", address_of_site(view)));
	html_open(html, "link");
	html_attr_c(html, "rel", "icon");
	html_attr_c(html, "type", "image/svg+xml");
	html_attr(html, "href",
		  arena_printf(view->arena, "%sassets/icon.svg", address_of_site(view)));
	if (filter_is_wanted(view)) {
		html_open(html, "script");
		html_attr(html, "src",
			  arena_printf(view->arena, "%sassets/planc.js", address_of_site(view)));
		html_flag(html, "defer");
		html_close(html, "script");
	}
	canonical_write(html, view);
	tree_alternates_write(html, view);
	alternates_write(html, view);
	if (view->scope == OUTPUT_PLAN)
		dataset_write(pen);
	html_close(html, "head");
}
