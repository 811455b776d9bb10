#include "render/contents.h"

static void entry_write(struct html *html, const struct heading *heading)
{
	struct buf url = { 0 };

	buf_add_byte(&url, '#');
	buf_add(&url, heading->id);
	html_open(html, "a");
	html_attr(html, "href", buf_str(&url));
	if (heading->language.len)
		html_language(html, heading->language);
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

void contents_write(struct html *html, const struct pen *body)
{
	size_t at = 0;

	if (!body->outline.len)
		return;
	html_open(html, "nav");
	html_attr_c(html, "class", "contents");
	html_attr_c(html, "aria-labelledby", "_contents");
	html_open(html, "h2");
	html_attr_c(html, "id", "_contents");
	html_text(html, own_words(body->view, "Contents"));
	html_close(html, "h2");
	while (at < body->outline.len)
		at = entries_write(html, body->outline.at, body->outline.len, at);
	html_close(html, "nav");
}
