/* The ledger for a terminal: by plan and action, the oldest first; and the table of what slipped. */
#include "render/ledger.h"
#include "report/printable.h"

#define PLAIN "\x1b[0m"
#define BOLD "\x1b[1m"
#define YELLOW "\x1b[33m"
#define FAINT "\x1b[2m"

/* The width of a day: "30 September 2023". */
#define DAY_WIDTH 17
#define TITLE_WIDTH 48

struct pass {
	const struct ledger_view *view;
	struct buf *out;
};

static void paint(const struct pass *pass, const char *colour)
{
	if (pass->view->is_coloured)
		buf_add_c(pass->out, colour);
}

static size_t width_of(struct str text)
{
	size_t width = 0;

	for (size_t at = 0; at < text.len;)
		width += printable_width(printable_next(text, &at));
	return width;
}

static void pad(struct buf *out, size_t width, size_t to)
{
	for (; width < to; width++)
		buf_add_byte(out, ' ');
}

/* ---------------------------------------------------------------- entries */

static void add_author(const struct pass *pass, const struct ledger_step *step)
{
	buf_add_c(pass->out, "  ");
	paint(pass, FAINT);
	buf_add_byte(pass->out, '[');
	buf_add(pass->out, ledger_commit_short(step->commit));
	buf_add_c(pass->out, step->author.len ? " " : "");
	printable_add(pass->out, step->author);
	buf_add_byte(pass->out, ']');
	paint(pass, PLAIN);
}

/* The day where it is not the one of the line above. */
static void add_day(const struct pass *pass, const struct ledger_step *step, bool is_first)
{
	struct buf day = { 0 };

	buf_add_c(pass->out, "    ");
	if (is_first)
		ledger_day_print(step->day, NULL, &day);
	buf_add(pass->out, buf_str(&day));
	pad(pass->out, day.len, DAY_WIDTH + 2);
	buf_release(&day);
}

static void add_words(const struct pass *pass, const struct ledger_entry *entry)
{
	struct buf words = { 0 };

	ledger_entry_print(&pass->view->chronicle->ledger, entry, NULL, &words);
	printable_add(pass->out, buf_str(&words));
	buf_release(&words);
}

/* All that came with its thing, in one line. */
static size_t add_coming(const struct pass *pass, const struct ledger_story *story, size_t first)
{
	const struct ledger_step *step = story->entries.at[first]->step;
	size_t i = first;

	add_day(pass, step, true);
	buf_add_c(pass->out, "first set: ");
	for (; i < story->entries.len && story->entries.at[i]->is_coming &&
	       story->entries.at[i]->step == step;
	     i++) {
		buf_add_c(pass->out, i > first ? "; " : "");
		add_words(pass, story->entries.at[i]);
	}
	add_author(pass, step);
	buf_add_byte(pass->out, '\n');
	return i;
}

static void add_reason(const struct pass *pass, struct str reason)
{
	buf_add_c(pass->out, "    ");
	pad(pass->out, 0, DAY_WIDTH + 2);
	buf_add_c(pass->out, "because: ");
	printable_add(pass->out, reason);
	buf_add_byte(pass->out, '\n');
}

/* A line an entry; the reason behind all that it is one of. */
static size_t add_changes(const struct pass *pass, const struct ledger_story *story, size_t first)
{
	const struct ledger_step *step = story->entries.at[first]->step;
	struct str reason = { 0 };
	size_t i = first;

	for (; i < story->entries.len && !story->entries.at[i]->is_coming &&
	       story->entries.at[i]->step == step;
	     i++) {
		add_day(pass, step, i == first);
		add_words(pass, story->entries.at[i]);
		if (i == first)
			add_author(pass, step);
		buf_add_byte(pass->out, '\n');
		if (story->entries.at[i]->reason.len)
			reason = story->entries.at[i]->reason;
	}
	if (reason.len)
		add_reason(pass, reason);
	return i;
}

/* The title, cut where it is long. */
static void add_title(const struct pass *pass, struct str title)
{
	struct buf plain = { 0 };
	struct str text;
	size_t width = 0;
	size_t at = 0;

	printable_add(&plain, title);
	text = buf_str(&plain);
	while (at < text.len && width < 2 * (size_t)TITLE_WIDTH)
		width += printable_width(printable_next(text, &at));
	buf_add(pass->out, str_slice(text, 0, at));
	buf_add_c(pass->out, at < text.len ? "…" : "");
	buf_release(&plain);
}

/* Of a plan its former addresses; of what is in one only the ids that it had. */
static const char *add_names(const struct pass *pass, const struct ledger_thing *thing)
{
	const char *before = " (";

	for (size_t i = 0; i < thing->former.len; i++) {
		const struct ledger_former *former = &thing->former.at[i];
		struct str next = i + 1 < thing->former.len ? former[1].address : thing->address;
		bool is_plan = thing->level == LEDGER_PLAN;

		if (!is_plan && str_equal(ledger_id(former->address), ledger_id(next)))
			continue;
		buf_add_c(pass->out, before);
		printable_add(pass->out, is_plan ? former->address : ledger_id(former->address));
		buf_add_c(pass->out, " until ");
		ledger_day_print(former->until->day, NULL, pass->out);
		before = "; ";
	}
	return before;
}

