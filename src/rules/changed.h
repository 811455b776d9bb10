/* Findings about what changed: where they stand, and the place as it was. */
#ifndef RULES_CHANGED_H
#define RULES_CHANGED_H

#include "rules/rule.h"

/*
 * A finding about a change: at its value as it is now; where there is none any more
 * at the action (or theme) that had it, and of an action that is gone at the plan.
 * The old place is related. The change is noted in run->offences.
 */
PRINTF_LIKE(4, 5)
struct finding *changed_report(struct rule_run *run, const struct rule *rule,
			       const struct change *change, const char *format, ...);

/* Notes that a rule finds fault with a change, where changed_report was not called for it. */
void changed_note(struct rule_run *run, const struct rule *rule, const struct change *change);

/*
 * Whether somebody said why: a `revisions` entry came with it, of the action; where it
 * is of a theme or of the plan, of one of the actions there.
 */
bool changed_has_reason(const struct rule_run *run, const struct change *change);

/* The action that it is about: action “staff-survey”; “the plan” or “theme …” where it is of none. */
struct str changed_name(struct rule_run *run, const struct change *change);

/* Whether a date moved later, or away. */
bool changed_is_slip(const struct change *change);

/* What a field held, in the author's words; of a measure what is measured. */
struct str changed_words(struct rule_run *run, const struct change_value *value);

/*
 * The hint to say why: the entry of `revisions:` that is to be added, with the day
 * of this run; `what` is what is to be told: "why the date moved".
 */
void changed_hint_reason(struct rule_run *run, struct finding *finding, const struct change *change,
			 const char *what);

#endif
