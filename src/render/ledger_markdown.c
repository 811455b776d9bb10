/* The ledger as tables of Markdown. All words of authors go through report/comment.h. */
#include "render/ledger.h"
#include "report/comment.h"

static void add_notes(const struct ledger_view *view, struct buf *out)
{
	const struct chronicle *chronicle = view->chronicle;
	bool has_gap = false;

	if (chronicle->is_truncated) {
		ledger_beginning_print(chronicle, NULL, out);
		buf_add_c(out, "\n\n");
	}
	for (size_t i = 0; i < chronicle->gaps.len; i++) {
		const struct chronicle_gap *gap = &chronicle->gaps.at[i];

		if (!ledger_gap_is_chosen(view, gap))
			continue;
		has_gap = true;
		buf_add_c(out, "- ");
		comment_add_code(ledger_commit_short(gap->commit), out);
		buf_add_c(out, ", ");
		ledger_day_print(gap->day, NULL, out);
		buf_add_c(out, ": ");
		comment_add_code(gap->file, out);
		buf_add_c(out, " cannot be read there, and is passed over\n");
	}
	buf_add_c(out, has_gap ? "\n" : "");
}

/* ---------------------------------------------------------------- entries */

static void add_entry(const struct ledger *ledger, const struct ledger_entry *entry,
		      struct buf *out)
{
	struct buf words = { 0 };

	buf_add_c(out, "| ");
	ledger_day_print(entry->step->day, NULL, out);
	buf_add_c(out, " | ");
	if (entry->thing->level == LEDGER_PLAN)
		buf_add_c(out, "the plan");
	else
		comment_add_code(ledger_id(ledger_heir(entry->thing)->address), out);
	buf_add_c(out, " | ");
	if (entry->is_coming)
		buf_add_c(&words, "first set: ");
	ledger_entry_print(ledger, entry, NULL, &words);
	comment_add_words(buf_str(&words), out);
	buf_add_c(out, " | ");
	comment_add_words(entry->reason.len ? entry->reason : STR("–"), out);
	buf_add_c(out, " | ");
	comment_add_code(ledger_commit_short(entry->step->commit), out);
	buf_add_byte(out, ' ');
	comment_add_words(entry->step->author, out);
	buf_add_c(out, " |\n");
	buf_release(&words);
}

static void add_heading(const struct ledger_thing *plan, struct buf *out)
{
	buf_add_c(out, "## ");
	comment_add_words(plan->title, out);
	buf_add_c(out, plan->title.len ? " (" : "(");
	comment_add_code(plan->address, out);
	buf_add_c(out, ")\n\n| Day | Where | What changed | Reason | Commit |\n"
		       "| --- | --- | --- | --- | --- |\n");
}

static void write_entries(const struct ledger_view *view, struct buf *out)
{
	const struct ledger *ledger = &view->chronicle->ledger;
	const struct ledger_thing *plan = NULL;
	struct ledger_stories stories;
	struct arena arena;

	arena_init(&arena);
	stories = ledger_tell(ledger, &arena, &view->choice);
	for (size_t i = 0; i < stories.len; i++) {
		const struct ledger_story *story = &stories.at[i];

		if (story->entries.len && story->thing->plan != plan) {
			buf_add_c(out, plan ? "\n" : "");
			plan = story->thing->plan;
			add_heading(plan, out);
		}
		for (size_t j = 0; j < story->entries.len; j++)
			add_entry(ledger, story->entries.at[j], out);
	}
	if (!plan)
		buf_printf(out, "No date, target, lead or status has changed%s.\n",
			   ledger_limit(view->chronicle));
	arena_release(&arena);
}

/* ---------------------------------------------------------------- the sums */

static void add_date(const struct ledger_value *value, struct buf *out)
{
	struct buf text = { 0 };

	ledger_date_print(value, NULL, &text);
	comment_add_words(buf_str(&text), out);
	buf_release(&text);
}

static void add_row(const struct slippage *slippage, struct buf *out)
{
	buf_add_c(out, "| ");
	if (slippage->level == SLIPPAGE_LEAD)
		comment_add_words(slippage->title, out);
	else
		comment_add_code(slippage->address, out);
	buf_add_c(out, " | ");
	add_date(&slippage->first, out);
	buf_add_c(out, " | ");
	add_date(&slippage->now, out);
	buf_printf(out, " | %zu | ", slippage->moves);
	if (slippage->has_net)
		buf_printf(out, "%+d", (int)slippage->net_days);
	else
		buf_add_c(out, "–");
	buf_printf(out, " | %zu |\n", slippage->after_due);
}

static void write_sums(const struct ledger_view *view, struct buf *out)
{
	static const char *const names[] = { "Action", "Theme", "Lead", "Plan" };
	enum slippage_level last = SLIPPAGE_PLAN;
	struct slippages slippages;
	struct arena arena;
	bool has_row = false;

	arena_init(&arena);
	slippages_sum(&slippages, &arena, &view->chronicle->ledger, &view->choice);
	for (size_t i = 0; i < slippages.list.len; i++) {
		const struct slippage *slippage = &slippages.list.at[i];

		if (!slippage->moves)
			continue;
		if (!has_row || slippage->level != last)
			buf_printf(out,
				   "%s| %s | %s | Moves | %s | After it was due |\n"
				   "| --- | --- | --- | --: | --: | --: |\n",
				   has_row ? "\n" : "", names[slippage->level],
				   slippage->level == SLIPPAGE_ACTION
					   ? "First due | Now due"
					   : "Last due, at first | Last due, now",
				   slippage->level == SLIPPAGE_ACTION ? "Net days"
								      : "Net days in all");
		add_row(slippage, out);
		last = slippage->level;
		has_row = true;
	}
	if (!has_row)
		buf_printf(out, "No date moved%s.\n", ledger_limit(view->chronicle));
	arena_release(&arena);
}

static void write_markdown(const struct ledger_view *view, struct buf *out)
{
	add_notes(view, out);
	if (view->is_sum)
		write_sums(view, out);
	else
		write_entries(view, out);
}

const struct ledger_format ledger_markdown = {
	.name = "markdown",
	.summary = "for a page or a comment: tables",
	.write = write_markdown,
};
