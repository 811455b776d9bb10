#include "render/history.h"
#include "render/ledger.h"
#include "render/moves.h"
#include "render/site.h"

static bool has_changed(const struct ledger_thing *thing)
{
	for (size_t i = 0; i < thing->entries.len; i++) {
		if (!thing->entries.at[i]->is_coming)
			return true;
	}
	return false;
}

/* "First set as November 2023. Moved twice, once after the date had passed; in all 4 months later." */
static void sum_write(struct pen *pen, const struct ledger_thing *thing)
{
	const struct view *view = pen->view;
	struct moves moves = moves_of(thing);
	struct buf words = { 0 };
	struct buf part = { 0 };

	if (!moves.all)
		return;
	if (thing->first_due.text.len) {
		ledger_date_print(&thing->first_due, view, &part);
		own_fill(view, "First set as {date}. ",
			 (struct blank[]){ { "{date}", buf_str(&part) }, { NULL } }, &words);
	}
	moves_print(moves, view, &words);
	part.len = 0;
	moves_span_print(thing, view, &part);
	if (part.len)
		own_fill(view, moves.all > 1 ? "; in all {span}" : "; {span}",
			 (struct blank[]){ { "{span}", buf_str(&part) }, { NULL } }, &words);
	buf_add_byte(&words, '.');
	pen_open(pen, PEN_PARAGRAPH);
	pen_plain(pen, buf_str(&words));
	pen_close(pen, PEN_PARAGRAPH);
	buf_release(&words);
	buf_release(&part);
}

static void reason_write(struct pen *pen, struct str reason)
{
	const struct text *now = reason_find(pen->view->action, reason);
	struct text kept = { .words = reason };

	pen_tell(pen, now ? now : &kept);
}

/* A date that went later or away, a target that was weakened or went. */
static bool wants_reason(const struct ledger_entry *entry)
{
	return (entry_is_move(entry) && entry->move != MOVE_EARLIER) ||
	       entry->kind == CHANGE_TARGET_WEAKENED || entry->kind == CHANGE_TARGET_REMOVED;
}

static void entry_write(struct pen *pen, const struct ledger_entry *entry)
{
	const struct ledger *ledger = &pen->view->options->chronicle->ledger;
	struct date day = { .kind = DATE_GIVEN,
			    .precision = PRECISION_DAY,
			    .earliest = entry->step->day,
			    .latest = entry->step->day };
	struct buf words = { 0 };

	pen->type->row(pen);
	pen->type->cell(pen);
	pen_date(pen, &day);
	pen->type->cell(pen);
	ledger_entry_print(ledger, entry, pen->view, &words);
	pen_plain(pen, buf_str(&words));
	pen->type->cell(pen);
	if (entry->is_coming)
		pen_c(pen, "first set");
	else if (entry->reason.len)
		reason_write(pen, entry->reason);
	else if (wants_reason(entry))
		pen_none(pen, "No reason given");
	buf_release(&words);
}

static void beginning_write(struct pen *pen)
{
	struct buf words = { 0 };

	ledger_beginning_print(pen->view->options->chronicle, pen->view, &words);
	if (words.len) {
		pen_open(pen, PEN_NOTE);
		pen_plain(pen, buf_str(&words));
		pen_close(pen, PEN_NOTE);
	}
	buf_release(&words);
}

void history_section_write(struct pen *pen)
{
	static const char *const columns[] = { "Date", "What changed", "Why", NULL };
	const struct ledger_thing *thing = moves_thing(pen->view, pen->view->action);

	if (!thing || !has_changed(thing))
		return;
	pen_section_open(pen, (struct heading){ .id = STR("_history"),
						.title = own_words(pen->view, "History") });
	sum_write(pen, thing);
	pen->type->table_open(pen, columns);
	for (size_t i = 0; i < thing->entries.len && !pen_is_full(pen); i++)
		entry_write(pen, thing->entries.at[i]);
	pen->type->table_close(pen);
	beginning_write(pen);
	pen_section_close(pen);
}
