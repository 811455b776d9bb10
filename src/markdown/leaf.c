#include "markdown/leaf.h"
#include "markdown/entity.h"
#include "markdown/link.h"

#include <string.h>

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

void lines_init(struct lines *lines, struct str text, struct arena *arena)
{
	size_t count = 1;

	for (size_t i = 0; i < text.len; i++)
		count += is_line_end(text.at[i]);
	lines->text = text;
	lines->starts = arena_new_array(arena, uint32_t, count + 1);
	lines->count = 0;
	for (size_t i = 0; i < text.len; i++) {
		bool is_first = i == 0 || text.at[i - 1] == '\n' ||
				(text.at[i - 1] == '\r' && text.at[i] != '\n');

		if (is_first)
			lines->starts[lines->count++] = (uint32_t)i;
	}
	lines->starts[lines->count] = (uint32_t)text.len;
}

struct str lines_get(const struct lines *lines, size_t number, uint32_t *begin)
{
	size_t from, to;

	if (number < 1 || number > lines->count) {
		*begin = (uint32_t)lines->text.len;
		return (struct str){ 0 };
	}
	from = lines->starts[number - 1];
	to = lines->starts[number];
	while (to > from && is_line_end(lines->text.at[to - 1]))
		to--;
	*begin = (uint32_t)from;
	return str_slice(lines->text, from, to);
}

void leaf_init(struct leaf *leaf, const struct lines *lines, struct arena *arena)
{
	/* A line end for each line, the last of which may have none. */
	leaf->bytes = arena_alloc_text(arena, lines->text.len + 1);
	leaf->map = arena_new_array(arena, uint32_t, lines->text.len + 2);
	leaf->len = 0;
}

static void add(struct leaf *leaf, char byte, size_t offset)
{
	leaf->bytes[leaf->len] = byte;
	leaf->map[leaf->len++] = (uint32_t)offset;
}

static void add_line(struct leaf *leaf, struct str line, uint32_t begin, size_t from)
{
	for (size_t i = from; i < line.len; i++)
		add(leaf, line.at[i], begin + i);
	add(leaf, '\n', begin + line.len);
}

/*
 * The length of the indent and > that the blocks around put before a line that
 * goes on. A > behind four spaces is a word, unless a list may ask for them.
 */
static size_t prefix_span(struct str line, struct str around)
{
	size_t at = 0, end = 0;
	size_t columns = 1; /* the space that belongs to a > before is free */
	bool in_item = false;

	for (size_t i = 0; i < around.len; i++) {
		if (around.at[i] != '>') {
			in_item = true;
			continue;
		}
		for (; end < line.len && is_blank(line.at[end]); end++)
			columns += line.at[end] == '\t' ? 4 : 1;
		if (end == line.len || line.at[end] != '>' || (columns > 4 && !in_item))
			break;
		at = ++end;
		columns = 0;
		in_item = false;
	}
	while (at < line.len && is_blank(line.at[at]))
		at++;
	return at;
}

static void start(struct leaf *leaf)
{
	leaf->len = 0;
	leaf->at = 0;
	leaf->is_lost = false;
}

static void finish(struct leaf *leaf)
{
	leaf->map[leaf->len] = leaf->len ? leaf->map[leaf->len - 1] : 0;
}

static void skip_blanks(struct leaf *leaf)
{
	while (leaf->at < leaf->len &&
	       (is_blank(leaf->bytes[leaf->at]) || leaf->bytes[leaf->at] == '\v' ||
		leaf->bytes[leaf->at] == '\f'))
		leaf->at++;
}

void leaf_read_paragraph(struct leaf *leaf, const struct lines *lines, struct leaf_place place)
{
	size_t number = (size_t)place.first_line;
	size_t column = (size_t)place.first_column - 1;
	size_t end;

	start(leaf);
	for (; number <= (size_t)place.last_line && number <= lines->count; number++) {
		uint32_t begin;
		struct str line = lines_get(lines, number, &begin);
		bool is_first = number == (size_t)place.first_line;

		add_line(leaf, line, begin, is_first ? column : prefix_span(line, place.around));
	}
	finish(leaf);
	while ((end = link_definition_end((struct str){ leaf->bytes, leaf->len }, leaf->at)) >
	       leaf->at)
		leaf->at = end;
	skip_blanks(leaf);
}

/* Whether the last line of a place is the one that makes a heading of those above it. */
static bool is_underline(const struct lines *lines, struct leaf_place place)
{
	uint32_t begin;
	struct str line = lines_get(lines, (size_t)place.last_line, &begin);
	struct str rest = str_trim(str_slice(line, prefix_span(line, place.around), line.len));

	for (size_t i = 0; i < rest.len; i++) {
		if (rest.at[i] != rest.at[0])
			return false;
	}
	return rest.len && (rest.at[0] == '=' || rest.at[0] == '-');
}

void leaf_read_heading(struct leaf *leaf, const struct lines *lines, struct leaf_place place)
{
	uint32_t begin;
	struct str line = lines_get(lines, (size_t)place.first_line, &begin);
	size_t at = (size_t)place.first_column - 1;
	size_t hashes = 0;

	while (at + hashes < line.len && line.at[at + hashes] == '#')
		hashes++;
	if (hashes < 1 || hashes > 6 ||
	    (at + hashes < line.len && !is_blank(line.at[at + hashes]))) {
		while (place.last_line > place.first_line && !is_underline(lines, place))
			place.last_line--;
		place.last_line -= place.last_line > place.first_line;
		leaf_read_paragraph(leaf, lines, place);
		return;
	}
	start(leaf);
	add_line(leaf, line, begin, at + hashes);
	finish(leaf);
	skip_blanks(leaf);
}

