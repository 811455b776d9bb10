/* Words for the compiler, and the one macro every file needs. */
#ifndef BASE_ATTRIBUTES_H
#define BASE_ATTRIBUTES_H

#define NORETURN __attribute__((__noreturn__))
#define PRINTF_LIKE(text, first) __attribute__((__format__(__printf__, text, first)))
#define MUST_CHECK __attribute__((__warn_unused_result__))

/* The number of elements of an array (never of a pointer). */
#define ARRAY_LEN(array) (sizeof(array) / sizeof((array)[0]))

#endif
