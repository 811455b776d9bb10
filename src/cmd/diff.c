#include "diff/diff.h"
#include "cmd/command.h"
#include "compile/since.h"
#include "cmd/narrow.h"
#include "render/changes.h"
#include "report/printable.h"

#include <stdio.h>
#include <unistd.h>

struct diff_options {
	struct common_options common;
	const char *format;
	bool is_no_index;
	bool has_exit_code;
};

static const struct option diff_rows[] = {
	{ "format", 0, "NAME", offsetof(struct diff_options, format),
	  "how to print it: text (default), markdown (for a pull request), html, json" },
	{ "staged", 0, NULL, offsetof(struct diff_options, common.is_staged),
	  "compare with what is staged in git, not with the files as they are" },
	{ "no-index", 0, NULL, offsetof(struct diff_options, is_no_index),
	  "A and B are folders of plans (or a plan's folder each), not revisions" },
	{ "exit-code", 0, NULL, offsetof(struct diff_options, has_exit_code),
	  "exit with 1 if anything changed" },
};

/* One of the two states that are compared. */
struct side {
	struct common_options from; /* where its plans come from */
	const char *path;           /* of --no-index */
	struct str shown;           /* what the reader calls it */
	struct origin origin;
	struct narrow_side narrow; /* no paths: all is compared */
	struct compile_options what;
	struct compilation compiled;
	enum exit_code code;
	bool is_compiled;
};

static bool fail_usage(const char *why)
{
	fprintf(stderr, "planc: %s\n", why);
	return false;
}

/* The words of A..B and A...B; one that is not given is HEAD. */
struct range {
	const char *from;
	const char *to;
	bool is_from_base;
};

static bool read_range(const char *word, struct arena *arena, struct range *range)
{
	struct str text = str_from(word);
	size_t at = str_find(text, STR(".."), 0);
	size_t end = at + 2;

	if (at == text.len)
		return false;
	range->is_from_base = end < text.len && text.at[end] == '.';
	end += range->is_from_base;
	range->from = at ? arena_copy(arena, str_slice(text, 0, at)).at : "HEAD";
	range->to = end < text.len ? word + end : "HEAD";
	return true;
}

/* As git reads its words: what is compared with what. */
static bool read_sides(const struct diff_options *options, struct arena *arena, struct side *before,
		       struct side *after)
{
	const char *const *words = options->common.paths;
	size_t count = options->common.word_count;
	struct range range;

	if (options->is_no_index) {
		if (options->common.path_count != 2 || options->common.is_staged)
			return fail_usage(
				"--no-index: it takes two folders: the plans as they were, "
				"and as they are");
		before->path = words[0];
		after->path = words[1];
		before->from.paths = &before->path;
		after->from.paths = &after->path;
		before->from.path_count = after->from.path_count = 1;
		return true;
	}
	if (count == 1 && read_range(words[0], arena, &range)) {
		before->from.revision = range.is_from_base ? range.to : range.from;
		before->from.base = range.is_from_base ? range.from : NULL;
		after->from.revision = range.to;
	} else if (count <= 2) {
		before->from.revision = count ? words[0] : "HEAD";
		after->from.revision = count == 2 ? words[1] : NULL;
	} else {
		return fail_usage("diff takes two revisions at most; paths stand behind `--`");
	}
	if (options->common.is_staged && after->from.revision)
		return fail_usage("--staged: what is staged is compared with one revision");
	after->from.is_staged = options->common.is_staged;
	return true;
}

/* A path where a revision stands is easily written. */
static bool open_side(struct side *side, struct arena *arena, struct tree_cache *cache)
{
	const char *word = side->from.revision;

	side->what.skip_rules = true;
	side->what.cache = cache;
	if (command_open(&side->from, arena, &side->origin, &side->what, &side->code))
		return true;
	if (word && access(word, F_OK) == 0)
		fprintf(stderr,
			"planc: to compare one file or folder, write `--` before it: `-- %s`\n",
			word);
	return false;
}

