#include "cmd/command.h"
#include "base/ascii.h"
#include "base/civil.h"
#include "base/crew.h"
#include "base/file.h"
#include "base/version.h"
#include "cmd/past.h"
#include "model/date.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct command *const commands[] = {
#define COMMAND(name) &command_##name,
#include "cmd/commands.def"
#undef COMMAND
	NULL,
};

static void add_help(struct buf *out)
{
	buf_add_c(
		out,
		"usage: planc COMMAND [OPTION…] [PATH…]\n\n"
		"planc checks plans that are kept as YAML files, and builds the pages people read.\n\n");
	for (size_t i = 0; commands[i]; i++)
		buf_printf(out, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
	buf_add_c(
		out,
		"\n`planc COMMAND --help` says more of each. `planc --version` prints the version.\n"
		"Exit codes: 0 clean, 1 findings, 2 wrong usage or settings, 3 something could not be "
		"read or written.\n");
}

static void add_command_help(const struct command *command, struct buf *out)
{
	buf_printf(out, "usage: planc %s %s\n\n%s\n\n", command->name, command->usage,
		   command->about);
	options_print(command->options, command->option_count, out);
	options_print(common_option_rows, common_option_count, out);
}

/* Prints a text that was asked for, and lets it go. */
static enum exit_code print_asked(struct buf *out)
{
	enum exit_code code = command_print(buf_str(out)) ? EXIT_CLEAN : EXIT_TROUBLE;

	buf_release(out);
	return code;
}

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; commands[i]; i++) {
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	}
	return NULL;
}

enum exit_code command_main(int argc, const char **argv)
{
	const struct command *command;
	struct buf out = { 0 };

	if (argc < 2) {
		add_help(&out);
		fputs(out.at, stderr);
		buf_release(&out);
		return EXIT_USAGE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
	    strcmp(argv[1], "help") == 0) {
		add_help(&out);
		return print_asked(&out);
	}
	if (strcmp(argv[1], "--version") == 0) {
		return command_print(STR("planc " PLANC_VERSION "\n")) ? EXIT_CLEAN : EXIT_TROUBLE;
	}
	command = find_command(argv[1]);
	if (!command) {
		fprintf(stderr, "planc: %s: there is no such command; see planc --help\n", argv[1]);
		return EXIT_USAGE;
	}
	return command->run(command, argc - 2, argv + 2);
}

static bool is_colour_word(const char *word)
{
	return !word || strcmp(word, "auto") == 0 || strcmp(word, "always") == 0 ||
	       strcmp(word, "never") == 0;
}

/* The number of -j, else of processors; what is made is the same with any. */
static bool read_jobs(struct common_options *values)
{
	const char *at = values->jobs;
	unsigned number = 0;

	if (!at) {
		values->hands = crew_processors();
		return true;
	}
	for (; ascii_is_digit(*at) && number <= CREW_MAX; at++)
		number = number * 10 + (unsigned)(*at - '0');
	values->hands = number;
	if (!*at && number && number <= CREW_MAX)
		return true;
	fprintf(stderr, "planc: -j: “%s” is not a number from 1 to %d\n", values->jobs, CREW_MAX);
	return false;
}

bool command_begin(const struct command *command, int argc, const char **argv,
		   struct common_options *values, enum exit_code *code)
{
	*code = EXIT_USAGE;
	if (!options_read(command->options, command->option_count, argc, argv, values))
		return false;
	if (values->wants_help) {
		struct buf out = { 0 };

		add_command_help(command, &out);
		*code = print_asked(&out);
		return false;
	}
	if (!is_colour_word(values->colour)) {
		fprintf(stderr, "planc: --color: “%s” is none of auto, always and never\n",
			values->colour);
		return false;
	}
	if (!read_jobs(values) || !origin_is_usable(values))
		return false;
	if (values->folder && chdir(values->folder) != 0) {
		struct str why = file_reason(errno);

		fprintf(stderr, "planc: %s: %.*s\n", values->folder, STR_ARG(why));
		*code = EXIT_TROUBLE;
		return false;
	}
	return true;
}

static bool fail(enum exit_code *code, enum exit_code with, struct str why)
{
	fprintf(stderr, "planc: %.*s\n", STR_ARG(why));
	*code = with;
	return false;
}

