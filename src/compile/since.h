/*
 * What changed since the plans were otherwise (`check --since`): the rules on
 * changes, and which findings are new (product.md, section 4).
 */
#ifndef COMPILE_SINCE_H
#define COMPILE_SINCE_H

#include "compile/compile.h"
#include "rules/rule.h"

/*
 * Compiles options->before with the settings of `result`, tells what changed since
 * into result->changes, and runs the rules on changes. `input` is the one that
 * result was compiled from. What cannot be read makes result->status COMPILE_FAILED.
 */
void since_compile(struct compilation *result, struct input *input,
		   const struct compile_options *options);

/*
 * Runs the rules on changes over what changed to the plans of `result` since those of
 * `before`. Findings go to `report`; they have no address or level yet. A
 * plan that could not be read, or not whole, before is passed over.
 */
struct since {
	struct compilation *result;
	const struct compilation *before;
	const struct changes *changes;
	struct offences *offences; /* or NULL */
	struct map renamed; /* address of a plan → struct str, the one that it had before */
};
void since_check(const struct since *since, struct report *report,
		 const struct compile_options *options);

/* By change, in the order of their list, and by the name of the rule; without what is no change of the list. */
void offences_sort(struct offences *offences);

/*
 * Marks the findings that stood there before as known, by their fingerprints; and all
 * of a file, or a plan, that could not be read before, for nobody knows. Behind finish_report.
 */
void since_mark_known(struct compilation *result);

/* Whether a plan was read whole. */
bool since_is_whole(const struct plan *plan);

#endif
