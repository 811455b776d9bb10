#include "base/bug.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void bug_stop(const char *file, int line, const char *format, ...)
{
	va_list args;

	fprintf(stderr, "planc: a fault in planc itself (%s:%d): ", file, line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputs("\nplease report it with the plan that caused it\n", stderr);
	abort();
}

void bug_no_memory(void)
{
	fputs("planc: out of memory\n", stderr);
	exit(3);
}
