/*
 * Regular expressions as JSON Schema means them, through PCRE2; nothing else
 * sees that library. Each match has a bound that grows with the text, so that
 * no pattern can hang the program: PCRE2 reports each step it takes, and the
 * steps, and the bytes between them, are counted. (Its own limit would begin
 * anew for each place in the text, and knows nothing of bytes.)
 */
#ifndef SCHEMA_REGEX_H
#define SCHEMA_REGEX_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A pattern that is only ^text or ^text$ is compared byte by byte. */
enum pattern_kind { PATTERN_CODE, PATTERN_START, PATTERN_WHOLE };

struct pattern {
	enum pattern_kind kind;
	struct str literal;   /* of START and WHOLE */
	struct str source;    /* as the schema has it */
	void *code;           /* PCRE2's; released by pattern_release */
	size_t reach;         /* bytes that a step may look at without a report */
	bool refers;          /* to what a group matched: a step may look at all of it */
	struct pattern *next; /* in the set's list */
};

/* What matching needs, made when first used; one for each check, {0} to begin with. */
struct matcher {
	void *data;
	void *context;
	uint64_t *budget; /* steps left for all matches together, which use them up; or NULL */
	uint64_t steps;   /* left for this one */
	size_t reach;     /* of this one's pattern */
	size_t last;      /* where the last step was */
	bool gave_up;     /* a match ran into its bound */
};

/* False when it is no pattern, with *why in a few words, which last as long as the arena. */
bool pattern_compile(struct pattern *pattern, struct arena *arena, struct str source,
		     struct str *why);
void pattern_release(struct pattern *pattern);

/* Whether it is found anywhere in the text, which is UTF-8. Out of bounds is a no. */
bool pattern_match(const struct pattern *pattern, struct str text, struct matcher *matcher);

void matcher_release(struct matcher *matcher);

/*
 * Whether a text is a pattern by the letter of ECMA-262 with its `u` flag:
 * pattern_compile takes some more, and does not take one that looks back
 * ((?<=a+)b) over no fixed number of characters.
 */
bool pattern_is_valid(struct str source);

#endif
