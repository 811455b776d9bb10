#include "rules/sentence.h"
#include "base/ascii.h"

#include <string.h>

static bool is_stop(char c)
{
	return c == '.' || c == '!' || c == '?';
}

/* Behind the marks that may close a sentence after its stop: ) ] * _ and quotes. */
static size_t skip_closing(struct str s, size_t at)
{
	while (at < s.len) {
		if (strchr(")]*_\"'", s.at[at]) && s.at[at])
			at++;
		else if (s.len - at >= 3 &&
			 (memcmp(s.at + at, "”", 3) == 0 || memcmp(s.at + at, "’", 3) == 0))
			at += 3;
		else
			break;
	}
	return at;
}

static size_t skip_gaps(struct str s, size_t at)
{
	while (at < s.len && ascii_is_space(s.at[at]))
		at++;
	return at;
}

bool sentence_next(struct str words, size_t *from, struct sentence *sentence)
{
	size_t begin = skip_gaps(words, *from);
	size_t at = begin;

	if (begin == words.len)
		return false;
	while (at < words.len) {
		size_t end, next;

		if (!is_stop(words.at[at++]))
			continue;
		end = skip_closing(words, at);
		next = skip_gaps(words, end);
		if (next == words.len) {
			at = end;
			break;
		}
		if (next > end && (words.at[next] < 'a' || words.at[next] > 'z')) {
			*sentence = (struct sentence){ begin, end };
			*from = next;
			return true;
		}
		at = end;
	}
	*from = words.len;
	while (words.len > begin && ascii_is_space(words.at[words.len - 1]))
		words.len--;
	*sentence = (struct sentence){ begin, words.len };
	return true;
}

static bool is_word_byte(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10 ||
	       c == '%' || c >= 0x80;
}

/* What stands between gaps, without ASCII marks at its ends, from *at on; moves *at behind it. */
static struct str next_word(struct str words, size_t *at, size_t end)
{
	size_t begin = *at;
	size_t stop;

	while (begin < end && !is_word_byte((unsigned char)words.at[begin]))
		begin++;
	for (stop = begin; stop < end && !ascii_is_space(words.at[stop]);)
		stop++;
	*at = stop;
	while (stop > begin && !is_word_byte((unsigned char)words.at[stop - 1]))
		stop--;
	return str_slice(words, begin, stop);
}

size_t sentence_common_words(struct str words, struct sentence first, struct sentence second,
			     size_t *end, bool *is_all)
{
	size_t a = first.begin;
	size_t b = second.begin;
	size_t count = 0;

	*end = second.begin;
	for (;; count++) {
		struct str one = next_word(words, &a, first.end);
		struct str other = next_word(words, &b, second.end);

		*is_all = !one.len && !other.len;
		if (!one.len || !str_equal_nocase(one, other))
			return count;
		*end = (size_t)(other.at + other.len - words.at);
	}
}
