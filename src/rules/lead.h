/* Who leads an action: what the rules on leads ask of the ids under `lead:`. */
#ifndef RULES_LEAD_H
#define RULES_LEAD_H

#include "model/plan.h"

/* What a lead is called: by the name in council.yaml where there is one, else by what is written. */
struct str lead_name(const struct ref *lead);

/* Whether it names somebody of that kind in council.yaml, and not a post that says it is vacant. */
bool lead_is(const struct ref *lead, enum person_kind kind);

/* Whether there are leads and all of them are of that kind; false when one of them is at fault. */
bool leads_are(const struct list *leads, enum person_kind kind);

/* Whether there is more than one, beside those that say that there is none. */
bool leads_are_several(const struct list *leads);

#endif
