/*
 * Words that say something about a text: how it may end, what stands behind a
 * number, what is short for what. The lists stand here, and those of what is not
 * there yet in placeholder.c.
 */
#ifndef RULES_WORDS_H
#define RULES_WORDS_H

#include "base/attributes.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether a list has a word (not empty), in capitals or not. */
bool words_has(const char *const *list, size_t count, struct str word);
#define WORDS_HAVE(list, word) words_has((list), ARRAY_LEN(list), (word))

/* The longer form of a word of a post's name: "director" of "dir"; any other word as it is. */
struct str words_spell_out(struct str word);

/* Whether a word (not empty) says how many there are: "two", "half"; not "one", which is "any" as well. */
bool words_are_numeral(struct str word);

/* Whether a word in small letters says nothing in a name: "of", "the", "and". */
bool words_are_little(struct str word);

/* How a text that was cut short may end. */
enum words_cut {
	WORDS_WHOLE,
	WORDS_MAYBE_CUT, /* "of", "to", "in", "with": a question may end so */
	WORDS_CUT,       /* "and", "or", "the" */
};

/* What a last word says of its text. */
enum words_cut words_cut(struct str last);

/* Whether a text may end with `last` behind `before`: "log in", "proud of", Welsh "trwsio’r to". */
bool words_may_end(struct str before, struct str last);

/*
 * Whether a word refers to what a preposition at the end belongs to: "who to
 * turn to", "the homes they live in".
 */
bool words_refer(struct str word);

/* Whether a word before a stop is a title or the like: "Dr.Khan", "St.Helens". */
bool words_are_title(struct str word);

/* Whether letters may stand right behind a per cent sign ("50%ile"), or a number ("5million"). */
bool words_join_share(struct str word);
bool words_join_number(struct str word);

/*
 * Whether capitals are a word that people shout ("MUST"), or a form that needs
 * no explanation (or more than that, as a note: "TBC").
 */
bool words_are_shouted(struct str capitals);
bool words_are_known(struct str capitals);

/* Whether a word in small letters is another one without its hyphen: "re-sign", "co-op". */
bool words_need_hyphen(struct str word);

/*
 * Whether letters may end a verb in -ise or -ize, or what is made of one: the
 * "ation" of "organisation". With `is_y` of one in -yse or -yze, where "analyses"
 * is the plural of "analysis" too.
 */
bool words_end_verb(struct str ending, bool is_y);

/* Whether a word says little by itself: "the", "of", "will". */
bool words_weigh_little(struct str word);

#endif
