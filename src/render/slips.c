#include "render/slips.h"
#include "render/action_page.h"
#include "render/ledger.h"
#include "render/moves.h"
#include "render/site.h"
#include "render/time_scale.h"
#include "render/words.h"

/* Heights, in hundredths of an em. */
#define ROW 160
#define AXIS 150

/* The dates of an action, one after the other. */
struct slip {
	const struct action *action;
	const struct ledger_thing *thing;
	VEC(int32_t) days; /* of the dates that it had, and no more has */
	struct moves moves;
};

struct slips {
	VEC(struct slip) list;
	VEC(int32_t) days;
	struct time_scale scale;
	size_t dated; /* actions that had a date */
	struct moves moves;
};

static struct slip slip_of(const struct action *action, const struct ledger_thing *thing,
			   struct arena *arena)
{
	struct slip slip = { .action = action, .thing = thing, .moves = moves_of(thing) };

	for (size_t i = 0; i < thing->entries.len; i++) {
		const struct ledger_entry *entry = thing->entries.at[i];

		if (entry_is_move(entry) && value_is_day(&entry->old))
			vec_add(arena, &slip.days, entry->old.date.latest);
	}
	return slip;
}

static void slips_add(struct slips *slips, const struct slip *slip, struct arena *arena)
{
	slips->moves.all += slip->moves.all;
	slips->moves.late += slip->moves.late;
	vec_add(arena, &slips->list, *slip);
	for (size_t i = 0; i < slip->days.len; i++)
		vec_add(arena, &slips->days, slip->days.at[i]);
	if (value_is_day(&slip->thing->due))
		vec_add(arena, &slips->days, slip->thing->due.date.latest);
}

static void slips_find(struct slips *slips, const struct view *view)
{
	const struct plan *plan = view->plan;

	*slips = (struct slips){ 0 };
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];
		const struct ledger_thing *thing = moves_thing(view, action);
		struct slip slip;

		if (!thing || thing->level != LEDGER_ACTION)
			continue;
		slips->dated += thing->first_due.text.len > 0;
		slip = slip_of(action, thing, view->arena);
		if (slip.moves.all)
			slips_add(slips, &slip, view->arena);
	}
}

bool plan_has_slips(const struct view *view)
{
	struct slips slips;

	slips_find(&slips, view);
	return slips.list.len;
}

/* "First March 2024, now September 2024: 6 months later. Moved twice, once after the date had passed." */
static struct str slip_words(const struct slip *slip, const struct view *view)
{
	const struct ledger_thing *thing = slip->thing;
	struct buf first = { 0 };
	struct buf now = { 0 };
	struct buf span = { 0 };
	struct buf words = { 0 };
	struct str copy;

	ledger_date_print(&thing->first_due, view, &first);
	ledger_date_print(&thing->due, view, &now);
	moves_span_print(thing, view, &span);
	own_fill(view,
		 span.len ? "First {first}, now {now}: {span}. " : "First {first}, now {now}. ",
		 (struct blank[]){ { "{first}", buf_str(&first) },
				   { "{now}", buf_str(&now) },
				   { "{span}", buf_str(&span) },
				   { NULL } },
		 &words);
	moves_print(slip->moves, view, &words);
	buf_add_byte(&words, '.');
	copy = arena_copy(view->arena, buf_str(&words));
	buf_release(&first);
	buf_release(&now);
	buf_release(&span);
	buf_release(&words);
	return copy;
}

/* Where a day stands: its end, as what is due by it. */
static int32_t x_of(const struct slips *slips, int32_t day)
{
	return time_scale_x(&slips->scale, day + 1);
}

/* Rings for the dates it had, a diamond for the one it has, and the way between them. */
static void slip_draw(const struct slips *slips, const struct slip *slip, struct html *html)
{
	bool has_now = value_is_day(&slip->thing->due);
	int32_t from = slip->days.len ? x_of(slips, slip->days.at[0]) : SVG_WHOLE;
	int32_t to = has_now ? x_of(slips, slip->thing->due.date.latest) : from;

	if (has_now && slip->days.len && from != to)
		svg_rect(html, "stretch", SVG_PLAIN,
			 (struct svg_box){ from < to ? from : to, ROW / 2 - 10,
					   from < to ? to - from : from - to, 20 });
	for (size_t i = 0; i < slip->days.len; i++)
		svg_point(html, i ? SVG_SMALL : SVG_RING, x_of(slips, slip->days.at[i]), ROW / 2);
	if (has_now)
		svg_point(html, SVG_DIAMOND, to, ROW / 2);
}

