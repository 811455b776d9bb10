#include "base/attributes.h"
#include "base/bug.h"
#include "markdown/document.h"
#include "markdown/escape.h"
#include "markdown/markdown.h"
#include "markdown/marks.h"

/* A list number has no more than nine digits. */
#define NUMBER_MOST 999999999

/* A list, an item or a block quote that is open. */
struct level {
	size_t prefix; /* the length of the prefix outside of it */
	int number;    /* of a list: that of its next item */
};

/*
 * Markdown is written from cmark's tree by hand: cmark's own writer lets a
 * fence's info string and a link's & break out, takes time with the square of a
 * list's length, and parts lists by HTML comments.
 */
struct rewrite {
	struct buf *out;
	struct buf prefix; /* what each line begins with */
	struct level levels[2 * MARKS_DEPTH];
	size_t depth;
	bool at_start; /* no words in this line yet */
	bool in_heading;
};

static void add_spaces(struct buf *buf, size_t count)
{
	while (count--)
		buf_add_byte(buf, ' ');
}

/* Ends the line and begins the next one, behind a blank one if so asked. */
static void next_line(struct rewrite *rewrite, bool blank)
{
	struct str prefix = buf_str(&rewrite->prefix);
	struct str bare = prefix;

	while (bare.len && bare.at[bare.len - 1] == ' ')
		bare.len--;
	buf_add_byte(rewrite->out, '\n');
	if (blank) {
		buf_add(rewrite->out, bare);
		buf_add_byte(rewrite->out, '\n');
	}
	buf_add(rewrite->out, prefix);
	rewrite->at_start = true;
}

static void open_level(struct rewrite *rewrite)
{
	if (rewrite->depth == ARRAY_LEN(rewrite->levels))
		BUG("Markdown deeper than %zu", rewrite->depth);
	rewrite->levels[rewrite->depth++] = (struct level){ .prefix = rewrite->prefix.len };
}

static void close_level(struct rewrite *rewrite)
{
	rewrite->prefix.len = rewrite->levels[--rewrite->depth].prefix;
}

static bool has_type(cmark_node *node, cmark_node_type type)
{
	return node && cmark_node_get_type(node) == type;
}

/* Whether a block may follow the one before it without a blank line: what was tight stays so. */
static bool is_tight(cmark_node *before, cmark_node *block)
{
	cmark_node *item = cmark_node_parent(block);

	if (!has_type(item, CMARK_NODE_ITEM) || !cmark_node_get_list_tight(cmark_node_parent(item)))
		return false;
	if (has_type(block, CMARK_NODE_LIST))
		return has_type(before, CMARK_NODE_PARAGRAPH) &&
		       cmark_node_first_child(cmark_node_first_child(block)) &&
		       cmark_node_get_list_start(block) <= 1;
	return has_type(before, CMARK_NODE_PARAGRAPH) && !has_type(block, CMARK_NODE_PARAGRAPH);
}

static void open_block(struct rewrite *rewrite, cmark_node *block)
{
	cmark_node *before = cmark_node_previous(block);

	if (before)
		next_line(rewrite, !is_tight(before, block));
	rewrite->at_start = true;
}

/* Lists beside each other have different markers; which, is kept in the list itself. */
static void open_list(struct rewrite *rewrite, cmark_node *list)
{
	cmark_node *before = cmark_node_previous(list);
	bool is_bullet = cmark_node_get_list_type(list) == CMARK_BULLET_LIST;
	bool same = has_type(before, CMARK_NODE_LIST) &&
		    cmark_node_get_list_type(before) == cmark_node_get_list_type(list);

	open_block(rewrite, list);
	open_level(rewrite);
	rewrite->levels[rewrite->depth - 1].number = cmark_node_get_list_start(list);
	if (is_bullet)
		cmark_node_set_list_start(list, same && !cmark_node_get_list_start(before));
	else if (same)
		cmark_node_set_list_delim(list,
					  cmark_node_get_list_delim(before) == CMARK_PAREN_DELIM
						  ? CMARK_PERIOD_DELIM
						  : CMARK_PAREN_DELIM);
}

static void open_item(struct rewrite *rewrite, cmark_node *item)
{
	cmark_node *list = cmark_node_parent(item);
	struct level *level = &rewrite->levels[rewrite->depth - 1];
	size_t begin;

	if (cmark_node_previous(item))
		next_line(rewrite, !cmark_node_get_list_tight(list));
	begin = rewrite->out->len;
	if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST)
		buf_add_byte(rewrite->out, cmark_node_get_list_start(list) ? '*' : '-');
	else
		buf_printf(rewrite->out, "%d%c", level->number,
			   cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ')' : '.');
	level->number += level->number < NUMBER_MOST;
	open_level(rewrite);
	if (cmark_node_first_child(item))
		buf_add_byte(rewrite->out, ' ');
	add_spaces(&rewrite->prefix, rewrite->out->len - begin);
}

