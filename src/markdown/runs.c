#include "markdown/markdown.h"
#include "base/vec.h"
#include "markdown/document.h"
#include "markdown/leaf.h"
#include "markdown/marks.h"

/* The words gathered so far, and where each byte of them stands. */
struct words {
	char *text;
	uint32_t *offsets;
	size_t len;
	uint32_t end; /* behind the last */
};

struct walk {
	struct arena *arena;
	struct lines lines;
	struct leaf leaf;
	struct words words;
	struct runs runs;
	VEC(struct code) code;
	size_t start;             /* of the open run */
	char around[MARKS_DEPTH]; /* the quotes and items that are open, as a leaf takes them */
	size_t depth;
};

static void add_byte(struct words *words, char byte, uint32_t begin, uint32_t end)
{
	words->text[words->len] = byte == '\n' || byte == '\r' ? ' ' : byte;
	words->offsets[words->len++] = begin;
	words->end = end;
}

/* Room for all words: of each literal, of breaks, and an end for each run. */
static size_t count_bytes(cmark_node *root, size_t *blocks)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	size_t bytes = 0;

	*blocks = 0;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (event == CMARK_EVENT_EXIT)
			continue;
		*blocks += type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING ||
			   type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK;
		bytes += document_literal(node).len + 1;
	}
	cmark_iter_free(iter);
	return bytes;
}

static void close_run(struct walk *walk, cmark_node *block)
{
	struct words *words = &walk->words;
	size_t begin = walk->start;
	size_t end = words->len;
	uint32_t last = words->end;
	cmark_node *parent = cmark_node_parent(block);
	struct run *run;

	if (end > begin && words->text[end - 1] == ' ')
		last = words->offsets[end - 1];
	while (end > begin && words->text[end - 1] == ' ')
		last = words->offsets[--end];
	while (begin < end && words->text[begin] == ' ')
		begin++;
	if (begin == end) {
		words->len = walk->start;
		return;
	}
	run = &walk->runs.at[walk->runs.len++];
	run->text = (struct str){ words->text + begin, end - begin };
	run->offsets = words->offsets + begin;
	run->begin = run->offsets[0];
	run->is_item = cmark_node_get_type(parent) == CMARK_NODE_ITEM &&
		       !cmark_node_previous(block);
	words->offsets[end] = last;
	words->len = end + 1;
}

static void add_literal(struct walk *walk, struct str literal, enum leaf_style style)
{
	while (literal.len) {
		uint32_t begin, end;
		size_t taken = leaf_match(&walk->leaf, literal, style, &begin, &end);

		for (size_t i = 0; i < taken; i++)
			add_byte(&walk->words, literal.at[i], begin, end);
		literal = str_slice(literal, taken, literal.len);
	}
}

/* Raw HTML is shown as it was typed, but for its comments. */
static void drop_comments(struct words *words, size_t start)
{
	struct str html = { words->text + start, words->len - start };
	size_t kept = start;
	size_t at = 0;
	struct str piece;

	while (document_next_visible(html, &at, &piece)) {
		for (size_t i = start + at - piece.len; i < start + at; i++, kept++) {
			words->text[kept] = words->text[i];
			words->offsets[kept] = words->offsets[i];
		}
	}
	words->len = kept;
}

/* The words since `start` are code. */
static void note_code(struct walk *walk, size_t start)
{
	struct code code;

	if (walk->words.len == start)
		return;
	code.begin = walk->words.offsets[start];
	code.end = walk->words.end;
	vec_add(walk->arena, &walk->code, code);
}

static void add_html(struct walk *walk, struct str html)
{
	size_t start = walk->words.len;

	add_literal(walk, html, LEAF_VERBATIM);
	drop_comments(&walk->words, start);
	note_code(walk, start);
}

static void add_break(struct walk *walk)
{
	struct leaf *leaf = &walk->leaf;
	uint32_t begin = leaf->map[leaf->at];

	leaf_skip_break(leaf);
	add_byte(&walk->words, ' ', begin, leaf->map[leaf->at]);
}

static void add_code(struct walk *walk, struct str code)
{
	size_t start = walk->words.len;

	leaf_skip_code_open(&walk->leaf);
	add_literal(walk, code, LEAF_VERBATIM);
	note_code(walk, start);
	leaf_skip_code_close(&walk->leaf);
}

/*
 * The lines of a block of code or HTML stand at the ends of lines of the
 * source, one for one: what is before them belongs to the blocks around.
 */
