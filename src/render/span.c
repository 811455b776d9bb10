#include "render/span.h"
#include "base/civil.h"
#include "render/words.h"

#include <stdlib.h>

enum unit { UNIT_DAY, UNIT_MONTH, UNIT_YEAR };

static void print(long count, enum unit unit, const struct view *view, struct buf *out)
{
	static const char *const words[][2] = {
		[UNIT_DAY] = { "{count} day", "{count} days" },
		[UNIT_MONTH] = { "{count} month", "{count} months" },
		[UNIT_YEAR] = { "{count} year", "{count} years" },
	};
	struct buf length = { 0 };

	own_count_print(view, (size_t)labs(count), words[unit][0], words[unit][1], &length);
	own_fill(view, count > 0 ? "{length} later" : "{length} earlier",
		 (struct blank[]){ { "{length}", buf_str(&length) }, { NULL } }, out);
	buf_release(&length);
}

static bool is_month_end(struct civil day)
{
	return day.day == civil_last_day(day.year, day.month);
}

void span_print(int32_t from, int32_t to, const struct view *view, struct buf *out)
{
	struct civil a = civil_from_days(from);
	struct civil b = civil_from_days(to);
	long months = (b.year - a.year) * 12L + b.month - a.month;

	if (from == to)
		return;
	if (!months || !(a.day == b.day || (is_month_end(a) && is_month_end(b))))
		print((long)to - from, UNIT_DAY, view, out);
	else if (months % 12 == 0)
		print(months / 12, UNIT_YEAR, view, out);
	else
		print(months, UNIT_MONTH, view, out);
}

void span_days_print(int32_t days, const struct view *view, struct buf *out)
{
	if (days)
		print(days, UNIT_DAY, view, out);
}
