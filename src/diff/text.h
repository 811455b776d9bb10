/* Whether two texts say the same, and how far they differ. */
#ifndef DIFF_TEXT_H
#define DIFF_TEXT_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>

enum text_difference {
	TEXT_SAME,      /* but for where lines are folded */
	TEXT_EDITORIAL, /* only case, punctuation, spacing, Markdown marks or spelling differ */
	TEXT_REWORDED,
};

/* The arena is for what is needed on the way. Time is in proportion to the texts. */
enum text_difference text_compare(struct str before, struct str after, bool is_markdown,
				  struct arena *arena);

/*
 * The words of a plain text in small letters, joined by single spaces, without
 * punctuation; words with a hyphen or an apostrophe are one word, and what
 * belongs to a number ("1.5", "10:30", "-5", "95%", "£20") stays with it.
 */
struct str text_fold(struct str plain, struct arena *arena);

/* A text without the line ends behind it: the last line break of a block scalar is no text. */
struct str text_without_end(struct str text);

/* Whether two words, in small letters, are one word in two spellings: organise and organize. */
bool spelt_alike(struct str a, struct str b);

#endif
