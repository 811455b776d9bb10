/* Sentences of plain words, by their stops. */
#ifndef RULES_SENTENCE_H
#define RULES_SENTENCE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Bytes of a text; without white space at both ends. */
struct sentence {
	size_t begin;
	size_t end;
};

/*
 * The sentence that begins at or after *from; moves *from behind it. A stop
 * ends one if white space follows it (or closing marks and then white space),
 * and no small letter behind that ("e.g. for"). False at the end.
 */
bool sentence_next(struct str words, size_t *from, struct sentence *sentence);

/*
 * How many words two sentences have in common from their first on, in any case
 * and with whatever marks around; *end is where the last of them ends in the
 * second. *is_all: neither has any more.
 */
size_t sentence_common_words(struct str words, struct sentence first, struct sentence second,
			     size_t *end, bool *is_all);

#endif