static void row_write(const struct slips *slips, const struct slip *slip, struct pen *pen)
{
	struct html *html = html_of(pen);
	struct str words = slip_words(slip, pen->view);

	html_open(html, "tr");
	html_open(html, "th");
	html_attr_c(html, "scope", "row");
	action_link_write(pen, pen->view->plan, slip->action);
	html_close(html, "th");
	html_open(html, "td");
	if (slip->days.len || value_is_day(&slip->thing->due)) {
		svg_open(html, "chart", ROW, own_words(pen->view, "The dates it had, and has"),
			 (struct str){ 0 });
		time_scale_grid(&slips->scale, html, ROW);
		slip_draw(slips, slip, html);
		svg_close(html);
	}
	html_element(html, "p", words);
	html_close(html, "td");
	html_close(html, "tr");
}

static void key_item(struct pen *pen, enum svg_mark mark, const char *words)
{
	pen_open(pen, PEN_ITEM);
	svg_key_mark(html_of(pen), mark);
	html_text(html_of(pen), own_words(pen->view, words));
	pen_close(pen, PEN_ITEM);
}

static void key_write(struct pen *pen)
{
	html_open(html_of(pen), "ul");
	html_attr_c(html_of(pen), "class", "keys");
	key_item(pen, SVG_RING, "first date");
	key_item(pen, SVG_SMALL, "dates between");
	key_item(pen, SVG_DIAMOND, "date now");
	html_close(html_of(pen), "ul");
}

static void note_write(const struct slips *slips, struct pen *pen)
{
	const struct view *view = pen->view;
	struct buf words = { 0 };
	struct buf times = { 0 };

	moves_times_print(slips->moves.all, view, &times);
	own_fill(view,
		 slips->moves.late
			 ? "{moved} of the {dated} actions that were given a date had it moved, "
			   "{times} in all, {late} of them after the date had passed. "
			 : "{moved} of the {dated} actions that were given a date had it moved, "
			   "{times} in all. ",
		 (struct blank[]){ { "{moved}", .number = &slips->list.len },
				   { "{dated}", .number = &slips->dated },
				   { "{times}", buf_str(&times) },
				   { "{late}", .number = &slips->moves.late },
				   { NULL } },
		 &words);
	ledger_beginning_print(view->options->chronicle, view, &words);
	pen_open(pen, PEN_NOTE);
	pen_plain(pen, buf_str(&words));
	pen_close(pen, PEN_NOTE);
	buf_release(&words);
	buf_release(&times);
}

static void table_write(const struct slips *slips, struct pen *pen)
{
	struct html *html = html_of(pen);

	html_open(html, "table");
	html_attr_c(html, "class", "timeline");
	html_open(html, "thead");
	html_open(html, "tr");
	html_open(html, "th");
	html_attr_c(html, "scope", "col");
	html_text(html, own_words(pen->view, "Action"));
	html_close(html, "th");
	html_open(html, "th");
	html_attr_c(html, "scope", "col");
	html_text(html, own_words(pen->view, "Its dates"));
	svg_open_silent(html, "chart", AXIS);
	time_scale_grid(&slips->scale, html, AXIS);
	time_scale_axis(&slips->scale, pen, 110);
	svg_close(html);
	html_close(html, "th");
	html_close(html, "tr");
	html_close(html, "thead");
	html_open(html, "tbody");
	for (size_t i = 0; i < slips->list.len && !pen_is_full(pen); i++)
		row_write(slips, &slips->list.at[i], pen);
	html_close(html, "tbody");
	html_close(html, "table");
}

void slips_write(struct pen *pen)
{
	const struct view *view = pen->view;
	struct slips slips;

	slips_find(&slips, view);
	if (!slips.list.len)
		return;
	time_scale_init(&slips.scale, view->plan,
			(struct time_days){ slips.days.at, slips.days.len }, view_today(view));
	svg_shapes(pen);
	pen_heading(pen, "Dates that were moved");
	note_write(&slips, pen);
	key_write(pen);
	table_write(&slips, pen);
}
