#include "report/counts.h"
#include "report/excerpt.h"
#include "report/format.h"
#include "report/printable.h"

#define PLAIN "\x1b[0m"
#define BOLD "\x1b[1m"

static const char *colour_of(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR: return "\x1b[1;31m";
	case SEVERITY_WARNING: return "\x1b[1;35m";
	case SEVERITY_NOTE: return "\x1b[1;36m";
	case SEVERITY_OFF: break;
	}
	return BOLD;
}

static void put_place(struct span span, struct buf *out)
{
	struct place place = source_place(span.source, span.begin);

	printable_add_first(out, span.source->path);
	buf_printf(out, ":%u:%u", place.line, place.column);
}

/* Of what is held back nothing need be written, so this stands in place of the hint. */
static void put_reason(const struct finding *finding, struct buf *out)
{
	if (finding->state == STATE_BASELINED) {
		buf_add_c(out, "   held back by the baseline\n");
		return;
	}
	buf_add_c(out, "   held back by a waiver: ");
	printable_add(out, finding->reason);
	buf_add_byte(out, '\n');
}

static void put_finding(const struct finding *finding, bool colour, struct buf *out)
{
	buf_add_c(out, colour ? BOLD : "");
	put_place(finding->span, out);
	buf_add_c(out, colour ? ": " PLAIN : ": ");
	buf_add_c(out, colour ? colour_of(finding->severity) : "");
	buf_add(out, severity_name(finding->severity));
	buf_add_c(out, finding_is_suppressed(finding) ? ", held back" : "");
	buf_add_c(out, colour ? ": " PLAIN : ": ");
	printable_add(out, finding->message);
	buf_printf(out, " [%s]\n", finding->kind->name);
	excerpt_write(finding->span, colour, out);
	if (finding_is_suppressed(finding)) {
		put_reason(finding, out);
		return;
	}
	if (finding->hint.len) {
		buf_add_c(out, "   hint: ");
		printable_add(out, finding->hint);
		buf_add_byte(out, '\n');
	}
	if (finding->state == STATE_KNOWN)
		buf_add_c(out, "   note: it stood there before the change\n");
	for (size_t i = 0; i < finding->related.len; i++) {
		buf_add_c(out, "   note: ");
		printable_add(out, finding->related.at[i].message);
		buf_add_c(out, ": ");
		put_place(finding->related.at[i].span, out);
		buf_add_byte(out, '\n');
	}
}

/* "anytown/homes-plan: 4 measures: 1 complete, 2 target, 1 prose"; nothing of a plan without any. */
static void put_grades(const struct report_plan *plan, struct buf *out)
{
	const char *before = ": ";
	size_t measures = 0;

	for (size_t i = 0; i < plan->grade_count; i++)
		measures += plan->grades[i].count;
	if (!measures)
		return;
	printable_add_first(out, plan->plan);
	buf_printf(out, ": %zu measure%s", measures, measures == 1 ? "" : "s");
	for (size_t i = plan->grade_count; i-- > 0;) {
		const struct report_grade *grade = &plan->grades[i];

		if (!grade->count)
			continue;
		buf_printf(out, "%s%zu %.*s", before, grade->count, STR_ARG(grade->name));
		before = ", ";
	}
	buf_add_byte(out, '\n');
}

static void put_mended(const struct report_summary *summary, struct buf *out)
{
	if (!summary->mended_count)
		return;
	buf_printf(out,
		   "%zu in the baseline %s not there any more; `planc check --write-baseline` "
		   "takes %s out:\n",
		   summary->mended_count, summary->mended_count == 1 ? "is" : "are",
		   summary->mended_count == 1 ? "it" : "them");
	for (size_t i = 0; i < summary->mended_count; i++) {
		buf_add_c(out, "  ");
		printable_add(out, summary->mended[i].address);
		buf_add_c(out, " [");
		printable_add(out, summary->mended[i].rule);
		buf_add_c(out, "]\n");
	}
}

static void write_text(const struct report *report, const struct report_summary *summary,
		       bool colour, struct buf *out)
{
	for (size_t i = 0; i < report->findings.len; i++) {
		if (summary->is_verbose || !finding_is_suppressed(report->findings.at[i]))
			put_finding(report->findings.at[i], colour, out);
	}
	if (summary->is_quiet)
		return;
	put_mended(summary, out);
	for (size_t i = 0; i < summary->plan_count; i++)
		put_grades(&summary->plans[i], out);
	counts_write(report, summary, out);
	buf_add_byte(out, '\n');
}

const struct report_format report_format_text = {
	.name = "text",
	.summary = "for people: each finding with its line, and what to write instead",
	.write = write_text,
};
