#include "cmd/command.h"
#include "cmd/history_word.h"
#include "cmd/origin.h"
#include "cmd/past.h"
#include "render/ledger.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct log_options {
	struct common_options common;
	const char *format;
	bool is_sum;
	bool is_full;
};

static const struct option log_rows[] = {
	{ "slippage", 0, NULL, offsetof(struct log_options, is_sum),
	  "sum up what slipped: per action, theme, lead and plan" },
	{ "full-history", 0, NULL, offsetof(struct log_options, is_full),
	  "follow all parents of merges, not the first alone" },
	{ "rev", 0, "REV", offsetof(struct log_options, common.revision),
	  "the history that led to a revision (default: HEAD)" },
	{ "format", 0, "NAME", offsetof(struct log_options, format),
	  "how to print it: text (default), markdown, csv, json" },
};

/* What was asked for, before it is looked up. */
struct asking {
	const struct log_options *options;
	struct arena arena;
	struct origin origin;
	struct chronicle chronicle;
	VEC(const char *) on_disk; /* words that name something there, without their #ACTION */
	struct chosen chosen;
	enum exit_code code;
};

static bool fail(struct asking *asking, enum exit_code code, struct str why)
{
	fprintf(stderr, "planc: %.*s\n", STR_ARG(why));
	asking->code = code;
	return false;
}

/* ---------------------------------------------------------------- the words */

static bool is_on_disk(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0;
}

/* The words that are paths say where the repository is; addresses do not. */
static void list_paths(struct asking *asking)
{
	const struct common_options *common = &asking->options->common;
	struct str action;

	for (size_t i = 0; i < common->path_count; i++) {
		const char *path =
			arena_copy(&asking->arena, history_word_split(common->paths[i], &action)).at;

		if (*path && is_on_disk(path))
			vec_add(&asking->arena, &asking->on_disk, path);
	}
}

/* ---------------------------------------------------------------- the history */

static bool fail_uncommitted(struct asking *asking, const char *word)
{
	const char *revision = asking->options->common.revision;

	return fail(asking, EXIT_USAGE,
		    arena_printf(&asking->arena, "%s is in the files, but not in the history of %s",
				 word, revision ? revision : "HEAD: commit it first"));
}

static bool open_with(struct asking *asking, const char *const *paths, size_t count,
		      struct str *why)
{
	struct common_options from = asking->options->common;

	if (!from.revision)
		from.revision = "HEAD";
	from.paths = paths;
	from.path_count = count;
	return origin_open(&asking->origin, &asking->arena, &from, why);
}

/* What is on the disk, in a folder that git knows, was not committed yet. */
static bool open_origin(struct asking *asking)
{
	struct str why, other;

	if (open_with(asking, asking->on_disk.at, asking->on_disk.len, &why))
		return true;
	for (size_t i = 0; i < asking->on_disk.len; i++) {
		const char *folder = arena_printf(&asking->arena, "%s/..", asking->on_disk.at[i]).at;

		origin_close(&asking->origin);
		if (!open_with(asking, &asking->on_disk.at[i], 1, &other) &&
		    (origin_close(&asking->origin), open_with(asking, &folder, 1, &other)))
			return fail_uncommitted(asking, asking->on_disk.at[i]);
	}
	return fail(asking, EXIT_TROUBLE, why);
}

/* A clone that lacks files lacks many: the first say why. */
#define MOST_FAILURES 3

static void tell_failures(struct asking *asking)
{
	const struct chronicle *chronicle = &asking->chronicle;
	size_t count = chronicle->failures.len;

	for (size_t i = 0; i < count && i < MOST_FAILURES; i++)
		fail(asking, EXIT_TROUBLE, chronicle->failures.at[i]);
	if (count > MOST_FAILURES)
		fail(asking, EXIT_TROUBLE,
		     arena_printf(&asking->arena, "and %zu more files that cannot be read",
				  count - MOST_FAILURES));
}

static bool read_history(struct asking *asking)
{
	const struct root *root = &asking->origin.root;
	struct chronicle_request request = {
		.repository = asking->origin.repository,
		.commit = &asking->origin.commit,
		.folder = str_slice(root->folder, root->folder.len ? 1 : 0, root->folder.len),
		.name = root->name,
		.settings = root->settings,
		.is_full = asking->options->is_full,
	};
	struct str why;

	if (isatty(STDERR_FILENO) && !asking->options->common.is_quiet)
		request.progress = past_show_progress;
	if (!chronicle_read(&asking->chronicle, &request, &why))
		return fail(asking, asking->chronicle.has_bad_settings ? EXIT_USAGE : EXIT_TROUBLE,
			    why);
	if (asking->options->common.is_verbose)
		fprintf(stderr, "planc: %zu commits, %zu files read\n", asking->chronicle.commits,
			asking->chronicle.cache.parsed);
	tell_failures(asking);
	return asking->chronicle.ledger.things.len || !asking->chronicle.failures.len;
}

