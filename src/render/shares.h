/* Counts as whole per cents that add up to 100. */
#ifndef RENDER_SHARES_H
#define RENDER_SHARES_H

#include <stddef.h>

/*
 * By the largest remainders; of equal ones the first. All are 0 where nothing
 * is counted. At most SHARES_MOST counts.
 */
#define SHARES_MOST 16
void shares_of(const size_t *counts, size_t count, unsigned *percents);

#endif
