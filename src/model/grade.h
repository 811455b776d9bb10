/*
 * How well a measure is stated: from nothing, over words, to a target that can
 * be followed. Where a measure has parts of its own (an indicator, a target …)
 * they are graded; else its sentence is, by its plain signs (measure_signs.h).
 */
#ifndef MODEL_GRADE_H
#define MODEL_GRADE_H

#include "base/str.h"

#include <stdbool.h>

enum grade {
	GRADE_NONE,      /* it says nothing: an id alone, or what is there was at fault */
	GRADE_PROSE,     /* words that nobody can hold against a figure */
	GRADE_DIRECTION, /* more, fewer, better: not by how much */
	GRADE_INDICATOR, /* what is counted, but not how much is enough */
	GRADE_YES_NO,    /* there or not; or judged, and it is said by what */
	GRADE_TARGET,    /* how much is enough */
	GRADE_COMPLETE,  /* a target with indicator, unit, baseline, date and source */
	GRADES
};

/* "none", "prose", "direction", "indicator", "yes-no", "target", "complete". */
struct str grade_name(enum grade grade);

struct action;
struct measure;
struct plan;

/* Grades all measures of a plan and counts them. An empty item of a list is no measure. */
void plan_grade(struct plan *plan);

/*
 * Whether parts of a measure say how it is stated, so that its sentence is not
 * asked: an indicator, a target, a direction, or that it is judged.
 */
bool measure_has_parts(const struct measure *measure);

/* The sentence of a measure, in English where the plan has it so: the signs are English words. */
struct str measure_sentence(const struct measure *measure);

/* Whether its baseline is a value, and not `unknown`. */
bool measure_has_baseline(const struct measure *measure);

#endif
