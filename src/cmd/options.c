#include "cmd/options.h"
#include "base/attributes.h"
#include "base/str.h"

#include <stdio.h>
#include <string.h>

#define COMMON(member) offsetof(struct common_options, member)

const struct option common_option_rows[] = {
	{ NULL, 'C', "DIR", COMMON(folder), "go to the folder DIR first" },
	{ "config", 0, "FILE", COMMON(config), "read the settings from FILE, not from planc.yaml" },
	{ "as-of", 0, "DATE", COMMON(as_of), "say what is late as of that day, not today" },
	{ "color", 0, "WHEN", COMMON(colour), "colour: auto (a terminal only), always or never" },
	{ NULL, 'j', "N", COMMON(jobs), "do N things at once (default: one for each processor)" },
	{ "quiet", 'q', NULL, COMMON(is_quiet), "say nothing but what is wrong" },
	{ "verbose", 'v', NULL, COMMON(is_verbose),
	  "say more: of a check, also what is held back, and why" },
	{ "help", 'h', NULL, COMMON(wants_help), "print this help" },
};
const size_t common_option_count = ARRAY_LEN(common_option_rows);

/* The rows of a command and those of all commands, as one list. */
static const struct option *row_at(const struct option *rows, size_t count, size_t i)
{
	return i < count ? &rows[i] : &common_option_rows[i - count];
}

static const struct option *find_long(const struct option *rows, size_t count, struct str name)
{
	for (size_t i = 0; i < count + common_option_count; i++) {
		const struct option *row = row_at(rows, count, i);

		if (row->name && str_equal(str_from(row->name), name))
			return row;
	}
	return NULL;
}

static const struct option *find_letter(const struct option *rows, size_t count, char letter)
{
	for (size_t i = 0; i < count + common_option_count; i++) {
		const struct option *row = row_at(rows, count, i);

		if (row->letter && row->letter == letter)
			return row;
	}
	return NULL;
}

static bool refuse(const char *word, const char *why)
{
	fprintf(stderr, "planc: %s: %s\n", word, why);
	return false;
}

/* Where the reading of the command line stands. */
struct reading {
	const struct option *rows;
	size_t count;
	int argc;
	const char **argv;
	int at;
	void *values;
};

/* Sets a row's member. `inline_value` is what stood behind "=" or the letter, or NULL. */
static bool set_option(struct reading *reading, const struct option *row, const char *inline_value)
{
	void *member = (char *)reading->values + row->offset;
	const char *word = reading->argv[reading->at];
	bool *flag = member;
	const char **value = member;
	struct option_list *list = member;

	if (!row->argument) {
		*flag = true;
		return !inline_value || refuse(word, "this option takes no value");
	}
	if (!inline_value) {
		if (reading->at + 1 >= reading->argc)
			return refuse(word, "this option needs a value");
		inline_value = reading->argv[++reading->at];
	}
	if (!row->is_list)
		*value = inline_value;
	else if (list->count == OPTION_LIST_MAX)
		return refuse(word, "this option is given too often");
	else
		list->at[list->count++] = inline_value;
	return true;
}

static bool read_long(struct reading *reading)
{
	const char *word = reading->argv[reading->at];
	const char *equals = strchr(word, '=');
	struct str name = { word + 2, equals ? (size_t)(equals - word) - 2 : strlen(word) - 2 };
	const struct option *row = find_long(reading->rows, reading->count, name);

	if (!row)
		return refuse(word, "there is no such option; see --help");
	return set_option(reading, row, equals ? equals + 1 : NULL);
}

/* -q, -oDIR, -o DIR, and several flags in one word. */
static bool read_letters(struct reading *reading)
{
	const char *word = reading->argv[reading->at];

	for (const char *letter = word + 1; *letter; letter++) {
		const struct option *row = find_letter(reading->rows, reading->count, *letter);

		if (!row)
			return refuse(word, "there is no such option; see --help");
		if (row->argument)
			return set_option(reading, row, letter[1] ? letter + 1 : NULL);
		set_option(reading, row, NULL);
	}
	return true;
}

bool options_read(const struct option *rows, size_t count, int argc, const char **argv,
		  struct common_options *values)
{
	struct reading reading = { rows, count, argc, argv, 0, values };
	size_t paths = 0;
	bool only_paths = false;

	for (; reading.at < argc; reading.at++) {
		const char *word = argv[reading.at];

		if (only_paths || word[0] != '-' || !word[1]) {
			argv[paths++] = word;
		} else if (strcmp(word, "--") == 0) {
			only_paths = true;
			values->word_count = paths;
		} else if (word[1] == '-') {
			if (!read_long(&reading))
				return false;
		} else if (!read_letters(&reading)) {
			return false;
		}
	}
	values->paths = argv;
	values->path_count = paths;
	if (!only_paths)
		values->word_count = paths;
	return true;
}

static void print_row(const struct option *row, struct buf *out)
{
	char left[40];
	int len = snprintf(left, sizeof(left), "  %c%c%s%s%s%s%s", row->letter ? '-' : ' ',
			   row->letter ? row->letter : ' ', row->letter && row->name ? ", " : "  ",
			   row->name ? "--" : "", row->name ? row->name : "",
			   row->argument ? " " : "", row->argument ? row->argument : "");

	buf_printf(out, "%-*s  %s\n", len > 26 ? len : 26, left, row->help);
}

void options_print(const struct option *rows, size_t count, struct buf *out)
{
	for (size_t i = 0; i < count; i++)
		print_row(&rows[i], out);
}
