/* The words of a short phrase, in any case and with any spaces between them. */
#ifndef MODEL_PHRASE_H
#define MODEL_PHRASE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

bool phrase_is_space(char c);

/* A to Z as a to z; all else as it is. */
char phrase_lower(char c);

/*
 * Takes `words` (lower case, single spaces) off the front of *rest, whole, with
 * the spaces behind them. What is left is trimmed.
 */
bool phrase_take(struct str *rest, const char *words);

/* Whether the text begins with any of a list that ends with NULL. */
bool phrase_starts_any(struct str text, const char *const *list);

/* Whether the whole text is one of them. */
bool phrase_is_any(struct str text, const char *const *list);

/* The next word at or after *at, which moves behind it; empty at the end. */
struct str phrase_next_word(struct str text, size_t *at);

/* The text, or its beginning where it is long: a message quotes no more. */
struct str phrase_quote(struct str text);

#endif
