#include "schema/moment.h"
#include "base/ascii.h"
#include "base/civil.h"

#include <string.h>

/* Takes `count` digits off the front; false when they are not there. */
static bool take_digits(struct str *text, size_t count, int *value)
{
	*value = 0;
	if (text->len < count)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!ascii_is_digit(text->at[i]))
			return false;
		*value = *value * 10 + (text->at[i] - '0');
	}
	*text = str_slice(*text, count, text->len);
	return true;
}

/* There is a year 0 here, with the days of the year 2000. */
static bool is_day(struct civil day)
{
	if (!day.year)
		day.year = 2000;
	return civil_is_valid(day);
}

/* RFC 3339, full-date. */
static bool take_date(struct str *text)
{
	struct civil day;

	return take_digits(text, 4, &day.year) && str_take(text, '-') &&
	       take_digits(text, 2, &day.month) && str_take(text, '-') &&
	       take_digits(text, 2, &day.day) && is_day(day);
}

/* Z or an offset from UTC, in minutes. */
static bool take_zone(struct str *text, int *minutes)
{
	bool west;
	int hour, minute;

	*minutes = 0;
	if (str_take(text, 'Z') || str_take(text, 'z'))
		return true;
	west = text->len && text->at[0] == '-';
	if (!str_take(text, '+') && !str_take(text, '-'))
		return false;
	if (!take_digits(text, 2, &hour) || !str_take(text, ':') || !take_digits(text, 2, &minute))
		return false;
	*minutes = (hour * 60 + minute) * (west ? -1 : 1);
	return hour < 24 && minute < 60;
}

/* RFC 3339, full-time. A leap second is the last of a day in UTC. */
static bool take_time(struct str *text)
{
	int hour, minute, second, zone, utc;

	if (!take_digits(text, 2, &hour) || !str_take(text, ':') ||
	    !take_digits(text, 2, &minute) || !str_take(text, ':') ||
	    !take_digits(text, 2, &second))
		return false;
	if (str_take(text, '.')) {
		if (!text->len || !ascii_is_digit(text->at[0]))
			return false;
		while (text->len && ascii_is_digit(text->at[0]))
			*text = str_slice(*text, 1, text->len);
	}
	if (!take_zone(text, &zone) || hour > 23 || minute > 59 || second > 60)
		return false;
	utc = ((hour * 60 + minute - zone) % 1440 + 1440) % 1440;
	return second < 60 || utc == 1439;
}

bool moment_is_date(struct str text)
{
	return take_date(&text) && !text.len;
}

bool moment_is_time(struct str text)
{
	return take_time(&text) && !text.len;
}

bool moment_is_date_time(struct str text)
{
	return take_date(&text) && (str_take(&text, 'T') || str_take(&text, 't')) &&
	       take_time(&text) && !text.len;
}

/* Takes numbers with these letters behind them, in this order and none twice; how many. */
static int take_units(struct str *text, const char *letters)
{
	int units = 0;
	size_t len;

	for (; text->len && ascii_is_digit(text->at[0]); units++) {
		const char *letter;

		for (len = 0; len < text->len && ascii_is_digit(text->at[len]);)
			len++;
		letter = len < text->len && text->at[len] ? strchr(letters, text->at[len]) : NULL;
		if (!letter)
			return -1;
		/* A unit may be left out at the ends, not between two: P1Y1D is none. */
		if (units && letter != letters)
			return -1;
		letters = letter + 1;
		*text = str_slice(*text, len + 1, text->len);
	}
	return units;
}

bool moment_is_duration(struct str text)
{
	struct str weeks;
	int days, times = 0;

	if (!str_take(&text, 'P'))
		return false;
	weeks = text;
	if (take_units(&weeks, "W") == 1 && !weeks.len)
		return true;
	days = take_units(&text, "YMD");
	if (str_take(&text, 'T')) {
		times = take_units(&text, "HMS");
		if (times < 1)
			return false;
	}
	return days >= 0 && days + times > 0 && !text.len;
}
