/* Where findings are, in the terms of JSON Schema's own output (core, 12.3). */
#ifndef SCHEMA_LOCATE_H
#define SCHEMA_LOCATE_H

#include "schema/explain.h"

/*
 * Gives their location to the findings from `first` on that have none yet: the
 * spot is theirs, and the rule of its newest view made them.
 */
void locate_findings(struct explain *explain, const struct spot *spot, size_t first);

#endif
