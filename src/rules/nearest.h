/* The name that the author may have meant: by likeness of ids, or by the words an id stands for. */
#ifndef RULES_NEAREST_H
#define RULES_NEAREST_H

#include "rules/rule.h"

#define NEAREST_BYTES 64

struct nearest {
	struct rule_run *run;
	char slug[NEAREST_BYTES]; /* what was written, in the shape of an id */
	size_t slug_len;          /* 0: too long or nothing in it */
	struct str written;
	struct str best;   /* the id found so far, or empty */
	unsigned distance; /* how far off it is; from the limit + 1 down */
	bool is_sure;      /* no other is as near, and it is off by a mere slip, or by its shape */
};

/* "Head of Housing" becomes "head-of-housing"; what is longer than the room becomes empty. */
size_t nearest_slug(struct str words, char slug[NEAREST_BYTES]);

void nearest_init(struct nearest *nearest, struct rule_run *run, struct str written);

/*
 * An id that there is, with its name in words (or empty). False when there is
 * no use in offering more: it was found, or the run has looked at too many.
 */
bool nearest_offer(struct nearest *nearest, struct str id, struct str name);

/*
 * The hint, if there is anything near: the id, in the sentence that fits, and,
 * where it is sure, the edit that puts it into the scalar, in place of what was
 * written. Else false.
 */
bool nearest_hint(const struct nearest *nearest, const struct node *scalar,
		  struct finding *finding);

#endif
