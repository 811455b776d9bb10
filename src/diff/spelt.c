#include "diff/text.h"

/*
 * Without a dictionary: only what is hardly ever another word. What a letter
 * more, or two that changed places, make of a short word is often one ("later"
 * and "latter", "trial" and "trail"), so that short words are left alone.
 */
#define LETTER_MORE 9
#define LETTER_TWICE 6
#define LETTERS_SWAPPED 8
#define VOWEL_CHANGED 8
/* The first letters of a word make it another ("prescribe", "proscribe"). */
#define FIRST 3

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* Where both words go on alike to their ends, from these bytes on. */
static bool ends_alike(struct str a, size_t i, struct str b, size_t j)
{
	return str_equal(str_slice(a, i, a.len), str_slice(b, j, b.len));
}

/* organise, organize; analyse, analyze; licence, license; centre, center. */
static bool are_variants(struct str a, struct str b, size_t i)
{
	char x = a.at[i];
	char y = b.at[i];

	if (i < 2 || !ends_alike(a, i + 1, b, i + 1))
		return i + 2 == a.len && x != y && (x == 'r' || x == 'e') && a.at[i + 1] == y &&
		       b.at[i + 1] == x && i > 2 && (a.at[i - 1] == 't' || a.at[i - 1] == 'b');
	if ((x == 's' && y == 'z') || (x == 'z' && y == 's'))
		return a.at[i - 1] == 'i' || a.at[i - 1] == 'y';
	if ((x == 's' && y == 'c') || (x == 'c' && y == 's'))
		return a.at[i - 1] == 'n' && i + 2 == a.len && a.at[i + 1] == 'e';
	return a.len >= VOWEL_CHANGED && i >= FIRST && i + 1 < a.len && is_vowel(x) && is_vowel(y);
}

static bool are_swapped(struct str a, struct str b, size_t i)
{
	if (i + 1 >= a.len || a.at[i] != b.at[i + 1] || a.at[i + 1] != b.at[i] ||
	    !ends_alike(a, i + 2, b, i + 2))
		return false;
	if ((a.at[i] == 'i' || a.at[i] == 'e') && (a.at[i + 1] == 'i' || a.at[i + 1] == 'e'))
		return true;
	return a.len >= LETTERS_SWAPPED && i > 0;
}

/* The longer word has one letter more, at byte i. */
static bool is_letter_more(struct str longer, struct str shorter, size_t i)
{
	char more = longer.at[i];

	if (!ends_alike(longer, i + 1, shorter, i) || i < 2 || i + 1 >= longer.len)
		return false;
	if (more == 'u' && longer.at[i - 1] == 'o' && longer.at[i + 1] == 'r')
		return shorter.len >= 5;
	if (more == longer.at[i - 1])
		return shorter.len >= LETTER_TWICE;
	return shorter.len >= LETTER_MORE;
}

bool spelt_alike(struct str a, struct str b)
{
	size_t i = 0;

	if (str_equal(a, b))
		return true;
	if (a.len < b.len) {
		struct str longer = b;

		b = a;
		a = longer;
	}
	if (b.len < 4 || a.len - b.len > 1)
		return false;
	for (size_t j = 0; j < a.len; j++) {
		if (!is_small(a.at[j]) || (j < b.len && !is_small(b.at[j])))
			return false;
	}
	while (i < b.len && a.at[i] == b.at[i])
		i++;
	if (a.len > b.len)
		return is_letter_more(a, b, i);
	return are_variants(a, b, i) || are_swapped(a, b, i);
}
