#include "render/action_page.h"
#include "render/index_html.h"
#include "render/lead_page.h"
#include "render/page.h"
#include "render/plan_body.h"
#include "render/theme_page.h"

static void entry_write(struct html *html, const struct heading *heading)
{
	struct buf url = { 0 };

	buf_add_byte(&url, '#');
	buf_add(&url, heading->id);
	html_open(html, "a");
	html_attr(html, "href", buf_str(&url));
	if (heading->language.len)
		html_attr(html, "lang", heading->language);
	if (heading->ref.len) {
		html_text(html, heading->ref);
		html_text_c(html, " ");
	}
	html_text(html, heading->title.len ? heading->title : heading->id);
	html_close(html, "a");
	buf_release(&url);
}

/* The headings of one level from `at` on, and those below them; returns where one above them stands. */
static size_t entries_write(struct html *html, const struct heading *headings, size_t count,
			    size_t at)
{
	unsigned level = headings[at].level;

	html_open(html, "ul");
	while (at < count && headings[at].level == level) {
		html_open(html, "li");
		entry_write(html, &headings[at++]);
		/* There are six levels, so this goes no deeper than that. */
		while (at < count && headings[at].level > level)
			at = entries_write(html, headings, count, at);
		html_close(html, "li");
	}
	html_close(html, "ul");
	return at;
}

static void contents_write(struct html *html, const struct pen *body)
{
	size_t at = 0;

	if (!body->outline.len)
		return;
	html_open(html, "nav");
	html_attr_c(html, "class", "contents");
	html_attr_c(html, "aria-labelledby", "_contents");
	html_open(html, "h2");
	html_attr_c(html, "id", "_contents");
	html_text_c(html, "Contents");
	html_close(html, "h2");
	while (at < body->outline.len)
		at = entries_write(html, body->outline.at, body->outline.len, at);
	html_close(html, "nav");
}

static bool plan_write(const struct view *view, struct buf *out)
{
	struct buf markup = { 0 };
	struct html_pen page, body;
	bool is_whole;

	html_pen_init(&body, view, &markup);
	plan_body_write(&body.pen);
	html_finish(&body.html);
	html_pen_init(&page, view, out);
	page_open(&page, plan_title(&page.pen, view->plan));
	plan_head_write(&page.pen);
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
	{ OUTPUT_COUNCIL, "index.html", council_index_html },
	{ OUTPUT_LEAD, "leads", lead_page_html },
	{ OUTPUT_PLAN, "index.html", plan_write },
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
	.has_assets = true,
};
