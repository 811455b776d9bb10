#include "model/date.h"
#include "base/bug.h"
#include "base/civil.h"

static const struct str month_names[] = {
	{ "January", 7 },   { "February", 8 }, { "March", 5 },    { "April", 5 },
	{ "May", 3 },       { "June", 4 },     { "July", 4 },     { "August", 6 },
	{ "September", 9 }, { "October", 7 },  { "November", 8 }, { "December", 8 },
};

struct str date_month_name(int month)
{
	if (month < 1 || month > 12)
		BUG("month %d", month);
	return month_names[month - 1];
}

struct str date_precision_name(enum date_precision precision)
{
	static const struct str names[] = {
		[PRECISION_DAY] = { "day", 3 },
		[PRECISION_MONTH] = { "month", 5 },
		[PRECISION_QUARTER] = { "quarter", 7 },
		[PRECISION_YEAR] = { "year", 4 },
		[PRECISION_FINANCIAL_YEAR] = { "financial-year", 14 },
		[PRECISION_INTERVAL] = { "interval", 8 },
	};

	return names[precision];
}

void date_print_iso(int32_t day, struct buf *out)
{
	struct civil civil = civil_from_days(day);

	buf_printf(out, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

/* A day, month or year, but for the month and year that are said elsewhere. */
static void print_point(struct civil day, enum date_precision precision, bool month, bool year,
			struct buf *out)
{
	if (precision == PRECISION_YEAR) {
		buf_printf(out, "%d", day.year);
		return;
	}
	if (precision == PRECISION_DAY)
		buf_printf(out, "%d", day.day);
	if (precision == PRECISION_DAY && month)
		buf_add_byte(out, ' ');
	if (month)
		buf_add(out, date_month_name(day.month));
	if (year)
		buf_printf(out, " %d", day.year);
}

/* What both ends share is said once, at the end: "July to September 2023", "1 to 5 March 2024". */
static void print_range(const struct date *date, enum date_precision first,
			enum date_precision last, struct buf *out)
{
	struct civil from = civil_from_days(date->earliest);
	struct civil to = civil_from_days(date->latest);
	bool is_even = first == last && !date->from.approximate == !date->to.approximate;
	bool same_year = is_even && from.year == to.year;
	bool same_month = same_year && from.month == to.month;

	if ((first == PRECISION_YEAR && same_year) || (first == PRECISION_MONTH && same_month) ||
	    (is_even && date->earliest == date->latest)) {
		print_point(to, last, true, true, out);
		return;
	}
	print_point(from, first, !(first == PRECISION_DAY && same_month), !same_year, out);
	buf_add_c(out, " to ");
	if (date->precision == PRECISION_INTERVAL && date->to.approximate)
		buf_add_c(out, "about ");
	print_point(to, last, true, true, out);
}

void date_print(const struct date *date, struct buf *out)
{
	struct civil from;

	if (date->kind != DATE_GIVEN)
		return;
	from = civil_from_days(date->earliest);
	if (date->open_end)
		buf_add_c(out, "from ");
	if (date->from.approximate)
		buf_add_c(out, "about ");
	if (date->open_end)
		print_point(from, date->from.precision, true, true, out);
	else if (date->precision == PRECISION_QUARTER)
		print_range(date, PRECISION_MONTH, PRECISION_MONTH, out);
	else if (date->precision == PRECISION_INTERVAL)
		print_range(date, date->from.precision, date->to.precision, out);
	else if (date->precision == PRECISION_FINANCIAL_YEAR)
		buf_printf(out, "%d/%02d", from.year, (from.year + 1) % 100);
	else
		print_point(from, date->precision, true, true, out);
}
