/*
 * Numbers as they are written, compared exactly digit by digit and never by
 * way of a double: 1.0 is 1, 1e3 is 1000, and 9007199254740993 is not
 * 9007199254740992. Reads what JSON writes, and YAML's core schema besides:
 * +1, 0x1F, 0o17, .5, .inf, .nan.
 */
#ifndef SCHEMA_DECIMAL_H
#define SCHEMA_DECIMAL_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum decimal_kind { DECIMAL_FINITE, DECIMAL_INFINITE, DECIMAL_NONE };

struct decimal {
	enum decimal_kind kind; /* NONE equals nothing: .nan, hexadecimal above 64 bits */
	bool negative;
	/*
	 * From the first digit that is not 0 to the last, perhaps with a point
	 * in between; empty for zero. at == NULL: they are in `own` (hexadecimal).
	 */
	struct str digits;
	size_t count;     /* of digits, without the point */
	int64_t exponent; /* the value is 0.DIGITS times ten to this */
	char own[20];
};

/* False, and DECIMAL_NONE, when the text is no number. The text must outlive the decimal. */
bool decimal_read(struct str text, struct decimal *decimal);

bool decimal_is_integer(const struct decimal *decimal);

/* Its value when it is an integer from 0 on, SIZE_MAX when that is too large; else false. */
bool decimal_to_size(const struct decimal *decimal, size_t *size);

/* Less than, equal to or greater than 0. Neither may be DECIMAL_NONE. */
int decimal_compare(const struct decimal *a, const struct decimal *b);

bool decimal_equal(const struct decimal *a, const struct decimal *b);

/* The same for equal numbers. */
uint64_t decimal_hash(const struct decimal *decimal);

/* Digits that the divisor of decimal_is_multiple may have. */
#define DECIMAL_DIVISOR_DIGITS 18

/* Whether a is a whole number of times b, which is finite, above 0, of at most 18 digits. */
bool decimal_is_multiple(const struct decimal *a, const struct decimal *b);

#endif
