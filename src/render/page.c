#include "render/page.h"
#include "base/utf8.h"
#include "base/version.h"
#include "render/address.h"
#include "render/contents.h"
#include "render/filter.h"
#include "render/ledger.h"
#include "render/page_head.h"
#include "render/plan_body.h"
#include "render/site.h"
#include "render/style.h"
#include "render/tree.h"

struct str site_title(const struct view *view)
{
	struct str language;
	struct str title = str_trim(
		view_words(view, &view->compilation->settings.title, &language));

	return title.len ? title : own_words(view, "Plans");
}

struct str name_cut(struct arena *arena, struct str name, size_t most)
{
	struct str cut;

	if (utf8_count(name) <= most)
		return name;
	cut = str_slice(name, 0, utf8_offset(name, most - 1));
	/* At the last word that is whole, unless that one is very long. */
	for (size_t i = cut.len; i > cut.len / 2; i--) {
		if (cut.at[i - 1] == ' ') {
			cut.len = i - 1;
			break;
		}
	}
	return arena_printf(arena, "%.*s…", STR_ARG(cut));
}

static void link_write(struct html *html, struct str url, struct str words)
{
	html_open(html, "a");
	html_attr(html, "href", url);
	html_text(html, words);
	html_close(html, "a");
}

static void link_item(struct html *html, struct str url, struct str words)
{
	html_open(html, "li");
	link_write(html, url, words);
	html_close(html, "li");
}

static void logo_write(struct html *html, const struct view *view)
{
	const struct logo *logo = &view->compilation->settings.logo;

	html_open(html, "img");
	html_attr(html, "src",
		  arena_printf(view->arena, "%s%.*s", address_of_site(view),
			       STR_ARG(style_logo_path(logo, view->arena))));
	/* The title of the site stands beside it, or below it. */
	html_attr_c(html, "alt", "");
	html_attr(html, "width", arena_printf(view->arena, "%u", logo->image.width));
	html_attr(html, "height", arena_printf(view->arena, "%u", logo->image.height));
}

/* Logo and title of the site, which lead to its first page; there the title is the heading. */
static void site_name_write(struct html *html, const struct view *view)
{
	bool is_first = view->scope == OUTPUT_SITE;
	bool has_logo = view->compilation->settings.logo.bytes.len > 0;

	if (is_first && !has_logo)
		return;
	html_open(html, "p");
	html_attr_c(html, "class", "site-name");
	if (!is_first) {
		html_open(html, "a");
		html_attr(html, "href",
			  arena_printf(view->arena, "%sindex.html", address_of_first(view)));
	}
	if (has_logo)
		logo_write(html, view);
	if (!is_first) {
		html_element(html, "span", site_title(view));
		html_close(html, "a");
	}
	html_close(html, "p");
}

static void site_link_write(struct pen *pen, const struct site_link *link)
{
	struct str language;

	pen_open(pen, PEN_ITEM);
	pen_link(pen, link->url, pen_words(pen, &link->title, &language));
	pen_close(pen, PEN_ITEM);
}

static void header_links_write(struct html_pen *pen)
{
	const struct settings *settings = &pen->pen.view->compilation->settings;

	if (!settings->header.len)
		return;
	html_open(&pen->html, "nav");
	html_attr(&pen->html, "aria-label", own_words(pen->pen.view, "Beside these plans"));
	pen_open(&pen->pen, PEN_LIST);
	for (size_t i = 0; i < settings->header.len; i++)
		site_link_write(&pen->pen, &settings->header.at[i]);
	pen_close(&pen->pen, PEN_LIST);
	html_close(&pen->html, "nav");
}

/* The pages above this one; those of the site and of councils have only the site's. */
static void crumbs_write(struct html_pen *pen)
{
	const struct view *view = pen->pen.view;
	struct html *html = &pen->html;
	struct arena *arena = view->arena;

	if (view->scope <= OUTPUT_COUNCIL)
		return;
	html_open(html, "nav");
	html_attr_c(html, "class", "crumbs");
	html_attr(html, "aria-label", own_words(view, "Pages above this one"));
	html_open(html, "ol");
	link_item(html, arena_printf(arena, "%sindex.html", address_of_council(view)),
		  council_name(&pen->pen, view->council));
	if (view->scope > OUTPUT_PLAN)
		link_item(html, address_of_plan(view, view->plan),
			  plan_title(&pen->pen, view->plan));
	html_close(html, "ol");
	html_close(html, "nav");
}

bool page_as_of(const struct view *view, struct date *date)
{
	struct str as_of = view->options->as_of;
	struct str fix, why;

	*date = (struct date){ .kind = DATE_NONE };
	return as_of.len && date_parse(as_of, view->arena, date, &fix, &why) == DATE_OK;
}

/* What stands at the head of every sheet of paper, since that has no address: hidden on screens. */
static void running_write(struct html_pen *pen)
{
	const struct view *view = pen->pen.view;
	struct str title = view->plan ? plan_title(&pen->pen, view->plan) : site_title(view);
	struct date as_of;

	html_open(&pen->html, "p");
	html_attr_c(&pen->html, "class", "running");
	if (view->plan && !plan_is_adopted(view->plan)) {
		html_element(&pen->html, "strong", own_words(view, "DRAFT"));
		html_text_c(&pen->html, " ");
	}
	html_text(&pen->html, name_cut(view->arena, title, WINDOW_TITLE));
	if (view->council) {
		html_text_c(&pen->html, ", ");
		html_text(&pen->html, name_cut(view->arena, council_name(&pen->pen, view->council),
					       WINDOW_TITLE));
	}
	if (page_as_of(view, &as_of)) {
		html_text_c(&pen->html, ". ");
		html_text(&pen->html, own_words(view, "As at "));
		pen_date(&pen->pen, &as_of);
	}
	html_close(&pen->html, "p");
}

