/*
 * Workflow commands of GitHub Actions, which put a finding beside its line:
 *
 *	::error file=plans/a/plan.yaml,line=4,col=9,title=lead-missing::message
 *
 * The runner takes any line of the output for a command that begins with "::",
 * or has "##[" somewhere. The words of a plan never make such a line.
 */
#include "report/counts.h"
#include "report/format.h"
#include "report/printable.h"

/* What the service shows of each level in a step; the rest it drops. */
#define SHOWN 10

static bool can_stand(uint32_t c, bool in_property)
{
	return c != '%' && c != '\r' && c != '\n' && !(in_property && (c == ':' || c == ','));
}

/* A text as data of a command, or as one of its properties. */
static void put_escaped(struct str text, bool in_property, struct buf *out)
{
	size_t at = 0;

	while (at < text.len) {
		uint32_t c = printable_next(text, &at);

		if (can_stand(c, in_property))
			printable_put(out, c == '\t' ? ' ' : c);
		else
			buf_printf(out, "%%%02X", (unsigned)c);
	}
}

/* A text in a line of the log that is no command. */
static void put_log(struct str text, struct buf *out)
{
	size_t start = out->len;

	printable_add(out, text);
	for (size_t at = start; at < out->len;) {
		at = str_find(buf_str(out), STR("##["), at);
		if (at < out->len)
			out->at[at + 1] = ' ';
	}
}

/* Columns are taken only of a place that lies in one line. */
static void put_place(struct span span, struct buf *out)
{
	struct place begin = source_place(span.source, span.begin);
	struct place end = source_place(span.source, span.end);

	buf_add_c(out, "file=");
	put_escaped(span.source->path, true, out);
	buf_printf(out, ",line=%u", begin.line);
	if (begin.line == end.line)
		buf_printf(out, ",endLine=%u,col=%u,endColumn=%u", end.line, begin.column,
			   end.column);
	else
		buf_printf(out, ",endLine=%u", end.line);
}

static const char *command_of(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR: return "error";
	case SEVERITY_WARNING: return "warning";
	case SEVERITY_NOTE:
	case SEVERITY_OFF: break;
	}
	return "notice";
}

static void put_command(const struct finding *finding, struct buf *out)
{
	buf_printf(out, "::%s ", command_of(finding->severity));
	put_place(finding->span, out);
	buf_printf(out, ",title=%s::", finding->kind->name);
	put_escaped(finding->message, false, out);
	if (finding->hint.len) {
		buf_add_c(out, "%0Ahint: ");
		put_escaped(finding->hint, false, out);
	}
	buf_add_byte(out, '\n');
}

/* For the log alone. */
static void put_line(const struct finding *finding, struct buf *out)
{
	struct place place = source_place(finding->span.source, finding->span.begin);

	buf_add(out, severity_name(finding->severity));
	buf_add_c(out, ": ");
	put_log(finding->span.source->path, out);
	buf_printf(out, ":%u:%u: ", place.line, place.column);
	put_log(finding->message, out);
	buf_printf(out, " [%s]\n", finding->kind->name);
	if (finding->hint.len) {
		buf_add_c(out, "   hint: ");
		put_log(finding->hint, out);
		buf_add_byte(out, '\n');
	}
}

/* A pass over the findings of one level and state. */
struct pass {
	const struct report *report;
	enum severity severity;
	enum finding_state state;
	size_t *left; /* of this level, that a command may still be written for */
};

/* Commands for as many as there may be; the others are lines of `rest`. */
static void run_pass(const struct pass *pass, struct buf *out, struct buf *rest)
{
	for (size_t i = 0; i < pass->report->findings.len; i++) {
		const struct finding *finding = pass->report->findings.at[i];

		if (finding->severity != pass->severity || finding->state != pass->state)
			continue;
		if (*pass->left) {
			(*pass->left)--;
			put_command(finding, out);
		} else {
			put_line(finding, rest);
		}
	}
}

static size_t beyond(size_t count, size_t left)
{
	return count - (SHOWN - left);
}

static void put_rest(struct counts more, struct str rest, struct buf *out)
{
	if (!rest.len)
		return;
	buf_add_c(out, "Not marked in the files, because GitHub marks ten of each level: ");
	counts_levels_write(more, out);
	buf_add_byte(out, '\n');
	buf_add(out, rest);
}

static void put_failures(const struct report_summary *summary, size_t *left, struct buf *out)
{
	for (size_t i = 0; i < summary->failure_count; i++) {
		buf_add_c(out, *left ? "::error::" : "error: ");
		if (*left)
			put_escaped(summary->failures[i], false, out);
		else
			put_log(summary->failures[i], out);
		buf_add_byte(out, '\n');
		*left -= *left > 0;
	}
}

/* The worst come first, and of these the new ones. */
static void write_github(const struct report *report, const struct report_summary *summary,
			 bool colour, struct buf *out)
{
	size_t left[SEVERITY_ERROR + 1] = {
		[SEVERITY_ERROR] = SHOWN,
		[SEVERITY_WARNING] = SHOWN,
		[SEVERITY_NOTE] = SHOWN,
	};
	struct counts counts = report_count(report);
	struct buf rest = { 0 };
	size_t errors_left;

	(void)colour;
	put_failures(summary, &left[SEVERITY_ERROR], out);
	errors_left = left[SEVERITY_ERROR];
	for (enum severity level = SEVERITY_ERROR; level > SEVERITY_OFF; level--) {
		struct pass pass = { report, level, STATE_NEW, &left[level] };

		run_pass(&pass, out, &rest);
		pass.state = STATE_KNOWN;
		run_pass(&pass, out, &rest);
	}
	counts.error -= errors_left - left[SEVERITY_ERROR];
	counts.warning = beyond(counts.warning, left[SEVERITY_WARNING]);
	counts.note = beyond(counts.note, left[SEVERITY_NOTE]);
	put_rest(counts, buf_str(&rest), out);
	buf_release(&rest);
	if (!summary->is_quiet) {
		counts_write(report, summary, out);
		buf_add_byte(out, '\n');
	}
}

const struct report_format report_format_github = {
	.name = "github",
	.summary = "for GitHub Actions: marks beside the lines, and the table in the step's summary",
	.has_step_summary = true,
	.write = write_github,
};
