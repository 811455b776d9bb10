#include "rules/note.h"
#include "rules/placeholder.h"

#include <string.h>

/* How many positions are looked at together, and how many bytes further a look reaches. */
#define BLOCK 16
#define REACH 2

#define VECTOR __attribute__((__vector_size__(BLOCK)))

/*
 * Whether a position of some blocks begins what every note has: "[", or the
 * letters "tb" (TBC), "xx", "dd" (add), "nse" (insert), "nfi" (confirmed) in any
 * case. There are REACH more bytes behind the last block.
 */
static bool blocks_are_suspected(const char *bytes, size_t count)
{
	VECTOR unsigned char a, b, c;
	VECTOR signed char found = { 0 };
	uint64_t halves[2];

	for (; count; count--, bytes += BLOCK) {
		memcpy(&a, bytes, BLOCK);
		memcpy(&b, bytes + 1, BLOCK);
		memcpy(&c, bytes + 2, BLOCK);
		found |= a == '[';
		a |= 0x20;
		b |= 0x20;
		c |= 0x20;
		found |= ((a == b) & ((a == 'x') | (a == 'd'))) | ((a == 't') & (b == 'b'));
		found |= (a == 'n') & (((b == 's') & (c == 'e')) | ((b == 'f') & (c == 'i')));
	}
	memcpy(halves, &found, sizeof(halves));
	return halves[0] | halves[1];
}

static char lower_at(struct str s, size_t at)
{
	return at < s.len ? (char)(s.at[at] | 0x20) : 0;
}

static bool is_alnum_at(struct str s, size_t at)
{
	char c = lower_at(s, at);

	return at < s.len && ((c >= 'a' && c <= 'z') || (s.at[at] >= '0' && s.at[at] <= '9'));
}

/* Whether `word` stands at `at`, and is not a part of a longer one. */
static bool has_word(struct str s, size_t at, struct str word)
{
	if (at > s.len || s.len - at < word.len || (at && is_alnum_at(s, at - 1)) ||
	    is_alnum_at(s, at + word.len))
		return false;
	return str_equal_nocase(str_slice(s, at, at + word.len), word);
}

static bool follows_be(struct str s, size_t at)
{
	return at >= 3 && has_word(s, at - 3, STR("be"));
}

/* "add link", "**add** link": with something to add behind it. */
static bool is_add(struct str s, size_t at)
{
	size_t begin = at + 3;
	size_t end;

	if (!has_word(s, at, STR("add")))
		return has_word(s, at, STR("added")) && follows_be(s, at);
	while (begin < s.len && begin < at + 8 && !is_alnum_at(s, begin))
		begin++;
	for (end = begin; is_alnum_at(s, end);)
		end++;
	return end > begin && placeholder_asks_for(str_slice(s, begin, end));
}

/* The longest note in brackets. */
#define NOTE_BYTES 200

/* A bracket that closes soon and is no link of Markdown. */
static bool is_bracket(struct str s, size_t at)
{
	struct str near = str_slice(s, at, s.len - at < NOTE_BYTES ? s.len : at + NOTE_BYTES);
	size_t close = at + str_find_byte(near, ']', 0);
	char next = close + 1 < s.len ? s.at[close + 1] : ' ';

	if (at && s.at[at - 1] == ']')
		return false;
	return close < at + near.len && next != '(' && next != '[' && next != ':';
}

static bool is_blank(struct str s, size_t at)
{
	size_t end = at;

	if (at && is_alnum_at(s, at - 1))
		return false;
	while (lower_at(s, end) == 'x')
		end++;
	return end - at > 1 && !is_alnum_at(s, end);
}

/* Whether the letters at `at` really are a part of what makes a note. */
static bool is_suspected_at(struct str s, size_t at)
{
	if (s.at[at] == '[')
		return is_bracket(s, at);
	switch (lower_at(s, at)) {
	case 't':
		return has_word(s, at, STR("tbc")) || has_word(s, at, STR("tba")) ||
		       has_word(s, at, STR("tbd"));
	case 'x': return is_blank(s, at);
	case 'd': return at && is_add(s, at - 1);
	case 'n':
		if (at &&
		    (has_word(s, at - 1, STR("insert")) || has_word(s, at - 1, STR("inserted"))))
			return true;
		return at >= 2 && has_word(s, at - 2, STR("confirmed")) && follows_be(s, at - 2);
	}
	return false;
}

static bool look_closely(struct str s, size_t from, size_t to)
{
	for (size_t at = from; at < to; at++) {
		if (is_suspected_at(s, at))
			return true;
	}
	return false;
}

