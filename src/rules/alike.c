#include "rules/alike.h"
#include "base/ascii.h"
#include "base/attributes.h"

#define FNV_START 0xcbf29ce484222325u
#define FNV_PRIME 0x100000001b3u

static unsigned char lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* The bytes of a mark or a gap at `at`; 0 where a word goes on. */
static size_t gap_size(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.at[at];
	unsigned char small = lower(text.at[at]);

	if (c < 0x80)
		return !((small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '%' ||
			 c == '$');
	/* Dashes, curly quotes and the like; a hard space. */
	if (c == 0xE2 && at + 2 < text.len && text.at[at + 1] == '\x80')
		return 3;
	return c == 0xC2 && at + 1 < text.len && text.at[at + 1] == '\xA0' ? 2 : 0;
}

struct str alike_next_word(struct str text, size_t *at)
{
	size_t begin = *at;
	size_t end, gap;

	while (begin < text.len && (gap = gap_size(text, begin)))
		begin += gap;
	for (end = begin; end < text.len && !gap_size(text, end);)
		end++;
	*at = end;
	return str_slice(text, begin, end);
}

static uint64_t add_word(uint64_t hash, struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		hash = (hash ^ lower(word.at[i])) * FNV_PRIME;
	return hash;
}

/* Letters and digits alone: this is asked of every measure, and alike_is_same looks closer. */
uint64_t alike_hash(struct str text)
{
	uint64_t hash = FNV_START;

	for (size_t i = 0; i < text.len; i++) {
		if (ascii_is_letter(text.at[i]) || ascii_is_digit(text.at[i]))
			hash = (hash ^ (unsigned char)(text.at[i] | 0x20)) * FNV_PRIME;
	}
	return hash;
}

bool alike_is_same(struct str a, struct str b)
{
	size_t in_a = 0;
	size_t in_b = 0;
	struct str one, other;

	do {
		one = alike_next_word(a, &in_a);
		other = alike_next_word(b, &in_b);
		if (!str_equal_nocase(one, other))
			return false;
	} while (one.len);
	return true;
}

uint64_t alike_stem(struct str word)
{
	static const struct str endings[] = {
		STR_INIT("ing"), STR_INIT("ed"), STR_INIT("es"), STR_INIT("s"), STR_INIT("e"),
	};

	for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
		size_t rest = word.len - endings[i].len;

		if (word.len >= endings[i].len + 3 &&
		    str_equal_nocase(str_slice(word, rest, word.len), endings[i])) {
			word.len = rest;
			break;
		}
	}
	return add_word(FNV_START, word);
}
