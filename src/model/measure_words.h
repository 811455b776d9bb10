/*
 * The English words that are plain signs in a measure written as a sentence.
 * The lists stand here and nowhere else.
 */
#ifndef MODEL_MEASURE_WORDS_H
#define MODEL_MEASURE_WORDS_H

#include "base/str.h"

enum measure_word {
	WORD_OTHER,
	WORD_ALL,       /* all, every, each: a target where a sentence begins with it */
	WORD_NO,        /* the same: "No complaint is older than a month" */
	WORD_CHANGE,    /* increase, reduced, fewer */
	WORD_MORE,      /* more, less, better: of many meanings */
	WORD_IMPROVE,   /* says which way where a sentence begins with it, else it is a purpose */
	WORD_BE,        /* is, feel: "are more confident" */
	WORD_COUNTED,   /* number, percentage: "the number of" */
	WORD_TOTAL,     /* total, average: "total number of" */
	WORD_SIDE,      /* higher, lower: "lower than the national average" */
	WORD_BOUND,     /* exactly, above: a number behind it is a target */
	WORD_LIMIT,     /* minimum, maximum: "a minimum of 5" */
	WORD_NUMERAL,   /* zero, one, two */
	WORD_TIMES,     /* halve, doubled */
	WORD_TIME,      /* days, years: "within 3 years" is no target */
	WORD_LABEL,     /* level, band: "level 3" is a name */
	WORD_DEFINITE,  /* the, our: "the 6 authorities" is who, not how many */
	WORD_SMALL,     /* and, of: no unit */
	WORD_TO,        /* "to 50", */
	WORD_BY,        /* "by 50": small words, too */
	WORD_FROM,      /* another */
	WORD_ON,        /* another */
	WORD_THAN,      /* "than in 2023" */
	WORD_REFERENCE, /* baseline, compared: a change has something to be measured from */
};

/* What a word is, in any case; WORD_OTHER when it is no sign. */
enum measure_word measure_word_of(struct str word);

#endif