/* All blocks at once, for most texts hold nothing; then one by one. */
static bool look_at_blocks(struct str text, size_t count)
{
	if (!blocks_are_suspected(text.at, count))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (blocks_are_suspected(text.at + i * BLOCK, 1) &&
		    look_closely(text, i * BLOCK, (i + 1) * BLOCK))
			return true;
	}
	return false;
}

bool note_is_suspected(struct str text)
{
	size_t count = text.len < BLOCK + REACH ? 0 : (text.len - REACH) / BLOCK;
	size_t at = count * BLOCK;
	char rest[BLOCK + REACH] = { 0 };

	if (count && look_at_blocks(text, count))
		return true;
	if (at < text.len)
		memcpy(rest, text.at + at, text.len - at);
	return blocks_are_suspected(rest, 1) && look_closely(text, at, text.len);
}

static bool is_gap_at(struct str s, size_t at)
{
	return at >= s.len || s.at[at] == ' ' || s.at[at] == '\n' || s.at[at] == '\r' ||
	       s.at[at] == '\t';
}

/* Behind the stop of the sentence that begins at `from`. */
static size_t sentence_end(struct str s, size_t from)
{
	for (size_t at = from; at < s.len; at++) {
		char c = s.at[at];

		if ((c == '.' || c == '!' || c == '?') && is_gap_at(s, at + 1))
			return at + 1;
	}
	return s.len;
}

/* Without spaces and stops at both ends. */
static struct note trim(struct str s, size_t begin, size_t end)
{
	while (begin < end && (is_gap_at(s, begin) || strchr(".,;:!?", s.at[begin])))
		begin++;
	while (end > begin && (is_gap_at(s, end - 1) || strchr(".,;:!?", s.at[end - 1])))
		end--;
	return (struct note){ begin, end };
}

enum mark { MARK_NONE, MARK_DASH, MARK_COLON };

/* The mark that an aside may stand behind, and its size. */
static enum mark mark_at(struct str s, size_t at, size_t *size)
{
	const char *c = s.at + at;

	*size = 1;
	if (*c == '-' && at && is_gap_at(s, at - 1))
		return MARK_DASH;
	if ((*c == ':' && is_gap_at(s, at + 1)) || *c == '(')
		return MARK_COLON;
	*size = 3;
	if (at + 3 <= s.len && (memcmp(c, "–", 3) == 0 || memcmp(c, "—", 3) == 0))
		return MARK_DASH;
	return MARK_NONE;
}

/* What stands behind a mark, up to the end of the sentence or to the bracket that closes. */
static struct note aside_behind(struct str s, size_t begin, size_t end)
{
	if (s.at[begin - 1] == '(' && end > begin && s.at[end - 1] == ')')
		end--;
	return trim(s, begin, end);
}

/* What follows the last mark of a sentence, or the last but one. */
static bool find_aside(struct str s, struct note sentence, struct note *note)
{
	unsigned marks = 0;

	for (size_t at = sentence.end; at > sentence.begin && marks < 2; at--) {
		size_t size;
		enum mark mark = mark_at(s, at - 1, &size);

		if (mark == MARK_NONE)
			continue;
		marks++;
		if (at - 1 + size >= sentence.end)
			continue;
		*note = aside_behind(s, at - 1 + size, sentence.end);
		if (placeholder_is_note(str_slice(s, note->begin, note->end), mark == MARK_DASH))
			return true;
	}
	return false;
}

/* "(date TBC)", "[insert name]" between other words; "[the council]" in a quotation is none. */
static bool find_bracketed(struct str s, struct note sentence, struct note *note)
{
	for (size_t at = sentence.begin; at < sentence.end; at++) {
		char close = s.at[at] == '(' ? ')' : ']';
		size_t end;

		if (s.at[at] != '(' && s.at[at] != '[')
			continue;
		end = str_find_byte(str_slice(s, 0, sentence.end), close, at);
		*note = trim(s, at + 1, end);
		if (end < sentence.end && end - at < NOTE_BYTES &&
		    placeholder_is_note(str_slice(s, note->begin, note->end), false))
			return true;
	}
	return false;
}

bool note_next(struct str words, size_t *from, struct note *note)
{
	if (!*from) {
		*note = trim(words, 0, words.len);
		if (placeholder_is_note(str_slice(words, note->begin, note->end), false)) {
			*from = words.len;
			return true;
		}
	}
	while (*from < words.len) {
		size_t end = sentence_end(words, *from);
		struct note sentence = trim(words, *from, end);

		*from = end;
		*note = sentence;
		if (sentence.begin < sentence.end &&
		    (placeholder_is_note(str_slice(words, sentence.begin, sentence.end), false) ||
		     find_aside(words, sentence, note) || find_bracketed(words, sentence, note)))
			return true;
	}
	return false;
}
