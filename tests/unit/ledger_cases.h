/* Rows of states of a small plan, and what a ledger that is fed with them keeps. */
#ifndef UNIT_LEDGER_CASES_H
#define UNIT_LEDGER_CASES_H

#include "diff_cases.h"
#include "diff/ledger.h"

#define HEAD "title: Plan\nstatus: draft\nactions:\n"
#define ONE(keys) HEAD "  - id: survey\n    activity: Ask all staff how they are.\n" keys

/* The days of the states, a month apart. */
#define FIRST_DAY 19000
#define STEP_DAYS 30

struct row {
	const char *const *plans; /* NULL: there is none; the last is followed by `end` */
	size_t count;
	bool is_known; /* of the first state */
};

static inline void add_value(const struct ledger_value *value, struct buf *out)
{
	buf_add(out, value->text);
	for (size_t i = 0; i < value->id_count; i++) {
		buf_add_c(out, i ? "+" : "");
		buf_add(out, value->ids[i]);
	}
	if (!value->text.len && !value->id_count)
		buf_add_c(out, "-");
}

/* "1 #survey due 2023-09>2023-12 +92 later!": the step, where, what, and how it moved; ! is after it was due. */
static inline void add_entry(const struct ledger_entry *entry, struct buf *out)
{
	static const char *const moves[] = { "", " later", " earlier", " away" };
	struct str address = ledger_heir(entry->thing)->address;

	buf_printf(out, "%s%d %.*s %.*s ", out->len ? ", " : "",
		   (int)(entry->step->day - FIRST_DAY) / STEP_DAYS,
		   STR_ARG(str_slice(address, str_find_byte(address, '#', 0), address.len)),
		   STR_ARG(entry->field));
	add_value(&entry->old, out);
	buf_add_byte(out, '>');
	add_value(&entry->new, out);
	if (entry->has_days)
		buf_printf(out, " %+d", (int)entry->days);
	buf_add_c(out, moves[entry->move]);
	buf_add_c(out, entry->is_after_due ? "!" : "");
	if (entry->reason.len)
		buf_printf(out, " (%.*s)", STR_ARG(entry->reason));
}

static inline void feed(struct ledger *ledger, struct arena *arena, const struct row *row)
{
	struct state before = { 0 };

	for (size_t i = 0; i < row->count; i++) {
		struct ledger_step step = {
			.commit = STR("c"),
			.author = STR("Head of Housing"),
			.day = FIRST_DAY + (int32_t)i * STEP_DAYS,
			.is_known = row->is_known && !i,
		};
		struct state after = { 0 };
		struct diff_side a = { &before.plan, before.plan != NULL, &before.council,
				       before.plan != NULL };
		struct diff_side b = { &after.plan, row->plans[i] != NULL, &after.council,
				       row->plans[i] != NULL };

		if (row->plans[i])
			after = state_new(arena, row->plans[i], NULL);
		ledger_add(ledger, &step, &a, &b);
		before = after;
	}
}

/* What is in the ledger behind a row of states; entries of the first are left out. */
static inline void expect_row(const struct row *row, const char *expected)
{
	struct ledger ledger;
	struct arena arena;
	struct buf said = { 0 };

	arena_init(&arena);
	ledger_init(&ledger);
	feed(&ledger, &arena, row);
	buf_add(&said, (struct str){ 0 });
	for (size_t i = 0; i < ledger.entries.len; i++) {
		if (ledger.entries.at[i]->step->day > FIRST_DAY)
			add_entry(ledger.entries.at[i], &said);
	}
	if (!str_equal(buf_str(&said), str_from(expected)))
		fail_msg("“%.*s” instead of “%s”", STR_ARG(buf_str(&said)), expected);
	buf_release(&said);
	ledger_release(&ledger);
	arena_release(&arena);
}

#define EXPECT(expected, ...)                                                               \
	do {                                                                                \
		static const char *const plans[] = { __VA_ARGS__ };                         \
		expect_row(&(struct row){ plans, sizeof(plans) / sizeof(plans[0]), false }, \
			   expected);                                                       \
	} while (0)

#define ACTION(id, words, keys) "  - id: " id "\n    activity: " words "\n" keys
#define ASK "Ask all staff how they are."
#define SELL "Sell the old town hall to a buyer."

#endif
