#include "render/history.h"
#include "render/ledger.h"
#include "render/site.h"

static const struct ledger_thing *thing_of(const struct view *view)
{
	const struct chronicle *chronicle = view->options->chronicle;
	struct str address;

	if (!chronicle || !str_equal(view->language, STR("en")))
		return NULL;
	address = arena_printf(view->arena, "%.*s#%.*s", STR_ARG(view->plan->thing.id),
			       STR_ARG(view->action->thing.id));
	return ledger_find(&chronicle->ledger, address);
}

static bool has_changed(const struct ledger_thing *thing)
{
	for (size_t i = 0; i < thing->entries.len; i++) {
		if (!thing->entries.at[i]->is_coming)
			return true;
	}
	return false;
}

static bool is_move(const struct ledger_entry *entry)
{
	return entry->about == LEDGER_DATE && entry->move != MOVE_NONE &&
	       str_equal(entry->field, STR("due"));
}

static void add_times(struct buf *out, size_t count)
{
	if (count < 3)
		buf_add_c(out, count == 1 ? "once" : "twice");
	else
		buf_printf(out, "%zu times", count);
}

/* "First set as November 2023. Moved twice, once after the date had passed, 4 months later in all." */
static void sum_write(struct pen *pen, const struct ledger_thing *thing)
{
	struct buf words = { 0 };
	size_t moves = 0;
	size_t late = 0;

	for (size_t i = 0; i < thing->entries.len; i++) {
		const struct ledger_entry *entry = thing->entries.at[i];

		moves += is_move(entry);
		late += is_move(entry) && entry->is_after_due;
	}
	if (!moves)
		return;
	if (thing->first_due.text.len) {
		buf_add_c(&words, "First set as ");
		ledger_date_print(&thing->first_due, &words);
		buf_add_c(&words, ". ");
	}
	buf_add_c(&words, "Moved ");
	add_times(&words, moves);
	if (late) {
		buf_add_c(&words, ", ");
		if (late < moves)
			add_times(&words, late);
		buf_add_c(&words, late < moves ? " after"
				  : moves > 1  ? "each time after"
					       : "after");
		buf_add_c(&words, " the date had passed");
	}
	if (thing->first_due.date.kind == DATE_GIVEN && thing->due.date.kind == DATE_GIVEN &&
	    !thing->due.date.open_end && !thing->first_due.date.open_end) {
		buf_add_c(&words, moves > 1 ? "; in all " : "; ");
		if (thing->first_due.date.latest == thing->due.date.latest)
			buf_add_c(&words, "back at the same date");
		else
			ledger_span_print(thing->first_due.date.latest, thing->due.date.latest,
					  &words);
	}
	buf_add_byte(&words, '.');
	pen_open(pen, PEN_PARAGRAPH);
	pen_plain(pen, buf_str(&words));
	pen_close(pen, PEN_PARAGRAPH);
	buf_release(&words);
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
	ledger_entry_print(ledger, entry, &words);
	pen_plain(pen, buf_str(&words));
	pen->type->cell(pen);
	if (entry->is_coming)
		pen_c(pen, "first set");
	else if (entry->reason.len)
		pen_plain(pen, entry->reason);
	else if (is_move(entry))
		pen_none(pen, "No reason given");
	buf_release(&words);
}

static void beginning_write(struct pen *pen)
{
	struct buf words = { 0 };

	ledger_beginning_print(pen->view->options->chronicle, &words);
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
	const struct ledger_thing *thing = thing_of(pen->view);

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
