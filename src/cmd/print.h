/* A report on its way out: in which format, and where to. */
#ifndef CMD_PRINT_H
#define CMD_PRINT_H

#include "cmd/options.h"
#include "report/format.h"

#include <stdbool.h>

/* The help of --format, with the names of all formats. */
extern const char print_format_help[];

/* The format that --format names (NULL: text); NULL after a message when there is none. */
const struct report_format *print_format_find(const char *name);

/*
 * Prints a report; in the format for GitHub Actions also to the file that
 * GITHUB_STEP_SUMMARY names, if set. False after a message when something
 * cannot be written.
 */
bool print_report(const struct report *report, const struct report_summary *summary,
		  const struct report_format *format, const struct common_options *options);

/* What was found, as people read it, on standard error: for commands that are not there to say it. */
void print_faults(const struct report *report);

#endif
