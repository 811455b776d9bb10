/* Formats of a report: one file each, one row of formats.def. */
#ifndef REPORT_FORMAT_H
#define REPORT_FORMAT_H

#include "base/buf.h"
#include "report/finding.h"

#include <stdbool.h>
#include <stddef.h>

/* How many measures of a plan are stated how well. */
struct report_grade {
	struct str name; /* "target" */
	size_t count;
};

/* What a report says of a plan beside its findings. */
struct report_plan {
	struct str plan; /* its address: "sefton/year-1-delivery-plan" */
	size_t actions;
	size_t leads;                      /* different ones */
	const struct report_grade *grades; /* all that there are, from the poorest to the best */
	size_t grade_count;
};

/* A finding that the baseline holds back, and that is not there any more. */
struct report_mended {
	struct str rule;
	struct str address;
};

struct report_summary {
	const struct report_plan *plans; /* by address */
	size_t plan_count;
	const struct report_mended *mended; /* by address */
	size_t mended_count;
	size_t file_count; /* files that were looked at by themselves, where there are no plans */
	const struct finding_kind *const *kinds; /* all that there are; ends with NULL. NULL: none */
	const struct str *failures; /* what could not be read: "plans/a.yaml: permission denied" */
	size_t failure_count;
	enum severity fail_level; /* finding_fails; SEVERITY_OFF: no finding makes the run fail */
	int exit_code;            /* which the program is about to end with */
	size_t room; /* bytes that a format which is cut may fill; 0: those that it knows of itself */
	bool has_states; /* it was compared: STATE_NEW and STATE_KNOWN say something */
	size_t hidden;   /* findings that were known before, and are not in the report */
	bool is_quiet;   /* the findings alone, with no line that counts them for people */
	bool is_verbose; /* people are also shown what is held back, and why */
};

struct report_format {
	const char *name;      /* as --format takes it */
	const char *summary;   /* what it is for, in a few words */
	bool has_step_summary; /* report_format_markdown goes to the summary of GitHub's step too */
	/* Writes a sorted report. `colour` is for those that a terminal may show; others pass it over. */
	void (*write)(const struct report *report, const struct report_summary *summary,
		      bool colour, struct buf *out);
};

/* All formats, in the order of formats.def; ends with NULL. */
extern const struct report_format *const report_formats[];

#define FORMAT(name) extern const struct report_format report_format_##name;
#include "report/formats.def"
#undef FORMAT

/* The format of that name, or NULL. */
const struct report_format *report_format_find(struct str name);

#endif
