#include "render/tally.h"
#include "render/words.h"

#include <stdio.h>

void tally_open(struct html *html, const struct view *view, const char *const *columns)
{
	html_open(html, "table");
	html_attr_c(html, "class", "tally");
	html_open(html, "thead");
	html_open(html, "tr");
	for (; *columns; columns++) {
		html_open(html, "th");
		html_attr_c(html, "scope", "col");
		html_text(html, own_words(view, *columns));
		html_close(html, "th");
	}
	html_close(html, "tr");
	html_close(html, "thead");
	html_open(html, "tbody");
}

void tally_close(struct html *html)
{
	html_close(html, "tbody");
	html_close(html, "table");
}

void tally_row(struct html *html, struct str name, size_t count)
{
	char number[24];

	if (!count)
		return;
	snprintf(number, sizeof(number), "%zu", count);
	html_open(html, "tr");
	html_open(html, "th");
	html_attr_c(html, "scope", "row");
	html_text(html, name);
	html_close(html, "th");
	html_element(html, "td", str_from(number));
	html_close(html, "tr");
}
