/*
 * Targets: short phrases that say how much is enough (product.md, section 2,
 * "measure"). Numbers are exact decimals.
 */
#ifndef MODEL_TARGET_H
#define MODEL_TARGET_H

#include "base/arena.h"
#include "base/str.h"
#include "model/number.h"
#include "tree/node.h"

#include <stdbool.h>

enum target_kind {
	TARGET_NONE,
	TARGET_AT_LEAST,
	TARGET_AT_MOST,
	TARGET_BELOW,
	TARGET_ABOVE,
	TARGET_EXACTLY,
	TARGET_BETWEEN, /* low to high */
	TARGET_INCREASE_BY,
	TARGET_REDUCE_BY,
	TARGET_ALL,
	TARGET_DONE,
	TARGET_BENCHMARK, /* at least or at most a thing that is named, not numbered */
	TARGET_BAD,       /* cannot be read: measure-target-format says so */
};

struct target {
	const struct node *node; /* NULL when there is none */
	enum target_kind kind;
	struct number low;  /* the number; of a range, its lower end */
	struct number high; /* of a range */
	/* "%" (also for per cent), "percentage points", "£"; else as written; or empty. */
	struct str unit;
	struct str benchmark; /* "national turnover" */
	enum target_kind
		bound; /* of a benchmark: TARGET_AT_LEAST, _AT_MOST, _BELOW, _ABOVE or _EXACTLY */
};

/*
 * Reads a phrase, in any case and with any spaces between its words. Sets all
 * but `node`; unit and benchmark are pieces of the phrase wherever they can be.
 * On false the kind is TARGET_BAD and *why says in plain words what is wrong.
 */
bool target_parse(struct str phrase, struct arena *arena, struct target *target, struct str *why);

/* "at-least", "between", "all" … as data has it; empty for none, and for what cannot be read. */
struct str target_kind_name(enum target_kind kind);

/* Whether `low` holds. */
bool target_has_number(const struct target *target);

/* The forms, one a line, for hints and documents. */
struct str target_forms(void);

#endif
