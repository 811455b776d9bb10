/*
 * The texts of a plan, for the rules on their words: a first look at each, which
 * these rules share, and a close one at the words without Markdown's marks and
 * at their places in the file.
 */
#ifndef RULES_PROSE_H
#define RULES_PROSE_H

#include "base/vec.h"
#include "markdown/markdown.h"
#include "rules/look.h"
#include "rules/rule.h"

/* The types of fields that these rules visit. */
#define PROSE_FIELDS (FIELD_BIT(FIELD_TEXT) | FIELD_BIT(FIELD_PLAIN) | FIELD_BIT(FIELD_TEXTS))

/* A text as on_value is given it. */
struct passage {
	const struct thing *owner;
	const struct field *field;
	const struct text *text;
	unsigned look; /* a set of enum look; of all its languages */
};

/* What is known of the texts of a plan so far. */
struct prose {
	struct passage last;          /* the text that was looked at last */
	const struct text *last_kept; /* the last of `passages` */
	VEC(struct passage)
	passages;      /* those that prose_keep was called for, in the plan's order */
	unsigned look; /* all flags of these */
};

/* What a text may hold: a set of enum look. The second rule that asks gets the same answer. */
unsigned prose_look(struct rule_run *run, const struct thing *owner, const struct field *field,
		    const struct text *text);

/* For rules that look at the plan as a whole: keeps the text in run->prose, once. */
void prose_keep(struct rule_run *run, const struct thing *owner, const struct field *field,
		const void *text);

/* One language of a text under a close look. What is made for that is gone afterwards. */
struct reading {
	struct rule_run *run;
	struct passage passage;
	const struct node *node; /* the scalar, not at fault */
	struct str language;     /* "en"; empty where the plan names none */
	void *context;
	/* Of the functions below: */
	struct arena arena;
	bool is_open;
	const uint32_t *places; /* of its bytes in the file; NULL until one is needed */
	unsigned findings;      /* so far; see prose_is_full */
};

/* Calls `check` for each language of a text that is no address (a URL, an id of ours). */
void prose_read(struct rule_run *run, const struct passage *passage,
		void (*check)(struct reading *reading), void *context);

/*
 * Its words. Code and raw HTML are not words: each byte of them is an x. The
 * runs live until the `check` above returns.
 */
struct runs reading_runs(struct reading *reading);
/* The same with the code as it is. */
struct runs reading_runs_with_code(struct reading *reading);

/* Where bytes of a run stand in the file; begin < end. */
struct span reading_span(struct reading *reading, const struct run *run, size_t begin, size_t end);

/*
 * Whether enough was said of this text: one that is full of faults need not be
 * told so a million times. Else counts one more.
 */
bool reading_is_full(struct reading *reading);

/* Whether its words are English, or of a language that nobody names. */
bool reading_is_english(const struct reading *reading);

#endif