static void add_line(struct walk *walk, struct str words, size_t number)
{
	uint32_t begin;
	struct str line = lines_get(&walk->lines, number, &begin);
	size_t at = line.len;
	size_t first = walk->words.len;

	for (size_t i = 0; i < words.len; i++)
		add_byte(&walk->words, words.at[i], begin, begin + (uint32_t)line.len);
	for (size_t i = words.len; i > 0; i--) {
		/* cmark puts the three bytes of U+FFFD for a NUL, spaces for a part of a tab. */
		bool is_nul = at && line.at[at - 1] == '\0' && words.at[i - 1] != '\xEF';

		if (at && !is_nul &&
		    (line.at[at - 1] == words.at[i - 1] || line.at[at - 1] == '\0'))
			at--;
		walk->words.offsets[first + i - 1] = begin + (uint32_t)(is_nul ? at - 1 : at);
	}
}

static void add_lines(struct walk *walk, struct str literal, size_t number)
{
	size_t begin = 0;

	for (size_t i = 0; i <= literal.len; i++) {
		if (i < literal.len && literal.at[i] != '\n' && literal.at[i] != '\r')
			continue;
		if (begin)
			add_byte(&walk->words, ' ', walk->words.end, walk->words.end);
		add_line(walk, str_slice(literal, begin, i), number++);
		if (i + 1 < literal.len && literal.at[i] == '\r' && literal.at[i + 1] == '\n')
			i++;
		begin = i + 1;
	}
}

/* The words of a fenced block begin on the line behind the fence. */
static bool is_fenced(const struct walk *walk, cmark_node *block, struct str literal)
{
	uint32_t begin;
	struct str line = lines_get(&walk->lines, (size_t)cmark_node_get_start_line(block), &begin);
	size_t column = (size_t)cmark_node_get_start_column(block) - 1;
	size_t end = str_find_byte(literal, '\n', 0);
	struct str rest;

	if (column > line.len)
		return false;
	rest = str_slice(line, column, line.len);
	if (!str_starts(rest, STR("```")) && !str_starts(rest, STR("~~~")))
		return false;
	/* Indented code may look like a fence; then the line itself is the first of its words. */
	return *cmark_node_get_fence_info(block) || !str_equal(rest, str_slice(literal, 0, end));
}

static void add_block(struct walk *walk, cmark_node *block)
{
	struct str literal = document_literal(block);
	size_t number = (size_t)cmark_node_get_start_line(block);
	size_t len = walk->words.len;

	walk->start = len;
	if (cmark_node_get_type(block) == CMARK_NODE_CODE_BLOCK && is_fenced(walk, block, literal))
		number++;
	while (literal.len &&
	       (literal.at[literal.len - 1] == '\n' || literal.at[literal.len - 1] == '\r'))
		literal.len--;
	add_lines(walk, literal, number);
	if (cmark_node_get_type(block) == CMARK_NODE_HTML_BLOCK)
		drop_comments(&walk->words, len);
	note_code(walk, len);
	close_run(walk, block);
}

static void open_block(struct walk *walk, char kind)
{
	if (walk->depth < MARKS_DEPTH)
		walk->around[walk->depth] = kind;
	walk->depth++;
}

/* cmark may give an underlined heading one line too many: it ends before the next block begins. */
static int last_line(cmark_node *block)
{
	int last = cmark_node_get_end_line(block);
	cmark_node *node = block;

	while (node && !cmark_node_next(node))
		node = cmark_node_parent(node);
	if (node && cmark_node_get_start_line(cmark_node_next(node)) <= last)
		last = cmark_node_get_start_line(cmark_node_next(node)) - 1;
	return last;
}

static void open_leaf(struct walk *walk, cmark_node *block)
{
	struct leaf_place place = {
		.first_line = cmark_node_get_start_line(block),
		.first_column = cmark_node_get_start_column(block),
		.last_line = last_line(block),
		.around = { walk->around, walk->depth < MARKS_DEPTH ? walk->depth : MARKS_DEPTH },
	};

	walk->start = walk->words.len;
	if (cmark_node_get_type(block) == CMARK_NODE_HEADING)
		leaf_read_heading(&walk->leaf, &walk->lines, place);
	else
		leaf_read_paragraph(&walk->leaf, &walk->lines, place);
}