/* ---------------------------------------------------------------- what was asked for */

static bool has_plan(const struct compilation *compiled, struct str plan, struct str action)
{
	for (size_t i = 0; i < compiled->plans.len; i++) {
		const struct plan *found = compiled->plans.at[i];

		if (str_equal(found->thing.id, plan) &&
		    (!action.len || map_find(&found->by_id, action)))
			return true;
	}
	return false;
}

/* Whether what a history does not know stands in the files as they are now. */
static bool is_uncommitted(const struct asking *asking, const char *word)
{
	struct common_options here = { .config = asking->options->common.config };
	struct compile_options what = { .skip_rules = true };
	struct compilation compiled;
	enum exit_code code;
	struct str action;
	struct str plan = history_word_split(word, &action);
	bool found = command_compile_any(&here, &what, &compiled, &code) &&
		     has_plan(&compiled, plan, action);

	compilation_release(&compiled);
	return found;
}

static bool find_word(struct asking *asking, const char *word, const struct str *path)
{
	const struct root *root = &asking->origin.root;
	struct history_words words = {
		.arena = &asking->arena,
		.ledger = &asking->chronicle.ledger,
		.folder = str_slice(root->folder, root->folder.len ? 1 : 0, root->folder.len),
	};
	struct str why;

	if (history_word_find(&words, word, path, &asking->chosen, &why))
		return true;
	if (is_uncommitted(asking, word))
		return fail_uncommitted(asking, word);
	return fail(asking, EXIT_USAGE, why);
}

/* Paths that are on the disk were looked up with the root; the others are addresses. */
static bool find_words(struct asking *asking)
{
	const struct common_options *common = &asking->options->common;
	const struct root *root = &asking->origin.root;
	size_t next = 0;

	for (size_t i = 0; i < common->path_count; i++) {
		struct str action;
		struct str path = history_word_split(common->paths[i], &action);
		bool is_path = next < asking->on_disk.len &&
			       str_equal(path, str_from(asking->on_disk.at[next]));

		if (!find_word(asking, common->paths[i], is_path ? &root->paths.at[next] : NULL))
			return false;
		next += is_path;
	}
	return true;
}

static void print(struct asking *asking, const struct ledger_format *format)
{
	struct ledger_view view = {
		.chronicle = &asking->chronicle,
		.choice = { asking->chosen.list.at, asking->chosen.list.len },
		.is_sum = asking->options->is_sum,
		.is_coloured = command_colours(&asking->options->common),
	};
	struct buf out = { 0 };

	format->write(&view, &out);
	if (!command_print(buf_str(&out)))
		asking->code = EXIT_TROUBLE;
	buf_release(&out);
}

static bool has_plans(struct asking *asking)
{
	struct str shown = asking->origin.root.shown;

	if (asking->chronicle.ledger.things.len || asking->chronicle.gaps.len)
		return true;
	return fail(asking, EXIT_USAGE,
		    arena_printf(&asking->arena,
				 "there is no plan in the history of %s%.*s: a plan is a folder "
				 "with a plan.yaml",
				 shown.len ? "" : ".", STR_ARG(shown)));
}

static enum exit_code answer(struct asking *asking, const struct ledger_format *format)
{
	list_paths(asking);
	if (open_origin(asking)) {
		if (read_history(asking) && has_plans(asking) && find_words(asking))
			print(asking, format);
		chronicle_release(&asking->chronicle);
	}
	origin_close(&asking->origin);
	return asking->code;
}

static enum exit_code run(const struct command *command, int argc, const char **argv)
{
	struct log_options options = { 0 };
	struct asking asking = { .options = &options };
	const struct ledger_format *format;
	enum exit_code code;

	if (!command_begin(command, argc, argv, &options.common, &code))
		return code;
	format = ledger_format_find(options.format ? str_from(options.format) : STR("text"));
	if (!format) {
		fprintf(stderr,
			"planc: --format: there is no format “%s”; there are: "
			"text markdown csv json\n",
			options.format);
		return EXIT_USAGE;
	}
	arena_init(&asking.arena);
	code = answer(&asking, format);
	arena_release(&asking.arena);
	return code;
}

const struct command command_log = {
	.name = "log",
	.usage = "[OPTION…] [PLAN[#ACTION]…]",
	.summary = "the history of dates, targets, leads and statuses",
	.about =
		"Says when each date, target, lead and status in a plan's history became what it is,\n"
		"who changed it, and why. PLAN is an address such as anytown/homes-plan, a council, or\n"
		"a path; without one all plans are told. What was renamed since is told under its name\n"
		"of now. With --slippage it sums up how often dates of `due` moved, and how far.",
	.options = log_rows,
	.option_count = ARRAY_LEN(log_rows),
	.run = run,
};
