/*
 * Waivers: findings that a plan, a theme or an action accepts for now, with a
 * reason and until a day (product.md, section 5).
 */
#ifndef COMPILE_WAIVERS_H
#define COMPILE_WAIVERS_H

#include "compile/compile.h"

extern const struct finding_kind kind_waiver_unused, kind_waiver_expired, kind_waiver_no_reason;

/* Whether a plan, one of its themes or one of its actions has a `waive:`. */
bool plan_has_waivers(const struct plan *plan);

/*
 * Marks the findings that a waiver of their action, theme or plan holds back;
 * the nearest one takes it. Adds a finding for each waiver that has no reason,
 * is past its day on `as_of`, or holds nothing back. The findings have their
 * plan, and those that are off are gone.
 */
void waivers_apply(struct compilation *result, int32_t as_of);

#endif
