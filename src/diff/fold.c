#include "base/buf.h"
#include "base/utf8.h"
#include "diff/text.h"

/* A text on its way, and what stands around the place that is looked at. */
struct folding {
	struct str text;
	struct buf out;
	size_t at;       /* of the code point that is next */
	uint32_t before; /* the code point before it; 0 at the start */
};

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0;
}

/* The small letter of a capital: of ASCII, Latin-1 and the Latin letters behind it (Welsh ŵ, ŷ). */
static uint32_t small(uint32_t c)
{
	bool is_odd_upper = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);

	if (c >= 'A' && c <= 'Z')
		return c + 32;
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return c + 32;
	if (c == 0x178)
		return 0xFF;
	if (c >= 0x100 && c <= 0x17F && (c & 1) == is_odd_upper && c != 0x138 && c != 0x17F)
		return c + 1;
	return c;
}

/* Signs that say how much, and are no punctuation. */
static bool is_sign(uint32_t c)
{
	return c == '%' || c == '$' || c == '+' || c == '<' || c == '>' || c == '=' ||
	       c == 0x20AC || (c >= 0xA2 && c <= 0xA5) || c == 0xB0 || c == 0xB2 || c == 0xB3 ||
	       c == 0xB5 || (c >= 0xB9 && c <= 0xBE && c != 0xBB) || c == 0x2264 || c == 0x2265 ||
	       c == 0x2030;
}

static bool is_word(uint32_t c)
{
	bool is_mark = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
		       c == 0xFEFF || c == 0xD7;

	return (is_letter(c) && !is_mark) || is_digit(c);
}

static void put(struct folding *folding, uint32_t c)
{
	folding->out.len += utf8_put(c, buf_reserve(&folding->out, 4));
}

static void put_gap(struct folding *folding)
{
	if (folding->out.len && folding->out.at[folding->out.len - 1] != ' ')
		put(folding, ' ');
}

/* The digits from here on. */
static size_t count_digits(const struct folding *folding)
{
	size_t end = folding->at;

	while (end < folding->text.len && is_digit((unsigned char)folding->text.at[end]))
		end++;
	return end - folding->at;
}

/* What stands between words: most of it is a gap. */
static void fold_mark(struct folding *folding, uint32_t c, uint32_t next)
{
	bool is_joint = is_word(folding->before) && is_word(next);
	bool is_in_number = is_digit(folding->before) && is_digit(next);

	if (c == 0xAD)
		return;
	if (c == '&') {
		put_gap(folding);
		buf_add_c(&folding->out, "and ");
	} else if (c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011) {
		bool is_minus = c == '-' && is_digit(next) &&
				(folding->before <= ' ' || folding->before == '(');

		if (is_minus)
			put(folding, c);
		else if (!is_joint || is_in_number)
			put_gap(folding);
	} else if (is_in_number && (c == '.' || c == ':' || c == '/')) {
		put(folding, c);
	} else if (!(is_in_number && c == ',' && count_digits(folding) == 3)) {
		put_gap(folding);
	}
}

struct str text_fold(struct str plain, struct arena *arena)
{
	struct folding folding = { .text = plain };
	struct str folded;

	while (folding.at < plain.len) {
		uint32_t c = utf8_next(plain, &folding.at);
		size_t ahead = folding.at;
		uint32_t next = ahead < plain.len ? utf8_next(plain, &ahead) : 0;

		if (c == 0x2212)
			c = '-';
		if (is_sign(c) || is_word(c))
			put(&folding, small(c));
		else
			fold_mark(&folding, c, next);
		folding.before = c;
	}
	folded = arena_copy(arena, str_trim(buf_str(&folding.out)));
	buf_release(&folding.out);
	return folded;
}
