/* Paths of a plan's files, from the folder of plan.yaml. */
#ifndef RULES_PATH_MEANT_H
#define RULES_PATH_MEANT_H

#include "model/plan.h"

struct str path_in_plan(const struct plan *plan, const struct source *source);

/*
 * The unlisted file that a path which leads nowhere means: one of the same
 * name in another folder or with another ending. Empty when there is none.
 */
struct str path_meant(const struct plan *plan, const struct plan_file *wrong);

#endif