static void enter(struct walk *walk, cmark_node *node)
{
	struct str literal = document_literal(node);

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE: open_block(walk, '>'); break;
	case CMARK_NODE_ITEM: open_block(walk, '-'); break;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING: open_leaf(walk, node); break;
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_HTML_BLOCK: add_block(walk, node); break;
	case CMARK_NODE_TEXT: add_literal(walk, literal, LEAF_TEXT); break;
	case CMARK_NODE_CODE: add_code(walk, literal); break;
	case CMARK_NODE_HTML_INLINE: add_html(walk, literal); break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK: add_break(walk); break;
	case CMARK_NODE_EMPH: leaf_skip_marks(&walk->leaf, "*_", 1); break;
	case CMARK_NODE_STRONG: leaf_skip_marks(&walk->leaf, "*_", 2); break;
	case CMARK_NODE_LINK: leaf_skip_marks(&walk->leaf, "[<", 1); break;
	case CMARK_NODE_IMAGE: leaf_skip_marks(&walk->leaf, "![", 2); break;
	default: break;
	}
}

static void leave(struct walk *walk, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_ITEM: walk->depth--; break;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING: close_run(walk, node); break;
	case CMARK_NODE_EMPH: leaf_skip_marks(&walk->leaf, "*_", 1); break;
	case CMARK_NODE_STRONG: leaf_skip_marks(&walk->leaf, "*_", 2); break;
	case CMARK_NODE_IMAGE:
	case CMARK_NODE_LINK: leaf_skip_link_end(&walk->leaf); break;
	default: break;
	}
}

/* One run of the bytes as they stand, without white space at the ends. */
static struct runs plain_runs(struct str markdown, struct arena *arena)
{
	struct runs runs = { 0 };
	struct str text = str_trim(markdown);
	char *copy;

	if (!text.len)
		return runs;
	runs.at = arena_new(arena, struct run);
	runs.len = 1;
	runs.at->text = text;
	runs.at->begin = (uint32_t)(text.at - markdown.at);
	if (str_find_byte(text, '\n', 0) == text.len && str_find_byte(text, '\r', 0) == text.len)
		return runs;
	copy = arena_alloc_text(arena, text.len);
	for (size_t i = 0; i < text.len; i++)
		copy[i] = text.at[i] == '\n' || text.at[i] == '\r' ? ' ' : text.at[i];
	runs.at->text.at = copy;
	return runs;
}

static void walk_document(struct walk *walk, struct document *document)
{
	cmark_iter *iter = cmark_iter_new(document->root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event == CMARK_EVENT_ENTER)
			enter(walk, node);
		else
			leave(walk, node);
	}
	cmark_iter_free(iter);
}

struct runs markdown_runs(struct str markdown, struct arena *arena)
{
	struct walk walk = { .arena = arena };
	struct document document;
	size_t bytes, blocks;

	if (!marks_maybe(markdown) || !document_open(&document, markdown))
		return plain_runs(markdown, arena);
	lines_init(&walk.lines, markdown, arena);
	leaf_init(&walk.leaf, &walk.lines, arena);
	bytes = count_bytes(document.root, &blocks);
	walk.words.text = arena_alloc_text(arena, bytes);
	walk.words.offsets = arena_new_array(arena, uint32_t, bytes);
	walk.runs.at = arena_new_array(arena, struct run, blocks);
	walk_document(&walk, &document);
	document_close(&document);
	walk.runs.code = walk.code.at;
	walk.runs.code_len = walk.code.len;
	return walk.runs;
}

struct str markdown_words(struct str markdown, struct arena *arena)
{
	struct runs runs = markdown_runs(markdown, arena);
	size_t len = 0;
	char *words;

	if (runs.len < 2)
		return runs.len ? runs.at->text : (struct str){ 0 };
	for (size_t i = 0; i < runs.len; i++)
		len += runs.at[i].text.len + 1;
	words = arena_alloc_text(arena, len);
	len = 0;
	for (size_t i = 0; i < runs.len; i++) {
		struct str text = runs.at[i].text;

		if (i)
			words[len++] = ' ';
		for (size_t j = 0; j < text.len; j++)
			words[len++] = text.at[j];
	}
	return (struct str){ words, len };
}

static bool same_words(struct str run, struct str plain)
{
	if (run.len != plain.len)
		return false;
	for (size_t i = 0; i < run.len; i++) {
		if (run.at[i] != (plain.at[i] == '\n' ? ' ' : plain.at[i]))
			return false;
	}
	return true;
}

bool markdown_has_marks(struct str markdown)
{
	struct arena arena;
	struct runs runs;
	bool is_plain;

	if (!marks_maybe(markdown))
		return false;
	if (marks_is_indented(markdown))
		return true;
	arena_init(&arena);
	runs = markdown_runs(markdown, &arena);
	is_plain = runs.len == 1 && !runs.at->is_item &&
		   same_words(runs.at->text, str_trim(markdown));
	arena_release(&arena);
	return !is_plain;
}
