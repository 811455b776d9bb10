/* Colours of screens (sRGB), and how far two of them stand apart. */
#ifndef BASE_COLOUR_H
#define BASE_COLOUR_H

#include "base/str.h"

#include <stdbool.h>

struct colour {
	unsigned char red, green, blue;
};

/* "#0b4f8a" or "0B4F8A"; false for anything else. */
bool colour_parse(struct str text, struct colour *colour);

/*
 * The contrast of two colours in hundredths, 100 (none) to 2100: WCAG 2.2, "contrast
 * ratio" and "relative luminance". Never rounded up: 449 is less than 4.5 to 1.
 */
int colour_contrast(struct colour a, struct colour b);

/* The colour so many hundredths of the way to another. */
struct colour colour_mix(struct colour from, struct colour to, int hundredths);

#endif
