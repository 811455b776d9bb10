#include "model/date.h"
#include "base/civil.h"
#include "model/date_guess.h"

/* One year, month or day, or one end of an interval. */
struct point {
	enum date_precision precision;
	bool approximate;
	int32_t earliest;
	int32_t latest;
};

static int two_digits(const char *at)
{
	if (at[0] < '0' || at[0] > '9' || at[1] < '0' || at[1] > '9')
		return -1;
	return (at[0] - '0') * 10 + (at[1] - '0');
}

static int four_digits(const char *at)
{
	int high = two_digits(at);
	int low = two_digits(at + 2);

	return high < 0 || low < 0 ? -1 : high * 100 + low;
}

static void set_months(struct point *point, int year, int month, int count)
{
	int last = month + count - 1;
	int last_year = year + (last - 1) / 12;

	last = (last - 1) % 12 + 1;
	point->earliest = civil_to_days((struct civil){ year, month, 1 });
	point->latest = civil_to_days(
		(struct civil){ last_year, last, civil_last_day(last_year, last) });
}

static enum date_fault set_day(struct point *point, struct civil day, struct arena *arena,
			       struct str *why)
{
	point->precision = PRECISION_DAY;
	if (!civil_is_valid(day)) {
		*why = date_why_no_day(day, arena);
		return DATE_IMPOSSIBLE;
	}
	point->earliest = civil_to_days(day);
	point->latest = point->earliest;
	return DATE_OK;
}

/* YYYY-MM, or YYYY-YY for a financial year: 01 to 12 are always a month. */
static enum date_fault set_pair(struct point *point, int year, int second, struct arena *arena,
				struct str *why)
{
	if (second >= 1 && second <= 12) {
		point->precision = PRECISION_MONTH;
		set_months(point, year, second, 1);
		return DATE_OK;
	}
	if (year == 9999) {
		*why = STR("there is no year 10000");
		return DATE_IMPOSSIBLE;
	}
	if (second != (year + 1) % 100) {
		*why = date_why_no_financial_year(year, second, arena);
		return DATE_FORMAT;
	}
	point->precision = PRECISION_FINANCIAL_YEAR;
	set_months(point, year, 4, 12);
	return DATE_OK;
}

/* " Q2" behind a financial year: July to September. */
static enum date_fault set_quarter(struct point *point, char quarter, int year, struct str *why)
{
	if (point->precision != PRECISION_FINANCIAL_YEAR)
		return DATE_FORMAT;
	if (quarter < '1' || quarter > '4') {
		*why = STR("a year has four quarters, Q1 to Q4");
		return DATE_FORMAT;
	}
	point->precision = PRECISION_QUARTER;
	if (quarter == '4')
		set_months(point, year + 1, 1, 3);
	else
		set_months(point, year, 4 + (quarter - '1') * 3, 3);
	return DATE_OK;
}

static enum date_fault read_point(struct str text, struct arena *arena, struct point *point,
				  struct str *why)
{
	int year = text.len >= 4 ? four_digits(text.at) : -1;
	int second = text.len >= 7 && text.at[4] == '-' ? two_digits(text.at + 5) : -1;
	enum date_fault fault;

	if (year < 0 || (text.len != 4 && second < 0))
		return DATE_FORMAT;
	if (!year) {
		*why = STR("there is no year 0");
		return DATE_IMPOSSIBLE;
	}
	switch (text.len) {
	case 4:
		point->precision = PRECISION_YEAR;
		set_months(point, year, 1, 12);
		return DATE_OK;
	case 7: return set_pair(point, year, second, arena, why);
	case 10:
		if (text.at[7] == '-' && two_digits(text.at + 8) >= 0)
			return set_day(point,
				       (struct civil){ year, second, two_digits(text.at + 8) },
				       arena, why);
		if (text.at[7] != ' ' || text.at[8] != 'Q' || text.at[9] < '0' || text.at[9] > '9')
			return DATE_FORMAT;
		fault = set_pair(point, year, second, arena, why);
		return fault ? fault : set_quarter(point, text.at[9], year, why);
	default: return DATE_FORMAT;
	}
}

static enum date_fault parse_point(struct str text, struct arena *arena, struct point *point,
				   struct str *why)
{
	point->approximate = str_ends(text, STR("~"));
	if (point->approximate)
		text.len--;
	return read_point(text, arena, point, why);
}

static enum date_fault parse_single(struct str text, struct arena *arena, struct date *date,
				    struct str *why)
{
	struct point point = { 0 };
	enum date_fault fault = parse_point(text, arena, &point, why);

	date->precision = point.precision;
	date->approximate = point.approximate;
	date->earliest = point.earliest;
	date->latest = point.latest;
	date->from = (struct date_end){ point.precision, point.approximate };
	date->to = date->from;
	return fault;
}

static bool is_end(const struct point *point)
{
	return point->precision == PRECISION_DAY || point->precision == PRECISION_MONTH ||
	       point->precision == PRECISION_YEAR;
}

static enum date_fault parse_interval(struct str text, size_t slash, struct arena *arena,
				      struct date *date, struct str *why)
{
	struct str behind = str_slice(text, slash + 1, text.len);
	struct point from = { 0 }, to = { 0 };
	enum date_fault fault = parse_point(str_slice(text, 0, slash), arena, &from, why);

	if (str_starts(text, STR("..")) || !slash)
		*why = STR("it does not say when it starts");
	date->precision = PRECISION_INTERVAL;
	date->open_end = str_equal(behind, STR(".."));
	if (date->open_end)
		to.latest = INT32_MAX;
	else if (!fault)
		fault = parse_point(behind, arena, &to, why);
	if (fault)
		return fault;
	if (!is_end(&from) || (!date->open_end && !is_end(&to))) {
		*why = STR("an interval runs between years, months or days");
		return DATE_FORMAT;
	}
	if (to.latest < from.earliest) {
		*why = STR("it ends before it starts");
		return DATE_IMPOSSIBLE;
	}
	date->approximate = from.approximate || to.approximate;
	date->earliest = from.earliest;
	date->latest = to.latest;
	date->from = (struct date_end){ from.precision, from.approximate };
	date->to = (struct date_end){ to.precision, to.approximate };
	return DATE_OK;
}

static void clear(struct date *date, enum date_kind kind)
{
	date->kind = kind;
	date->precision = PRECISION_DAY;
	date->approximate = false;
	date->open_end = false;
	date->earliest = 0;
	date->latest = 0;
	date->from = (struct date_end){ 0 };
	date->to = (struct date_end){ 0 };
}

enum date_fault date_parse(struct str text, struct arena *arena, struct date *date, struct str *fix,
			   struct str *why)
{
	struct str words = str_trim(text);
	size_t slash = str_find_byte(words, '/', 0);
	enum date_fault fault;

	*fix = (struct str){ 0 };
	*why = (struct str){ 0 };
	clear(date, DATE_GIVEN);
	if (str_equal_nocase(words, STR("tbc")) || str_equal(words, STR("unknown"))) {
		date->kind = words.len == 3 ? DATE_TBC : DATE_UNKNOWN;
		return DATE_OK;
	}
	if (slash < words.len)
		fault = parse_interval(words, slash, arena, date, why);
	else
		fault = parse_single(words, arena, date, why);
	if (fault)
		clear(date, DATE_BAD);
	if (fault == DATE_FORMAT)
		date_guess(words, arena, fix, why);
	return fault;
}
