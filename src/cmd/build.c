#include "cmd/command.h"
#include "render/site.h"

#include <stdio.h>

struct build_options {
	struct common_options common;
	const char *output;
	const char *formats;
};

static const struct option build_rows[] = {
	{ "output", 'o', "DIR", offsetof(struct build_options, output),
	  "write to DIR (default: site)" },
	{ "formats", 0, "LIST", offsetof(struct build_options, formats),
	  "write only these, parted by commas: html,markdown,json (default: all)" },
};

/* Whether something of the plans cannot be read, so that the pages lack it. */
static bool has_gaps(const struct compilation *result)
{
	for (size_t i = 0; i < result->summaries.len; i++) {
		if (result->summaries.at[i].is_incomplete)
			return true;
	}
	return report_count(&result->report).error > 0;
}

static enum exit_code build(const struct build_options *options)
{
	struct site_options site = {
		.folder = options->output ? options->output : "site",
		.formats = options->formats,
	};
	struct compile_options what = { .skip_rules = true };
	struct compilation result;
	enum exit_code code;
	struct str why;

	if (!command_compile(&options->common, &what, &result, &code) || code != EXIT_CLEAN) {
		compilation_release(&result);
		return code;
	}
	if (has_gaps(&result)) {
		fputs("planc: parts of the plans cannot be read and are left out; planc check says which\n",
		      stderr);
		code = EXIT_FINDINGS;
	}
	if (!site_build(&result, &site, &why)) {
		fprintf(stderr, "planc: %.*s\n", STR_ARG(why));
		code = EXIT_TROUBLE;
	} else if (!options->common.is_quiet) {
		printf("%zu plan%s built into %s\n", result.plans.len,
		       result.plans.len == 1 ? "" : "s", site.folder);
	}
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
		fprintf(stderr, "planc: --formats: “%s” is no list of html, markdown and json\n",
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
		"Builds a folder of pages (HTML), documents (Markdown) and data (JSON) from the plans at\n"
		"or below each PATH, or from all. The folder is replaced as a whole; one that planc did\n"
		"not write is left alone.",
	.options = build_rows,
	.option_count = ARRAY_LEN(build_rows),
	.run = run,
};
