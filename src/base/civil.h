/* Days of the proleptic Gregorian calendar, without clocks or time zones. */
#ifndef BASE_CIVIL_H
#define BASE_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

struct civil {
	int year;  /* 1 to 9999 */
	int month; /* 1 to 12 */
	int day;   /* 1 to 31 */
};

/* Whether there is such a day. */
bool civil_is_valid(struct civil day);

/* 28 to 31. */
int civil_last_day(int year, int month);

/* Days since 1970-01-01 (negative before), and back. */
int32_t civil_to_days(struct civil day);
struct civil civil_from_days(int32_t days);

/* Today in UTC; with SOURCE_DATE_EPOCH handed over as text, that moment's day. False when it is no number. */
bool civil_today(const char *source_date_epoch, struct civil *today);

#endif
