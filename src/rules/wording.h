/* The author's own words, fit to stand in the one line of a message; in the run's arena. */
#ifndef RULES_WORDING_H
#define RULES_WORDING_H

#include "model/plan.h"
#include "rules/rule.h"

/* On one line, trimmed, and cut with an ellipsis when it is long. */
struct str wording_quote(struct rule_run *run, struct str words);

/* “staff-survey” behind "action "; "this action" when it has no id. */
struct str wording_action(struct rule_run *run, const struct action *action);

/* "September 2023". */
struct str wording_date(struct rule_run *run, const struct date *date);

/* A day: "30 September 2023". */
struct str wording_day(struct rule_run *run, int32_t day);

/*
 * The hint for a value that stands in curly quotes, which are none to YAML;
 * false when it does not. `key` may be empty.
 */
bool wording_hint_curly(struct rule_run *run, struct str key, const struct node *node,
			struct finding *finding);

#endif
