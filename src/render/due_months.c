#include "render/due_months.h"
#include "render/stretch.h"
#include "render/tally.h"
#include "render/words.h"

/* In hundredths of an em: of the columns, and of the words above and below them. */
#define COLUMN 600
#define ABOVE 130
#define BELOW 150

/* More columns than this would be hairs on a telephone. */
#define MOST_COLUMNS 36
/* With more than this there is no room for numbers of two digits there. */
#define ROOMY 16

struct columns_of {
	struct time_scale scale;
	size_t *counts;
	size_t count;
	int step;             /* months in a column */
	int first;            /* month of the first one */
	size_t before, after; /* beyond the picture */
	size_t most;
	size_t all;
};

static void find_days(const struct plan *plan, struct arena *arena, struct time_days *days)
{
	days->at = arena_new_array(arena, int32_t, plan->all_actions.len);
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct date *date = stretch_due_date(plan->all_actions.at[i]);

		if (date)
			days->at[days->count++] = date->latest;
	}
}

/* Of months as few as there is room for. */
static void set_columns(struct columns_of *columns, struct arena *arena)
{
	static const int steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000 };
	int from = month_of_day(columns->scale.first);
	int to = month_of_day(columns->scale.last);
	size_t i = 0;

	do {
		columns->step = steps[i++];
		columns->first = from / columns->step * columns->step;
		columns->count = (size_t)((to - columns->first) / columns->step + 1);
	} while (columns->count > MOST_COLUMNS);
	columns->counts = arena_new_array(arena, size_t, columns->count);
}

static void count_days(struct columns_of *columns, struct time_days days)
{
	columns->all = days.count;
	for (size_t i = 0; i < days.count; i++) {
		size_t column;

		if (days.at[i] < columns->scale.first) {
			columns->before++;
			continue;
		}
		if (days.at[i] > columns->scale.last) {
			columns->after++;
			continue;
		}
		column = (size_t)((month_of_day(days.at[i]) - columns->first) / columns->step);
		if (++columns->counts[column] > columns->most)
			columns->most = columns->counts[column];
	}
}

/* "April 2024", "January to March 2024", "2024", "2020 to 2029". */
static struct str column_name(const struct columns_of *columns, const struct view *view, size_t i)
{
	int from = columns->first + (int)i * columns->step;
	int to = from + columns->step - 1;

	if (columns->step % 12)
		return months_words(view, day_of_month(from), day_of_month(to));
	if (columns->step == 12)
		return arena_printf(view->arena, "%d", from / 12);
	return arena_printf(view->arena, "%d%s%d", from / 12, own_date_words(view)->to, to / 12);
}

static const char *column_kind(const struct columns_of *columns)
{
	switch (columns->step) {
	case 1: return "Month";
	case 3: return "Quarter";
	case 6: return "Half year";
	case 12: return "Year";
	default: return "Years";
	}
}

static void column_draw(const struct columns_of *columns, struct html *html, size_t i,
			struct arena *arena)
{
	const struct time_scale *scale = &columns->scale;
	int month = columns->first + (int)i * columns->step;
	int32_t from = time_scale_x(scale, day_of_month(month));
	int32_t to = time_scale_x(scale, day_of_month(month + columns->step));
	int32_t height = (int32_t)(columns->counts[i] * COLUMN / columns->most);
	int32_t gap = (to - from) / 8;

	svg_rect(html, "column", SVG_PLAIN,
		 (struct svg_box){ from + gap, ABOVE + COLUMN - height, to - from - 2 * gap,
				   height });
	svg_words(html, columns->count > ROOMY ? "number crowded" : "number", (from + to) / 2,
		  ABOVE + COLUMN - height - 30, arena_printf(arena, "%zu", columns->counts[i]));
}

static void picture_write(struct pen *pen, const struct columns_of *columns)
{
	struct html *html = html_of(pen);
	struct arena *arena = pen->view->arena;
	int32_t height = ABOVE + COLUMN;

	svg_open(html, "chart", height + BELOW,
		 own_words(pen->view, "Actions by the month in which they are due"),
		 months_words(pen->view, columns->scale.first, columns->scale.last));
	time_scale_grid(&columns->scale, html, height);
	svg_line(html, "floor", (struct svg_box){ 0, height, SVG_WHOLE, 0 });
	for (size_t i = 0; i < columns->count; i++) {
		if (columns->counts[i])
			column_draw(columns, html, i, arena);
	}
	time_scale_axis(&columns->scale, pen, height + 110);
	svg_close(html);
}

static void table_write(struct pen *pen, const struct columns_of *columns)
{
	const char *const names[] = { column_kind(columns), "Actions due", NULL };
	const struct view *view = pen->view;
	struct html *html = html_of(pen);

	html_open(html, "details");
	html_element(html, "summary", own_words(view, "The same as a table"));
	tally_open(html, view, names);
	tally_row(html, own_words(view, "Before these"), columns->before);
	for (size_t i = 0; i < columns->count; i++)
		tally_row(html, column_name(columns, view, i), columns->counts[i]);
	tally_row(html, own_words(view, "After these"), columns->after);
	tally_row(html, own_words(view, "Without a date to be done by"),
		  view->plan->all_actions.len - columns->all);
	tally_close(html);
	html_close(html, "details");
}

static void count_tell(struct pen *pen, const char *words, size_t count)
{
	pen_c(pen, words);
	pen_plain(pen, arena_printf(pen->view->arena, "%zu. ", count));
}

/* What the picture does not show, and how it counts. */
static void note_write(struct pen *pen, const struct columns_of *columns)
{
	size_t outside = columns->before + columns->after;
	size_t without = pen->view->plan->all_actions.len - columns->all;

	pen_open(pen, PEN_NOTE);
	count_tell(pen, "Actions with a date to be done by: ", columns->all);
	if (without)
		count_tell(pen, "Without one: ", without);
	if (outside)
		count_tell(pen, "Outside this picture: ", outside);
	pen_c(pen, "A date longer than a month counts in its last month.");
	pen_close(pen, PEN_NOTE);
}

void due_months_write(struct pen *pen)
{
	const struct plan *plan = pen->view->plan;
	struct arena *arena = pen->view->arena;
	struct columns_of columns = { 0 };
	struct time_days days = { 0 };

	find_days(plan, arena, &days);
	if (days.count < 2)
		return;
	time_scale_init(&columns.scale, plan, days, view_today(pen->view));
	set_columns(&columns, arena);
	count_days(&columns, days);
	if (!columns.most)
		return;
	pen_heading(pen, "How many are due when");
	note_write(pen, &columns);
	picture_write(pen, &columns);
	table_write(pen, &columns);
}
