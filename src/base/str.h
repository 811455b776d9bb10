/*
 * A piece of text: bytes and a length, owned by somebody else (an arena, a
 * file, the program). Never NUL-terminated unless said so. UTF-8 throughout.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	const char *at; /* may be NULL when len is 0 */
	size_t len;     /* bytes */
};

/* A string literal as a str: in an initialiser of static data, and elsewhere. */
#define STR_INIT(literal)                       \
	{                                       \
		"" literal, sizeof(literal) - 1 \
	}
#define STR(literal) ((struct str)STR_INIT(literal))

/* The two arguments that "%.*s" takes. */
#define STR_ARG(s) (int)(s).len, (s).at

struct str str_from(const char *c_string);
struct str str_slice(struct str s, size_t begin, size_t end);

bool str_equal(struct str a, struct str b);
/* Like str_equal, but A to Z equal a to z. */
bool str_equal_nocase(struct str a, struct str b);
/* By bytes, as memcmp; the shorter first. */
int str_compare(struct str a, struct str b);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* The offset of the first `byte` at or after `from`, or s.len. */
size_t str_find_byte(struct str s, char byte, size_t from);
/* The offset of the first `part` at or after `from`, or s.len when there is none. */
size_t str_find(struct str s, struct str part, size_t from);

/* Takes `byte` off the front; false when it is not there. */
bool str_take(struct str *s, char byte);

/* Without spaces, tabs and line ends at both ends. */
struct str str_trim(struct str s);

/* 64-bit FNV-1a. */
uint64_t str_hash(struct str s);

/*
 * The number of single-character edits (insert, remove, replace, swap of
 * neighbours) that turn a into b; more than `limit` is given as limit + 1.
 * For texts of up to 64 bytes; longer ones are limit + 1 unless equal.
 */
unsigned str_distance(struct str a, struct str b, unsigned limit);

#endif
