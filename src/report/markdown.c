/* A comment on a pull request, or the summary of a step: tables that a person reads. */
#include "report/comment.h"
#include "report/counts.h"
#include "report/format.h"
#include "report/groups.h"

/* For the line that says what was left out. */
#define RESERVE 400

/* What is written, and where it must end. */
struct table {
	const struct report_groups *groups;
	struct buf *out;
	size_t end;           /* of `out` */
	enum severity lowest; /* what is less grave is left out */
	struct counts left_out;
	bool is_full;
	bool has_states; /* those that are new are marked */
};

static void put_place(struct span span, struct buf *out)
{
	struct buf place = { 0 };

	buf_add(&place, span.source->path);
	buf_printf(&place, ":%u", source_place(span.source, span.begin).line);
	comment_add_code(buf_str(&place), out);
	buf_release(&place);
}

static void put_heading(const struct report_group *group, struct buf *out)
{
	buf_add_c(out, "\n### ");
	comment_add_code(group->name, out);
	buf_add_c(out, "\n\n| Level | Place | What is wrong | What to write instead |\n"
		       "| --- | --- | --- | --- |\n");
}

static void put_row(const struct finding *finding, bool has_states, struct buf *out)
{
	buf_add_c(out, "| ");
	buf_add(out, severity_name(finding->severity));
	buf_add_c(out, has_states && finding->state == STATE_NEW ? ", new | " : " | ");
	put_place(finding->span, out);
	buf_add_c(out, " | ");
	comment_add_words(finding->message, out);
	buf_printf(out, " (`%s`) | ", finding->kind->name);
	comment_add_words(finding->hint, out);
	buf_add_c(out, finding->hint.len ? " |\n" : "|\n");
}

static void leave_out(struct table *table, enum severity severity)
{
	table->left_out.error += severity == SEVERITY_ERROR;
	table->left_out.warning += severity == SEVERITY_WARNING;
	table->left_out.note += severity == SEVERITY_NOTE;
}

static void add_group(struct table *table, const struct report_group *group)
{
	struct buf row = { 0 };
	bool has_heading = false;

	for (size_t i = 0; i < group->findings.len; i++) {
		const struct finding *finding = group->findings.at[i];

		row.len = 0;
		if (!has_heading)
			put_heading(group, &row);
		put_row(finding, table->has_states, &row);
		table->is_full |= finding->severity >= table->lowest &&
				  table->out->len + row.len > table->end;
		if (table->is_full || finding->severity < table->lowest) {
			leave_out(table, finding->severity);
			continue;
		}
		buf_add(table->out, buf_str(&row));
		has_heading = true;
	}
	buf_release(&row);
}

static void put_failures(const struct report_summary *summary, struct table *table)
{
	struct buf row = { 0 };

	buf_add_c(table->out, "**planc:** not all could be read.\n\n");
	for (size_t i = 0; i < summary->failure_count; i++) {
		row.len = 0;
		buf_add_c(&row, "- ");
		comment_add_words(summary->failures[i], &row);
		buf_add_byte(&row, '\n');
		if (table->out->len + row.len <= table->end)
			buf_add(table->out, buf_str(&row));
	}
	buf_add_c(table->out, "\nOf the rest: ");
	buf_release(&row);
}

/* All that is at least as grave as `lowest`; false when there is no room for it. */
static bool add_all(struct table *table, enum severity lowest)
{
	table->lowest = lowest;
	table->left_out = (struct counts){ 0 };
	table->is_full = false;
	for (size_t i = 0; i < table->groups->all.len; i++)
		add_group(table, table->groups->all.at[i]);
	return !table->is_full;
}

static void put_left_out(const struct table *table, size_t room)
{
	struct counts counts = table->left_out;

	if (!counts.error && !counts.warning && !counts.note)
		return;
	buf_add_c(table->out, "\nLeft out: ");
	counts_levels_write(counts, table->out);
	buf_printf(table->out, ". There is room for %zu characters here; `planc` prints all.\n",
		   room);
}

/* What does not fit goes by level: first all notes, then all warnings. */
static void write_markdown(const struct report *report, const struct report_summary *summary,
			   bool colour, struct buf *out)
{
	size_t room = summary->room ? summary->room : COMMENT_MAX_BYTES;
	struct report_groups groups;
	struct table table = {
		.groups = &groups,
		.out = out,
		.has_states = summary->has_states,
	};
	struct arena arena;
	size_t start;

	(void)colour;
	table.end = out->len + (room > RESERVE ? room - RESERVE : 0);
	arena_init(&arena);
	groups_make(report, summary, &arena, &groups);
	if (summary->failure_count)
		put_failures(summary, &table);
	else
		buf_add_c(out, "**planc:** ");
	counts_write(report, summary, out);
	buf_add_c(out, ".\n");
	if (summary->mended_count)
		buf_printf(out,
			   "\nIn the baseline, and not there any more: %zu. "
			   "`planc check --write-baseline` takes out what is mended.\n",
			   summary->mended_count);
	start = out->len;
	for (enum severity lowest = SEVERITY_NOTE; !add_all(&table, lowest); lowest++) {
		if (lowest == SEVERITY_ERROR)
			break;
		out->len = start;
	}
	put_left_out(&table, room);
	arena_release(&arena);
}

const struct report_format report_format_markdown = {
	.name = "markdown",
	.summary = "for a comment on a pull request: tables, in 65,536 characters at most",
	.write = write_markdown,
};
