/* Findings by what they are about: a plan, a council, or a file that belongs to neither. */
#ifndef REPORT_GROUPS_H
#define REPORT_GROUPS_H

#include "base/arena.h"
#include "base/vec.h"
#include "report/format.h"

struct report_group {
	struct str name; /* "sefton/year-1-delivery-plan", "sefton", "plans/planc.yaml" */
	bool is_plan;
	VEC(const struct finding *) findings; /* in the order of the report */
	size_t suppressed;                    /* that are left out of it */
};

struct report_groups {
	VEC(struct report_group *) all; /* by name */
};

/* A group for each plan of the summary, also without findings, and for what else has some. */
void groups_make(const struct report *report, const struct report_summary *summary,
		 struct arena *arena, struct report_groups *groups);

#endif
