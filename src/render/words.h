/*
 * The fixed words of the pages, in the language of the page. The code has them
 * in English; each other language is a list of what stands for them, in a file
 * of its own and a row of languages.def. docs/adding.md says how to add one.
 */
#ifndef RENDER_WORDS_H
#define RENDER_WORDS_H

#include "model/date.h"
#include "render/renderer.h"

/* English words, spaces and marks around them among it, and what stands for them. */
struct fixed_words {
	const char *english;
	const char *words;
};

struct language {
	const char *code;                /* "cy", as plans and HTML name it */
	const char *name;                /* "Welsh", in English */
	const char *own_name;            /* "Cymraeg", as its readers call it */
	struct date_words dates;         /* the words in dates */
	const struct fixed_words *fixed; /* sorted by their English, as bytes */
	size_t count;
};

/* All languages but English; ends with NULL. */
extern const struct language *const page_languages[];

#define LANGUAGE(code) extern const struct language language_##code;
#include "render/languages.def"
#undef LANGUAGE

/* The language of a code; NULL of English, and of one that pages do not speak. */
const struct language *language_find(struct str code);

/* English words in the language of a page; as they are where that has none for them. */
struct str own_words(const struct view *view, const char *english);

/* The words of dates, for date_print_in and date_month_name_in. */
const struct date_words *own_date_words(const struct view *view);

#endif