/* "(damp-phone until 5 May 2024; gone since 6 June 2024)" */
static void add_former(const struct pass *pass, const struct ledger_thing *thing)
{
	const char *before = add_names(pass, thing);

	if (thing->from) {
		buf_printf(pass->out, "%ssplit off ", before);
		printable_add(pass->out, ledger_id(ledger_heir(thing->from)->address));
		before = "; ";
	}
	if (thing->is_gone && thing->went) {
		buf_printf(pass->out, "%sgone since ", before);
		ledger_day_print(thing->went->day, NULL, pass->out);
		before = "; ";
	}
	buf_add_c(pass->out, *before == ';' ? ")" : "");
}

static void add_heading(const struct pass *pass, const struct ledger_thing *thing)
{
	bool is_plan = thing->level == LEDGER_PLAN;

	buf_add_c(pass->out, is_plan ? "" : "  ");
	paint(pass, is_plan ? BOLD : YELLOW);
	if (is_plan)
		printable_add_first(pass->out, thing->address);
	else
		printable_add(pass->out, ledger_id(thing->address));
	paint(pass, PLAIN);
	if (thing->title.len) {
		buf_add_c(pass->out, ": ");
		add_title(pass, thing->title);
	}
	add_former(pass, thing);
	buf_add_byte(pass->out, '\n');
}

static void write_story(const struct pass *pass, const struct ledger_story *story)
{
	if (story->thing->level != LEDGER_PLAN)
		add_heading(pass, story->thing);
	for (size_t i = 0; i < story->entries.len;)
		i = story->entries.at[i]->is_coming ? add_coming(pass, story, i)
						    : add_changes(pass, story, i);
}

static void write_entries(const struct pass *pass)
{
	const struct ledger_view *view = pass->view;
	const struct ledger_thing *plan = NULL;
	struct ledger_stories stories;
	struct arena arena;

	arena_init(&arena);
	stories = ledger_tell(&view->chronicle->ledger, &arena, &view->choice);
	for (size_t i = 0; i < stories.len; i++) {
		const struct ledger_story *story = &stories.at[i];

		if (!story->entries.len)
			continue;
		if (story->thing->plan != plan) {
			buf_add_c(pass->out, plan ? "\n" : "");
			add_heading(pass, story->thing->plan);
		}
		plan = story->thing->plan;
		write_story(pass, story);
	}
	if (!plan)
		buf_printf(pass->out, "no date, target, lead or status has changed%s\n",
			   ledger_limit(view->chronicle));
	arena_release(&arena);
}

/* ---------------------------------------------------------------- the table */

enum column {
	COLUMN_WHAT,
	COLUMN_FIRST,
	COLUMN_NOW,
	COLUMN_MOVES,
	COLUMN_NET,
	COLUMN_AFTER,
	COLUMNS
};

struct row {
	struct str cells[COLUMNS];
};

struct table {
	struct arena arena;
	VEC(struct row) rows;
	size_t widths[COLUMNS];
};

/* Of actions, and of sums. */
static const struct row heads[] = {
	{ {
		STR_INIT(""),
		STR_INIT("first due"),
		STR_INIT("now due"),
		STR_INIT("moves"),
		STR_INIT("net days"),
		STR_INIT("after it was due"),
	} },
	{ {
		STR_INIT(""),
		STR_INIT("last due, at first"),
		STR_INIT("last due, now"),
		STR_INIT("moves"),
		STR_INIT("net days in all"),
		STR_INIT("after it was due"),
	} },
};

static struct str cell_of_date(struct table *table, const struct ledger_value *value)
{
	struct buf text = { 0 };
	struct buf plain = { 0 };
	struct str cell;

	ledger_date_print(value, NULL, &text);
	printable_add(&plain, buf_str(&text));
	cell = arena_copy(&table->arena, buf_str(&plain));
	buf_release(&plain);
	buf_release(&text);
	return cell;
}

static void add_row(struct table *table, const struct slippage *slippage)
{
	struct arena *arena = &table->arena;
	struct buf what = { 0 };
	struct row row;

	printable_add(&what,
		      slippage->level == SLIPPAGE_LEAD ? slippage->title : slippage->address);
	row.cells[COLUMN_WHAT] = arena_copy(arena, buf_str(&what));
	row.cells[COLUMN_FIRST] = cell_of_date(table, &slippage->first);
	row.cells[COLUMN_NOW] = cell_of_date(table, &slippage->now);
	row.cells[COLUMN_MOVES] = arena_printf(arena, "%zu", slippage->moves);
	row.cells[COLUMN_NET] = slippage->has_net
					? arena_printf(arena, "%+d", (int)slippage->net_days)
					: STR("–");
	row.cells[COLUMN_AFTER] = arena_printf(arena, "%zu", slippage->after_due);
	vec_add(arena, &table->rows, row);
	buf_release(&what);
}

