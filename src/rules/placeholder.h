/*
 * The words by which people say in a plan that something is not there yet: no
 * lead, a note from the editor.
 */
#ifndef RULES_PLACEHOLDER_H
#define RULES_PLACEHOLDER_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Whether a lead, as an id or as a name, names nobody: "", "TBC", "vacant",
 * "to be appointed", "OD resource required". "Vacant Homes Officer" is somebody.
 */
bool placeholder_is_nobody(struct str name);

/* Whether it says what is needed instead: "OD resource required". */
bool placeholder_is_need(struct str name);

/*
 * Whether these words, which stand by themselves (an item, a sentence, or what
 * follows a dash), are an editor's note: "add link", "date TBC", "[name]". With
 * `is_aside` they stand behind a dash, where "add link to the strategy" is a
 * note too, and not something to be done.
 */
bool placeholder_is_note(struct str words, bool is_aside);

/* Whether a word (not empty) may follow "add" in a note: "link", "the". */
bool placeholder_asks_for(struct str word);

/* Whether a word (not empty) stands for others: "TBC", "xx". */
bool placeholder_is_mark(struct str word);

#endif
