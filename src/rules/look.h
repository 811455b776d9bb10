/*
 * A first look at the bytes of a text, for the rules on texts: most texts hold
 * nothing that any of them asks for, and are left alone after it.
 */
#ifndef RULES_LOOK_H
#define RULES_LOOK_H

#include "base/str.h"

/* What a text may hold. */
enum look {
	LOOK_PAIR = 1,    /* a bracket, or a quotation mark of those that come in pairs */
	LOOK_STOP = 2,    /* a stop that is not the last byte, with a gap or a mark behind it */
	LOOK_JOIN = 4,    /* a letter right behind a stop, a number or a per cent sign */
	LOOK_CAPITAL = 8, /* a capital behind a letter or &: "HR", "H&S", "HoS" */
	LOOK_Z = 16,      /* a z behind an i or a y: "organize" */
	LOOK_HYPHEN = 32, /* a hyphen behind a letter */
	LOOK_LINE = 64,   /* a line end */
};

/*
 * A set of enum look. What is not in it is not in the text. Sixteen bytes at a
 * time, for it runs over every text of every plan.
 */
unsigned look_at(struct str text);

#endif
