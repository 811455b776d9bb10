#include "rules/short_form.h"
#include "base/ascii.h"
#include "rules/words.h"

#include <string.h>

/* Letters of a short form, and of one that is a whole text; longer ones are words. */
#define LETTERS 7
#define LETTERS_ALONE 4
/* Bytes around a form in which its explanation is looked for. */
#define NEAR 200
/* Of the words that spell a form out: those between that bring no letter, those behind, and how long little ones are. */
#define SKIPPED 2
#define BEHIND 2
#define LITTLE 3

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static char byte_at(struct str s, size_t at)
{
	return at < s.len ? s.at[at] : ' ';
}

/* Whether the byte belongs to a letter beyond ASCII, and not to a dash, a curly quote or a hard space. */
static bool is_letter_beyond(struct str s, size_t at)
{
	if (at >= s.len || !(s.at[at] & 0x80))
		return false;
	while (at && (s.at[at] & 0xC0) == 0x80)
		at--;
	return !str_starts(str_slice(s, at, s.len), STR("\xE2\x80")) &&
	       !str_starts(str_slice(s, at, s.len), STR("\xC2\xA0"));
}

/* Whether what stands before a word makes it a part of a code or an address. */
static bool joins_before(struct str s, size_t begin)
{
	char c = begin ? s.at[begin - 1] : ' ';
	char before = begin > 1 ? s.at[begin - 2] : ' ';

	if (ascii_is_digit(c) || strchr("_@#$\\", c) || (begin && is_letter_beyond(s, begin - 1)))
		return true;
	return (c == '.' && (ascii_is_letter(before) || ascii_is_digit(before))) ||
	       (c == '-' && ascii_is_digit(before));
}

static bool joins_behind(struct str s, size_t end)
{
	char c = byte_at(s, end);
	char next = byte_at(s, end + 1);

	if (ascii_is_digit(c) || strchr("_@\\", c) || is_letter_beyond(s, end))
		return true;
	return (c == '.' && ascii_is_letter(next)) || (c == '-' && ascii_is_digit(next));
}

static bool is_numeral(struct str word)
{
	for (size_t i = 0; i < word.len; i++) {
		if (!strchr("IVX", word.at[i]))
			return false;
	}
	return true;
}

/* AA and AAA are grades. */
static bool is_grade(struct str word)
{
	for (size_t i = 1; i < word.len; i++) {
		if (word.at[i] != word.at[0])
			return false;
	}
	return true;
}

/* All capitals, with & between them; or two with an o or f between: "HoS", "DfE". */
static bool has_form(struct str word)
{
	size_t small = 0;
	size_t marks = 0;

	if (word.len < 2 || word.len > LETTERS || !ascii_is_capital(word.at[0]) ||
	    !ascii_is_capital(word.at[word.len - 1]))
		return false;
	for (size_t i = 0; i < word.len; i++) {
		small += is_small(word.at[i]);
		marks += word.at[i] == '&';
	}
	if (small)
		return word.len == 3 && (word.at[1] == 'o' || word.at[1] == 'f');
	return word.len - marks > 1;
}

struct str short_form_of(struct str words)
{
	if (words.len > 2 && words.at[words.len - 1] == 's' &&
	    has_form(str_slice(words, 0, words.len - 1)))
		words.len--;
	return has_form(words) ? words : (struct str){ 0 };
}

/* Behind the letters, and the & between letters, that begin at `at`. */
static size_t word_end(struct str s, size_t at)
{
	while (ascii_is_letter(byte_at(s, at)) ||
	       (byte_at(s, at) == '&' && ascii_is_letter(byte_at(s, at + 1))))
		at++;
	return at;
}

bool short_form_next(struct str words, size_t *from, struct str *form)
{
	size_t at = *from;

	while (at < words.len) {
		size_t begin = at;
		size_t end;

		if (!ascii_is_letter(words.at[at])) {
			at++;
			continue;
		}
		end = word_end(words, at);
		at = end;
		if (!ascii_is_capital(words.at[begin]) || end - begin < 2)
			continue;
		*form = short_form_of(str_slice(words, begin, end));
		if (!form->len || is_numeral(*form) || is_grade(*form) ||
		    joins_before(words, begin) || joins_behind(words, end) ||
		    words_are_shouted(*form) || words_are_known(*form))
			continue;
		*from = end;
		return true;
	}
	*from = words.len;
	return false;
}

static bool has_small(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (is_small(s.at[i]))
			return true;
	}
	return false;
}

static size_t count_letters(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += ascii_is_letter(s.at[i]) || s.at[i] == '&';
	return count;
}

/* The words in capitals in a row before, or behind, a place, with single spaces between; at most two. */
static size_t count_before(struct str s, size_t at)
{
	size_t count = 0;

	while (count < 2 && at > 1 && s.at[at - 1] == ' ' && ascii_is_capital(s.at[at - 2])) {
		at--;
		while (at && ascii_is_capital(s.at[at - 1]))
			at--;
		if (at && s.at[at - 1] != ' ')
			break;
		count++;
	}
	return count;
}

static size_t count_behind(struct str s, size_t at)
{
	size_t count = 0;

	while (count < 2 && byte_at(s, at) == ' ' && ascii_is_capital(byte_at(s, at + 1))) {
		at++;
		while (ascii_is_capital(byte_at(s, at)))
			at++;
		if (ascii_is_letter(byte_at(s, at)))
			break;
		count++;
	}
	return count;
}

bool short_form_is_shouted(struct str words, struct str form)
{
	size_t begin = (size_t)(form.at - words.at);
	size_t near = begin < NEAR ? 0 : begin - NEAR;
	struct str around = str_slice(words, near,
				      words.len - begin < NEAR ? words.len : begin + NEAR);

	if (!has_small(around))
		return form.len > LETTERS_ALONE || count_letters(around) > form.len;
	return count_before(words, begin) + count_behind(words, begin + form.len) > 1;
}

