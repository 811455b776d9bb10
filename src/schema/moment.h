/* Dates, times and durations as RFC 3339 writes them: formats of JSON Schema (7.3.1). */
#ifndef SCHEMA_MOMENT_H
#define SCHEMA_MOMENT_H

#include "base/str.h"

#include <stdbool.h>

/* A day that there is in the calendar, of the years 0000 to 9999. */
bool moment_is_date(struct str text);

/* With Z or an offset. The 60th second is the last of a day in UTC. */
bool moment_is_time(struct str text);

/* The two with a T, or t, between them. */
bool moment_is_date_time(struct str text);

/* RFC 3339, appendix A: P1W, P1Y2M3D, PT4H5M6S, P1DT2H. */
bool moment_is_duration(struct str text);

#endif
