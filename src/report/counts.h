/* How many findings there are, in words. */
#ifndef REPORT_COUNTS_H
#define REPORT_COUNTS_H

#include "base/buf.h"
#include "report/format.h"

/* "3 errors, 1 note"; nothing where there are none. What is held back is passed over. */
void counts_levels_write(struct counts counts, struct buf *out);

/* "3 errors in 2 plans (85 actions); 4 held back by waivers or the baseline". */
void counts_write(const struct report *report, const struct report_summary *summary,
		  struct buf *out);

#endif