void leaf_skip_marks(struct leaf *leaf, const char *marks, unsigned count)
{
	while (count-- && !leaf->is_lost && leaf->at < leaf->len) {
		if (!leaf->bytes[leaf->at] || !strchr(marks, leaf->bytes[leaf->at]))
			return;
		leaf->at++;
	}
}

void leaf_skip_break(struct leaf *leaf)
{
	size_t at = leaf->at;

	if (leaf->is_lost)
		return;
	skip_blanks(leaf);
	if (leaf->at + 1 < leaf->len && leaf->bytes[leaf->at] == '\\' &&
	    leaf->bytes[leaf->at + 1] == '\n')
		leaf->at++;
	if (leaf->at < leaf->len && leaf->bytes[leaf->at] == '\n')
		leaf->at++;
	if (leaf->at > at)
		skip_blanks(leaf);
}

void leaf_skip_link_end(struct leaf *leaf)
{
	if (leaf->is_lost || leaf->at == leaf->len)
		return;
	if (leaf->bytes[leaf->at] == '>')
		leaf->at++;
	else if (leaf->bytes[leaf->at] == ']')
		leaf->at = link_end((struct str){ leaf->bytes, leaf->len }, leaf->at + 1);
}

static size_t backticks(const struct leaf *leaf, size_t at)
{
	size_t end = at;

	while (end < leaf->len && leaf->bytes[end] == '`')
		end++;
	return end - at;
}

static bool is_gap(char c)
{
	return c == ' ' || c == '\n';
}

/* cmark takes one space off each end of code where both have one, and something else. */
void leaf_skip_code_open(struct leaf *leaf)
{
	size_t ticks = leaf->is_lost ? 0 : backticks(leaf, leaf->at);
	bool has_words = false;
	size_t end;

	if (!ticks)
		return;
	leaf->at += ticks;
	end = leaf->at;
	while (end < leaf->len && backticks(leaf, end) != ticks) {
		size_t others = backticks(leaf, end);

		has_words = has_words || others || !is_gap(leaf->bytes[end]);
		end += others ? others : 1;
	}
	if (has_words && end < leaf->len && is_gap(leaf->bytes[leaf->at]) &&
	    is_gap(leaf->bytes[end - 1]))
		leaf->at++;
}

void leaf_skip_code_close(struct leaf *leaf)
{
	if (leaf->is_lost || leaf->at == leaf->len)
		return;
	if (is_gap(leaf->bytes[leaf->at]))
		leaf->at++;
	leaf->at += backticks(leaf, leaf->at);
}

/* The bytes that are looked for when the cursor has gone wrong: no more than a word. */
#define SEARCH_BYTES 8

/* Moves the cursor forward to where the literal goes on, if it does. */
static bool find_again(struct leaf *leaf, struct str literal)
{
	struct str rest = { leaf->bytes + leaf->at, leaf->len - leaf->at };
	size_t len = 1;
	size_t found;

	while (len < literal.len && len < SEARCH_BYTES && !is_gap(literal.at[len]))
		len++;
	found = str_find(rest, str_slice(literal, 0, len), 0);
	if (found == rest.len)
		return false;
	leaf->at += found;
	return true;
}

static size_t take(struct leaf *leaf, size_t skip, size_t written, uint32_t *begin, uint32_t *end)
{
	*begin = leaf->map[leaf->at + skip];
	leaf->at += written;
	*end = leaf->map[leaf->at - 1] + 1;
	return 1;
}

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') &&
	       !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

size_t leaf_match(struct leaf *leaf, struct str literal, enum leaf_style style, uint32_t *begin,
		  uint32_t *end)
{
	struct str rest = { leaf->bytes + leaf->at, leaf->len - leaf->at };
	struct entity entity;

	*begin = *end = leaf->map[leaf->at];
	if (leaf->is_lost)
		return literal.len;
	if (rest.len > 1 && style == LEAF_TEXT && rest.at[0] == '\\' &&
	    rest.at[1] == literal.at[0] && is_punctuation(rest.at[1]))
		return take(leaf, 1, 2, begin, end);
	if (style == LEAF_TEXT && entity_read(rest, literal, &entity)) {
		take(leaf, 0, entity.written, begin, end);
		return entity.decoded;
	}
	if (rest.len &&
	    (rest.at[0] == literal.at[0] || (rest.at[0] == '\n' && is_line_end(literal.at[0])) ||
	     (rest.at[0] == '\n' && literal.at[0] == ' ')))
		return take(leaf, 0, 1, begin, end);
	/* cmark puts U+FFFD for a NUL. */
	if (rest.len && rest.at[0] == '\0' && str_starts(literal, STR("\xEF\xBF\xBD"))) {
		take(leaf, 0, 1, begin, end);
		return 3;
	}
	/* A > or an indent that was taken for the blocks', or the first half of CR LF. */
	if (literal.at[0] == '>' || literal.at[0] == '\r' || is_blank(literal.at[0]))
		return 1;
	if (find_again(leaf, literal))
		return take(leaf, 0, 1, begin, end);
	leaf->is_lost = true;
	return literal.len;
}
