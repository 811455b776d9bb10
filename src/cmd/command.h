/* Commands: one file each, one row of commands.def. */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include "base/arena.h"
#include "cmd/options.h"
#include "cmd/origin.h"
#include "compile/compile.h"

/* What the program says by its exit code. */
enum exit_code {
	EXIT_CLEAN = 0,    /* nothing at or above the fail level */
	EXIT_FINDINGS = 1, /* findings, or changes */
	EXIT_USAGE = 2,    /* wrong usage or settings */
	EXIT_TROUBLE = 3,  /* something could not be read or written */
};

struct command {
	const char *name;
	const char *usage;   /* what stands behind the name: "[OPTION…] [PATH…]" */
	const char *summary; /* a few words, for the list of commands */
	const char *about;   /* a paragraph, for its own help */
	const struct option *options;
	size_t option_count;
	/* argv without the program's and the command's name. */
	enum exit_code (*run)(const struct command *command, int argc, const char **argv);
};

/* All commands; ends with NULL. */
extern const struct command *const commands[];

#define COMMAND(name) extern const struct command command_##name;
#include "cmd/commands.def"
#undef COMMAND

/* Runs what argv asks for, --help and --version among it. */
enum exit_code command_main(int argc, const char **argv);

/*
 * Reads a command's options, prints its help when asked, and goes to the
 * folder of -C. False when there is nothing more to do; then *code says how it
 * ended.
 */
bool command_begin(const struct command *command, int argc, const char **argv,
		   struct common_options *values, enum exit_code *code);

/*
 * Compiles what the paths of the command line ask for. Says on stderr what
 * could not be read. False when there is no result to go on with; then *code
 * says why. Release the result in either case.
 */
bool command_compile(const struct common_options *values, struct compile_options *options,
		     struct compilation *result, enum exit_code *code);

/*
 * Its two halves, for who compiles several states of the plans. Opens where they
 * come from, in the arena; close the origin in either case.
 */
bool command_open(const struct common_options *values, struct arena *arena, struct origin *origin,
		  struct compile_options *options, enum exit_code *code);
bool command_compile_opened(const struct origin *origin, const struct compile_options *options,
			    struct compilation *result, enum exit_code *code);

/* The same where there may be no plan: compilation_is_empty. */
bool command_compile_any(const struct common_options *values, struct compile_options *options,
			 struct compilation *result, enum exit_code *code);
bool compilation_is_empty(const struct compilation *result);

/* Whether to colour standard output. */
bool command_colours(const struct common_options *values);

/* Writes a result to standard output; false after a message when it cannot be written. */
bool command_print(struct str text);

#endif
