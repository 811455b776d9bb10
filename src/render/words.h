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
/* What a language is called by those who read it: "Cymraeg"; its code where that is not known. */
struct str language_own_name(struct str code);
/* Whether pages have words of a language: English is one. */
bool language_is_spoken(struct str code);

/*
 * What follows speaks the language of a page, and English where there is none: the
 * view is NULL for what commands print.
 */

/*
 * The language of those words: that of the page, or English where there are none of that.
 * A page in such a language is English to who hears it, and its authors' texts are marked.
 */
struct str own_language(const struct view *view);

/* English words in the language of a page; as they are where that has none for them. */
struct str own_words(const struct view *view, const char *english);

/*
 * The words for one, or for another number. A language whose words do not change by
 * number has the first alone; where they change in other ways, its sentences put the
 * number behind a colon.
 */
struct str own_counted(const struct view *view, size_t count, const char *one, const char *many);

/* What stands in a sentence in the place of a mark: words, or a number where there is one. */
struct blank {
	const char *mark; /* "{date}" */
	struct str words;
	const size_t *number;
};

/*
 * A sentence with blanks, "First set as {date}", each filled with its words; the last
 * of the blanks has no mark. Where they stand is the language's to say.
 */
void own_fill(const struct view *view, const char *sentence, const struct blank *blanks,
	      struct buf *out);

/* A sentence with a {count}, for one or for another number: "{count} action", "{count} actions". */
void own_count_print(const struct view *view, size_t count, const char *one, const char *many,
		     struct buf *out);

/* A name that files have, of a key or one word of a list, as people say it: "in progress" for "in-progress". */
void own_name_print(const struct view *view, struct str name, struct buf *out);

/* Whether a language is written from right to left: by its code, or by a script named in it. */
bool language_is_rtl(struct str code);

/* The words of dates, for date_print_in and date_month_name_in. */
const struct date_words *own_date_words(const struct view *view);

#endif
