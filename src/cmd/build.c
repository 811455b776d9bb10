#include "cmd/command.h"
#include "cmd/print.h"
#include "render/site.h"

#include <stdio.h>

struct build_options {
	struct common_options common;
	const char *output;
	const char *formats;
};

static const struct option build_rows[] = {
	SOURCE_ROWS(struct build_options),
	{ "output", 'o', "DIR", offsetof(struct build_options, output),
	  "write to DIR (default: site)" },
	{ "formats", 0, "LIST", offsetof(struct build_options, formats),
	  "write only these, parted by commas: html,markdown,json,csv,ics (default: all)" },
};

/* Plans that have a page: their plan.yaml can be read, and no other has their address. */
static size_t count_built(const struct compilation *result)
{
	size_t count = 0;

	for (size_t i = 0; i < result->plans.len; i++) {
		const struct plan *plan = result->plans.at[i];

		count += plan->thing.node && !plan->namesake;
	}
	return count;
}

/* Whether something of the plans cannot be read, so that the pages lack it. */
static bool has_gaps(const struct compilation *result)
{
	for (size_t i = 0; i < result->summaries.len; i++) {
		if (result->summaries.at[i].is_incomplete)
			return true;
	}
	return report_count(&result->report).error > 0 || count_built(result) < result->plans.len;
}

/* The last word; false when it cannot be printed. */
static bool tell_built(size_t count, const char *folder)
{
	struct buf line = { 0 };
	bool ok;

	buf_printf(&line, "%zu plan%s built into %s\n", count, count == 1 ? "" : "s", folder);
	ok = command_print(buf_str(&line));
	buf_release(&line);
	return ok;
}

static enum exit_code build(const struct build_options *options)
{
	struct site_options site = {
		.folder = options->output ? options->output : "site",
		.formats = options->formats,
	};
	struct compile_options what = { .skip_rules = true };
	struct compilation result;
	struct buf as_of = { 0 };
	enum exit_code code;
	struct str why;

	if (!command_compile(&options->common, &what, &result, &code) || code != EXIT_CLEAN) {
		if (result.status == COMPILE_SETTINGS)
			print_faults(&result.report);
		compilation_release(&result);
		return code;
	}
	if (has_gaps(&result)) {
		fputs("planc: parts of the plans cannot be read and are left out; planc check says which\n",
		      stderr);
		code = EXIT_FINDINGS;
	}
	date_print_iso(what.as_of, &as_of);
	site.as_of = buf_str(&as_of);
	site.revision = result.revision;
	if (!site_build(&result, &site, &why)) {
		fprintf(stderr, "planc: %.*s\n", STR_ARG(why));
		code = EXIT_TROUBLE;
	} else if (!options->common.is_quiet && !tell_built(count_built(&result), site.folder)) {
		code = EXIT_TROUBLE;
	}
	buf_release(&as_of);
	compilation_release(&result);
	return code;
}

static enum exit_code run(const struct command *command, int argc, const char **argv)
{
	struct build_options options = { 0 };
	enum exit_code code;

	if (!command_begin(command, argc, argv, &options.common, &code))
		return code;
	if (options.formats && !site_formats_exist(str_from(options.formats))) {
		fprintf(stderr,
			"planc: --formats: “%s” is no list of html, markdown, json, csv and ics\n",
			options.formats);
		return EXIT_USAGE;
	}
	return build(&options);
}

const struct command command_build = {
	.name = "build",
	.usage = "[OPTION…] [PATH…]",
	.summary = "write the pages people read, and data",
	.about =
		"Builds a folder of pages (HTML), documents (Markdown), data (JSON, CSV) and dates\n"
		"(iCalendar) from the plans at or below each PATH, or from all. The folder is replaced\n"
		"as a whole; one that planc did not write is left alone.",
	.options = build_rows,
	.option_count = ARRAY_LEN(build_rows),
	.run = run,
};
