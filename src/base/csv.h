/*
 * A writer of CSV (RFC 4180) that knows its language: commas, quotes where a
 * cell needs them, CRLF at the end of each row, UTF-8 without a mark in front.
 *
 * A spreadsheet runs a cell that begins with = + - or @ as a formula. Such a
 * cell gets an apostrophe in front, which says "this is a text" to people and
 * to most spreadsheets; a number or a share (-5, -1.5, +20%) stays as it is. So
 * that readers can take the apostrophe off again, a text that looks as if it
 * had one already gets another: take one off each cell that begins with
 * apostrophes and then such a character.
 *
 *	csv_cell(&csv, STR("-5"));
 *	csv_cell(&csv, words);
 *	csv_end_row(&csv);
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

struct csv {
	struct buf *out;
	bool in_row; /* the next cell follows another */
};

void csv_init(struct csv *csv, struct buf *out);

/*
 * The next cell of the row. `text` is UTF-8; tabs and line ends are kept, other
 * control characters become U+FFFD.
 */
void csv_cell(struct csv *csv, struct str text);

void csv_end_row(struct csv *csv);

/* Whether a cell of that text gets an apostrophe. */
bool csv_is_guarded(struct str text);

#endif
