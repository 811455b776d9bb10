/* Finding an editor's note in a text: a quick look at all of it, and a close one with reason. */
#ifndef RULES_NOTE_H
#define RULES_NOTE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether a text (Markdown or plain) may hold a note. Runs over every text of
 * every plan: sixteen bytes at a time, and most texts hold none of the rare
 * letters it looks for. False is always right.
 */
bool note_is_suspected(struct str text);

struct note {
	size_t begin; /* bytes of the text */
	size_t end;
};

/*
 * The next note at or after *from in the plain words of a paragraph or an item:
 * all of it, a sentence, or what follows the last dash, colon or opening
 * bracket of a sentence. Moves *from behind the sentence; false at the end.
 */
bool note_next(struct str words, size_t *from, struct note *note);

#endif
