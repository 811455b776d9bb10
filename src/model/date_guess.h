/* What is meant by a date that is not in one of the forms, and what is wrong with it. */
#ifndef MODEL_DATE_GUESS_H
#define MODEL_DATE_GUESS_H

#include "base/arena.h"
#include "base/civil.h"
#include "base/str.h"

/*
 * For a text that date_parse cannot read: *fix becomes the right form where
 * there is no doubt about it. *why becomes what is wrong in plain words, unless
 * it is set already. Either may stay empty.
 */
void date_guess(struct str text, struct arena *arena, struct str *fix, struct str *why);

/* What an action says in place of a date such as "on-going" or "quarterly": "every: quarter"; or empty. */
struct str date_guess_line(struct str text);

/* "September has 30 days", "there is no month 13": of a day that there is not. */
struct str date_why_no_day(struct civil day, struct arena *arena);

/* Of YYYY-YY where the second is no month and does not follow the first. */
struct str date_why_no_financial_year(int year, int second, struct arena *arena);

#endif
