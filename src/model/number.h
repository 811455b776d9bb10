/* Exact decimal numbers, for targets and sums: never a double, so that 0.1 + 0.2 is 0.3. */
#ifndef MODEL_NUMBER_H
#define MODEL_NUMBER_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define NUMBER_SCALE 9

/* digits × 10^-scale; 1.10 is 110 and 2. {0} is zero. */
struct number {
	int64_t digits;
	uint8_t scale; /* 0 to NUMBER_SCALE */
};

/*
 * Reads a whole text: "420", "1,200" (commas by threes), "1.10", "-5" (or with
 * the minus sign U+2212). False when it is no number, or too long to be exact:
 * more than 18 digits in all, or 9 behind the point.
 */
bool number_parse(struct str text, struct number *number);

/* The length of the longest number that `text` starts with, whatever follows; 0 for none. */
size_t number_span(struct str text);

/* Less than, equal to or greater than 0; 1.10 equals 1.1. */
int number_compare(struct number a, struct number b);

/* False when the sum does not fit. */
bool number_add(struct number a, struct number b, struct number *sum);

/* Ten to `power` times the number (a million: 6). False when it does not fit. */
bool number_shift(struct number number, unsigned power, struct number *shifted);

/* By its digits: "1169", "222.5". */
void number_print(struct number number, struct buf *out);
/* As people write it, without zeros at the end: "1,169", "222.5". */
void number_print_people(struct number number, struct buf *out);

#endif
