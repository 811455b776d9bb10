#include "rules/placeholder.h"
#include "base/attributes.h"
#include "base/ascii.h"
#include "rules/words.h"

#include <string.h>

/* Leads that are nobody, as whole names, and the letters that these begin with. */
static const char nobody_initials[] = "npuv";
static const char *const nobody[] = {
	"n a",
	"na",
	"nil",
	"no lead",
	"no one",
	"nobody",
	"none",
	"noone",
	"not allocated",
	"not assigned",
	"not known",
	"not yet allocated",
	"not yet assigned",
	"not yet known",
	"pending",
	"unallocated",
	"unassigned",
	"unknown",
	"vacancy",
	"vacant",
	"vacant post",
	"vacant position",
	"vacant role",
};

/* "To be confirmed, announced, decided": a note wherever it stands. */
static const char *const pending[] = { "tba", "tbc", "tbd" };

/* A name that ends so says what is needed, not who it is. */
static const char *const needs[] = { "needed", "required", "wanted" };

static const char *const vacancies[] = { "vacancy", "vacant" };

/* "To be …": the last word of an editor's note. */
static const char *const still_to_be[] = { "added", "confirmed", "inserted" };

/* What editors ask each other for, and the small words between. */
static const char *const asked_for[] = {
	"address", "amount",  "amounts",   "appendix",  "baseline", "budget",      "chart",
	"contact", "content", "cost",      "costs",     "data",     "date",        "dates",
	"detail",  "details", "diagram",   "document",  "email",    "figure",      "figures",
	"file",    "graph",   "hyperlink", "image",     "info",     "information", "lead",
	"link",    "links",   "location",  "logo",      "map",      "month",       "name",
	"names",   "number",  "numbers",   "owner",     "page",     "percentage",  "photo",
	"picture", "post",    "quote",     "reference", "role",     "source",      "table",
	"target",  "targets", "text",      "time",      "title",    "url",         "value",
	"venue",   "wording", "words",     "year",
};
static const char *const between[] = {
	"a",      "above",    "an",    "and",   "are",  "as",   "available", "be",   "below",
	"by",     "correct",  "exact", "final", "for",  "from", "here",      "if",   "in",
	"is",     "job",      "known", "later", "new",  "of",   "on",        "once", "or",
	"please", "relevant", "still", "the",   "this", "to",   "when",      "with", "yet",
};

#define TOKENS 12

/* The words of a short text, without what stands between them. */
struct tokens {
	struct str at[TOKENS];
	size_t len;
	bool is_cut; /* there were more */
};

/* The bytes of a dash, ellipsis or curly quotation mark (U+2000 to U+203F), or of a hard space. */
static size_t punctuation_size(struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.at[at];
	unsigned char next = at + 1 < s.len ? (unsigned char)s.at[at + 1] : 0;

	if (c < 0x80)
		return !ascii_is_alnum((char)c);
	if (c == 0xE2 && next == 0x80 && at + 2 < s.len)
		return 3;
	return c == 0xC2 && next == 0xA0 ? 2 : 0;
}

static struct tokens split(struct str s)
{
	struct tokens tokens;
	size_t at = 0;

	tokens.len = 0;
	tokens.is_cut = false;
	while (at < s.len) {
		size_t skip = punctuation_size(s, at);
		size_t begin = at;

		if (skip) {
			at += skip;
			continue;
		}
		if (tokens.len == TOKENS) {
			tokens.is_cut = true;
			break;
		}
		while (at < s.len && (ascii_is_alnum(s.at[at]) || !punctuation_size(s, at)))
			at++;
		tokens.at[tokens.len++] = (struct str){ s.at + begin, at - begin };
	}
	return tokens;
}

/* Whether the tokens are the words of a phrase. */
static bool are_phrase(const struct tokens *tokens, struct str phrase)
{
	size_t at = 0;

	for (size_t i = 0; i < tokens->len; i++) {
		size_t end = str_find_byte(phrase, ' ', at);

		if (at >= phrase.len ||
		    !str_equal_nocase(tokens->at[i], str_slice(phrase, at, end)))
			return false;
		at = end + 1;
	}
	return at >= phrase.len;
}

static bool is_nobody(const struct tokens *tokens)
{
	char first;

	if (!tokens->len || tokens->len > 3)
		return !tokens->len;
	first = (char)(tokens->at[0].at[0] | 0x20);
	if (!memchr(nobody_initials, first, sizeof(nobody_initials) - 1))
		return false;
	for (size_t i = 0; i < ARRAY_LEN(nobody); i++) {
		if (first == nobody[i][0] && are_phrase(tokens, str_from(nobody[i])))
			return true;
	}
	return false;
}

static bool is_to_be(const struct tokens *tokens, size_t i)
{
	return i + 1 < tokens->len && str_equal_nocase(tokens->at[i], STR("to")) &&
	       str_equal_nocase(tokens->at[i + 1], STR("be"));
}

/* xx, XXX: letters that stand for others. */
static bool is_blank_word(struct str word)
{
	for (size_t i = 0; i < word.len; i++) {
		if ((word.at[i] | 0x20) != 'x')
			return false;
	}
	return word.len > 1;
}

bool placeholder_is_mark(struct str word)
{
	return WORDS_HAVE(pending, word) || is_blank_word(word);
}

