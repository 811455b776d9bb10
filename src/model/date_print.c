#include "model/date.h"
#include "base/bug.h"
#include "base/civil.h"

const struct date_words date_words_english = {
	.months = { "January", "February", "March", "April", "May", "June", "July", "August",
		    "September", "October", "November", "December" },
	.from = "from ",
	.to = " to ",
	.about = "about ",
};

struct str date_month_name_in(int month, const struct date_words *words)
{
	if (month < 1 || month > 12)
		BUG("month %d", month);
	return str_from(words->months[month - 1]);
}

struct str date_month_name(int month)
{
	return date_month_name_in(month, &date_words_english);
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

struct printer {
	const struct date_words *words;
	struct buf *out;
};

/* A day, month or year, but for the month and year that are said elsewhere. */
static void print_point(const struct printer *printer, struct civil day,
			enum date_precision precision, bool month, bool year)
{
	struct buf *out = printer->out;

	if (precision == PRECISION_YEAR) {
		buf_printf(out, "%d", day.year);
		return;
	}
	if (precision == PRECISION_DAY)
		buf_printf(out, "%d", day.day);
	if (precision == PRECISION_DAY && month)
		buf_add_byte(out, ' ');
	if (month)
		buf_add(out, date_month_name_in(day.month, printer->words));
	if (year)
		buf_printf(out, " %d", day.year);
}

/* What both ends share is said once, at the end: "July to September 2023", "1 to 5 March 2024". */
static void print_range(const struct printer *printer, const struct date *date,
			enum date_precision first, enum date_precision last)
{
	struct civil from = civil_from_days(date->earliest);
	struct civil to = civil_from_days(date->latest);
	bool is_even = first == last && !date->from.approximate == !date->to.approximate;
	bool same_year = is_even && from.year == to.year;
	bool same_month = same_year && from.month == to.month;

	if ((first == PRECISION_YEAR && same_year) || (first == PRECISION_MONTH && same_month) ||
	    (is_even && date->earliest == date->latest)) {
		print_point(printer, to, last, true, true);
		return;
	}
	print_point(printer, from, first, !(first == PRECISION_DAY && same_month), !same_year);
	buf_add_c(printer->out, printer->words->to);
	if (date->precision == PRECISION_INTERVAL && date->to.approximate)
		buf_add_c(printer->out, printer->words->about);
	print_point(printer, to, last, true, true);
}

void date_print_in(const struct date *date, const struct date_words *words, struct buf *out)
{
	const struct printer printer = { words, out };
	struct civil from;

	if (date->kind != DATE_GIVEN)
		return;
	from = civil_from_days(date->earliest);
	if (date->open_end)
		buf_add_c(out, words->from);
	if (date->from.approximate)
		buf_add_c(out, words->about);
	if (date->open_end)
		print_point(&printer, from, date->from.precision, true, true);
	else if (date->precision == PRECISION_QUARTER)
		print_range(&printer, date, PRECISION_MONTH, PRECISION_MONTH);
	else if (date->precision == PRECISION_INTERVAL)
		print_range(&printer, date, date->from.precision, date->to.precision);
	else if (date->precision == PRECISION_FINANCIAL_YEAR)
		buf_printf(out, "%d/%02d", from.year, (from.year + 1) % 100);
	else
		print_point(&printer, from, date->precision, true, true);
}

void date_print(const struct date *date, struct buf *out)
{
	date_print_in(date, &date_words_english, out);
}