static void print_row(const struct table *table, const struct row *row, struct buf *out)
{
	for (int i = 0; i < COLUMNS; i++) {
		bool is_number = i >= COLUMN_MOVES;
		size_t width = width_of(row->cells[i]);

		buf_add_c(out, "  ");
		if (is_number)
			pad(out, width, table->widths[i]);
		buf_add(out, row->cells[i]);
		if (!is_number)
			pad(out, width, table->widths[i]);
	}
	buf_add_byte(out, '\n');
}

static void measure(struct table *table, const struct row *row)
{
	for (int i = 0; i < COLUMNS; i++) {
		size_t width = width_of(row->cells[i]);

		if (width > table->widths[i])
			table->widths[i] = width;
	}
}

/* The rows of one level that moved; how many did not is said. */
static void write_level(const struct pass *pass, const struct slippages *slippages,
			enum slippage_level level)
{
	static const char *const titles[] = { "actions", "themes", "leads", "plans" };
	const struct row *head = &heads[level != SLIPPAGE_ACTION];
	struct table table = { 0 };
	size_t still = 0;

	arena_init(&table.arena);
	for (size_t i = 0; i < slippages->list.len; i++) {
		const struct slippage *slippage = &slippages->list.at[i];

		if (slippage->level == level && slippage->moves)
			add_row(&table, slippage);
		else
			still += slippage->level == level;
	}
	measure(&table, head);
	for (size_t i = 0; i < table.rows.len; i++)
		measure(&table, &table.rows.at[i]);
	if (table.rows.len) {
		paint(pass, BOLD);
		buf_add_c(pass->out, titles[level]);
		paint(pass, PLAIN);
		buf_add_byte(pass->out, '\n');
		print_row(&table, head, pass->out);
	}
	for (size_t i = 0; i < table.rows.len; i++)
		print_row(&table, &table.rows.at[i], pass->out);
	if (table.rows.len && still)
		buf_printf(pass->out, "  and %zu more, with no date moved\n", still);
	if (table.rows.len)
		buf_add_byte(pass->out, '\n');
	arena_release(&table.arena);
}

static void add_sum(const struct pass *pass, const struct slippages *slippages)
{
	size_t actions = 0, moved = 0, moves = 0, after_due = 0;

	for (size_t i = 0; i < slippages->list.len; i++) {
		const struct slippage *slippage = &slippages->list.at[i];

		if (slippage->level != SLIPPAGE_ACTION)
			continue;
		actions++;
		moved += slippage->moved;
		moves += slippage->moves;
		after_due += slippage->after_due;
	}
	if (moved)
		buf_printf(pass->out, "%zu of %zu action%s moved %s, %zu time%s in all", moved,
			   actions, actions == 1 ? "" : "s",
			   moved == 1 ? "its date" : "their dates", moves, moves == 1 ? "" : "s");
	else
		buf_add_c(pass->out, "no date moved");
	if (after_due)
		buf_printf(pass->out, ", %zu of them after the date had passed", after_due);
	if (!moved || pass->view->chronicle->is_truncated)
		buf_add_c(pass->out, ledger_limit(pass->view->chronicle));
	buf_add_byte(pass->out, '\n');
}

static void write_sums(const struct pass *pass)
{
	struct slippages slippages;
	struct arena arena;

	arena_init(&arena);
	slippages_sum(&slippages, &arena, &pass->view->chronicle->ledger, &pass->view->choice);
	for (int level = SLIPPAGE_ACTION; level <= SLIPPAGE_PLAN; level++)
		write_level(pass, &slippages, (enum slippage_level)level);
	add_sum(pass, &slippages);
	arena_release(&arena);
}

/* ---------------------------------------------------------------- all of it */

static void add_notes(const struct pass *pass)
{
	bool has_gap = false;
	const struct chronicle *chronicle = pass->view->chronicle;

	if (chronicle->is_truncated) {
		ledger_beginning_print(chronicle, NULL, pass->out);
		buf_add_c(pass->out, "\n\n");
	}
	for (size_t i = 0; i < chronicle->gaps.len; i++) {
		const struct chronicle_gap *gap = &chronicle->gaps.at[i];

		if (!ledger_gap_is_chosen(pass->view, gap))
			continue;
		has_gap = true;
		buf_add(pass->out, ledger_commit_short(gap->commit));
		buf_add_c(pass->out, ", ");
		ledger_day_print(gap->day, NULL, pass->out);
		buf_add_c(pass->out, ": ");
		printable_add(pass->out, gap->file);
		buf_add_c(pass->out, " cannot be read there, and is passed over\n");
	}
	buf_add_c(pass->out, has_gap ? "\n" : "");
}

static void write_text(const struct ledger_view *view, struct buf *out)
{
	const struct pass pass = { view, out };

	add_notes(&pass);
	if (view->is_sum)
		write_sums(&pass);
	else
		write_entries(&pass);
}

const struct ledger_format ledger_text = {
	.name = "text",
	.summary = "for people, on a terminal",
	.write = write_text,
};
