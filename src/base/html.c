#include "base/html.h"
#include "base/bug.h"

#include <string.h>

void html_init(struct html *html, struct buf *out)
{
	*html = (struct html){ .out = out };
}

static bool is_one_of(const char *name, const char *const *list)
{
	for (; *list; list++) {
		/* Names are short and many: most differ in the first letter. */
		if (name[0] == (*list)[0] && strcmp(name, *list) == 0)
			return true;
	}
	return false;
}

static bool is_void(const char *name)
{
	static const char *const list[] = {
		"br", "hr", "img", "input", "link", "meta", "col", NULL
	};

	return is_one_of(name, list);
}

/* Elements that stand inside a line; all others start one. */
static bool is_inline(const char *name)
{
	static const char *const list[] = { "a",   "abbr", "b",      "br",   "code",  "em",
					    "i",   "span", "strong", "time", "small", "sup",
					    "sub", "cite", "q",      "data", "mark",  "kbd",
					    "del", "ins",  NULL };

	return is_one_of(name, list);
}

static void end_tag(struct html *html)
{
	if (html->in_tag)
		buf_add_byte(html->out, '>');
	html->in_tag = false;
}

static void new_line(struct html *html)
{
	if (html->out->len && html->out->at[html->out->len - 1] != '\n')
		buf_add_byte(html->out, '\n');
}

void html_doctype(struct html *html)
{
	buf_add_c(html->out, "<!DOCTYPE html>\n");
}

void html_open(struct html *html, const char *name)
{
	end_tag(html);
	if (!is_inline(name))
		new_line(html);
	buf_add_byte(html->out, '<');
	buf_add_c(html->out, name);
	html->in_tag = true;
	if (is_void(name))
		return;
	if (html->depth == HTML_DEPTH)
		BUG("HTML deeper than %d", HTML_DEPTH);
	html->open[html->depth++] = name;
}

void html_close(struct html *html, const char *name)
{
	end_tag(html);
	if (!html->depth || strcmp(html->open[html->depth - 1], name) != 0)
		BUG("</%s> closes <%s>", name,
		    html->depth ? html->open[html->depth - 1] : "nothing");
	html->depth--;
	buf_add_c(html->out, "</");
	buf_add_c(html->out, name);
	buf_add_byte(html->out, '>');
	if (!is_inline(name))
		buf_add_byte(html->out, '\n');
}

/* What a byte of a text is written as; NULL: as it is. */
static const char *escaped(char c)
{
	unsigned char byte = (unsigned char)c;

	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\r': return "&#13;";
	case '\t':
	case '\n': return NULL;
	}
	/* Control characters other than the white ones: HTML does not take them. */
	return byte < 0x20 || byte == 0x7F ? "\xEF\xBF\xBD" : NULL;
}

/* Whether a byte may stand in a text as it is, which nearly all do. */
static bool is_plain(char c)
{
	unsigned char byte = (unsigned char)c;

	return byte > '>' ? byte != 0x7F
			  : byte >= ' ' && byte != '"' && byte != '&' && byte != '<' && byte != '>';
}

static void add_escaped(struct buf *out, struct str text)
{
	size_t plain = 0;

	for (size_t i = 0; i < text.len; i++) {
		const char *instead = is_plain(text.at[i]) ? NULL : escaped(text.at[i]);

		if (!instead)
			continue;
		buf_add(out, str_slice(text, plain, i));
		buf_add_c(out, instead);
		plain = i + 1;
	}
	buf_add(out, str_slice(text, plain, text.len));
}

void html_flag(struct html *html, const char *name)
{
	if (!html->in_tag)
		BUG("attribute %s outside a tag", name);
	buf_add_byte(html->out, ' ');
	buf_add_c(html->out, name);
}

void html_attr(struct html *html, const char *name, struct str value)
{
	html_flag(html, name);
	buf_add_c(html->out, "=\"");
	add_escaped(html->out, value);
	buf_add_byte(html->out, '"');
}

void html_attr_c(struct html *html, const char *name, const char *value)
{
	html_attr(html, name, str_from(value));
}

/*
 * What turns the direction of writing ends with its text, or what is written beside it
 * would be turned as well. These marks are U+202A to U+202E, and U+2066 to U+2069.
 */
static void end_directions(struct buf *out, struct str text)
{
	size_t embedded = 0, isolated = 0;

	for (size_t i = str_find_byte(text, '\xE2', 0); i + 2 < text.len;
	     i = str_find_byte(text, '\xE2', i + 1)) {
		unsigned char last = (unsigned char)text.at[i + 2];

		if (text.at[i + 1] == '\x80' && last >= 0xAA && last <= 0xAE) {
			if (last != 0xAC)
				embedded++;
			else if (embedded)
				embedded--;
		} else if (text.at[i + 1] == '\x81' && last >= 0xA6 && last <= 0xA9) {
			if (last != 0xA9)
				isolated++;
			else if (isolated)
				isolated--;
		}
	}
	while (embedded--)
		buf_add_c(out, "\u202C");
	while (isolated--)
		buf_add_c(out, "\u2069");
}

void html_text(struct html *html, struct str text)
{
	end_tag(html);
	add_escaped(html->out, text);
	end_directions(html->out, text);
}

void html_text_c(struct html *html, const char *text)
{
	html_text(html, str_from(text));
}

void html_element(struct html *html, const char *name, struct str text)
{
	html_open(html, name);
	html_text(html, text);
	html_close(html, name);
}

void html_trusted(struct html *html, struct str markup)
{
	end_tag(html);
	buf_add(html->out, markup);
}

void html_finish(struct html *html)
{
	end_tag(html);
	if (html->depth)
		BUG("<%s> was left open", html->open[html->depth - 1]);
}