static void open_quote(struct rewrite *rewrite, cmark_node *quote)
{
	open_block(rewrite, quote);
	open_level(rewrite);
	buf_add_c(rewrite->out, "> ");
	buf_add_c(&rewrite->prefix, "> ");
}

static void open_heading(struct rewrite *rewrite, cmark_node *heading)
{
	open_block(rewrite, heading);
	for (int i = cmark_node_get_heading_level(heading); i > 0; i--)
		buf_add_byte(rewrite->out, '#');
	buf_add_byte(rewrite->out, ' ');
	rewrite->in_heading = true;
}

/* A row of backticks longer than any in the code. */
static size_t fence_width(struct str code, size_t least)
{
	size_t width = least;
	size_t run = 0;

	for (size_t i = 0; i < code.len; i++) {
		run = code.at[i] == '`' ? run + 1 : 0;
		if (run >= width)
			width = run + 1;
	}
	return width;
}

static void add_fence(struct rewrite *rewrite, size_t width)
{
	while (width--)
		buf_add_byte(rewrite->out, '`');
}

static void add_code_block(struct rewrite *rewrite, cmark_node *block)
{
	struct str code = document_literal(block);
	size_t width = fence_width(code, 3);

	open_block(rewrite, block);
	add_fence(rewrite, width);
	next_line(rewrite, false);
	for (size_t i = 0; i < code.len; i++) {
		if (code.at[i] == '\r' && i + 1 < code.len && code.at[i + 1] == '\n')
			continue;
		if (code.at[i] == '\n' || code.at[i] == '\r')
			next_line(rewrite, false);
		else
			escape_code_byte(code.at[i], rewrite->out);
	}
	add_fence(rewrite, width);
}

/* Code that touches its backticks, or that would lose a space at both ends. */
static bool needs_padding(struct str code)
{
	char first = code.len ? code.at[0] : 'x';
	char last = code.len ? code.at[code.len - 1] : 'x';

	if (first == '`' || last == '`')
		return true;
	return first == ' ' && last == ' ' && str_trim(code).len;
}

static void add_code(struct rewrite *rewrite, struct str code)
{
	size_t width = fence_width(code, 1);
	bool is_padded = needs_padding(code);

	add_fence(rewrite, width);
	if (is_padded)
		buf_add_byte(rewrite->out, ' ');
	for (size_t i = 0; i < code.len; i++)
		escape_code_byte(code.at[i], rewrite->out);
	if (is_padded)
		buf_add_byte(rewrite->out, ' ');
	add_fence(rewrite, width);
}

static bool is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Emphasis does not begin or end with a space, but for one that is written as an entity. */
static void add_text(struct rewrite *rewrite, cmark_node *node)
{
	cmark_node *parent = cmark_node_parent(node);
	bool in_marks = has_type(parent, CMARK_NODE_EMPH) || has_type(parent, CMARK_NODE_STRONG);
	struct str text = document_literal(node);
	bool opens = in_marks && !cmark_node_previous(node) && text.len && is_white(text.at[0]);
	bool closes = in_marks && !cmark_node_next(node) && text.len &&
		      is_white(text.at[text.len - 1]);

	if (opens || rewrite->at_start) {
		while (text.len && is_white(text.at[0]))
			text = str_slice(text, 1, text.len);
	}
	while (closes && text.len && is_white(text.at[text.len - 1]))
		text.len--;
	if (opens)
		buf_add_c(rewrite->out, "&#32;");
	escape_words(text, rewrite->at_start, rewrite->out);
	if (closes && (text.len || !opens))
		buf_add_c(rewrite->out, "&#32;");
	rewrite->at_start = rewrite->at_start && !text.len && !opens && !closes;
}

static void add_break(struct rewrite *rewrite, bool is_hard)
{
	if (rewrite->at_start)
		return;
	if (is_hard && !rewrite->in_heading) {
		buf_add_byte(rewrite->out, '\\');
		next_line(rewrite, false);
	} else {
		buf_add_byte(rewrite->out, ' ');
	}
}

static void add_mark(struct rewrite *rewrite, const char *mark)
{
	buf_add_c(rewrite->out, mark);
	rewrite->at_start = false;
}

/* Emphasis that is all there is in emphasis would be taken for strong emphasis. */
static const char *emphasis_mark(cmark_node *node)
{
	bool is_inner = has_type(cmark_node_parent(node), CMARK_NODE_EMPH) &&
			!cmark_node_previous(node) && !cmark_node_next(node);

	return is_inner ? "_" : "*";
}