/* What stands behind `--` is all that is compared. */
static bool narrow_sides(const struct diff_options *options, struct arena *arena,
			 struct side *before, struct side *after)
{
	const struct common_options *common = &options->common;
	size_t count = options->is_no_index ? 0 : common->path_count - common->word_count;
	struct narrow_side sides[2] = { { &before->origin }, { &after->origin } };
	struct str why;

	if (!narrow(sides, arena, common->paths + common->word_count, count, &why)) {
		fprintf(stderr, "planc: %.*s\n", STR_ARG(why));
		return false;
	}
	if (!count)
		return true;
	before->narrow = sides[0];
	after->narrow = sides[1];
	before->what.paths = sides[0].paths.at;
	before->what.path_count = count;
	after->what.paths = sides[1].paths.at;
	after->what.path_count = count;
	return true;
}

/* What is the same on both sides is not read, or only once. */
static void compile_side(struct side *side, const struct side *other)
{
	side->what.unlike = other->origin.input;
	side->is_compiled = command_compile_opened(&side->origin, &side->what, &side->compiled,
						   &side->code);
	if (side->path)
		side->shown = str_from(side->path);
	else if (side->from.revision)
		side->shown = side->compiled.revision;
	else
		side->shown = side->from.is_staged ? STR("index") : STR("working tree");
}

static struct changes_side shown_side(const struct side *side)
{
	return (struct changes_side){
		.name = side->shown,
		.commit = side->compiled.revision,
		.plans = compilation_side(&side->compiled),
		.day = side->origin.commit.day,
	};
}

/* Says what keeps the files of a side from being read. */
static void tell_unreadable(const struct side *side)
{
	const struct report *report = &side->compiled.report;
	struct buf out = { 0 };

	for (size_t i = 0; i < report->findings.len; i++) {
		const struct finding *finding = report->findings.at[i];
		struct place place;

		if (!kind_is_reading(finding->kind))
			continue;
		place = source_place(finding->span.source, finding->span.begin);
		buf_add_c(&out, "planc: ");
		printable_add(&out, side->shown);
		buf_add_c(&out, ": ");
		printable_add(&out, finding->span.source->path);
		buf_printf(&out, ":%u:%u: ", place.line, place.column);
		printable_add(&out, finding->message);
		buf_printf(&out, " [%s]\n", finding->kind->name);
	}
	fputs(out.len ? out.at : "", stderr);
	buf_release(&out);
}

static void tell_unread(const struct changes *changes)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < changes->unread.len; i++) {
		buf_add_c(&out, "planc: ");
		printable_add(&out, changes->unread.at[i]);
		buf_add_c(&out,
			  ": it cannot be read, or not whole; what stands there is not compared\n");
	}
	fputs(out.len ? out.at : "", stderr);
	buf_release(&out);
}

/* What the rules on changes say, but those that look further back than the two sides. */
static void find_offences(struct side *before, struct side *after, const struct changes *changes,
			  struct offences *offences)
{
	const struct since since = { .result = &after->compiled,
				     .before = &before->compiled,
				     .changes = changes,
				     .offences = offences };
	struct report report;

	report_init(&report, &after->compiled.arena);
	since_check(&since, &report, &after->what);
	offences_sort(offences);
}

static enum exit_code compare(const struct diff_options *options,
			      const struct changes_format *format, struct side *before,
			      struct side *after)
{
	struct changes changes;
	struct offences offences = { 0 };
	struct changes_view view = {
		.changes = &changes,
		.offences = &offences,
		.before = shown_side(before),
		.after = shown_side(after),
		.source = after->compiled.settings.source,
		.is_coloured = command_colours(&options->common),
	};
	struct buf out = { 0 };
	bool ok;

