#include "render/page.h"
#include "base/version.h"
#include "render/plan_body.h"
#include "render/site.h"

struct str site_title(const struct view *view)
{
	struct str title = str_trim(view->compilation->settings.title);

	return title.len ? title : STR("Plans");
}

/* Whether a format gives the same plan in another form. */
static bool is_other_form(const struct view *view, const struct renderer *renderer)
{
	return renderer != &renderer_html && renderer_plan_file(renderer) &&
	       site_has_format(view->options, renderer);
}

static void alternates_write(struct html *html, const struct view *view)
{
	for (size_t i = 0; renderers[i]; i++) {
		if (!is_other_form(view, renderers[i]))
			continue;
		html_open(html, "link");
		html_attr_c(html, "rel", "alternate");
		html_attr_c(html, "type", renderers[i]->media_type);
		html_attr_c(html, "title", renderers[i]->title);
		html_attr_c(html, "href", renderer_plan_file(renderers[i]));
	}
}

static void meta(struct html *html, const char *name, const char *content)
{
	html_open(html, "meta");
	html_attr_c(html, "name", name);
	html_attr_c(html, "content", content);
}

static void head_write(struct html *html, const struct view *view, const struct page *page)
{
	struct str sheet = arena_printf(view->arena, "%sassets/planc.css", page->root);

	html_open(html, "head");
	html_open(html, "meta");
	html_attr_c(html, "charset", "utf-8");
	html_element(html, "title", page->title);
	meta(html, "viewport", "width=device-width, initial-scale=1");
	meta(html, "generator", "planc " PLANC_VERSION);
	html_open(html, "link");
	html_attr_c(html, "rel", "stylesheet");
	html_attr(html, "href", sheet);
	if (view->plan)
		alternates_write(html, view);
	html_close(html, "head");
}

static void crumb(struct html *html, struct str url, struct str words)
{
	html_open(html, "li");
	html_open(html, "a");
	html_attr(html, "href", url);
	html_text(html, words);
	html_close(html, "a");
	html_close(html, "li");
}

/* The pages above this one; the page of the site has none. */
static void crumbs_write(struct html_pen *pen, const struct page *page)
{
	const struct view *view = pen->pen.view;
	struct html *html = &pen->html;

	if (!view->council)
		return;
	html_open(html, "header");
	html_open(html, "nav");
	html_attr_c(html, "aria-label", "Pages above this one");
	html_open(html, "ol");
	crumb(html, arena_printf(view->arena, "%sindex.html", page->root), site_title(view));
	if (view->plan)
		crumb(html, STR("../index.html"), council_name(&pen->pen, view->council));
	html_close(html, "ol");
	html_close(html, "nav");
	html_close(html, "header");
}

void page_open(struct html_pen *pen, const struct page *page)
{
	struct html *html = &pen->html;

	html_doctype(html);
	html_open(html, "html");
	html_attr(html, "lang", pen->pen.view->language);
	head_write(html, pen->pen.view, page);
	html_open(html, "body");
	if (pen->pen.view->plan && !plan_is_adopted(pen->pen.view->plan))
		html_attr_c(html, "class", "draft");
	html_open(html, "a");
	html_attr_c(html, "class", "skip");
	html_attr_c(html, "href", "#_main");
	html_text_c(html, "Skip to the main part");
	html_close(html, "a");
	crumbs_write(pen, page);
	html_open(html, "main");
	html_attr_c(html, "id", "_main");
}

/* A link to each file of a format. */
static void form_write(struct html *html, const struct renderer *renderer, bool *is_begun)
{
	for (const struct output *output = renderer->outputs; output->write; output++) {
		if (output->scope != OUTPUT_PLAN)
			continue;
		if (!*is_begun)
			html_open(html, "p");
		html_text_c(html, *is_begun ? ", " : "This plan in other forms: ");
		html_open(html, "a");
		html_attr_c(html, "href", output->file);
		html_text_c(html, output->title ? output->title : renderer->title);
		html_close(html, "a");
		*is_begun = true;
	}
}

static void forms_write(struct html *html, const struct view *view)
{
	bool is_begun = false;

	for (size_t i = 0; renderers[i]; i++) {
		if (is_other_form(view, renderers[i]))
			form_write(html, renderers[i], &is_begun);
	}
	if (is_begun)
		html_close(html, "p");
}

static void as_of_write(struct pen *pen)
{
	const struct site_options *options = pen->view->options;
	struct date date = { .kind = DATE_NONE };
	struct str fix, why;

	if (options->as_of.len &&
	    date_parse(options->as_of, pen->view->arena, &date, &fix, &why) == DATE_OK) {
		pen_c(pen, "As at ");
		pen_date(pen, &date);
		pen_c(pen, ". ");
	}
	if (options->revision.len) {
		pen_c(pen, "Revision ");
		pen_plain(pen, options->revision);
		pen_c(pen, ". ");
	}
}

void page_close(struct html_pen *pen)
{
	struct html *html = &pen->html;

	html_close(html, "main");
	html_open(html, "footer");
	if (pen->pen.view->plan)
		forms_write(html, pen->pen.view);
	html_open(html, "p");
	as_of_write(&pen->pen);
	html_text_c(html, "Built by planc " PLANC_VERSION ".");
	html_close(html, "p");
	html_close(html, "footer");
	html_close(html, "body");
	html_close(html, "html");
	html_finish(html);
}
