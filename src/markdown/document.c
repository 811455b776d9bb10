#include "markdown/document.h"
#include "base/bug.h"
#include "base/buf.h"
#include "markdown/markdown.h"
#include "markdown/marks.h"

#include <stdlib.h>

static void *take_zeroed(size_t count, size_t size)
{
	void *memory = calloc(count, size);

	if (!memory)
		bug_no_memory();
	return memory;
}

static void *take_again(void *old, size_t size)
{
	void *memory = realloc(old, size);

	if (!memory)
		bug_no_memory();
	return memory;
}

bool document_open(struct document *document, struct str markdown)
{
	cmark_parser *parser;

	*document = (struct document){ .memory = { take_zeroed, take_again, free } };
	if (!marks_are_bounded(markdown))
		return false;
	parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &document->memory);
	cmark_parser_feed(parser, markdown.at, markdown.len);
	document->root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return true;
}

void document_close(struct document *document)
{
	if (document->root)
		cmark_node_free(document->root);
	document->root = NULL;
}

struct str document_literal(cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);

	return literal ? str_from(literal) : (struct str){ 0 };
}

bool document_next_visible(struct str html, size_t *at, struct str *piece)
{
	size_t begin = *at;

	*at = html.len;
	while (begin < html.len && str_starts(str_slice(html, begin, html.len), STR("<!--"))) {
		size_t end = str_find(html, STR("-->"), begin + 4);

		/* A comment that does not end is none, nor is any behind it. */
		if (end == html.len) {
			*piece = str_slice(html, begin, end);
			return true;
		}
		begin = end + 3;
	}
	if (begin < html.len)
		*at = str_find(html, STR("<!--"), begin + 1);
	*piece = str_slice(html, begin, *at);
	return begin < html.len;
}

static cmark_node *new_text(struct document *document, struct str words)
{
	cmark_node *text = cmark_node_new_with_mem(CMARK_NODE_TEXT, &document->memory);
	struct buf copy;

	buf_init(&copy);
	buf_add(&copy, words);
	cmark_node_set_literal(text, copy.at);
	buf_release(&copy);
	return text;
}

/* Puts the lines of raw HTML, parted by soft breaks, in front of `next`, or last in `parent`. */
static void add_html(struct document *document, struct str html, cmark_node *parent,
		     cmark_node *next)
{
	size_t begin = 0;

	for (size_t i = 0; i <= html.len; i++) {
		cmark_node *node;

		if (i < html.len && html.at[i] != '\n' && html.at[i] != '\r')
			continue;
		for (int part = 0; part < 2; part++) {
			if (part && i == html.len)
				break;
			node = part ? cmark_node_new_with_mem(CMARK_NODE_SOFTBREAK,
							      &document->memory)
				    : new_text(document, str_slice(html, begin, i));
			if (next)
				cmark_node_insert_before(next, node);
			else
				cmark_node_append_child(parent, node);
		}
		begin = i + 1;
	}
}

/* Raw HTML, inline or a block, becomes text. */
static void replace_html(struct document *document, cmark_node *html)
{
	bool is_block = cmark_node_get_type(html) == CMARK_NODE_HTML_BLOCK;
	struct str literal = document_literal(html);
	cmark_node *block = NULL;
	struct str piece;
	size_t at = 0;

	if (is_block) {
		literal = str_trim(literal);
		block = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, &document->memory);
		cmark_node_insert_before(html, block);
	}
	while (document_next_visible(literal, &at, &piece))
		add_html(document, piece, block, block ? NULL : html);
	if (block && !cmark_node_first_child(block))
		cmark_node_free(block);
	cmark_node_free(html);
}

/* Moves the children in front of the node, which goes. */
static void unwrap(cmark_node *node)
{
	cmark_node *child;

	while ((child = cmark_node_first_child(node)))
		cmark_node_insert_before(node, child);
	cmark_node_free(node);
}

static bool is_break(cmark_node *node)
{
	return node && (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK ||
			cmark_node_get_type(node) == CMARK_NODE_LINEBREAK);
}

/* Breaks at the ends of a block part nothing; what is empty goes. */
static void trim(cmark_node *block)
{
	while (is_break(cmark_node_first_child(block)))
		cmark_node_free(cmark_node_first_child(block));
	while (is_break(cmark_node_last_child(block)))
		cmark_node_free(cmark_node_last_child(block));
	if (!cmark_node_first_child(block))
		cmark_node_free(block);
}

/* Emphasis neither begins nor ends with a break; beside its like it is one with it. */
static void tidy_emphasis(cmark_node *node)
{
	cmark_node *before, *child;

	while (is_break(cmark_node_first_child(node)))
		cmark_node_insert_before(node, cmark_node_first_child(node));
	while (is_break(cmark_node_last_child(node)))
		cmark_node_insert_after(node, cmark_node_last_child(node));
	before = cmark_node_previous(node);
	if (before && cmark_node_get_type(before) == cmark_node_get_type(node)) {
		while ((child = cmark_node_first_child(node)))
			cmark_node_append_child(before, child);
	}
	if (!cmark_node_first_child(node))
		cmark_node_free(node);
}

static bool is_safe_link(cmark_node *link)
{
	const char *url = cmark_node_get_url(link);

	return url && cmark_node_first_child(link) && markdown_is_safe_url(str_from(url));
}

/* What is to be done on leaving a node, when all that is in it is tidy. */
static void tidy_node(cmark_node *node, bool in_link)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
	case CMARK_NODE_BLOCK_QUOTE: trim(node); break;
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG: tidy_emphasis(node); break;
	case CMARK_NODE_IMAGE: unwrap(node); break;
	case CMARK_NODE_LINK:
		if (in_link || !is_safe_link(node))
			unwrap(node);
		break;
	default: break;
	}
}

static void lower_heading(cmark_node *heading, unsigned shift)
{
	unsigned level = (unsigned)cmark_node_get_heading_level(heading) + (shift < 6 ? shift : 6);

	cmark_node_set_heading_level(heading, level < 6 ? (int)level : 6);
}

/*
 * cmark lets a node be changed once the walk is through with it: leaves on
 * entering them, all others on leaving them.
 */
void document_tidy(struct document *document, unsigned heading_shift)
{
	cmark_iter *iter = cmark_iter_new(document->root);
	cmark_event_type event;
	unsigned links = 0;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_LINK && event == CMARK_EVENT_ENTER)
			links++;
		if (event == CMARK_EVENT_EXIT) {
			links -= type == CMARK_NODE_LINK;
			tidy_node(node, links > 0);
		} else if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) {
			replace_html(document, node);
		} else if (type == CMARK_NODE_HEADING) {
			lower_heading(node, heading_shift);
		} else if (type == CMARK_NODE_CODE_BLOCK) {
			cmark_node_set_fence_info(node, "");
		}
	}
	cmark_iter_free(iter);
	cmark_consolidate_text_nodes(document->root);
}
