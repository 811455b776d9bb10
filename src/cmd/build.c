#include "base/version.h"
#include "cmd/command.h"
#include "cmd/print.h"
#include "cmd/site_past.h"
#include "render/mark.h"
#include "render/site.h"
#include "render/words.h"
#include "report/printable.h"

#include <stdio.h>
#include <unistd.h>

struct build_options {
	struct common_options common;
	const char *output;
	const char *formats;
	bool compares;
};

static const struct option build_rows[] = {
	SOURCE_ROWS(struct build_options),
	{ "output", 'o', "DIR", offsetof(struct build_options, output),
	  "write to DIR (default: site)" },
	{ "since", 0, "REV", offsetof(struct build_options, common.since),
	  "tell what changed since REV (default: since each plan was adopted)" },
	{ "formats", 0, "LIST", offsetof(struct build_options, formats),
	  "write only these, parted by commas: html,markdown,json,csv,ics,atom (default: all)" },
	{ "check", 0, NULL, offsetof(struct build_options, compares),
	  "write nothing; exit 1 when DIR is not what a build would write of the same day and "
	  "revision" },
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

/* Languages of plans that pages have no words in, a line each. */
static void tell_languages(struct compilation *result)
{
	struct map told = { 0 };
	struct buf out = { 0 };

	for (size_t i = 0; i < result->plans.len; i++) {
		const struct value *languages = result->plans.at[i]->languages.at;

		for (size_t j = 0; j < result->plans.at[i]->languages.len; j++) {
			if (language_is_spoken(languages[j].text) ||
			    map_add(&told, &result->arena, languages[j].text, &told))
				continue;
			buf_add_c(&out, "planc: there are no words for pages in “");
			printable_add(&out, languages[j].text);
			buf_add_c(&out, "”: the plans' own texts are in it, and all else is in "
					"English\n");
		}
	}
	if (out.len)
		fwrite(out.at, 1, out.len, stderr);
	buf_release(&out);
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

static void show_progress(size_t hundredths)
{
	if (hundredths < 100)
		fprintf(stderr, "\rplanc: building: %zu%%", hundredths);
	else
		fputs("\r\x1b[K", stderr);
}

static void tell_paths(const char *word, const struct str *paths, size_t count, struct buf *out)
{
	for (size_t i = 0; i < count; i++) {
		buf_printf(out, "%s: ", word);
		printable_add(out, paths[i]);
		buf_add_byte(out, '\n');
	}
}

/* What is different in the folder, a line each; the exit code of that. */
static enum exit_code tell_comparison(const struct comparison *comparison, bool is_quiet,
				      const char *folder)
{
	size_t count = comparison->different.len + comparison->missing.len +
		       comparison->foreign.len;
	struct buf out = { 0 };
	bool ok;

	tell_paths("different", comparison->different.at, comparison->different.len, &out);
	tell_paths("missing", comparison->missing.at, comparison->missing.len, &out);
	tell_paths("not of the site", comparison->foreign.at, comparison->foreign.len, &out);
	if (!is_quiet && count)
		buf_printf(&out,
			   "%s is not what a build would write: %zu different, %zu missing, "
			   "%zu not of the site\n",
			   folder, comparison->different.len, comparison->missing.len,
			   comparison->foreign.len);
	else if (!is_quiet)
		buf_printf(&out, "%s is what a build would write\n", folder);
	ok = command_print(buf_str(&out));
	buf_release(&out);
	if (!ok)
		return EXIT_TROUBLE;
	return count ? EXIT_FINDINGS : EXIT_CLEAN;
}

static enum exit_code fail(struct str why, enum exit_code code)
{
	fprintf(stderr, "planc: %.*s\n", STR_ARG(why));
	return code;
}

/* Writes the site, or compares it; the exit code of that alone. */
static enum exit_code write_or_compare(const struct build_options *options,
				       struct compilation *result, const struct site_options *site)
{
	struct comparison comparison;
	struct str why;

	if (options->compares)
		return site_compare(result, site, &comparison, &why)
			       ? tell_comparison(&comparison, options->common.is_quiet,
						 site->folder)
			       : fail(why, EXIT_TROUBLE);
	if (!site_build(result, site, &why))
		return fail(why, EXIT_TROUBLE);
	if (!options->common.is_quiet && !tell_built(count_built(result), site->folder))
		return EXIT_TROUBLE;
	return EXIT_CLEAN;
}

static enum exit_code build(const struct build_options *options, struct site_options *site)
{
	struct compile_options what = { .skip_rules = true };
	struct common_options now = options->common;
	struct compilation result;
	struct site_past past;
	struct buf as_of = { 0 };
	enum exit_code code, end;

	now.since = NULL;
	if (!command_compile(&now, &what, &result, &code) || code != EXIT_CLEAN) {
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
	if (!options->common.is_quiet && !options->compares)
		tell_languages(&result);
	date_print_iso(what.as_of, &as_of);
	site->as_of = buf_str(&as_of);
	site->revision = result.revision;
	if (isatty(STDERR_FILENO) && !options->common.is_quiet)
		site->progress = show_progress;
	if (site_past_read(&past, &options->common, &result, what.as_of, &end)) {
		site_past_tell(&past, site);
		end = write_or_compare(options, &result, site);
	}
	site_past_release(&past);
	buf_release(&as_of);
	compilation_release(&result);
	return end == EXIT_CLEAN ? code : end;
}

static void tell_version(struct str version, const char *folder)
{
	struct buf out = { 0 };

	if (str_equal(version, STR(PLANC_VERSION)))
		return;
	printable_add(&out, version);
	fprintf(stderr, "planc: %s was built by planc %.*s, and this is " PLANC_VERSION "\n",
		folder, STR_ARG(buf_str(&out)));
	buf_release(&out);
}

/* The folder itself says of which day, revision and formats it is. */
static enum exit_code compare(struct build_options *options, struct site_options *site)
{
	struct arena arena;
	struct mark mark;
	bool is_trouble;
	enum exit_code code;
	struct str why;

	arena_init(&arena);
	if (mark_read(&mark, site->folder, &arena, &is_trouble, &why)) {
		options->common.as_of = arena_copy(&arena, mark.as_of).at;
		if (mark.revision.len)
			options->common.revision = arena_copy(&arena, mark.revision).at;
		if (mark.since.len)
			options->common.since = arena_copy(&arena, mark.since).at;
		site->formats = arena_copy(&arena, mark.formats).at;
		tell_version(mark.version, site->folder);
		code = build(options, site);
	} else {
		code = fail(why, is_trouble ? EXIT_TROUBLE : EXIT_FINDINGS);
	}
	arena_release(&arena);
	return code;
}

/* What --check takes from the folder cannot be asked for as well. */
static bool is_usable(const struct build_options *options)
{
	const char *given = NULL;

	if (options->formats && !site_formats_exist(str_from(options->formats))) {
		fprintf(stderr,
			"planc: --formats: “%s” is no list of html, markdown, json, csv, ics and atom\n",
			options->formats);
		return false;
	}
	if (options->compares)
		given = options->common.as_of      ? "--as-of"
			: options->common.revision ? "--rev"
			: options->common.since    ? "--since"
			: options->formats         ? "--formats"
						   : NULL;
	if (given)
		fprintf(stderr,
			"planc: %s: with --check the folder says this itself; leave it out\n",
			given);
	return !given;
}

static enum exit_code run(const struct command *command, int argc, const char **argv)
{
	struct build_options options = { 0 };
	struct site_options site = { 0 };
	enum exit_code code;

	if (!command_begin(command, argc, argv, &options.common, &code))
		return code;
	if (!is_usable(&options))
		return EXIT_USAGE;
	site.folder = options.output ? options.output : "site";
	site.formats = options.formats;
	site.hands = options.common.hands;
	return options.compares ? compare(&options, &site) : build(&options, &site);
}

const struct command command_build = {
	.name = "build",
	.usage = "[OPTION…] [PATH…]",
	.summary = "write the pages people read, and data",
	.about =
		"Builds a folder of pages (HTML), documents (Markdown), data (JSON, CSV), dates\n"
		"(iCalendar) and news (Atom) from the plans at or below each PATH, or from all. What the\n"
		"pages say of the past, and the news, come from git, where the plans are in it. The\n"
		"folder is replaced as a whole; one that planc did not write is left alone.",
	.options = build_rows,
	.option_count = ARRAY_LEN(build_rows),
	.run = run,
};
