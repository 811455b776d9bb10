/* Web and e-mail addresses and names of files within plain words. */
#ifndef RULES_ADDRESS_H
#define RULES_ADDRESS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether byte `at` stands in something like an address or the name of a file:
 * between two gaps there is "://", "www.", "@", "_", "\", or a stop with small
 * letters right behind and before it ("gov.uk/tai", "council.yaml"). Looks a
 * bounded way around.
 */
bool address_is_around(struct str words, size_t at);

#endif
