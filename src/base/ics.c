#include "base/ics.h"
#include "base/civil.h"
#include "base/utf8.h"

/* RFC 5545, 3.1: of a line, without its end. */
#define LINE_BYTES 75

void ics_init(struct ics *ics, struct buf *out)
{
	*ics = (struct ics){ .out = out };
}

/* One character, or an escaped one: it stays on one line. */
static void add(struct ics *ics, struct str piece)
{
	if (ics->column + piece.len > LINE_BYTES) {
		buf_add_c(ics->out, "\r\n ");
		ics->column = 1;
	}
	buf_add(ics->out, piece);
	ics->column += piece.len;
}

static void add_plain(struct ics *ics, struct str words)
{
	size_t at = 0;

	while (at < words.len) {
		size_t begin = at;

		utf8_next(words, &at);
		add(ics, str_slice(words, begin, at));
	}
}

static void end(struct ics *ics)
{
	buf_add_c(ics->out, "\r\n");
	ics->column = 0;
}

void ics_value(struct ics *ics, const char *name, struct str value)
{
	add_plain(ics, str_from(name));
	add(ics, STR(":"));
	add_plain(ics, value);
	end(ics);
}

void ics_open(struct ics *ics, const char *name)
{
	ics_value(ics, "BEGIN", str_from(name));
}

void ics_close(struct ics *ics, const char *name)
{
	ics_value(ics, "END", str_from(name));
}

/* What stands for a character of a text (3.3.11), or the character itself. */
static struct str escaped(struct str character)
{
	unsigned char c = (unsigned char)character.at[0];

	switch (c) {
	case '\\': return STR("\\\\");
	case ';': return STR("\\;");
	case ',': return STR("\\,");
	case '\n': return STR("\\n");
	case '\t': return character;
	default: return c < ' ' || c == 0x7F ? STR("\xEF\xBF\xBD") : character;
	}
}

void ics_text(struct ics *ics, const char *name, struct str text)
{
	size_t at = 0;

	add_plain(ics, str_from(name));
	add(ics, STR(":"));
	while (at < text.len) {
		size_t begin = at;

		utf8_next(text, &at);
		/* CR LF is one line end. */
		if (text.at[begin] == '\r' && at < text.len && text.at[at] == '\n')
			continue;
		if (text.at[begin] == '\r')
			add(ics, STR("\\n"));
		else
			add(ics, escaped(str_slice(text, begin, at)));
	}
	end(ics);
}

void ics_day(struct ics *ics, const char *name, int32_t day)
{
	struct civil civil = civil_from_days(day);
	struct buf value = { 0 };

	buf_printf(&value, "%s;VALUE=DATE:%04d%02d%02d", name, civil.year, civil.month, civil.day);
	add_plain(ics, buf_str(&value));
	end(ics);
	buf_release(&value);
}
