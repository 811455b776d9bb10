/*
 * Which of a council's people its plans name. It is gathered plan by plan, since
 * the models of clean plans are let go behind their rules.
 */
#ifndef COMPILE_USAGE_H
#define COMPILE_USAGE_H

#include "compile/compile.h"
#include "compile/discover.h"

/*
 * Gathers whom a plan names, behind its rules. Where something is in the report, which
 * is that of the plan alone, every text counts that is an id, and what an unknown name
 * may have meant: one fault is not to be told twice. Marks are kept in `arena`.
 */
void usage_add(struct found_council *council, struct arena *arena, struct rule_run *run);

/* For each of the people whether a plan names them; NULL unless all plans, one or more, were read whole. */
const bool *usage_of(const struct found_council *council);

#endif
