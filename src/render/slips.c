#include "render/slips.h"
#include "render/action_page.h"
#include "render/ledger.h"
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
	size_t moves;
	size_t late; /* of these, when the date had passed */
};

struct slips {
	VEC(struct slip) list;
	VEC(int32_t) days;
	struct time_scale scale;
	size_t dated; /* actions that had a date */
	size_t moves;
	size_t late;
};

/* The words for it are English: so is what the history says. */
static const struct ledger *ledger_of(const struct view *view)
{
	const struct chronicle *chronicle = view->options->chronicle;

	return chronicle && str_equal(view->language, STR("en")) ? &chronicle->ledger : NULL;
}

static const struct ledger_thing *thing_of(const struct view *view, const struct ledger *ledger,
					   const struct action *action)
{
	return ledger_find(ledger,
			   arena_printf(view->arena, "%.*s#%.*s", STR_ARG(view->plan->thing.id),
					STR_ARG(action->thing.id)));
}

static bool is_move(const struct ledger_entry *entry)
{
	return entry->about == LEDGER_DATE && entry->move != MOVE_NONE &&
	       str_equal(entry->field, STR("due"));
}

static bool is_day(const struct ledger_value *value)
{
	return value->date.kind == DATE_GIVEN && !value->date.open_end;
}

static struct slip slip_of(const struct action *action, const struct ledger_thing *thing,
			   struct arena *arena)
{
	struct slip slip = { .action = action, .thing = thing };

	for (size_t i = 0; i < thing->entries.len; i++) {
		const struct ledger_entry *entry = thing->entries.at[i];

		if (!is_move(entry))
			continue;
		slip.moves++;
		slip.late += entry->is_after_due;
		if (is_day(&entry->old))
			vec_add(arena, &slip.days, entry->old.date.latest);
	}
	return slip;
}

static void slips_add(struct slips *slips, const struct slip *slip, struct arena *arena)
{
	slips->moves += slip->moves;
	slips->late += slip->late;
	vec_add(arena, &slips->list, *slip);
	for (size_t i = 0; i < slip->days.len; i++)
		vec_add(arena, &slips->days, slip->days.at[i]);
	if (is_day(&slip->thing->due))
		vec_add(arena, &slips->days, slip->thing->due.date.latest);
}

static void slips_find(struct slips *slips, const struct view *view)
{
	const struct ledger *ledger = ledger_of(view);
	const struct plan *plan = view->plan;

	*slips = (struct slips){ 0 };
	for (size_t i = 0; ledger && i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];
		const struct ledger_thing *thing = thing_of(view, ledger, action);
		struct slip slip;

		if (!thing || thing->level != LEDGER_ACTION)
			continue;
		slips->dated += thing->first_due.text.len > 0;
		slip = slip_of(action, thing, view->arena);
		if (slip.moves)
			slips_add(slips, &slip, view->arena);
	}
}

bool plan_has_slips(const struct view *view)
{
	struct slips slips;

	slips_find(&slips, view);
	return slips.list.len;
}

/* "First March 2024, now September 2024: 6 months later. Moved 2 times, 1 after the date had passed." */
static struct str slip_words(const struct slip *slip, struct arena *arena)
{
	const struct ledger_thing *thing = slip->thing;
	struct buf words = { 0 };
	struct str copy;

	buf_add_c(&words, "First ");
	ledger_date_print(&thing->first_due, &words);
	buf_add_c(&words, ", now ");
	ledger_date_print(&thing->due, &words);
	if (is_day(&thing->first_due) && is_day(&thing->due)) {
		buf_add_c(&words, ": ");
		if (thing->first_due.date.latest == thing->due.date.latest)
			buf_add_c(&words, "the same date");
		else
			ledger_span_print(thing->first_due.date.latest, thing->due.date.latest,
					  &words);
	}
	buf_printf(&words, ". Moved %zu time%s", slip->moves, slip->moves == 1 ? "" : "s");
	if (slip->late)
		buf_printf(&words, ", %zu after the date had passed", slip->late);
	buf_add_byte(&words, '.');
	copy = arena_copy(arena, buf_str(&words));
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
	bool has_now = is_day(&slip->thing->due);
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
	struct str words = slip_words(slip, pen->view->arena);

	html_open(html, "tr");
	html_open(html, "th");
	html_attr_c(html, "scope", "row");
	action_link_write(pen, pen->view->plan, slip->action);
	html_close(html, "th");
	html_open(html, "td");
	if (slip->days.len || is_day(&slip->thing->due)) {
		svg_open(html, "chart", ROW, STR("The dates it had, and has"), (struct str){ 0 });
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
	html_text_c(html_of(pen), words);
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
	struct buf words = { 0 };

	buf_printf(&words,
		   "%zu of the %zu actions that were given a date had it moved, %zu time%s in all",
		   slips->list.len, slips->dated, slips->moves, slips->moves == 1 ? "" : "s");
	if (slips->late)
		buf_printf(&words, ", %zu of them after the date had passed", slips->late);
	buf_add_c(&words, ". ");
	pen_open(pen, PEN_NOTE);
	pen_plain(pen, buf_str(&words));
	words.len = 0;
	ledger_beginning_print(pen->view->options->chronicle, &words);
	if (words.len)
		pen_plain(pen, buf_str(&words));
	pen_close(pen, PEN_NOTE);
	buf_release(&words);
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
	html_text_c(html, "Action");
	html_close(html, "th");
	html_open(html, "th");
	html_attr_c(html, "scope", "col");
	html_text_c(html, "Its dates");
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
