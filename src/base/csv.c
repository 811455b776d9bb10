#include "base/csv.h"
#include "base/ascii.h"
#include "base/utf8.h"

void csv_init(struct csv *csv, struct buf *out)
{
	*csv = (struct csv){ .out = out };
}

/* = + - @, also as wide as a Chinese or Japanese letter: spreadsheets set up for these take both. */
static bool begins_formula(uint32_t c)
{
	switch (c) {
	case '=':
	case '+':
	case '-':
	case '@':
	case 0xFF1D:
	case 0xFF0B:
	case 0xFF0D:
	case 0xFF20: return true;
	default: return false;
	}
}

/* What some programs pass over before they look at a cell. */
static bool is_passed_over(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0xFEFF;
}

/* A sign and digits, with points and commas among them, and perhaps a %: nothing that runs. */
static bool is_number(struct str text)
{
	size_t at = text.len && (text.at[0] == '-' || text.at[0] == '+');

	if (at == text.len || !ascii_is_digit(text.at[at]))
		return false;
	while (at < text.len &&
	       (ascii_is_digit(text.at[at]) || text.at[at] == '.' || text.at[at] == ','))
		at++;
	return at == text.len || (text.at[at] == '%' && at + 1 == text.len);
}

bool csv_is_guarded(struct str text)
{
	size_t at = 0;
	uint32_t c = 0;

	if (is_number(text))
		return false;
	while (at < text.len && text.at[at] == '\'')
		at++;
	if (at < text.len && (text.at[at] == '\t' || text.at[at] == '\r'))
		return true;
	while (at < text.len) {
		c = utf8_next(text, &at);
		if (!is_passed_over(c))
			break;
	}
	return begins_formula(c);
}

static bool needs_quotes(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		switch (text.at[i]) {
		case ',':
		case ';':
		case '"':
		case '\t':
		case '\r':
		case '\n': return true;
		default: break;
		}
	}
	/* A space at an end is lost by programs that trim what stands between commas. */
	return text.len && (text.at[0] == ' ' || text.at[text.len - 1] == ' ');
}

void csv_cell(struct csv *csv, struct str text)
{
	bool is_quoted = needs_quotes(text);

	if (csv->in_row)
		buf_add_byte(csv->out, ',');
	csv->in_row = true;
	if (is_quoted)
		buf_add_byte(csv->out, '"');
	if (csv_is_guarded(text))
		buf_add_byte(csv->out, '\'');
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if ((c < ' ' && c != '\t' && c != '\r' && c != '\n') || c == 0x7F) {
			buf_add_c(csv->out, "\xEF\xBF\xBD");
			continue;
		}
		if (c == '"')
			buf_add_byte(csv->out, '"');
		buf_add_byte(csv->out, (char)c);
	}
	if (is_quoted)
		buf_add_byte(csv->out, '"');
}

void csv_end_row(struct csv *csv)
{
	buf_add_c(csv->out, "\r\n");
	csv->in_row = false;
}
