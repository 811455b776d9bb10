#include "cmd/print.h"
#include "base/file.h"
#include "cmd/command.h"

#include <stdio.h>
#include <stdlib.h>

/* What GitHub takes of a step; of a longer file it shows nothing. */
#define MOST_BYTES (1024 * 1024)
/* Less is not enough for the counts and what was left out. */
#define LEAST_BYTES 1024

/* The names of the table, each behind a space. */
#define FORMAT(name) " " #name
static const char format_names[] =
#include "report/formats.def"
	;
const char print_format_help[] = "how to print it (default: text):"
#include "report/formats.def"
	;
#undef FORMAT

const struct report_format *print_format_find(const char *name)
{
	const struct report_format *format = report_format_find(name ? str_from(name)
								     : STR("text"));

	if (!format)
		fprintf(stderr, "planc: --format: there is no format “%s”; there are:%s\n", name,
			format_names);
	return format;
}

static bool fail(const char *path, struct str why)
{
	fprintf(stderr, "planc: %s: %.*s\n", path, STR_ARG(why));
	return false;
}

/* The summary of a step of GitHub Actions: Markdown, behind what is there. */
static bool add_step_summary(const struct report *report, const struct report_summary *summary)
{
	const char *path = getenv("GITHUB_STEP_SUMMARY");
	struct report_summary cut = *summary;
	struct buf out = { 0 };
	struct str why;
	size_t size;
	bool ok;

	if (!path || !*path)
		return true;
	if (!file_size(path, &size, &why))
		return fail(path, why);
	if (size + LEAST_BYTES > MOST_BYTES)
		return fail(path, STR("there is no room left for what was found"));
	cut.room = MOST_BYTES - size;
	report_format_markdown.write(report, &cut, false, &out);
	ok = file_append(path, buf_str(&out), &why) || fail(path, why);
	buf_release(&out);
	return ok;
}

/* Both are tried: a log that cannot be written is no reason to lack the summary. */
bool print_report(const struct report *report, const struct report_summary *summary,
		  const struct report_format *format, const struct common_options *options)
{
	struct buf out = { 0 };
	bool ok;

	format->write(report, summary, command_colours(options), &out);
	ok = command_print(buf_str(&out));
	if (format->has_step_summary)
		ok &= add_step_summary(report, summary);
	buf_release(&out);
	return ok;
}

void print_faults(const struct report *report)
{
	struct report_summary summary = { .is_quiet = true };
	struct buf out = { 0 };

	report_format_text.write(report, &summary, false, &out);
	fwrite(out.at, 1, out.len, stderr);
	buf_release(&out);
}
