#include "base/civil.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int civil_last_day(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool civil_is_valid(struct civil day)
{
	return day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 &&
	       day.day >= 1 && day.day <= civil_last_day(day.year, day.month);
}

/*
 * Years are counted from March, so that the leap day is the last of its year;
 * 400 years are one era of 146,097 days.
 */
int32_t civil_to_days(struct civil day)
{
	int year = day.year - (day.month <= 2);
	int era = year / 400;
	int year_of_era = year - era * 400;
	int month = (day.month + 9) % 12;
	int day_of_year = (153 * month + 2) / 5 + day.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

struct civil civil_from_days(int32_t days)
{
	int shifted = days + 719468;
	int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int day_of_era = shifted - era * 146097;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
			   day_of_era / 146096) /
			  365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * day_of_year + 2) / 153;
	struct civil civil = {
		.year = year_of_era + era * 400 + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = day_of_year - (153 * month + 2) / 5 + 1,
	};

	return civil;
}

bool civil_today(const char *source_date_epoch, struct civil *today)
{
	long long now = (long long)time(NULL);

	if (source_date_epoch) {
		char *end;

		errno = 0;
		now = strtoll(source_date_epoch, &end, 10);
		/* Up to the end of the year 9999. */
		if (errno || end == source_date_epoch || *end || now < 0 || now > 253402300799)
			return false;
	}
	*today = civil_from_days((int32_t)(now / 86400));
	return true;
}
