#include "roff.h"

#include "base/utf8.h"
#include "base/version.h"

#include <stdbool.h>

#define WIDTH 78

static const struct {
	uint32_t code_point;
	const char *roff;
} signs[] = {
	{ '\n', " " },       { '\\', "\\e" },     { '^', "\\(ha" },    { '~', "\\(ti" },
	{ 0xa3, "\\(Po" },   { 0x2013, "\\(en" }, { 0x2014, "\\(em" }, { 0x2018, "\\(oq" },
	{ 0x2019, "\\(cq" }, { 0x201c, "\\(lq" }, { 0x201d, "\\(rq" }, { 0x2026, "..." },
};

/* Of what is typed, which must come out as it goes in. */
static const struct {
	uint32_t code_point;
	const char *roff;
} literal_signs[] = {
	{ '-', "\\-" },
	{ '\'', "\\(aq" },
	{ '`', "\\(ga" },
};

static const char *sign_of(uint32_t code_point, bool is_literal)
{
	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		if (signs[i].code_point == code_point)
			return signs[i].roff;
	}
	for (size_t i = 0; is_literal && i < ARRAY_LEN(literal_signs); i++) {
		if (literal_signs[i].code_point == code_point)
			return literal_signs[i].roff;
	}
	return NULL;
}

static void add_escaped(struct buf *out, struct str text, bool is_literal)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t code_point = utf8_next(text, &at);
		const char *sign = sign_of(code_point, is_literal);

		if (sign)
			buf_add_c(out, sign);
		else if (code_point < 0x80)
			buf_add_byte(out, (char)code_point);
		else
			buf_printf(out, "\\[u%04X]", (unsigned)code_point);
	}
}

/* Words with their escapes, on one line; what stands between backticks is bold. */
static void add_words(struct buf *out, struct str words)
{
	bool is_literal = false;

	for (size_t at = 0; at <= words.len;) {
		size_t end = str_find_byte(words, '`', at);

		if (is_literal && end > at)
			buf_add_c(out, "\\fB");
		add_escaped(out, str_slice(words, at, end), is_literal);
		if (is_literal && end > at)
			buf_add_c(out, "\\fR");
		is_literal = !is_literal;
		at = end + 1;
	}
}

/* A line that begins with a full stop or an apostrophe would be a request. */
static void add_line(struct buf *page, struct str line)
{
	if (str_starts(line, STR(".")) || str_starts(line, STR("'")))
		buf_add_c(page, "\\&");
	buf_add(page, line);
	buf_add_byte(page, '\n');
}

static void fill(struct buf *page, struct str text)
{
	size_t begin = 0; /* of the line */
	size_t end = 0;   /* of the words that fit */

	for (size_t at = 0; at < text.len;) {
		size_t space = at;

		while (space < text.len && text.at[space] != ' ')
			space++;
		if (space - begin > WIDTH && end > begin) {
			add_line(page, str_slice(text, begin, end));
			begin = at;
		}
		end = space;
		at = space + 1;
	}
	if (end > begin)
		add_line(page, str_slice(text, begin, end));
}

void roff_title(struct buf *page, const char *name, char section, const char *manual)
{
	buf_add_c(page, ".\\\" Written by tests/docs/manual.c: do not change it here.\n");
	buf_printf(page, ".TH %s %c \"\" \"planc " PLANC_VERSION "\" \"%s\"\n", name, section,
		   manual);
	/* Lines as they are filled, words unbroken: keys and paths are no words to hyphenate. */
	buf_add_c(page, ".nh\n.ad l\n");
}

static void add_macro(struct buf *page, const char *macro, struct str words)
{
	buf_add_c(page, macro);
	add_words(page, words);
	buf_add_byte(page, '\n');
}

void roff_part(struct buf *page, struct str words)
{
	add_macro(page, ".SH ", words);
}

void roff_heading(struct buf *page, struct str words)
{
	add_macro(page, ".SS ", words);
}

void roff_words(struct buf *page, struct str words)
{
	struct buf line = { 0 };

	add_words(&line, words);
	fill(page, buf_str(&line));
	buf_release(&line);
}

void roff_paragraph(struct buf *page, struct str words)
{
	buf_add_c(page, ".PP\n");
	roff_words(page, words);
}

void roff_term(struct buf *page, struct str words)
{
	struct buf line = { 0 };

	buf_add_c(page, ".TP\n");
	add_words(&line, words);
	add_line(page, buf_str(&line));
	buf_release(&line);
}

void roff_in(struct buf *page)
{
	buf_add_c(page, ".RS\n");
}

void roff_out(struct buf *page)
{
	buf_add_c(page, ".RE\n");
}

void roff_example(struct buf *page, struct str lines)
{
	struct buf line = { 0 };

	buf_add_c(page, ".PP\n.RS 4\n.EX\n");
	for (size_t at = 0; at < lines.len;) {
		size_t end = str_find_byte(lines, '\n', at);

		line.len = 0;
		add_escaped(&line, str_slice(lines, at, end), true);
		add_line(page, buf_str(&line));
		at = end + 1;
	}
	buf_add_c(page, ".EE\n.RE\n");
	buf_release(&line);
}