static char lower(char c)
{
	return (char)(c | 0x20);
}

/* Behind the letters of the word that begins at `at`. */
static size_t letters_end(struct str s, size_t at)
{
	while (at < s.len && (ascii_is_letter(s.at[at]) || s.at[at] & 0x80))
		at++;
	return at;
}

/* How many letters of a form, from `next` on, a word brings: its first, and others behind it ("TeleVision"). */
static size_t count_brought(struct str word, struct str form, size_t next)
{
	size_t count = 0;

	for (size_t i = 0; i < word.len && next + count < form.len; i++) {
		if (lower(word.at[i]) == lower(form.at[next + count]))
			count++;
		else if (!count)
			break;
	}
	return count;
}

/* How words spell a form: so many letters of it are found, in words before and behind which others stand. */
struct spelling_out {
	size_t next;
	size_t skipped; /* words of weight between those that bring letters */
	size_t behind;  /* words behind the last of them */
};

static struct spelling_out spell_out(struct str phrase, struct str form)
{
	struct spelling_out out = { 0 };
	size_t end;

	for (size_t at = 0; at < phrase.len && out.skipped <= SKIPPED; at = end) {
		struct str word = str_slice(phrase, at, letters_end(phrase, at));
		size_t brought;

		end = at + word.len + !word.len;
		if (!word.len)
			continue;
		out.next += out.next < form.len && form.at[out.next] == '&';
		brought = count_brought(word, form, out.next);
		out.next += brought;
		if (!brought && out.next < form.len)
			out.skipped += word.len > LITTLE;
		else if (!brought)
			out.behind++;
		if (!out.next)
			break;
	}
	return out;
}

/* Whether words with its initials stand in a piece, at most so many words before its end. */
static bool spells(struct str piece, struct str form, size_t behind)
{
	bool at_start = true;

	for (size_t i = 0; i < piece.len; i++) {
		bool is_in_word = ascii_is_letter(piece.at[i]) || piece.at[i] & 0x80;

		if (is_in_word && at_start && lower(piece.at[i]) == lower(form.at[0])) {
			struct str phrase = str_slice(piece, i, piece.len);
			struct spelling_out out = spell_out(phrase, form);

			if (out.next == form.len && out.skipped <= SKIPPED &&
			    out.behind <= behind && has_small(phrase))
				return true;
		}
		at_start = !is_in_word;
	}
	return false;
}

/* Behind the s of a plural, closing quotes and spaces. */
static size_t skip_behind(struct str s, size_t at)
{
	if (byte_at(s, at) == 's')
		at++;
	while (at < s.len && (s.at[at] == ' ' || s.at[at] == '"' || s.at[at] == '\'' ||
			      str_starts(str_slice(s, at, s.len), STR("”")) ||
			      str_starts(str_slice(s, at, s.len), STR("’"))))
		at += s.at[at] == '\xE2' ? 3 : 1;
	return at;
}

/* "SLB (Senior Leadership Board)", "COLIN (intranet)", but not "SLB (page 4)". */
static bool is_explained_behind(struct str s, size_t end)
{
	size_t open = skip_behind(s, end);
	size_t small = 0;

	if (byte_at(s, open) != '(')
		return false;
	for (size_t i = open + 1; i < s.len && i < open + NEAR; i++) {
		if (ascii_is_digit(s.at[i]))
			return false;
		if (s.at[i] == ')')
			return small > 2;
		small += is_small(s.at[i]);
	}
	return false;
}

/* "Senior Leadership Board (SLB)", "… (the SLB)". */
static bool is_explained_before(struct str s, size_t begin, struct str form)
{
	size_t open = begin;
	size_t near;

	while (open && begin - open < 20 && s.at[open - 1] != '(' && s.at[open - 1] != ')')
		open--;
	if (!open || s.at[open - 1] != '(')
		return false;
	near = open < NEAR ? 0 : open - NEAR;
	return spells(str_slice(s, near, open - 1), form, BEHIND);
}

/* "(… the Senior Leadership Board, SLB)". */
static bool is_explained_beside(struct str s, size_t begin, struct str form)
{
	size_t comma = begin;
	size_t near;

	while (comma && s.at[comma - 1] == ' ')
		comma--;
	if (!comma || s.at[comma - 1] != ',' || byte_at(s, begin + form.len) != ')')
		return false;
	near = comma < NEAR ? 0 : comma - NEAR;
	return spells(str_slice(s, near, comma - 1), form, BEHIND);
}

/* "SLB – Senior Leadership Board", "SLB: …" as a whole text, or in brackets. */
static bool is_explained_as_text(struct str s, size_t begin, struct str form)
{
	size_t at = skip_behind(s, begin + form.len);
	struct str rest = str_slice(s, at, s.len - at < NEAR ? s.len : at + NEAR);

	if (str_trim(str_slice(s, 0, begin)).len && s.at[begin - 1] != '(')
		return false;
	if (!str_starts(rest, STR(":")) && !str_starts(rest, STR("-")) &&
	    !str_starts(rest, STR("=")) && !str_starts(rest, STR("–")) &&
	    !str_starts(rest, STR("—")))
		return false;
	return spells(rest, form, rest.len);
}

bool short_form_is_explained(struct str words, struct str form)
{
	size_t begin = (size_t)(form.at - words.at);

	return is_explained_behind(words, begin + form.len) ||
	       is_explained_before(words, begin, form) || is_explained_beside(words, begin, form) ||
	       is_explained_as_text(words, begin, form);
}
