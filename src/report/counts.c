#include "report/counts.h"

/* "3 errors", with what must stand before it; nothing for none. */
static void put_count(struct buf *out, const char **before, size_t count, const char *word)
{
	if (!count)
		return;
	buf_printf(out, "%s%zu %s%s", *before, count, word, count == 1 ? "" : "s");
	*before = ", ";
}

void counts_levels_write(struct counts counts, struct buf *out)
{
	const char *before = "";

	put_count(out, &before, counts.error, "error");
	put_count(out, &before, counts.warning, "warning");
	put_count(out, &before, counts.note, "note");
}

/* Which of them the change brought. */
static void put_states(const struct report *report, const struct report_summary *summary,
		       struct buf *out)
{
	size_t known = 0;

	for (size_t i = 0; i < report->findings.len; i++)
		known += report->findings.at[i]->state == STATE_KNOWN;
	if (summary->hidden)
		buf_printf(out, "; %zu that stood there before %s not shown", summary->hidden,
			   summary->hidden == 1 ? "is" : "are");
	if (known)
		buf_printf(out, "; %zu of them stood there before", known);
}

void counts_write(const struct report *report, const struct report_summary *summary,
		  struct buf *out)
{
	struct counts counts = report_count(report);
	const char *before;
	size_t actions = 0;

	counts_levels_write(counts, out);
	if (!counts.error && !counts.warning && !counts.note)
		buf_add_c(out, summary->plan_count || summary->file_count
				       ? "no findings"
				       : "no findings, and no plan");
	before = " in ";
	put_count(out, &before, summary->plan_count, "plan");
	put_count(out, &before, summary->file_count, "file");
	for (size_t i = 0; i < summary->plan_count; i++)
		actions += summary->plans[i].actions;
	before = " (";
	put_count(out, &before, actions, "action");
	buf_add_c(out, actions ? ")" : "");
	if (summary->has_states)
		put_states(report, summary, out);
	if (counts.suppressed)
		buf_printf(out, "; %zu held back by waivers or the baseline", counts.suppressed);
}
