/* The third kind of trouble: we are wrong. Prints where and what, then aborts. */
#ifndef BASE_BUG_H
#define BASE_BUG_H

#include "base/attributes.h"

#define BUG(...) bug_stop(__FILE__, __LINE__, __VA_ARGS__)

NORETURN PRINTF_LIKE(3, 4) void bug_stop(const char *file, int line, const char *format, ...);

/* Out of memory: says so and leaves with exit code 3. The one exit outside main and BUG. */
NORETURN void bug_no_memory(void);

#endif
