#include "render/ledger.h"
#include "base/civil.h"

#include <stdlib.h>

#define SHORT_COMMIT 10

const struct ledger_format *const ledger_formats[] = {
	&ledger_text, &ledger_markdown, &ledger_csv, &ledger_json, NULL,
};

const struct ledger_format *ledger_format_find(struct str name)
{
	for (size_t i = 0; ledger_formats[i]; i++) {
		if (str_equal(str_from(ledger_formats[i]->name), name))
			return ledger_formats[i];
	}
	return NULL;
}

bool ledger_gap_is_chosen(const struct ledger_view *view, const struct chronicle_gap *gap)
{
	const struct ledger_thing *plan = ledger_find(&view->chronicle->ledger, gap->plan);

	if (!plan || !plan->plan || !view->choice.len)
		return true;
	for (size_t i = 0; i < view->choice.len; i++) {
		if (view->choice.at[i]->plan == plan->plan)
			return true;
	}
	return false;
}

void ledger_day_print(int32_t day, struct buf *out)
{
	struct civil civil = civil_from_days(day);

	buf_printf(out, "%d %.*s %d", civil.day, STR_ARG(date_month_name(civil.month)), civil.year);
}

struct str ledger_commit_short(struct str commit)
{
	return str_slice(commit, 0, commit.len < SHORT_COMMIT ? commit.len : SHORT_COMMIT);
}

struct str ledger_id(struct str address)
{
	size_t mark = str_find_byte(address, '#', 0);

	return str_slice(address, mark + (mark < address.len), address.len);
}

/* ---------------------------------------------------------------- values */

static void print_date(const struct ledger_value *value, struct buf *out)
{
	switch (value->date.kind) {
	case DATE_GIVEN: date_print(&value->date, out); break;
	case DATE_TBC: buf_add_c(out, "to be confirmed"); break;
	case DATE_UNKNOWN: buf_add_c(out, "unknown"); break;
	default: buf_printf(out, "“%.*s”", STR_ARG(value->text));
	}
}

void ledger_date_print(const struct ledger_value *value, struct buf *out)
{
	if (value->text.len)
		print_date(value, out);
	else
		buf_add_c(out, "–");
}

static void print_people(const struct ledger *ledger, const struct ledger_thing *thing,
			 const struct ledger_value *value, struct buf *out)
{
	for (size_t i = 0; i < value->id_count; i++) {
		buf_add_c(out, !i ? "" : i + 1 < value->id_count ? ", " : " and ");
		buf_add(out, ledger_person(ledger, thing->council, value->ids[i]));
	}
}

/* "in-progress" as "in progress". */
static void print_status(struct str status, struct buf *out)
{
	for (size_t i = 0; i < status.len; i++)
		buf_add_byte(out, status.at[i] == '-' ? ' ' : status.at[i]);
}

void ledger_value_print(const struct ledger *ledger, const struct ledger_entry *entry,
			const struct ledger_value *value, struct buf *out)
{
	if (!value->text.len && !value->id_count) {
		buf_add_c(out, "nothing");
		return;
	}
	switch (entry->about) {
	case LEDGER_DATE: print_date(value, out); break;
	case LEDGER_LEAD: print_people(ledger, entry->thing, value, out); break;
	case LEDGER_STATUS: print_status(value->text, out); break;
	case LEDGER_TARGET: buf_add(out, value->text); break;
	}
}

/* ---------------------------------------------------------------- how it moved */

static bool is_month_end(struct civil day)
{
	return day.day == civil_last_day(day.year, day.month);
}

static void print_count(long count, const char *unit, struct buf *out)
{
	buf_printf(out, "%ld %s%s", count, unit, count == 1 ? "" : "s");
}

/* In whole months where it is just that: from month's end to month's end, or from one day to the same. */
void ledger_span_print(int32_t from, int32_t to, struct buf *out)
{
	struct civil a = civil_from_days(from);
	struct civil b = civil_from_days(to);
	long months = labs((b.year - a.year) * 12L + b.month - a.month);

	if (from == to)
		return;
	if (!months || !(a.day == b.day || (is_month_end(a) && is_month_end(b))))
		print_count(labs((long)to - from), "day", out);
	else if (months % 12 == 0)
		print_count(months / 12, "year", out);
	else
		print_count(months, "month", out);
	buf_add_c(out, to > from ? " later" : " earlier");
}

static void print_move(const struct ledger_entry *entry, struct buf *out)
{
	struct buf span = { 0 };

	/* Where the old one could not be read, the days tell what it was before. */
	if (entry->has_days)
		ledger_span_print(entry->new.date.latest - entry->days, entry->new.date.latest,
				  &span);
	if (span.len)
		buf_printf(out, ", %s", span.at);
	if (entry->is_after_due)
		buf_add_c(out, ", after the date had passed");
	buf_release(&span);
}

static const char *kind_note(enum change_kind kind)
{
	switch (kind) {
	case CHANGE_TARGET_WEAKENED: return ", weakened";
	case CHANGE_TARGET_STRENGTHENED: return ", strengthened";
	case CHANGE_TARGET_NOT_COMPARABLE: return ", which cannot be compared";
	case CHANGE_REOPENED: return ", reopened";
	default: return "";
	}
}

/* "measures[response-rate].target" as "measure response-rate, target". */
static void print_field(struct str field, struct buf *out)
{
	size_t open = str_find_byte(field, '[', 0);
	size_t close = str_find_byte(field, ']', open < field.len ? open : 0);

	if (close + 1 >= field.len) {
		buf_add(out, field);
		return;
	}
	buf_add(out, str_slice(field, 0, open ? open - 1 : 0));
	buf_add_byte(out, ' ');
	buf_add(out, str_slice(field, open + 1, close));
	buf_add_c(out, ", ");
	buf_add(out, str_slice(field, close + 2, field.len));
}

void ledger_entry_print(const struct ledger *ledger, const struct ledger_entry *entry,
			struct buf *out)
{
	/* What was merged into another is told there, under its own name. */
	if (entry->thing->into) {
		buf_add(out, ledger_id(entry->thing->address));
		buf_add_c(out, ", ");
	}
	print_field(entry->field, out);
	buf_add_c(out, ": ");
	if (!entry->is_coming) {
		ledger_value_print(ledger, entry, &entry->old, out);
		buf_add_c(out, " → ");
	}
	ledger_value_print(ledger, entry, &entry->new, out);
	if (entry->about == LEDGER_DATE)
		print_move(entry, out);
	else
		buf_add_c(out, kind_note(entry->kind));
}

void ledger_beginning_print(const struct chronicle *chronicle, struct buf *out)
{
	if (!chronicle->is_truncated)
		return;
	buf_add_c(out, "history begins at ");
	buf_add(out, ledger_commit_short(chronicle->truncated_at.name));
	buf_add_c(out, ", on ");
	ledger_day_print(chronicle->truncated_at.day, out);
	buf_add_c(out, ": this is a shallow clone, and what changed before is not known");
}

const char *ledger_limit(const struct chronicle *chronicle)
{
	if (chronicle->is_truncated)
		return " since history begins";
	return chronicle->gaps.len ? " in what can be read" : "";
}
