/*
 * Changes for whoever made a pull request: a sentence, a short table of what is
 * major, and the rest folded. All words of authors go through report/comment.h.
 */
#include "base/html.h"
#include "compile/discover.h"
#include "markdown/escape.h"
#include "render/changes.h"
#include "report/comment.h"

/* What the end takes of it. */
#define RESERVE 4000

struct table {
	struct arena arena;
	const struct changes_view *view;
	const struct changes *changes;
	struct buf *out;
	struct buf row;
	bool is_one_plan;
	const struct reasons *reasons; /* that were told last */
	size_t end;                    /* of `out` */
	VEC(struct change) left_out;   /* what there was no room for */
};

static void add_pieces(struct table *table, const struct change *change)
{
	struct buf *out = &table->row;
	static const char *const marks[] = {
		[PIECE_SAME] = "",
		[PIECE_REMOVED] = "~~",
		[PIECE_ADDED] = "**",
	};

	for (size_t i = 0; i < change->piece_count; i++) {
		const char *mark = marks[change->pieces[i].kind];

		buf_add_c(out, i ? " " : "");
		buf_add_c(out, mark);
		comment_add_words(change_piece_words(change, i, &table->arena), out);
		buf_add_c(out, mark);
	}
}

static void add_value(const struct buf *words, struct buf *out)
{
	if (words->len)
		comment_add_words(buf_str(words), out);
	else
		buf_add_c(out, "–");
}

static void add_values(const struct change *change, struct buf *out)
{
	bool has_sides = (change->old.kind != VALUE_NONE || change->new.kind != VALUE_NONE) &&
			 change_has_sides(change);
	struct buf old = { 0 };
	struct buf new = { 0 };
	struct buf days = { 0 };

	change_old_print(change, &old);
	change_new_print(change, &new);
	if (old.len || has_sides)
		add_value(&old, out);
	if (has_sides)
		buf_add_c(out, " → ");
	if (new.len || has_sides)
		add_value(&new, out);
	change_days_print(change, NULL, &days);
	if (days.len)
		buf_printf(out, " (%s)", days.at);
	buf_release(&old);
	buf_release(&new);
	buf_release(&days);
}

/* With a link to it the name of the file is enough. */
static void add_place(struct table *table, const struct change *change)
{
	struct span span = change_place(change);
	struct str url = change_url(table->view, change, &table->arena);
	struct buf *out = &table->row;
	struct buf place = { 0 };

	if (!span.source)
		return;
	buf_add(&place, url.len ? path_name(span.source->path) : span.source->path);
	buf_printf(&place, ":%u", source_place(span.source, span.begin).line);
	if (url.len)
		buf_add_byte(out, '[');
	comment_add_code(buf_str(&place), out);
	if (url.len) {
		buf_add_c(out, "](");
		escape_address(url, out);
		buf_add_byte(out, ')');
	}
	if (!change->after.source)
		buf_add_c(out, " (before)");
	buf_release(&place);
}

/* Where all is of one plan, the id says enough. */
static void add_address(const struct table *table, const struct change *change, struct buf *out)
{
	size_t mark = str_find_byte(change->address, '#', 0);
	struct str address = change->address;

	if (table->is_one_plan && mark < address.len)
		address = str_slice(address, mark + 1, address.len);
	comment_add_code(address, out);
}

/* "milestone changed (`due`): The tender is published". */
static void add_what(struct table *table, const struct change *change)
{
	struct buf *out = &table->row;
	struct str field = change_field_word(change);
	struct str item = change_item_words(change, &table->arena);

	buf_add_c(out, change_types[change->kind].one);
	if (field.len) {
		buf_add_c(out, " (");
		comment_add_code(field, out);
		buf_add_c(out, ")");
	}
	if (item.len) {
		buf_add_c(out, ": ");
		comment_add_words(item, out);
	}
}

/* Of several each with its day, and each on a line of its own. */
static void add_words(struct table *table, const struct reasons *reasons)
{
	struct buf *out = &table->row;
	struct buf words = { 0 };
	struct html html;

	html_init(&html, out);
	for (size_t i = 0; i < reasons->count; i++) {
		const struct revision *revision = reasons->at[i];

		words.len = 0;
		if (reasons->count > 1)
			date_print(&revision->date, &words);
		buf_add_c(&words, words.len ? ": " : "");
		buf_add(&words, str_trim(revision->reason.words));
		if (i) {
			html_open(&html, "br");
			html_finish(&html);
		}
		comment_add_words(buf_str(&words), out);
	}
	buf_release(&words);
}

/* What several changes share is told once. */
static void add_reasons(struct table *table, const struct change *change)
{
	const struct reasons *reasons = change_reasons(change);

	if (!reasons) {
		buf_add_c(&table->row, change_lacks_reason(change) ? "none given" : "–");
		return;
	}
	if (reasons == table->reasons)
		buf_add_c(&table->row, "as above");
	else
		add_words(table, reasons);
	table->reasons = reasons;
}

