/*
 * A rule on a plan, or on what changed in it: one file, one const object, one row
 * of rules.def. It reads the model and adds findings; it changes nothing, and it
 * knows no other rule. Plans are checked side by side, each by a run of its own: a
 * rule keeps nothing but in the arena of its run.
 *
 * A value whose node is bad was found at fault before: pass it over in silence.
 */
#ifndef RULES_RULE_H
#define RULES_RULE_H

#include "diff/change.h"
#include "diff/ledger.h"
#include "model/build.h"
#include "model/plan.h"
#include "model/walk.h"
#include "report/finding.h"

struct rule;

/* A change, and a rule on changes that finds fault with it. */
struct offence {
	const struct change *change;
	const struct rule *rule;
};

struct offences {
	VEC(struct offence) list;
};

struct rule_run {
	struct report *report;
	struct arena *arena; /* of the plan: for what a rule needs for a while */
	int32_t as_of;       /* the day that says what is late: days since 1970-01-01 */
	const int *numbers;  /* what the settings say in place of each rule's own; NULL: nothing */
	const struct council *council;
	/* For each of the council's people whether a plan names them; NULL: not known. For on_council. */
	const bool *people_used;
	const struct plan *plan;        /* NULL while on_council runs */
	const struct plan_index *index; /* the plans that refs lead to, also those not read whole */
	const struct str *addresses;    /* of all plans there are, for hints */
	size_t address_count;
	/* For rules on changes: the plan as it was, and what changed in it; else NULL. */
	const struct plan *before;
	const struct change *changes;
	size_t change_count;
	const struct action_pair *pairs; /* its actions, as they were and are */
	size_t pair_count;
	const struct changes *all_changes; /* of all plans */
	const struct ledger *past;         /* of what was before, where a rule wants it; or NULL */
	struct str past_plan;              /* the address that the plan had there */
	struct offences *offences;         /* what the rules add to; or NULL */
	/* Of the rules themselves; begin with zero. */
	size_t guesses; /* names looked at for hints so far in this plan: they are bounded */
	const struct plan *identified; /* the plan last found to have an id on every action */
	struct prose *prose;           /* the texts of this plan (rules/prose.h); NULL at first */
};

/* A number that a rule goes by, and that the settings may set: `lead-overload: {share: 30}`. */
struct rule_number {
	const char *name;    /* its key in planc.yaml: "share", "days" */
	const char *summary; /* "per cent of a plan's actions": what it counts, for people */
	int value;           /* when the settings say nothing; their schema has its bounds */
};

struct rule {
	struct finding_kind kind;
	struct rule_number number; /* its name is NULL where a rule has none */
	/*
	 * Called for every value of a plan, its sections, themes, actions … whose type is in
	 * `visits`; the values of lists come one by one (model/walk.h).
	 */
	unsigned visits; /* FIELD_BIT(FIELD_DATE) | … */
	void (*on_value)(struct rule_run *run, const struct thing *owner, const struct field *field,
			 const void *value);
	void (*on_action)(struct rule_run *run, const struct action *action);
	/*
	 * Called for each measure of the plan, its themes and actions in which nothing was
	 * found at fault before; `action` is NULL where it is not that of an action.
	 */
	void (*on_measure)(struct rule_run *run, const struct measure *measure,
			   const struct action *action);
	void (*on_plan)(struct rule_run *run, const struct plan *plan);
	void (*on_council)(struct rule_run *run, const struct council *council);
	/*
	 * Of a rule on changes (its kind has `before`): called for each change of a plan that is
	 * on both sides, and once for the plan, even if nothing changed. Not in the change by which a plan is adopted,
	 * unless the rule is about that one, too. Findings are added by changed_report
	 * (rules/changed.h).
	 */
	void (*on_change)(struct rule_run *run, const struct change *change);
	void (*on_changes)(struct rule_run *run);
	bool is_of_adoption;
	/*
	 * Of a rule on changes that looks further back: whether it wants to know the past
	 * of what changed. Without a run->past it is silent. NULL: it never does.
	 */
	bool (*wants_past)(const struct change *change);
};

/* All rules, in the order of rules.def; ends with NULL. */
extern const struct rule *const rules[];

#define RULE(name) extern const struct rule rule_##name;
#include "rules/rules.def"
#undef RULE

/* The number that `rule` goes by in this run. */
int rule_number(const struct rule_run *run, const struct rule *rule);

/* Runs the rules whose flag in `enabled` (one a rule, in the order of `rules`) is set. */
void rules_check_plan(struct rule_run *run, const bool *enabled);
void rules_check_council(struct rule_run *run, const bool *enabled);
/* Whether one of the rules on changes wants run->past for something in run->changes. */
bool rules_want_past(const struct rule_run *run, const bool *enabled);
/* The rules on changes, over run->changes. */
void rules_check_changes(struct rule_run *run, const bool *enabled);

#endif