static void top_write(struct html_pen *pen)
{
	const struct view *view = pen->pen.view;
	const struct settings *settings = &view->compilation->settings;
	struct html *html = &pen->html;

	html_open(html, "header");
	if (view->scope != OUTPUT_SITE || settings->logo.bytes.len || settings->header.len) {
		html_open(html, "div");
		html_attr_c(html, "class", "site");
		site_name_write(html, view);
		header_links_write(pen);
		html_close(html, "div");
	}
	tree_links_write(pen);
	crumbs_write(pen);
	html_close(html, "header");
}

static void page_open(struct html_pen *pen, struct str name)
{
	const struct view *view = pen->pen.view;
	struct html *html = &pen->html;

	html_doctype(html);
	html_open(html, "html");
	html_language(html, own_language(view));
	page_head_write(pen, name);
	html_open(html, "body");
	if (view->scope == OUTPUT_PLAN)
		html_attr_c(html, "class", "plan");
	html_open(html, "a");
	html_attr_c(html, "class", "skip");
	html_attr_c(html, "href", "#_main");
	html_text(html, own_words(view, "Skip to the main part"));
	html_close(html, "a");
	running_write(pen);
	top_write(pen);
	html_open(html, "main");
	html_attr_c(html, "id", "_main");
}

/* A link to each file of a format. */
static void form_write(struct html *html, const struct view *view, const struct renderer *renderer,
		       bool *is_begun)
{
	for (const struct output *output = renderer->outputs; output->write; output++) {
		if (output->scope != OUTPUT_PLAN || !output_exists(output, view))
			continue;
		if (!*is_begun)
			html_open(html, "p");
		html_text(html, own_words(view, *is_begun ? ", " : "This plan in other forms: "));
		html_open(html, "a");
		html_attr(html, "href", address_of_form(view, renderer, output->file));
		html_text(html, own_words(view, output->title ? output->title : renderer->title));
		html_close(html, "a");
		*is_begun = true;
	}
}

void page_neighbours_open(struct pen *pen, const char *label)
{
	html_open(html_of(pen), "nav");
	html_attr_c(html_of(pen), "class", "neighbours");
	html_attr(html_of(pen), "aria-label", own_words(pen->view, label));
	pen_open(pen, PEN_LIST);
}

void page_neighbours_close(struct pen *pen)
{
	pen_close(pen, PEN_LIST);
	html_close(html_of(pen), "nav");
}

static void forms_write(struct html *html, const struct view *view)
{
	bool is_begun = false;

	for (size_t i = 0; renderers[i]; i++) {
		if (page_has_form(view, renderers[i]))
			form_write(html, view, renderers[i], &is_begun);
	}
	if (is_begun)
		html_close(html, "p");
}

static void as_of_write(struct pen *pen)
{
	const struct site_options *options = pen->view->options;
	struct date date;

	if (page_as_of(pen->view, &date)) {
		pen_c(pen, "As at ");
		pen_date(pen, &date);
		pen_c(pen, ". ");
	}
	if (options->revision.len) {
		pen_c(pen, "Revision ");
		pen_plain(pen, ledger_commit_short(options->revision));
		pen_c(pen, ". ");
	}
}

static void foot_links_write(struct html_pen *pen)
{
	const struct view *view = pen->pen.view;
	const struct settings *settings = &view->compilation->settings;
	struct str edit = address_of_edit(view);

	pen_open(&pen->pen, PEN_LIST);
	link_item(&pen->html, arena_printf(view->arena, "%sabout.html", address_of_first(view)),
		  own_words(view, "About these pages, and accessibility"));
	if (edit.len)
		link_item(&pen->html, edit, own_words(view, "Suggest a change to this page"));
	for (size_t i = 0; i < settings->footer.len; i++)
		site_link_write(&pen->pen, &settings->footer.at[i]);
	pen_close(&pen->pen, PEN_LIST);
}

static void page_close(struct html_pen *pen)
{
	struct html *html = &pen->html;

	if (filter_is_wanted(pen->pen.view))
		filter_write(&pen->pen);
	html_close(html, "main");
	html_open(html, "footer");
	if (pen->pen.view->scope == OUTPUT_PLAN)
		forms_write(html, pen->pen.view);
	html_open(html, "p");
	as_of_write(&pen->pen);
	html_text(html, own_words(pen->pen.view, "Built by"));
	html_text_c(html, " planc " PLANC_VERSION ".");
	html_close(html, "p");
	foot_links_write(pen);
	html_close(html, "footer");
	html_close(html, "body");
	html_close(html, "html");
	html_finish(html);
}

/* The list comes first, and is known when all of the body was written. */
static bool body_write(struct html_pen *page, void (*write)(struct pen *pen))
{
	struct buf markup = { 0 };
	struct html_pen body;
	bool is_whole;

	html_pen_init(&body, page->pen.view, &markup);
	write(&body.pen);
	html_finish(&body.html);
	contents_write(&page->html, &body.pen);
	html_trusted(&page->html, buf_str(&markup));
	is_whole = !pen_is_full(&body.pen);
	html_pen_release(&body);
	buf_release(&markup);
	return is_whole;
}

bool page_write(const struct page *page, const struct view *view, struct buf *out)
{
	struct html_pen pen;
	bool is_whole;

	html_pen_init(&pen, view, out);
	page_open(&pen, page->name(&pen.pen));
	page->write(&pen.pen);
	is_whole = !page->body || body_write(&pen, page->body);
	page_close(&pen);
	is_whole = is_whole && !pen_is_full(&pen.pen);
	html_pen_release(&pen);
	return is_whole;
}
