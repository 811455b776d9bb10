#include "render/about_page.h"
#include "render/action_page.h"
#include "render/calendar_page.h"
#include "render/changes_page.h"
#include "render/charts.h"
#include "render/contents.h"
#include "render/index_html.h"
#include "render/lead_page.h"
#include "render/page.h"
#include "render/plan_body.h"
#include "render/theme_page.h"

static void calendar_link_write(struct pen *pen)
{
	pen_open(pen, PEN_ASIDE);
	pen_link(pen, STR("calendar.html"),
		 own_words(pen->view, "All dates of this plan, month by month"));
	pen_close(pen, PEN_ASIDE);
}

static bool plan_write(const struct view *view, struct buf *out)
{
	struct buf markup = { 0 };
	struct html_pen page, body;
	bool is_whole;

	html_pen_init(&body, view, &markup);
	charts_section_write(&body.pen);
	plan_body_write(&body.pen);
	html_finish(&body.html);
	html_pen_init(&page, view, out);
	page_open(&page, plan_title(&page.pen, view->plan));
	plan_head_write(&page.pen);
	calendar_link_write(&page.pen);
	changes_link_write(&page.pen);
	contents_write(&page.html, &body.pen);
	html_trusted(&page.html, buf_str(&markup));
	page_close(&page);
	is_whole = !pen_is_full(&body.pen) && !pen_is_full(&page.pen);
	html_pen_release(&page);
	html_pen_release(&body);
	buf_release(&markup);
	return is_whole;
}

static const struct output outputs[] = {
	{ OUTPUT_SITE, "index.html", site_index_html },
	{ OUTPUT_SITE_PAGE, "about.html", about_page_html },
	{ OUTPUT_COUNCIL, "index.html", council_index_html },
	{ OUTPUT_LEAD, "leads", lead_page_html },
	{ OUTPUT_PLAN, "index.html", plan_write },
	{ OUTPUT_PLAN_PAGE, "calendar.html", calendar_page_html },
	{ OUTPUT_PLAN_PAGE, "changes.html", changes_page_html, .exists = changes_page_exists },
	{ OUTPUT_THEME, "themes", theme_page_html },
	{ OUTPUT_ACTION, "actions", action_page_html },
	{ OUTPUT_OLD_ACTION, "actions", old_action_page_html },
	{ .write = NULL },
};

const struct renderer renderer_html = {
	.name = "html",
	.title = "HTML",
	.media_type = "text/html",
	.summary = "pages to read, with an index",
	.outputs = outputs,
	.has_trees = true,
	.has_assets = true,
};
