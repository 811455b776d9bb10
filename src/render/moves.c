#include "render/moves.h"
#include "render/site.h"
#include "render/span.h"
#include "render/words.h"

const struct ledger_thing *moves_thing(const struct view *view, const struct action *action)
{
	const struct chronicle *chronicle = view->options->chronicle;

	if (!chronicle)
		return NULL;
	return ledger_find(&chronicle->ledger,
			   arena_printf(view->arena, "%.*s#%.*s", STR_ARG(view->plan->thing.id),
					STR_ARG(action->thing.id)));
}

bool entry_is_move(const struct ledger_entry *entry)
{
	return entry->about == LEDGER_DATE && entry->move != MOVE_NONE &&
	       str_equal(entry->field, STR("due"));
}

struct moves moves_of(const struct ledger_thing *thing)
{
	struct moves moves = { 0 };

	for (size_t i = 0; i < thing->entries.len; i++) {
		const struct ledger_entry *entry = thing->entries.at[i];

		moves.all += entry_is_move(entry);
		moves.late += entry_is_move(entry) && entry->is_after_due;
	}
	return moves;
}

void moves_times_print(size_t count, const struct view *view, struct buf *out)
{
	if (count == 1 || count == 2)
		buf_add(out, own_words(view, count == 1 ? "once" : "twice"));
	else
		own_count_print(view, count, "{count} times", "{count} times", out);
}

void moves_print(struct moves moves, const struct view *view, struct buf *out)
{
	struct buf all = { 0 };
	struct buf late = { 0 };

	moves_times_print(moves.all, view, &all);
	moves_times_print(moves.late, view, &late);
	own_fill(view,
		 !moves.late              ? "Moved {times}"
		 : moves.late < moves.all ? "Moved {times}, {late} after the date had passed"
		 : moves.all > 1          ? "Moved {times}, each time after the date had passed"
					  : "Moved {times}, after the date had passed",
		 (struct blank[]){
			 { "{times}", buf_str(&all) }, { "{late}", buf_str(&late) }, { NULL } },
		 out);
	buf_release(&all);
	buf_release(&late);
}

bool value_is_day(const struct ledger_value *value)
{
	return value->date.kind == DATE_GIVEN && !value->date.open_end;
}

void moves_span_print(const struct ledger_thing *thing, const struct view *view, struct buf *out)
{
	int32_t from = thing->first_due.date.latest;
	int32_t to = thing->due.date.latest;

	if (!value_is_day(&thing->first_due) || !value_is_day(&thing->due))
		return;
	if (from == to)
		buf_add(out, own_words(view, "back at the same date"));
	else
		span_print(from, to, view, out);
}

const struct text *reason_find(const struct action *action, struct str reason)
{
	const struct revision *revisions = action ? action->revisions.at : NULL;

	for (size_t i = 0; action && i < action->revisions.len; i++) {
		if (str_equal(revisions[i].reason.words, reason))
			return &revisions[i].reason;
	}
	return NULL;
}
