#include "base/file.h"
#include "cmd/command.h"
#include "cmd/print.h"
#include "compile/validate.h"
#include "input/root.h"
#include "tree/yaml.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct validate_options {
	struct common_options common;
	const char *schema;
	struct option_list maps;
	bool assert_formats;
	const char *format;
};

static const struct option validate_rows[] = {
	{ "schema", 0, "FILE", offsetof(struct validate_options, schema),
	  "the schema; - reads it from standard input" },
	{ "map", 0, "URI=DIR", offsetof(struct validate_options, maps),
	  "schemas whose URI begins with URI are files of DIR, such as "
	  "https://council.example/schemas/=schemas; may be given again",
	  true },
	{ "format-assertion", 0, NULL, offsetof(struct validate_options, assert_formats),
	  "hold values to `format`, which is a mere remark otherwise" },
	{ "format", 0, "NAME", offsetof(struct validate_options, format), print_format_help },
};

static bool is_standard_input(const char *path)
{
	return strcmp(path, "-") == 0;
}

static bool refuse(const char *about, const char *why)
{
	fprintf(stderr, "planc: %s: %s\n", about, why);
	return false;
}

/* Cuts "URI=DIR" in two; the URI ends at the first '='. */
static bool read_map(const char *word, struct validation_map *map)
{
	struct str text = str_from(word);
	size_t at = str_find_byte(text, '=', 0);
	struct stat status;

	map->uri = str_slice(text, 0, at);
	map->folder = str_slice(text, at < text.len ? at + 1 : at, text.len);
	if (!map->uri.len || !map->folder.len) {
		fprintf(stderr,
			"planc: --map: “%s” is not URI=DIR, such as "
			"https://council.example/schemas/=schemas\n",
			word);
		return false;
	}
	if (stat(map->folder.at, &status) != 0 || !S_ISDIR(status.st_mode)) {
		fprintf(stderr, "planc: --map: there is no folder “%s”\n", map->folder.at);
		return false;
	}
	return true;
}

/* What can be told to be wrong before anything is read. */
static bool check_usage(const struct validate_options *options)
{
	const struct common_options *common = &options->common;
	size_t inputs;

	if (!options->schema)
		return refuse("--schema", "which schema? See planc validate --help");
	if (!common->path_count)
		return refuse("validate", "which files? See planc validate --help");
	inputs = is_standard_input(options->schema);
	for (size_t i = 0; i < common->path_count; i++)
		inputs += is_standard_input(common->paths[i]);
	return inputs <= 1 || refuse("-", "standard input can be read only once");
}

/* A file that the command line names. On failure its path and why stand in *bytes, and on stderr. */
static bool read_file(const char *path, struct arena *arena, struct str *shown, struct str *bytes)
{
	struct str why;
	bool ok;

	*shown = STR("standard-input");
	if (is_standard_input(path)) {
		ok = file_read(STDIN_FILENO, YAML_MAX_BYTES, arena, bytes, &why);
	} else {
		*shown = root_show(arena, path);
		ok = file_read_path(path, YAML_MAX_BYTES, arena, bytes, &why);
	}
	if (!ok) {
		*bytes = arena_printf(arena, "%.*s: %.*s", STR_ARG(*shown), STR_ARG(why));
		fprintf(stderr, "planc: %.*s\n", STR_ARG(*bytes));
	}
	return ok;
}

/* Says what the exit code says: why nothing, or not all, was checked. */
static enum exit_code check_files(const struct validate_options *options,
				  struct validation *validation)
{
	const struct common_options *common = &options->common;
	struct compilation *result = &validation->result;
	enum exit_code code = EXIT_CLEAN;

	for (size_t i = 0; i < result->failures.len; i++) {
		fprintf(stderr, "planc: %.*s\n", STR_ARG(result->failures.at[i]));
		code = EXIT_TROUBLE;
	}
	if (!validation->schema) {
		fprintf(stderr, "planc: %.*s: the schema cannot be used as it is\n",
			STR_ARG(validation->shown));
		return code ? code : EXIT_USAGE;
	}
	for (size_t i = 0; i < common->path_count; i++) {
		struct str shown, bytes;

		if (read_file(common->paths[i], validation->work, &shown, &bytes)) {
			validation_check(validation, shown, bytes);
		} else {
			bytes = arena_copy(&result->arena, bytes);
			vec_add(&result->arena, &result->failures, bytes);
			code = EXIT_TROUBLE;
		}
	}
	return code;
}

/* The exit code of what was found, when it is printed. */
static enum exit_code print(const struct validate_options *options,
			    const struct report_format *format, struct validation *validation,
			    enum exit_code code)
{
	struct report *report = &validation->result.report;
	struct report_summary summary = {
		.file_count = validation->count,
		.kinds = catalogue,
		.failures = validation->result.failures.at,
		.failure_count = validation->result.failures.len,
		.fail_level = SEVERITY_NOTE,
		.is_quiet = options->common.is_quiet || code == EXIT_TROUBLE,
	};

	validation_finish(validation);
	if (code == EXIT_CLEAN && report->findings.len)
		code = EXIT_FINDINGS;
	summary.exit_code = (int)code;
	return print_report(report, &summary, format, &options->common) ? code : EXIT_TROUBLE;
}

static enum exit_code validate(const struct validate_options *options,
			       const struct report_format *format,
			       const struct validation_options *what)
{
	struct validation validation;
	struct str shown, bytes;
	struct arena arena;
	enum exit_code code = EXIT_TROUBLE;

	arena_init(&arena);
	if (read_file(options->schema, &arena, &shown, &bytes)) {
		validation_open(&validation, what, shown, bytes);
		code = print(options, format, &validation, check_files(options, &validation));
		validation_release(&validation);
	}
	arena_release(&arena);
	return code;
}

static enum exit_code run(const struct command *command, int argc, const char **argv)
{
	struct validate_options options = { 0 };
	struct validation_map maps[OPTION_LIST_MAX];
	struct validation_options what = { .maps = maps };
	const struct report_format *format;
	enum exit_code code;

	if (!command_begin(command, argc, argv, &options.common, &code))
		return code;
	format = print_format_find(options.format);
	if (!format)
		return EXIT_USAGE;
	for (; what.map_count < options.maps.count; what.map_count++) {
		if (!read_map(options.maps.at[what.map_count], &maps[what.map_count]))
			return EXIT_USAGE;
	}
	what.assert_formats = options.assert_formats;
	return check_usage(&options) ? validate(&options, format, &what) : EXIT_USAGE;
}

const struct command command_validate = {
	.name = "validate",
	.usage = "--schema FILE [OPTION…] FILE…",
	.summary = "hold any YAML or JSON file against any JSON Schema",
	.about =
		"Holds each FILE against a JSON Schema (draft 2020-12); - stands for standard input.\n"
		"FILE and schema may be YAML or JSON. What the schema refers to is read from its own\n"
		"folder and those below it, and from the folders of --map, never from the network.",
	.options = validate_rows,
	.option_count = ARRAY_LEN(validate_rows),
	.run = run,
};
