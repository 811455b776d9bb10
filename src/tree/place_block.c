#include "tree/place.h"

/* What stands behind the | or > of a block scalar. */
struct header {
	uint32_t end;     /* behind its signs */
	uint32_t content; /* where the line below it starts */
	bool has_indent;  /* it says how far its lines are indented: |2 */
	char chomping;    /* '-', '+' or 0 */
};

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* Where the text of the line ends that `at` stands in; at most at `limit`. */
static uint32_t line_end(struct str bytes, uint32_t at, uint32_t limit)
{
	while (at < limit && !is_break(bytes.at[at]))
		at++;
	return at;
}

static uint32_t skip_spaces(struct str bytes, uint32_t at, uint32_t limit)
{
	while (at < limit && bytes.at[at] == ' ')
		at++;
	return at;
}

static struct header read_header(struct str bytes, uint32_t begin)
{
	struct header header = { .end = begin + 1 };
	uint32_t limit = (uint32_t)bytes.len;

	for (; header.end < limit; header.end++) {
		char c = bytes.at[header.end];

		if (c == '+' || c == '-')
			header.chomping = c;
		else if (c >= '1' && c <= '9')
			header.has_indent = true;
		else
			break;
	}
	header.content = line_end(bytes, header.end, limit);
	header.content += place_break_size(bytes, header.content);
	return header;
}

/* The spaces before the first character of a value that is no space, on its line. */
static uint32_t leading_spaces(struct str value)
{
	uint32_t spaces = 0;

	for (size_t i = 0; i < value.len; i++) {
		if (value.at[i] == ' ')
			spaces++;
		else if (value.at[i] == '\n')
			spaces = 0;
		else
			return spaces;
	}
	return 0;
}

/* The most spaces on a line of a value that holds nothing but spaces and line ends. */
static uint32_t longest_line(struct str value)
{
	uint32_t longest = 0;
	uint32_t spaces = 0;

	for (size_t i = 0; i < value.len; i++) {
		spaces = value.at[i] == ' ' ? spaces + 1 : 0;
		if (spaces > longest)
			longest = spaces;
	}
	return longest;
}

/*
 * How far the lines from header.content to `limit` are indented. Where the
 * header says it, it counts from the indent of what the scalar stands in,
 * which is not at hand here; so the value is asked how many of the spaces are
 * its own.
 */
static uint32_t find_indent(struct str bytes, struct header header, uint32_t limit,
			    struct str value)
{
	uint32_t longest = 0;
	uint32_t own;

	for (uint32_t at = header.content; at < limit;) {
		uint32_t first = skip_spaces(bytes, at, limit);
		uint32_t end = line_end(bytes, first, limit);

		if (first < end) {
			own = header.has_indent ? leading_spaces(value) : 0;
			return first - at > own ? first - at - own : 0;
		}
		if (end - at > longest)
			longest = end - at;
		at = end + place_break_size(bytes, end);
	}
	own = longest_line(value);
	return longest > own ? longest - own : 0;
}

/* The offset before the line end that stands right before `at`, if one does. */
static uint32_t before_break(struct str bytes, uint32_t at, uint32_t from)
{
	if (at > from && bytes.at[at - 1] == '\n')
		at--;
	else if (at > from && bytes.at[at - 1] == '\r')
		return at - 1;
	else
		return at;
	return at > from && bytes.at[at - 1] == '\r' ? at - 1 : at;
}

uint32_t place_block_end(struct str bytes, uint32_t begin, uint32_t limit, struct str value)
{
	struct header header = read_header(bytes, begin);
	uint32_t end = limit;
	uint32_t indent = UINT32_MAX;

	if (!value.len || limit <= header.content)
		return header.end;
	if (header.chomping == '+')
		return before_break(bytes, limit, header.content);
	for (;;) {
		uint32_t at = end;

		while (at > header.content && bytes.at[at - 1] == ' ')
			at--;
		if (at > header.content && !is_break(bytes.at[at - 1]))
			return end;
		/* A line of spaces alone is text where it is longer than the indent. */
		if (end > at && indent == UINT32_MAX)
			indent = find_indent(bytes, header, limit, value);
		if (end > at && end - at > indent)
			return end;
		if (at == header.content)
			return header.end;
		end = before_break(bytes, at, header.content);
	}
}

/*
 * The line ends from `from` to `to`, where only they and indents stand. Within
 * a paragraph (`folded`) one becomes a space, and of more the first is lost.
 */
static void put_breaks(struct look *look, uint32_t from, uint32_t to, bool folded)
{
	struct str bytes = { look->bytes, to };
	uint32_t first = line_end(bytes, from, to);
	uint32_t at = first;
	bool more = false;

	while (at < to) {
		uint32_t size = place_break_size(bytes, at);

		if (!folded || at > first) {
			look_put(look, STR("\n"), at, at + size);
			more = true;
		}
		at = line_end(bytes, at + size, to);
	}
	if (folded && !more)
		look_put(look, STR(" "), first, first + place_break_size(bytes, first));
}

void place_look_at_block(const struct node *scalar, struct look *look)
{
	struct str bytes = scalar->source->bytes;
	struct header header = read_header(bytes, scalar->begin);
	uint32_t end = scalar->end;
	uint32_t indent = find_indent(bytes, header, end, scalar->text);
	uint32_t pending = header.content; /* line ends from here on are not yet put */
	bool has_text = false;
	bool was_further = false; /* the line before begins with white space of its own */

	look->last_end = end;
	if (end < header.content || !scalar->text.len)
		return;
	for (uint32_t at = header.content; at < end;) {
		uint32_t behind = line_end(bytes, at, end);

		if (behind - at > indent) {
			char first = bytes.at[at + indent];
			bool further = first == ' ' || first == '\t';

			if (pending < at)
				put_breaks(look, pending, at,
					   scalar->style == STYLE_FOLDED && has_text && !further &&
						   !was_further);
			look_put_run(look, at + indent, behind);
			has_text = true;
			was_further = further;
			pending = behind;
		}
		at = behind + place_break_size((struct str){ bytes.at, end }, behind);
	}
	if (header.chomping == '+')
		put_breaks(look, pending, end, false);
	if (header.chomping != '-' && place_break_size(bytes, end))
		look_put(look, STR("\n"), end, end);
	look->last_end = end;
}
