/*
 * Words that people spell in two ways: with or without a hyphen, in -ise or in
 * -ize. What the ways have in common is a word's key.
 */
#ifndef RULES_SPELLING_H
#define RULES_SPELLING_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Longer words have no key. */
#define SPELLING_BYTES 64

struct key {
	char text[SPELLING_BYTES];
	size_t len;     /* 0: no key */
	bool is_marked; /* with a hyphen, or a z: what is less common, and quickly found */
	size_t mark;    /* where it stands: between which letters, or behind which */
};

/* Letters, hyphens between them, and what is beyond ASCII; moves *from behind it. False at the end. */
bool spelling_next_word(struct str text, size_t *from, struct str *word);

/* The same of words that may have a marked key: those with a hyphen or a z in them. */
bool spelling_next_marked(struct str text, size_t *from, struct str *word);

/*
 * The word in small letters without its hyphens. None if it is short, or
 * another word without its hyphen ("re-sign").
 */
void spelling_hyphen_key(struct str word, struct key *key);

/* Of a word in -ise or -ize: what stands before the s or z, so that "organised" has that of "organizing". */
void spelling_verb_key(struct str word, struct key *key);

/* So many keys are looked for side by side; with more, each word is looked at. */
#define SIEVE_NEEDLES 16

/* Marked keys, to find words without the mark: a first look that says no to most texts and words. */
struct sieve {
	char needles[SIEVE_NEEDLES][4]; /* letters of each on both sides of its mark */
	size_t len;                     /* of all keys, also those beyond the needles */
	uint64_t bits[64];              /* of letters 1 to 4 */
};

/* The key is marked. */
void sieve_add(struct sieve *sieve, const struct key *key);

/*
 * The next word that may have a key of the sieve and not its mark, at or after
 * *from; moves *from behind it. Passes over words with a hyphen in their first
 * letters, or in capitals. False at the end.
 */
bool sieve_next_word(const struct sieve *sieve, struct str text, size_t *from, struct str *word);

#endif