/* "Vacant – Head of Housing", but not "Vacant Homes Officer". */
static bool begins_vacant(const struct tokens *tokens, struct str name)
{
	size_t end;

	if (!tokens->len || !WORDS_HAVE(vacancies, tokens->at[0]))
		return false;
	end = (size_t)(tokens->at[0].at + tokens->at[0].len - name.at);
	while (end < name.len && name.at[end] == ' ')
		end++;
	if (end == name.len)
		return true;
	if (name.at[end] == '-')
		return name.at[end - 1] == ' ';
	return punctuation_size(name, end) > 0;
}

/*
 * Whether a word that begins at `at` may be one of those above. Only its first
 * two letters are looked at, for this runs over every lead of every plan.
 */
static bool may_be_listed(struct str s, size_t at, bool is_first)
{
	char c = (char)(s.at[at] | 0x20);
	char next = at + 1 < s.len ? (char)(s.at[at + 1] | 0x20) : 0;

	if (is_first && memchr(nobody_initials, c, sizeof(nobody_initials) - 1))
		return true;
	switch (c) {
	case 't': return next == 'b' || next == 'o';
	case 'n':
	case 'r': return next == 'e';
	case 'v':
	case 'w': return next == 'a';
	case 'x': return next == 'x';
	}
	return false;
}

static bool may_name_nobody(struct str name)
{
	bool is_first = true;
	bool in_word = false;

	for (size_t at = 0; at < name.len; at++) {
		bool is_word = ascii_is_alnum(name.at[at]);

		if (is_word && !in_word) {
			if (may_be_listed(name, at, is_first))
				return true;
			is_first = false;
		}
		in_word = is_word;
	}
	return is_first;
}

bool placeholder_is_nobody(struct str name)
{
	struct str trimmed = str_trim(name);
	struct tokens tokens;
	struct str last;

	if (!may_name_nobody(trimmed))
		return false;
	tokens = split(trimmed);
	if (tokens.is_cut)
		return false;
	last = tokens.len ? tokens.at[tokens.len - 1] : (struct str){ 0 };
	if (is_nobody(&tokens) || WORDS_HAVE(needs, last) || WORDS_HAVE(vacancies, last) ||
	    begins_vacant(&tokens, trimmed))
		return true;
	for (size_t i = 0; i < tokens.len; i++) {
		if (WORDS_HAVE(pending, tokens.at[i]) || is_to_be(&tokens, i))
			return true;
	}
	return tokens.len == 1 && is_blank_word(last);
}

bool placeholder_is_need(struct str name)
{
	struct tokens tokens = split(name);

	return !tokens.is_cut && tokens.len && WORDS_HAVE(needs, tokens.at[tokens.len - 1]);
}

static bool has_letters(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->len; i++) {
		unsigned char first = (unsigned char)tokens->at[i].at[0];

		if (tokens->at[i].len > 1 && (first > '9' || first < '0'))
			return true;
	}
	return false;
}

/* [name of lead], […], but not [1], [x] or [sic]. */
static bool is_bracketed(struct str words)
{
	struct tokens tokens;

	if (words.len < 2 || words.at[0] != '[' || str_find_byte(words, ']', 0) != words.len - 1)
		return false;
	tokens = split(words);
	if (tokens.len == 1 && str_equal_nocase(tokens.at[0], STR("sic")))
		return false;
	return !tokens.len || has_letters(&tokens);
}

/* What a word is in an editor's note; "add" is one only with something to add. */
enum part { PART_OTHER, PART_SMALL, PART_ASKED, PART_ADD, PART_MARK, PARTS };

static enum part part_of(const struct tokens *tokens, size_t i)
{
	struct str word = tokens->at[i];

	if (placeholder_is_mark(word) || str_equal_nocase(word, STR("insert")))
		return PART_MARK;
	if (str_equal_nocase(word, STR("add")))
		return PART_ADD;
	if (i >= 2 && is_to_be(tokens, i - 2) && WORDS_HAVE(still_to_be, word))
		return PART_MARK;
	if (WORDS_HAVE(asked_for, word))
		return PART_ASKED;
	return WORDS_HAVE(between, word) ? PART_SMALL : PART_OTHER;
}

/* "add link to the strategy", "TBC by March". */
static bool begins_as_note(const struct tokens *tokens)
{
	if (!tokens->len)
		return false;
	if (WORDS_HAVE(pending, tokens->at[0]))
		return true;
	return tokens->len > 1 && str_equal_nocase(tokens->at[1], STR("link")) &&
	       (str_equal_nocase(tokens->at[0], STR("add")) ||
		str_equal_nocase(tokens->at[0], STR("insert")));
}

bool placeholder_is_note(struct str words, bool is_aside)
{
	bool has[PARTS] = { false };
	struct tokens tokens;

	if (is_bracketed(words))
		return true;
	tokens = split(words);
	if (tokens.is_cut)
		return false;
	if (is_aside && begins_as_note(&tokens))
		return true;
	for (size_t i = 0; i < tokens.len && !has[PART_OTHER]; i++)
		has[part_of(&tokens, i)] = true;
	return !has[PART_OTHER] && (has[PART_MARK] || (has[PART_ADD] && has[PART_ASKED]));
}

bool placeholder_asks_for(struct str word)
{
	return WORDS_HAVE(asked_for, word) || WORDS_HAVE(between, word);
}
