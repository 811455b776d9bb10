/* The ledger as a table: a row an entry, or with --slippage a row a sum. */
#include "base/csv.h"
#include "render/ledger.h"
#include "report/printable.h"

struct table {
	struct csv csv;
	struct buf cell;
};

static void add_text(struct table *table, struct str text)
{
	table->cell.len = 0;
	printable_add_utf8(&table->cell, text);
	csv_cell(&table->csv, buf_str(&table->cell));
}

static void add_day(struct table *table, int32_t day)
{
	table->cell.len = 0;
	date_print_iso(day, &table->cell);
	csv_cell(&table->csv, buf_str(&table->cell));
}

static void add_number(struct table *table, bool is_given, long number)
{
	table->cell.len = 0;
	if (is_given)
		buf_printf(&table->cell, "%ld", number);
	csv_cell(&table->csv, buf_str(&table->cell));
}

static void add_value(struct table *table, const struct ledger_value *value)
{
	struct buf ids = { 0 };

	for (size_t i = 0; i < value->id_count; i++) {
		buf_add_c(&ids, i ? " " : "");
		buf_add(&ids, value->ids[i]);
	}
	add_text(table, value->id_count ? buf_str(&ids) : value->text);
	buf_release(&ids);
}

static void add_head(struct table *table, const char *const *names)
{
	for (; *names; names++)
		csv_cell(&table->csv, str_from(*names));
	csv_end_row(&table->csv);
}

static void add_empty(struct table *table, int count)
{
	while (count--)
		csv_cell(&table->csv, (struct str){ 0 });
}

static void add_entry(struct table *table, const struct ledger_entry *entry)
{
	static const char *const moves[] = { "", "later", "earlier", "away" };

	add_text(table, ledger_heir(entry->thing)->address);
	add_text(table, entry->field);
	add_text(table, entry->step->commit);
	add_day(table, entry->step->day);
	add_text(table, entry->step->author);
	add_value(table, &entry->old);
	add_value(table, &entry->new);
	add_number(table, entry->has_days, entry->days);
	csv_cell(&table->csv, str_from(moves[entry->move]));
	add_text(table, entry->reason);
	csv_end_row(&table->csv);
}

/* What is not in the ledger stands before it, as rows that belong to no plan. */
static void add_notes(struct table *table, const struct ledger_view *view)
{
	const struct chronicle *chronicle = view->chronicle;

	if (chronicle->is_truncated) {
		add_text(table, STR(""));
		add_text(table, STR("(history begins here: a shallow clone)"));
		add_text(table, chronicle->truncated_at.name);
		add_day(table, chronicle->truncated_at.day);
		add_empty(table, 6);
		csv_end_row(&table->csv);
	}
	for (size_t i = 0; i < chronicle->gaps.len; i++) {
		const struct chronicle_gap *gap = &chronicle->gaps.at[i];

		if (!ledger_gap_is_chosen(view, gap))
			continue;
		add_text(table, gap->file);
		add_text(table, STR("(cannot be read)"));
		add_text(table, gap->commit);
		add_day(table, gap->day);
		add_empty(table, 6);
		csv_end_row(&table->csv);
	}
}

static void write_entries(const struct ledger_view *view, struct table *table)
{
	static const char *const names[] = { "address", "field",  "commit", "at",
					     "author",  "old",    "new",    "days",
					     "move",    "reason", NULL };
	const struct ledger *ledger = &view->chronicle->ledger;

	add_head(table, names);
	add_notes(table, view);
	for (size_t i = 0; i < ledger->entries.len; i++) {
		if (ledger_is_chosen(&view->choice, ledger->entries.at[i]->thing))
			add_entry(table, ledger->entries.at[i]);
	}
}

static void add_slippage(struct table *table, const struct slippage *slippage)
{
	csv_cell(&table->csv, slippage_level_name(slippage->level));
	add_text(table, slippage->address);
	add_text(table, slippage->title);
	add_value(table, &slippage->first);
	add_value(table, &slippage->now);
	add_number(table, true, (long)slippage->moves);
	add_number(table, slippage->has_net, slippage->net_days);
	add_number(table, true, (long)slippage->after_due);
	csv_end_row(&table->csv);
}

static void write_sums(const struct ledger_view *view, struct table *table)
{
	static const char *const names[] = { "level", "address",  "title",     "first", "now",
					     "moves", "net_days", "after_due", NULL };
	const struct chronicle *chronicle = view->chronicle;
	struct slippages slippages;
	struct arena arena;

	add_head(table, names);
	if (chronicle->is_truncated) {
		add_text(table, STR("(history begins here: a shallow clone)"));
		add_text(table, chronicle->truncated_at.name);
		add_empty(table, 1);
		add_day(table, chronicle->truncated_at.day);
		add_empty(table, 4);
		csv_end_row(&table->csv);
	}
	arena_init(&arena);
	slippages_sum(&slippages, &arena, &chronicle->ledger, &view->choice);
	for (size_t i = 0; i < slippages.list.len; i++)
		add_slippage(table, &slippages.list.at[i]);
	arena_release(&arena);
}

static void write_csv(const struct ledger_view *view, struct buf *out)
{
	struct table table = { 0 };

	csv_init(&table.csv, out);
	if (view->is_sum)
		write_sums(view, &table);
	else
		write_entries(view, &table);
	buf_release(&table.cell);
}

const struct ledger_format ledger_csv = {
	.name = "csv",
	.summary = "for spreadsheets: a row an entry, or with --slippage a row a sum",
	.write = write_csv,
};