static void make_row(struct table *table, const struct change *change)
{
	struct buf *row = &table->row;

	row->len = 0;
	buf_add_c(row, "| ");
	add_address(table, change, row);
	buf_add_c(row, " | ");
	add_what(table, change);
	buf_add_c(row, " | ");
	if (change->piece_count)
		add_pieces(table, change);
	else
		add_values(change, row);
	buf_add_c(row, " | ");
	add_reasons(table, change);
	buf_add_c(row, " | ");
	add_place(table, change);
	buf_add_c(row, " |\n");
}

/* All rows of one weight that there is room for. */
static void add_rows(struct table *table, enum change_weight weight)
{
	bool has_heading = false;

	table->reasons = NULL;
	for (size_t i = 0; i < table->changes->list.len; i++) {
		const struct change *change = &table->changes->list.at[i];

		if (change_types[change->kind].weight != weight)
			continue;
		if (!has_heading)
			buf_add_c(table->out,
				  "\n| Where | What changed | From what to what | Reason | "
				  "Place |\n| --- | --- | --- | --- | --- |\n");
		has_heading = true;
		if (!table->left_out.len)
			make_row(table, change);
		if (table->left_out.len || table->out->len + table->row.len > table->end)
			vec_add(&table->arena, &table->left_out, *change);
		else
			buf_add(table->out, buf_str(&table->row));
	}
}

static size_t count_weight(const struct changes *changes, enum change_weight weight)
{
	size_t count = 0;

	for (int kind = 0; kind < CHANGE_KINDS; kind++)
		count += change_types[kind].weight == weight ? changes->counts[kind] : 0;
	return count;
}

static void leave_out(struct table *table, enum change_weight weight)
{
	for (size_t i = 0; i < table->changes->list.len; i++) {
		const struct change *change = &table->changes->list.at[i];

		if (change_types[change->kind].weight == weight)
			vec_add(&table->arena, &table->left_out, *change);
	}
}

static void add_left_out(const struct table *table)
{
	struct changes_part part = { table->left_out.at, table->left_out.len };

	if (!part.len)
		return;
	buf_add_c(table->out, "\nLeft out, for want of room: ");
	changes_sum_up(part, NULL, table->out);
	buf_add_c(table->out, ". `planc diff` prints all.\n");
}

/* What is not major is folded away until somebody asks for it. */
static void add_folded(struct table *table, enum change_weight weight)
{
	size_t count = count_weight(table->changes, weight);
	struct buf summary = { 0 };
	struct html html;

	if (!count)
		return;
	if (table->left_out.len) {
		leave_out(table, weight);
		return;
	}
	buf_printf(&summary, "%zu %s change%s", count, change_weight_name(weight),
		   count == 1 ? "" : "s");
	buf_add_byte(table->out, '\n');
	html_init(&html, table->out);
	html_open(&html, "details");
	html_element(&html, "summary", buf_str(&summary));
	add_rows(table, weight);
	buf_add_byte(table->out, '\n');
	html_close(&html, "details");
	buf_release(&summary);
}

static bool is_one_plan(const struct changes *changes)
{
	struct str plan = { 0 };

	for (size_t i = 0; i < changes->list.len; i++) {
		const struct change *change = &changes->list.at[i];

		if (plan.len && change->plan.len && !str_equal(plan, change->plan))
			return false;
		plan = change->plan.len ? change->plan : plan;
	}
	return true;
}

static void add_unread(const struct changes_view *view, struct buf *out)
{
	const struct changes *changes = view->changes;

	if (!view->is_partial)
		return;
	buf_add_c(out, "\nSome files could not be read, so more may have changed");
	for (size_t i = 0; i < changes->unread.len && i < 10; i++) {
		buf_add_c(out, i ? ", " : " in ");
		comment_add_code(changes->unread.at[i], out);
	}
	buf_add_c(out, changes->unread.len > 10 ? " and others" : "");
	buf_add_c(out, " than is told here.\n");
}

static void write_markdown(const struct changes_view *view, struct buf *out)
{
	struct table table = { .view = view, .changes = view->changes, .out = out };

	arena_init(&table.arena);
	table.is_one_plan = is_one_plan(view->changes);
	table.end = out->len + COMMENT_MAX_BYTES - RESERVE;
	buf_add_c(out, "**planc:** ");
	if (view->is_partial && !view->changes->list.len)
		buf_add_c(out, "what changed cannot be told");
	else
		changes_sum_up(changes_all(view->changes), NULL, out);
	buf_add_c(out, ".\n");
	add_unread(view, out);
	if (count_weight(view->changes, WEIGHT_MAJOR))
		add_rows(&table, WEIGHT_MAJOR);
	add_folded(&table, WEIGHT_SUBSTANTIVE);
	add_folded(&table, WEIGHT_EDITORIAL);
	add_left_out(&table);
	buf_release(&table.row);
	arena_release(&table.arena);
}

const struct changes_format changes_markdown = {
	.name = "markdown",
	.summary = "for a comment on a pull request: tables, in 65,536 characters at most",
	.write = write_markdown,
};
