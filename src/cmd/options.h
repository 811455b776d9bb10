/*
 * Options of the command line. Each command has a struct for what its options
 * say and a table of rows that fill it; the help text is printed from the same
 * rows.
 */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct option {
	const char *name;     /* "format" for --format */
	char letter;          /* 'o' for -o, or 0 */
	const char *argument; /* what the help calls its value; NULL: a flag */
	size_t offset;        /* of a bool (flag) or const char * (value) in the command's struct */
	const char *help;
	bool is_list; /* it may be given again: the member is a struct option_list */
};

/* The values of an option that may be given several times, in their order. */
#define OPTION_LIST_MAX 100
struct option_list {
	const char *at[OPTION_LIST_MAX];
	size_t count;
};

/* What every command takes; the first member of each command's struct. */
struct common_options {
	const char *folder; /* -C: go there first */
	const char *config;
	const char *as_of;  /* a day, YYYY-MM-DD; NULL: today */
	const char *jobs;   /* -j: a number; NULL: as many as there are processors */
	unsigned hands;     /* what that comes to (crew.h); set by command_begin */
	const char *colour; /* auto, always, never; NULL: auto */
	bool is_quiet;
	bool is_verbose;
	bool wants_help;
	/* Of commands that read plans: where these come from. Their rows are SOURCE_ROWS. */
	const char *revision; /* --rev: git's word for a commit, or NULL */
	bool is_staged;       /* --staged: the index */
	bool is_here_new;     /* the current folder need not be there yet: one above it will do */
	const char *base; /* another revision: what it and the first come from is read; or NULL */
	const char *
		since; /* --since: a revision; what the plans and it come from is compared; or NULL */
	const char *const *paths; /* the arguments that are no options, in their order */
	size_t path_count;
	size_t word_count; /* how many of these stand before `--`; all where there is none */
};

/* For the table of a command that reads plans; `type` is its struct. */
#define SOURCE_ROWS(type)                                                                  \
	{ "rev", 0, "REV", offsetof(type, common.revision),                                \
	  "read the plans as git has them in a revision, such as HEAD~1 or a tag" },       \
	{                                                                                  \
		"staged", 0, NULL, offsetof(type, common.is_staged),                       \
			"read them as they are staged in git, for a check before a commit" \
	}

extern const struct option common_option_rows[];
extern const size_t common_option_count;

/*
 * Reads argv[0..argc) into `values`. Options and paths may be mixed; `--` ends
 * the options. False after a message on stderr when a word is no option or
 * lacks its value. The order of argv may be changed.
 */
bool options_read(const struct option *rows, size_t count, int argc, const char **argv,
		  struct common_options *values);

/* A line an option. */
void options_print(const struct option *rows, size_t count, struct buf *out);

#endif
