#include "render/about_page.h"
#include "render/action_page.h"
#include "render/calendar_page.h"
#include "render/changes_page.h"
#include "render/charts.h"
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

static struct str name_of(struct pen *pen)
{
	return plan_title(pen, pen->view->plan);
}

static void head_write(struct pen *pen)
{
	plan_head_write(pen);
	calendar_link_write(pen);
	changes_link_write(pen);
}

static void body_write(struct pen *pen)
{
	charts_section_write(pen);
	plan_body_write(pen);
}

static bool plan_write(const struct view *view, struct buf *out)
{
	static const struct page page = { name_of, head_write, body_write };

	return page_write(&page, view, out);
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
