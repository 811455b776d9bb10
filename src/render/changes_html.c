/* Changes as a page that stands alone: its style is in it, and nothing is fetched. */
#include "base/version.h"
#include "render/assets.h"
#include "render/changes.h"
#include "render/pen_html.h"

static void write_style(struct html *html)
{
	html_open(html, "style");
	for (const struct asset *asset = assets; asset->name; asset++) {
		if (str_ends(str_from(asset->name), STR(".css")))
			html_trusted(html, (struct str){ asset->text, asset->size });
	}
	html_close(html, "style");
}

static void write_meta(struct html *html, const char *name, const char *content)
{
	html_open(html, "meta");
	html_attr_c(html, "name", name);
	html_attr_c(html, "content", content);
}

static void write_head(struct html *html)
{
	html_open(html, "head");
	html_open(html, "meta");
	html_attr_c(html, "charset", "utf-8");
	html_element(html, "title", STR("What changed"));
	write_meta(html, "viewport", "width=device-width, initial-scale=1");
	write_meta(html, "generator", "planc " PLANC_VERSION);
	write_style(html);
	html_close(html, "head");
}

/* Of a commit its day, and enough of its id to find it. */
#define ID_SHOWN 10

static void write_state(struct pen *pen, const char *label, const struct changes_side *side)
{
	struct date day = { .kind = DATE_GIVEN,
			    .precision = PRECISION_DAY,
			    .earliest = side->day,
			    .latest = side->day };

	pen_fact_open(pen, label);
	if (side->commit.len > ID_SHOWN) {
		pen_date(pen, &day);
		pen_c(pen, ", ");
		pen_plain(pen, str_slice(side->commit, 0, ID_SHOWN));
	} else {
		pen_plain(pen, side->name);
	}
	pen_fact_close(pen);
}

static void write_html(const struct changes_view *view, struct buf *out)
{
	struct arena arena;
	struct view page = { .language = STR("en"), .arena = &arena };
	struct html_pen html;
	struct pen *pen = &html.pen;

	arena_init(&arena);
	html_pen_init(&html, &page, out);
	html_doctype(&html.html);
	html_open(&html.html, "html");
	html_attr(&html.html, "lang", page.language);
	write_head(&html.html);
	html_open(&html.html, "body");
	html_open(&html.html, "main");
	html_attr_c(&html.html, "class", "changes");
	pen_title(pen, (struct heading){ .title = STR("What changed") });
	pen_open(pen, PEN_FACTS);
	write_state(pen, "From", &view->before);
	write_state(pen, "To", &view->after);
	pen_close(pen, PEN_FACTS);
	changes_body_write(pen, view);
	html_close(&html.html, "main");
	html_close(&html.html, "body");
	html_close(&html.html, "html");
	html_finish(&html.html);
	html_pen_release(&html);
	arena_release(&arena);
}

const struct changes_format changes_html = {
	.name = "html",
	.summary = "a page that stands alone, for a browser or the press",
	.write = write_html,
};