static void close_link(struct rewrite *rewrite, cmark_node *link)
{
	const char *title = cmark_node_get_title(link);

	buf_add_c(rewrite->out, "](");
	escape_address(str_from(cmark_node_get_url(link)), rewrite->out);
	if (title && *title) {
		buf_add_c(rewrite->out, " \"");
		escape_title(str_from(title), rewrite->out);
		buf_add_byte(rewrite->out, '"');
	}
	buf_add_byte(rewrite->out, ')');
}

static void enter(struct rewrite *rewrite, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE: open_quote(rewrite, node); break;
	case CMARK_NODE_LIST: open_list(rewrite, node); break;
	case CMARK_NODE_ITEM: open_item(rewrite, node); break;
	case CMARK_NODE_CODE_BLOCK: add_code_block(rewrite, node); break;
	case CMARK_NODE_PARAGRAPH: open_block(rewrite, node); break;
	case CMARK_NODE_HEADING: open_heading(rewrite, node); break;
	case CMARK_NODE_THEMATIC_BREAK:
		open_block(rewrite, node);
		buf_add_c(rewrite->out, "***");
		break;
	case CMARK_NODE_TEXT: add_text(rewrite, node); break;
	case CMARK_NODE_SOFTBREAK: add_break(rewrite, false); break;
	case CMARK_NODE_LINEBREAK: add_break(rewrite, true); break;
	case CMARK_NODE_CODE:
		add_code(rewrite, document_literal(node));
		rewrite->at_start = false;
		break;
	case CMARK_NODE_EMPH: add_mark(rewrite, emphasis_mark(node)); break;
	case CMARK_NODE_STRONG: add_mark(rewrite, "**"); break;
	case CMARK_NODE_LINK: add_mark(rewrite, "["); break;
	default: break;
	}
}

static void leave(struct rewrite *rewrite, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_LIST:
	case CMARK_NODE_ITEM: close_level(rewrite); break;
	case CMARK_NODE_HEADING: rewrite->in_heading = false; break;
	case CMARK_NODE_EMPH: add_mark(rewrite, emphasis_mark(node)); break;
	case CMARK_NODE_STRONG: add_mark(rewrite, "**"); break;
	case CMARK_NODE_LINK: close_link(rewrite, node); break;
	default: break;
	}
}

static void rewrite_document(struct document *document, struct buf *out)
{
	struct rewrite rewrite = { .out = out, .at_start = true };
	cmark_iter *iter = cmark_iter_new(document->root);
	cmark_event_type event;

	buf_init(&rewrite.prefix);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_ENTER)
			enter(&rewrite, node);
		else
			leave(&rewrite, node);
	}
	cmark_iter_free(iter);
	buf_release(&rewrite.prefix);
}

/* Whether two texts have the same words, however they are spaced. */
static bool same_words(struct str a, struct str b)
{
	size_t i = 0, j = 0;

	for (;;) {
		while (i < a.len && is_white(a.at[i]))
			i++;
		while (j < b.len && is_white(b.at[j]))
			j++;
		if (i == a.len || j == b.len)
			return i == a.len && j == b.len;
		if (a.at[i++] != b.at[j++])
			return false;
	}
}

/* Each run as a paragraph: for what Markdown has no way to say. */
static void add_runs(struct runs runs, struct buf *out)
{
	for (size_t i = 0; i < runs.len; i++) {
		buf_add_c(out, i ? "\n\n" : "");
		escape_words(runs.at[i].text, true, out);
	}
}

static void add_indented(struct str lines, unsigned indent, struct buf *out)
{
	for (size_t i = 0; i < lines.len; i++) {
		buf_add_byte(out, lines.at[i]);
		if (lines.at[i] == '\n' && i + 1 < lines.len && lines.at[i + 1] != '\n')
			add_spaces(out, indent);
	}
}

/*
 * Marks beside what was an entity, an image or raw HTML may be no marks any
 * more. So what was written is read again, and must have the words it was made of.
 */
void markdown_to_markdown(struct str markdown, unsigned heading_shift, unsigned indent,
			  struct buf *out)
{
	struct document document;
	struct arena arena;
	struct buf lines;

	if (!marks_maybe(markdown) || !document_open(&document, markdown)) {
		escape_words(str_trim(markdown), true, out);
		return;
	}
	arena_init(&arena);
	buf_init(&lines);
	document_tidy(&document, heading_shift);
	rewrite_document(&document, &lines);
	document_close(&document);
	if (!same_words(markdown_words(markdown, &arena),
			markdown_words(buf_str(&lines), &arena))) {
		lines.len = 0;
		add_runs(markdown_runs(markdown, &arena), &lines);
	}
	add_indented(buf_str(&lines), indent, out);
	buf_release(&lines);
	arena_release(&arena);
}
