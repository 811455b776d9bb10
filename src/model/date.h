/*
 * Dates as plans give them (product.md, section 3): a small part of EDTF (ISO
 * 8601-2:2019 level 1) and the British financial year. Days are days since
 * 1970-01-01 (base/civil.h).
 */
#ifndef MODEL_DATE_H
#define MODEL_DATE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "tree/node.h"

#include <stdbool.h>
#include <stdint.h>

enum date_kind {
	DATE_NONE,    /* no key, or nothing behind it */
	DATE_GIVEN,   /* earliest and latest hold */
	DATE_TBC,     /* `tbc`, in any case */
	DATE_UNKNOWN, /* `unknown` */
	DATE_BAD,     /* cannot be read: date-format or date-impossible says so */
};

enum date_precision {
	PRECISION_DAY,
	PRECISION_MONTH,
	PRECISION_QUARTER,
	PRECISION_YEAR,
	PRECISION_FINANCIAL_YEAR,
	PRECISION_INTERVAL,
};

/* How one end of a date is written; of a date that is no interval, both ends are alike. */
struct date_end {
	enum date_precision precision; /* of an interval's: DAY, MONTH or YEAR */
	bool approximate;              /* a ~ stands behind it */
};

struct date {
	const struct node *node; /* NULL when there is no key */
	enum date_kind kind;
	enum date_precision precision;
	bool approximate; /* ~ on it, or on an end of it */
	bool open_end;    /* 2024-06/.. : latest is INT32_MAX */
	int32_t earliest; /* first day */
	int32_t latest;   /* last day: what it is due by, and compared by */
	struct date_end from;
	struct date_end to; /* of an open end: nothing */
};

enum date_fault { DATE_OK, DATE_FORMAT, DATE_IMPOSSIBLE };

/*
 * Reads a date's text (trimmed), and sets all of *date but its node. The ends
 * of an interval need not be of one precision: 2024-03-15/2024-06 runs to 30
 * June. An empty text is a fault.
 *
 * On DATE_FORMAT, *fix is the right form where there is no doubt about it
 * ("Sept 2023" → "2023-09"), else empty, and *why says in plain words what is
 * wrong where there is more to say than that the form is unknown. On
 * DATE_IMPOSSIBLE *why says it ("September has 30 days").
 */
enum date_fault date_parse(struct str text, struct arena *arena, struct date *date, struct str *fix,
			   struct str *why);

/* "September 2023", "30 September 2023", "July to September 2023", "2023/24"; or nothing. */
void date_print(const struct date *date, struct buf *out);

/* The words that dates are printed with, the spaces beside them included. */
struct date_words {
	const char *months[12];
	const char *from; /* before a date without an end */
	const char *to;   /* between two */
	const char *about;
};

extern const struct date_words date_words_english;

/* The same with other words. */
void date_print_in(const struct date *date, const struct date_words *words, struct buf *out);

/* A day, as "2023-09-30". */
void date_print_iso(int32_t day, struct buf *out);

/* "day", "month", "quarter", "year", "financial-year", "interval". */
struct str date_precision_name(enum date_precision precision);

/* "January" for 1 to "December" for 12. */
struct str date_month_name(int month);
struct str date_month_name_in(int month, const struct date_words *words);

#endif
