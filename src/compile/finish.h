/* The last pass: what each finding is about, how grave it is, and the order they are told in. */
#ifndef COMPILE_FINISH_H
#define COMPILE_FINISH_H

#include "compile/compile.h"

/*
 * Sets plan, address, severity and fingerprint of every finding from its place
 * and the settings, and sorts them. The address is the nearest of `council`,
 * `council/plan` and `council/plan#id`.
 */
void finish_report(struct compilation *result, const struct compile_options *options);

/* Does so again for the findings of plans that have another address since. */
void finish_renamed(struct compilation *result, const struct compile_options *options);

#endif