/* What the compiler could not do, after the findings were kept. */
static bool tell_status(const struct compilation *result, enum exit_code *code)
{
	for (size_t i = 0; i < result->failures.len; i++)
		fail(code, EXIT_TROUBLE, result->failures.at[i]);
	if (result->status == COMPILE_SETTINGS)
		return fail(code, EXIT_USAGE, STR("the settings cannot be used as they are"));
	return true;
}

bool compilation_is_empty(const struct compilation *result)
{
	return result->status == COMPILE_DONE && !result->summaries.len && !result->councils.len &&
	       !result->has_same;
}

/* The day of --as-of, else today; SOURCE_DATE_EPOCH sets the clock of a build that is to be repeated. */
static bool read_as_of(const char *word, int32_t *day)
{
	struct arena arena;
	struct date date = { 0 };
	struct str fix, why;
	struct civil today;
	bool ok;

	if (!word) {
		ok = civil_today(getenv("SOURCE_DATE_EPOCH"), &today);
		if (!ok)
			fputs("planc: SOURCE_DATE_EPOCH is no number of seconds\n", stderr);
		else
			*day = civil_to_days(today);
		return ok;
	}
	arena_init(&arena);
	ok = date_parse(str_from(word), &arena, &date, &fix, &why) == DATE_OK &&
	     date.kind == DATE_GIVEN && date.precision == PRECISION_DAY && !date.approximate;
	if (!ok)
		fprintf(stderr, "planc: --as-of: “%s” is not a day; write one such as 2024-09-30\n",
			word);
	*day = date.latest;
	arena_release(&arena);
	return ok;
}

bool command_open(const struct common_options *values, struct arena *arena, struct origin *origin,
		  struct compile_options *options, enum exit_code *code)
{
	struct str why;

	*origin = (struct origin){ 0 };
	*code = EXIT_USAGE;
	if (!read_as_of(values->as_of, &options->as_of))
		return false;
	*code = EXIT_CLEAN;
	if (!origin_open(origin, arena, values, &why))
		return fail(code, EXIT_TROUBLE, why);
	if (origin->commit.name.len && !values->as_of)
		options->as_of = origin->commit.day;
	options->hands = values->hands;
	options->is_alone = origin_is_standard_input(values);
	options->paths = origin->root.paths.at;
	options->path_count = origin->root.paths.len;
	options->settings = origin->root.settings;
	options->before = origin->before ? origin->before->input : NULL;
	return true;
}

bool command_compile_opened(const struct origin *origin, const struct compile_options *options,
			    struct compilation *result, enum exit_code *code)
{
	struct compile_options what = *options;
	struct past past = {
		.before = origin->before,
		.settings = &result->settings,
		.settings_input = origin->input,
	};

	what.read_past = origin->before ? past_read : NULL;
	what.past_context = &past;
	compile(result, origin->input, &what);
	past_release(&past);
	result->folder = arena_copy(&result->arena, origin->root.folder);
	result->shown = arena_copy(&result->arena, origin->root.shown);
	result->revision = arena_copy(&result->arena, origin->commit.name);
	return tell_status(result, code);
}

bool command_compile(const struct common_options *values, struct compile_options *options,
		     struct compilation *result, enum exit_code *code)
{
	if (!command_compile_any(values, options, result, code))
		return false;
	if (!compilation_is_empty(result))
		return true;
	fprintf(stderr,
		"planc: there is no plan below %s%.*s: a plan is a folder with a plan.yaml\n",
		result->shown.len ? "" : ".", STR_ARG(result->shown));
	*code = EXIT_USAGE;
	return false;
}

bool command_compile_any(const struct common_options *values, struct compile_options *options,
			 struct compilation *result, enum exit_code *code)
{
	struct origin origin;
	struct arena arena;
	bool ok;

	*result = (struct compilation){ 0 };
	arena_init(&arena);
	ok = command_open(values, &arena, &origin, options, code) &&
	     command_compile_opened(&origin, options, result, code);
	origin_close(&origin);
	arena_release(&arena);
	return ok;
}

bool command_colours(const struct common_options *values)
{
	const char *no_colour = getenv("NO_COLOR");

	if (values->colour && strcmp(values->colour, "auto") != 0)
		return strcmp(values->colour, "always") == 0;
	return isatty(STDOUT_FILENO) && !(no_colour && *no_colour);
}

bool command_print(struct str text)
{
	struct str why;

	if ((!text.len || fwrite(text.at, 1, text.len, stdout) == text.len) && fflush(stdout) == 0)
		return true;
	why = file_reason(errno);
	fprintf(stderr, "planc: standard output: %.*s\n", STR_ARG(why));
	return false;
}
