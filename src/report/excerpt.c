#include "report/excerpt.h"
#include "report/printable.h"

#define MOST_COLUMNS 100 /* of the text of a line */
#define BEFORE 40        /* columns shown before the place where a line is cut */
#define TAB 8

/* One line with the part that is meant, in bytes from its start. */
struct excerpt {
	struct str line;
	size_t begin, end;
};

static struct excerpt cut_out(struct span span, uint32_t line)
{
	struct excerpt excerpt = { .line = source_line(span.source, line) };
	size_t start = (size_t)(excerpt.line.at - span.source->bytes.at);

	excerpt.begin = span.begin > start ? span.begin - start : 0;
	excerpt.end = span.end > start ? span.end - start : 0;
	if (excerpt.begin > excerpt.line.len)
		excerpt.begin = excerpt.line.len;
	if (excerpt.end > excerpt.line.len)
		excerpt.end = excerpt.line.len;
	return excerpt;
}

static bool is_continuation(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/*
 * The offset to start at: that of the line, or of a code point not far before
 * the place, so that a line of megabytes is not walked for each finding on it.
 */
static size_t first_shown(const struct excerpt *excerpt)
{
	size_t at = excerpt->begin;

	if (excerpt->line.len <= MOST_COLUMNS)
		return 0;
	for (unsigned columns = 0; at > 0 && columns < BEFORE; columns++) {
		at--;
		while (at > 0 && is_continuation(excerpt->line.at[at]))
			at--;
	}
	return at;
}

/* Puts what stands at *at; returns the columns it takes when it starts in `column`. */
static unsigned put_next(struct buf *out, struct str line, size_t *at, unsigned column)
{
	uint32_t c = printable_next(line, at);
	unsigned width;

	if (c != '\t')
		return printable_put(out, c);
	width = TAB - column % TAB;
	for (unsigned i = 0; i < width; i++)
		buf_add_byte(out, ' ');
	return width;
}

static void add_times(struct buf *out, char byte, unsigned times)
{
	while (times--)
		buf_add_byte(out, byte);
}

/* Where the carets stand: columns, 0-based, the last one excluded. */
struct carets {
	unsigned first, last;
};

static struct carets put_line(const struct excerpt *excerpt, struct buf *out)
{
	struct carets carets = { 0 };
	unsigned column = 0;
	size_t at = first_shown(excerpt);

	if (at > 0) {
		buf_add_c(out, "…");
		column++;
	}
	carets.first = carets.last = column;
	while (at < excerpt->line.len && column < MOST_COLUMNS) {
		bool is_before = at < excerpt->begin;
		bool is_meant = !is_before && at < excerpt->end;

		column += put_next(out, excerpt->line, &at, column);
		if (is_before)
			carets.first = column;
		if (is_before || is_meant)
			carets.last = column;
	}
	if (at < excerpt->line.len)
		buf_add_c(out, "…");
	return carets;
}

void excerpt_write(struct span span, bool colour, struct buf *out)
{
	struct excerpt excerpt;
	struct carets carets;
	uint32_t number;
	size_t gutter = out->len;

	if (!span.source->bytes.len)
		return;
	number = source_place(span.source, span.begin).line;
	excerpt = cut_out(span, number);
	buf_printf(out, "%5u", number);
	gutter = out->len - gutter;
	buf_add_c(out, excerpt.line.len ? " | " : " |");
	carets = put_line(&excerpt, out);
	buf_add_byte(out, '\n');
	add_times(out, ' ', (unsigned)gutter);
	buf_add_c(out, " | ");
	add_times(out, ' ', carets.first);
	buf_add_c(out, colour ? "\x1b[1;32m" : "");
	add_times(out, '^', carets.last > carets.first ? carets.last - carets.first : 1);
	buf_add_c(out, colour ? "\x1b[0m\n" : "\n");
}
