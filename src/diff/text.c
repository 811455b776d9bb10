#include "diff/text.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "markdown/markdown.h"

#include <string.h>

struct str text_without_end(struct str text)
{
	while (text.len && (text.at[text.len - 1] == '\n' || text.at[text.len - 1] == '\r'))
		text.len--;
	return text;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool has_line_end(struct str text)
{
	return str_find_byte(text, '\n', 0) < text.len;
}

/* The text with each lone line end, and the blanks around it, as a space. */
static struct str unfold(struct str text, struct arena *arena)
{
	char *out = arena_alloc_text(arena, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		size_t end = i;
		size_t breaks = 0;

		while (end < text.len && (is_blank(text.at[end]) || text.at[end] == '\n'))
			breaks += text.at[end++] == '\n';
		if (breaks == 1) {
			out[len++] = ' ';
			i = end - 1;
		} else {
			end = end > i ? end : i + 1;
			memcpy(out + len, text.at + i, end - i);
			len += end - i;
			i = end - 1;
		}
	}
	return (struct str){ out, len };
}

/* Whether Markdown makes the same of both. */
static bool means_the_same(struct str before, struct str after)
{
	struct buf a = { 0 };
	struct buf b = { 0 };
	bool same;

	markdown_to_markdown(before, 0, 0, &a);
	markdown_to_markdown(after, 0, 0, &b);
	same = str_equal(buf_str(&a), buf_str(&b));
	buf_release(&a);
	buf_release(&b);
	return same;
}

/* The addresses that a Markdown text leads to, one behind the other. */
static struct str addresses(struct str text, struct arena *arena)
{
	char *out = arena_alloc_text(arena, text.len + 1);
	size_t len = 0;

	for (size_t i = str_find(text, STR("]"), 0); i + 1 < text.len;
	     i = str_find(text, STR("]"), i + 1)) {
		if (text.at[i + 1] != '(' && text.at[i + 1] != ':')
			continue;
		for (i += 2; i < text.len && is_blank(text.at[i]);)
			i++;
		while (i < text.len && !is_blank(text.at[i]) && text.at[i] != '\n' &&
		       text.at[i] != ')')
			out[len++] = text.at[i++];
		out[len++] = '\n';
		i--;
	}
	return (struct str){ out, len };
}

/* Moves over a space that does not stand between two digits. */
static void pass_space(struct str text, size_t *at)
{
	size_t i = *at;

	if (i < text.len && text.at[i] == ' ' &&
	    !(i && i + 1 < text.len && ascii_is_digit(text.at[i - 1]) &&
	      ascii_is_digit(text.at[i + 1])))
		++*at;
}

/* Whether two folded texts are alike when spaces are left out, but for those between numbers. */
static bool same_letters(struct str a, struct str b)
{
	size_t i = 0;
	size_t j = 0;

	for (;; i++, j++) {
		pass_space(a, &i);
		pass_space(b, &j);
		if (i >= a.len || j >= b.len)
			return i >= a.len && j >= b.len;
		if (a.at[i] != b.at[j])
			return false;
	}
}

/* Whether two folded texts are alike word by word, but for their spelling. */
static bool same_words(struct str a, struct str b)
{
	size_t i = 0;
	size_t j = 0;

	while (i < a.len && j < b.len) {
		size_t a_end = str_find_byte(a, ' ', i);
		size_t b_end = str_find_byte(b, ' ', j);

		if (!spelt_alike(str_slice(a, i, a_end), str_slice(b, j, b_end)))
			return false;
		i = a_end + 1;
		j = b_end + 1;
	}
	return i >= a.len && j >= b.len;
}

enum text_difference text_compare(struct str before, struct str after, bool is_markdown,
				  struct arena *arena)
{
	struct str a, b;

	before = text_without_end(before);
	after = text_without_end(after);
	if (str_equal(before, after))
		return TEXT_SAME;
	if ((has_line_end(before) || has_line_end(after)) &&
	    str_equal(unfold(before, arena), unfold(after, arena)) &&
	    (!is_markdown || means_the_same(before, after)))
		return TEXT_SAME;
	if (!before.len || !after.len)
		return TEXT_REWORDED;
	if (is_markdown && !str_equal(addresses(before, arena), addresses(after, arena)))
		return TEXT_REWORDED;
	a = text_fold(is_markdown ? markdown_words(before, arena) : before, arena);
	b = text_fold(is_markdown ? markdown_words(after, arena) : after, arena);
	return same_letters(a, b) || same_words(a, b) ? TEXT_EDITORIAL : TEXT_REWORDED;
}
