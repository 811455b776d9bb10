#include "rules/spelling.h"
#include "base/ascii.h"
#include "rules/words.h"

#include <string.h>

/* Letters of a word that is worth a look, and of what stands before -ise. */
#define LETTERS 5
#define LETTERS_BEFORE 3

/* How many positions are looked at together, and how many bytes further a look reaches. */
#define BLOCK 16
#define REACH 3

#define VECTOR __attribute__((__vector_size__(BLOCK)))

/* Bytes of a word: letters, and what is beyond ASCII but for dashes, curly quotes and hard spaces. */
static bool is_letter_at(struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.at[at];
	unsigned char next = at + 1 < s.len ? (unsigned char)s.at[at + 1] : 0;

	if (c < 0x80)
		return ascii_is_letter((char)c);
	return !(c == 0xE2 && next == 0x80) && !(c == 0xC2 && next == 0xA0);
}

/* The next letter; this and the next function run over all words of many plans. */
static size_t skip_other(struct str s, size_t at)
{
	while (at < s.len && !is_letter_at(s, at))
		at += s.at[at] == '\xE2' ? 3 : s.at[at] == '\xC2' ? 2 : 1;
	return at < s.len ? at : s.len;
}

static size_t word_end(struct str s, size_t at)
{
	for (;;) {
		while (at < s.len && is_letter_at(s, at))
			at++;
		if (at + 1 >= s.len || s.at[at] != '-' || !is_letter_at(s, at + 1))
			return at;
		at++;
	}
}

bool spelling_next_word(struct str text, size_t *from, struct str *word)
{
	size_t begin = skip_other(text, *from);

	*from = word_end(text, begin);
	*word = str_slice(text, begin, *from);
	return *from > begin;
}

bool spelling_next_marked(struct str text, size_t *from, struct str *word)
{
	for (size_t at = *from; at < text.len; at++) {
		size_t begin = at;

		if (text.at[at] != '-' && (text.at[at] | 0x20) != 'z')
			continue;
		while (begin > *from && (text.at[begin - 1] == '-' || text.at[begin - 1] & 0x80 ||
					 ascii_is_letter(text.at[begin - 1])))
			begin--;
		/* What is beyond ASCII may have been a quotation mark. */
		for (*from = begin; *from <= at;) {
			if (!spelling_next_word(text, from, word))
				return false;
		}
		begin = (size_t)(word->at - text.at);
		if (begin <= at)
			return true;
		*from = begin;
		at = begin - 1;
	}
	*from = text.len;
	return false;
}

/* In small letters without hyphens. */
static void fold(struct str word, struct key *key)
{
	key->len = 0;
	key->is_marked = false;
	key->mark = 0;
	if (word.len > SPELLING_BYTES)
		return;
	for (size_t i = 0; i < word.len; i++) {
		char c = word.at[i];

		if (c == '-' && !key->is_marked)
			key->mark = key->len;
		if (c == '-')
			key->is_marked = true;
		else
			key->text[key->len++] = ascii_is_letter(c) ? (char)(c | 0x20) : c;
	}
}

void spelling_hyphen_key(struct str word, struct key *key)
{
	char small[SPELLING_BYTES];

	fold(word, key);
	if (key->len < LETTERS)
		key->len = 0;
	if (!key->len || !key->is_marked)
		return;
	for (size_t i = 0; i < word.len; i++)
		small[i] = ascii_is_letter(word.at[i]) ? (char)(word.at[i] | 0x20) : word.at[i];
	if (words_need_hyphen((struct str){ small, word.len }))
		key->len = 0;
}

void spelling_verb_key(struct str word, struct key *key)
{
	size_t at;

	fold(word, key);
	for (at = key->len; at > LETTERS_BEFORE + 1; at--) {
		char c = key->text[at - 1];
		char before = key->text[at - 2];
		struct str ending = { key->text + at, key->len - at };

		if ((c == 's' || c == 'z') && (before == 'i' || before == 'y') &&
		    words_end_verb(ending, before == 'y')) {
			key->is_marked = c == 'z';
			key->mark = at - 2;
			/* A mark that no word has: "organ" itself has another key. */
			key->text[at - 1] = '-';
			key->len = at;
			return;
		}
	}
	key->len = 0;
}

/* A number below 4096 of the first four letters of a word, in small letters. */
static unsigned sieve_number(const char *letters)
{
	uint32_t four;

	memcpy(&four, letters, sizeof(four));
	return (four | 0x20202020) * 2654435761u >> 20;
}

/* Where the four letters begin that stand around a mark; the first of all may be a capital. */
static size_t needle_begin(const struct key *key)
{
	size_t begin = key->mark > 3 ? key->mark - 2 : 1;

	return begin + 4 > key->len ? key->len - 4 : begin;
}

void sieve_add(struct sieve *sieve, const struct key *key)
{
	unsigned number = sieve_number(key->text);
	char *needle = sieve->needles[sieve->len % SIEVE_NEEDLES];

	sieve->bits[number / 64] |= (uint64_t)1 << number % 64;
	sieve->len++;
	memcpy(needle, key->text + needle_begin(key), 4);
	for (size_t i = 0; i < 4; i++) {
		if (needle[i] == '-')
			needle[i] = 's';
	}
}

/* Whether a needle stands at some positions of the blocks; there are REACH more bytes behind. */
static bool blocks_have(const char *bytes, size_t count, const char *needle)
{
	VECTOR char a, b, c, d;
	VECTOR signed char found = { 0 };
	uint64_t halves[2];

	for (; count; count--, bytes += BLOCK) {
		memcpy(&a, bytes, BLOCK);
		memcpy(&b, bytes + 1, BLOCK);
		memcpy(&c, bytes + 2, BLOCK);
		memcpy(&d, bytes + 3, BLOCK);
		found |= (a == needle[0]) & (b == needle[1]) & (c == needle[2]) & (d == needle[3]);
	}
	memcpy(halves, &found, sizeof(halves));
	return halves[0] | halves[1];
}

static bool has_needle(const struct sieve *sieve, struct str text)
{
	size_t count = text.len < BLOCK + REACH ? 0 : (text.len - REACH) / BLOCK;
	size_t at = count * BLOCK;
	char rest[BLOCK + REACH] = { 0 };

	if (sieve->len > SIEVE_NEEDLES)
		return true;
	if (at < text.len)
		memcpy(rest, text.at + at, text.len - at);
	for (size_t i = 0; i < sieve->len; i++) {
		if (blocks_have(text.at, count, sieve->needles[i]) ||
		    blocks_have(rest, 1, sieve->needles[i]))
			return true;
	}
	return false;
}

static bool sieve_has(const struct sieve *sieve, const char *letters)
{
	unsigned number = sieve_number(letters);

	return sieve->bits[number / 64] >> number % 64 & 1;
}

bool sieve_next_word(const struct sieve *sieve, struct str text, size_t *from, struct str *word)
{
	size_t at = *from;

	if (!at && !has_needle(sieve, text))
		at = text.len;
	while ((at = skip_other(text, at)) < text.len) {
		size_t begin = at;

		at = word_end(text, begin);
		if (at - begin >= 4 && sieve_has(sieve, text.at + begin)) {
			*word = str_slice(text, begin, at);
			*from = at;
			return true;
		}
	}
	*from = text.len;
	return false;
}
