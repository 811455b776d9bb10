#include "base/html.h"
#include "markdown/document.h"
#include "markdown/markdown.h"
#include "markdown/marks.h"

#include <stdlib.h>

static void add_plain(struct str markdown, bool in_paragraph, struct buf *out)
{
	struct str text = str_trim(markdown);
	struct html html;

	if (!text.len)
		return;
	html_init(&html, out);
	if (in_paragraph)
		html_open(&html, "p");
	html_text(&html, text);
	if (in_paragraph)
		html_close(&html, "p");
	html_finish(&html);
}

/* cmark passes control characters on, which HTML does not take. */
static void add_markup(struct str markup, struct buf *out)
{
	size_t begin = 0;

	for (size_t i = 0; i < markup.len; i++) {
		unsigned char c = (unsigned char)markup.at[i];

		if ((c >= ' ' && c != 0x7F) || c == '\n' || c == '\t')
			continue;
		buf_add(out, str_slice(markup, begin, i));
		buf_add_c(out, "\xEF\xBF\xBD");
		begin = i + 1;
	}
	buf_add(out, str_slice(markup, begin, markup.len));
}

/* The one paragraph that a document consists of, or NULL. */
static cmark_node *only_paragraph(struct document *document)
{
	cmark_node *first = cmark_node_first_child(document->root);

	if (!first || cmark_node_next(first) || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH)
		return NULL;
	return first;
}

/* What stands between the tags of a paragraph that cmark wrote. */
static struct str inside(struct str markup)
{
	size_t begin = str_find_byte(markup, '>', 0) + 1;
	size_t end = markup.len;

	while (end > begin && markup.at[end - 1] != '<')
		end--;
	return str_slice(markup, begin, end - 1);
}

static bool add_html(struct str markdown, unsigned heading_shift, bool is_inline, struct buf *out)
{
	struct document document;
	struct str markup;
	bool is_paragraph;
	char *rendered;

	if (!marks_maybe(markdown) || !document_open(&document, markdown)) {
		add_plain(markdown, !is_inline, out);
		return true;
	}
	document_tidy(&document, heading_shift);
	is_paragraph = !cmark_node_first_child(document.root) || only_paragraph(&document);
	rendered = cmark_render_html(document.root, CMARK_OPT_DEFAULT);
	markup = str_from(rendered);
	add_markup(is_inline && only_paragraph(&document) ? inside(markup) : markup, out);
	free(rendered);
	document_close(&document);
	return is_paragraph;
}

void markdown_to_html(struct str markdown, unsigned heading_shift, struct buf *html)
{
	add_html(markdown, heading_shift, false, html);
}

bool markdown_to_html_inline(struct str markdown, unsigned heading_shift, struct buf *html)
{
	return add_html(markdown, heading_shift, true, html);
}
