/*
 * Labels of host names in other letters than ASCII's, through libidn2; nothing
 * else sees that library. All rules of IDNA 2008 hold: which letters there
 * are, what may stand beside what, and the order of writing (RFC 5891, section
 * 4.2; RFC 5892; RFC 5893). Nothing is mapped, so there are no capital letters.
 */
#ifndef SCHEMA_IDN_H
#define SCHEMA_IDN_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* How long a label may be in ASCII (RFC 1035, section 2.3.4). */
#define IDN_MAX_LABEL 63

struct idn_label {
	size_t len;         /* in ASCII */
	bool right_to_left; /* has letters of Hebrew, Arabic and so on */
};

/*
 * Whether a label, UTF-8 and not all ASCII, is one. Letters with their marks
 * apart from them (not in NFC) are right only when told so.
 */
bool idn_is_label(struct str label, bool marks_apart, struct idn_label *facts);

/* Whether an ASCII label that begins with xn--, of any case, stands for one. */
bool idn_is_coded(struct str label, struct idn_label *facts);

#endif