	diff(&changes, &after->compiled.arena, &view.before.plans, &view.after.plans);
	if (after->narrow.paths.len)
		narrow_changes(&changes, &after->narrow);
	find_offences(before, after, &changes, &offences);
	tell_unreadable(before);
	tell_unreadable(after);
	tell_unread(&changes);
	if (options->common.is_verbose)
		fprintf(stderr, "planc: %zu file%s read\n", after->what.cache->parsed,
			after->what.cache->parsed == 1 ? "" : "s");
	view.is_partial = changes.unread.len || before->code != EXIT_CLEAN ||
			  after->code != EXIT_CLEAN;
	format->write(&view, &out);
	ok = command_print(buf_str(&out));
	buf_release(&out);
	if (!ok || view.is_partial)
		return EXIT_TROUBLE;
	return options->has_exit_code && changes.list.len ? EXIT_FINDINGS : EXIT_CLEAN;
}

/* A bare repository has no files to compare a revision with: there, none is no plan. */
static bool has_files(const struct side *before, struct side *after)
{
	bool is_held = after->path || after->from.revision || after->from.is_staged;

	if (is_held || !before->origin.repository || !repository_is_bare(before->origin.repository))
		return true;
	after->code = EXIT_TROUBLE;
	return fail_usage("a bare repository has no files beside its revisions; name two of them");
}

static enum exit_code compare_sides(const struct diff_options *options,
				    const struct changes_format *format, struct arena *arena)
{
	struct side before = { .from = { .config = options->common.config,
					 .as_of = options->common.as_of,
					 .is_here_new = true } };
	struct side after = before;
	struct tree_cache cache;
	enum exit_code code;

	if (!read_sides(options, arena, &before, &after))
		return EXIT_USAGE;
	tree_cache_init(&cache);
	if (open_side(&before, arena, &cache) && has_files(&before, &after) &&
	    open_side(&after, arena, &cache)) {
		if (narrow_sides(options, arena, &before, &after)) {
			compile_side(&after, &before);
			compile_side(&before, &after);
		} else {
			after.code = EXIT_USAGE;
		}
	}
	if (!before.is_compiled || !after.is_compiled) {
		code = before.code != EXIT_CLEAN ? before.code : after.code;
	} else if (!before.narrow.paths.len && compilation_is_empty(&before.compiled) &&
		   compilation_is_empty(&after.compiled)) {
		fail_usage("there is no plan on either side: a plan is a folder with a plan.yaml");
		code = EXIT_USAGE;
	} else {
		code = compare(options, format, &before, &after);
	}
	origin_close(&before.origin);
	origin_close(&after.origin);
	compilation_release(&before.compiled);
	compilation_release(&after.compiled);
	tree_cache_release(&cache);
	return code;
}

static enum exit_code run(const struct command *command, int argc, const char **argv)
{
	struct diff_options options = { 0 };
	const struct changes_format *format;
	struct arena arena;
	enum exit_code code;

	if (!command_begin(command, argc, argv, &options.common, &code))
		return code;
	format = changes_format_find(options.format ? str_from(options.format) : STR("text"));
	if (!format) {
		fprintf(stderr,
			"planc: --format: there is no format “%s”; there are: text markdown html json\n",
			options.format);
		return EXIT_USAGE;
	}
	arena_init(&arena);
	code = compare_sides(&options, format, &arena);
	arena_release(&arena);
	return code;
}

const struct command command_diff = {
	.name = "diff",
	.usage = "[OPTION…] [A [B]] [-- PATH…]",
	.summary = "what changed in meaning",
	.about =
		"Says what changed in meaning between two states of the plans: dates that moved,\n"
		"targets that were weakened, leads that went. As with git, A and B are revisions:\n"
		"nothing compares HEAD with the files as they are, A the revision A with them, and\n"
		"A B or A..B two revisions; A...B begins where B left A. What a plan's layout alone\n"
		"changed is not told. Behind -- stand the files and folders whose plans are compared;\n"
		"without them, all are.",
	.options = diff_rows,
	.option_count = ARRAY_LEN(diff_rows),
	.run = run,
};
