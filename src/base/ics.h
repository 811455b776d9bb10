/*
 * A writer of iCalendar (RFC 5545) that knows its language: lines of up to 75
 * bytes, folded between characters, that end in CRLF; texts escaped.
 *
 *	ics_open(&ics, "VEVENT");
 *	ics_day(&ics, "DTSTART", day);
 *	ics_text(&ics, "SUMMARY", words);
 *	ics_close(&ics, "VEVENT");
 */
#ifndef BASE_ICS_H
#define BASE_ICS_H

#include "base/buf.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

struct ics {
	struct buf *out;
	size_t column; /* bytes of the line so far */
};

void ics_init(struct ics *ics, struct buf *out);

/* Begins and ends a component. Names are literals of the program. */
void ics_open(struct ics *ics, const char *name);
void ics_close(struct ics *ics, const char *name);

/*
 * A property that is a text: UTF-8 with any characters in it. Line ends stay,
 * other control characters than tabs become U+FFFD.
 */
void ics_text(struct ics *ics, const char *name, struct str text);

/* A property whose value the program made: "WEEKLY;INTERVAL=2" is no text. */
void ics_value(struct ics *ics, const char *name, struct str value);

/* A day, of no time zone: days since 1970-01-01. */
void ics_day(struct ics *ics, const char *name, int32_t day);

#endif
