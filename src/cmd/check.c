#include "base/buf.h"
#include "base/file.h"
#include "cmd/command.h"
#include "cmd/fix.h"
#include "cmd/origin.h"
#include "cmd/print.h"
#include "compile/since.h"
#include "input/root.h"
#include "report/printable.h"

#include <stdio.h>

struct check_options {
	struct common_options common;
	const char *format;
	const char *fail_on;
	bool is_strict;
	bool tells_all;
	bool writes_baseline;
	bool mends;
	bool only_shows;
	bool only_new;
};

static const struct option check_rows[] = {
	SOURCE_ROWS(struct check_options),
	{ "format", 0, "NAME", offsetof(struct check_options, format), print_format_help },
	{ "fail-on", 0, "LEVEL", offsetof(struct check_options, fail_on),
	  "exit with 1 from this level on: error (default), warning, note or never" },
	{ "since", 0, "REV", offsetof(struct check_options, common.since),
	  "also check what changed since the plans and REV parted, such as main" },
	{ "new-only", 0, NULL, offsetof(struct check_options, only_new),
	  "with --since: report only what the change brought" },
	{ "strict", 0, NULL, offsetof(struct check_options, is_strict),
	  "hold a draft to what an adopted plan must say" },
	{ "no-suppress", 0, NULL, offsetof(struct check_options, tells_all),
	  "report what waivers and the baseline hold back as if it were new" },
	{ "fix", 0, NULL, offsetof(struct check_options, mends),
	  "mend in the files what has a sure remedy, and report the rest" },
	{ "dry-run", 0, NULL, offsetof(struct check_options, only_shows),
	  "with --fix: print the change as a patch for `git apply`, and write nothing" },
	{ "write-baseline", 0, NULL, offsetof(struct check_options, writes_baseline),
	  "write what is found to " BASELINE_NAME ", which holds it back from then on" },
};

static void add_mended(struct compilation *result, struct report_summary *summary)
{
	size_t count = result->baseline.entries.len;
	struct report_mended *lines = arena_new_array(&result->arena, struct report_mended, count);

	summary->mended = lines;
	for (size_t i = 0; i < count; i++) {
		const struct baseline_entry *entry = &result->baseline.entries.at[i];

		if (!entry->is_met && baseline_file_is_checked(result, entry))
			lines[summary->mended_count++] = (struct report_mended){ entry->rule,
										 entry->address };
	}
}

static const struct report_grade *grades_of(struct arena *arena, const struct plan_summary *plan)
{
	struct report_grade *grades = arena_new_array(arena, struct report_grade, GRADES);

	for (size_t i = 0; i < GRADES; i++)
		grades[i] = (struct report_grade){ grade_name((enum grade)i), plan->grades[i] };
	return grades;
}

static void summarise(struct compilation *result, struct report_summary *summary)
{
	size_t count = result->summaries.len;
	struct report_plan *lines = arena_new_array(&result->arena, struct report_plan, count);

	for (size_t i = 0; i < count; i++) {
		const struct plan_summary *plan = &result->summaries.at[i];

		lines[i] = (struct report_plan){
			.plan = plan->address,
			.actions = plan->actions,
			.leads = plan->leads,
			.grades = grades_of(&result->arena, plan),
			.grade_count = GRADES,
		};
	}
	*summary = (struct report_summary){
		.plans = lines,
		.plan_count = count,
		.kinds = catalogue,
		.failures = result->failures.at,
		.failure_count = result->failures.len,
	};
	add_mended(result, summary);
}

/* The lowest level that makes the exit code 1; false when LEVEL is none. */
static bool read_fail_level(const char *word, enum severity *level)
{
	*level = SEVERITY_ERROR;
	if (!word)
		return true;
	if (str_equal(str_from(word), STR("never"))) {
		*level = SEVERITY_OFF;
		return true;
	}
	return severity_find(str_from(word), level) && *level != SEVERITY_OFF;
}

static bool fails(const struct report *report, enum severity level)
{
	for (size_t i = 0; i < report->findings.len; i++) {
		if (finding_fails(report->findings.at[i], level))
			return true;
	}
	return false;
}

/* What cannot be read is never held back: then it is not clean. */
static enum exit_code tell_unread(const struct report *report)
{
	size_t count = 0;

	for (size_t i = 0; i < report->findings.len; i++)
		count += kind_is_reading(report->findings.at[i]->kind);
	if (!count)
		return EXIT_CLEAN;
	fprintf(stderr,
		"planc: %zu about what cannot be read %s not held back; see `planc check`\n", count,
		count == 1 ? "is" : "are");
	return EXIT_FINDINGS;
}

/* Instead of a report: what was found is held back from now on. */
static enum exit_code write_baseline(struct compilation *result)
{
	struct buf out = { 0 };
	size_t count = baseline_file_write(result, &out);
	struct str path = arena_printf(&result->arena, "%.*s/" BASELINE_NAME,
				       STR_ARG(result->folder));
	struct str why;
	bool fits = count <= BASELINE_MOST && out.len <= YAML_MAX_BYTES;
	bool ok = fits && file_write(path.at, buf_str(&out), &why);

	if (!fits)
		why = arena_printf(&result->arena, "%zu findings are more than it can hold", count);
	buf_release(&out);
	if (!ok) {
		fprintf(stderr, "planc: %.*s" BASELINE_NAME ": %.*s\n", STR_ARG(result->shown),
			STR_ARG(why));
		return EXIT_TROUBLE;
	}
	fprintf(stderr, "planc: %.*s" BASELINE_NAME " holds back %zu finding%s\n",
		STR_ARG(result->shown), count, count == 1 ? "" : "s");
	return tell_unread(&result->report);
}

/* Takes out what stood there before the change, but what cannot be read; returns how many. */
static size_t hide_known(struct report *report)
{
	size_t kept = 0;
	size_t hidden;

	for (size_t i = 0; i < report->findings.len; i++) {
		struct finding *finding = report->findings.at[i];

		if (finding->state != STATE_KNOWN || kind_is_reading(finding->kind))
			report->findings.at[kept++] = finding;
	}
	hidden = report->findings.len - kept;
	report->findings.len = kept;
	return hidden;
}

/* Plans that the rules on changes pass over, as nobody can know what changed in them. */
static void tell_unknown(const struct compilation *before)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < before->plans.len; i++) {
		if (since_is_whole(before->plans.at[i]))
			continue;
		buf_add_c(&out, "planc: ");
		printable_add(&out, before->plans.at[i]->thing.id);
		buf_add_c(&out, ": before the change it could not be read, or not whole: the rules "
				"on changes are not applied to it, and what is found where "
				"nothing could be read counts as known\n");
	}
	fputs(out.len ? out.at : "", stderr);
	buf_release(&out);
}

/* Prints what was found; the exit code of it. */
static enum exit_code tell(const struct check_options *options, const struct report_format *format,
			   struct compilation *result, enum severity fail_level,
			   enum exit_code code)
{
	struct report_summary summary;
	size_t hidden = options->only_new ? hide_known(&result->report) : 0;

	if (result->before)
		tell_unknown(result->before);
	if (code == EXIT_CLEAN && fails(&result->report, fail_level))
		code = EXIT_FINDINGS;
	summarise(result, &summary);
	summary.fail_level = fail_level;
	summary.exit_code = (int)code;
	summary.is_quiet = options->common.is_quiet || code == EXIT_TROUBLE;
	summary.is_verbose = options->common.is_verbose;
	summary.has_states = result->before != NULL;
	summary.hidden = hidden;
	return print_report(&result->report, &summary, format, &options->common) ? code
										 : EXIT_TROUBLE;
}

/* Prints the patch instead; the exit code is that of a check. */
static enum exit_code show_patch(struct compilation *result, enum severity fail_level,
				 enum exit_code code)
{
	struct buf out = { 0 };

	if (code == EXIT_CLEAN && fails(&result->report, fail_level))
		code = EXIT_FINDINGS;
	fix_print(result, &out);
	if (!command_print(buf_str(&out)))
		code = EXIT_TROUBLE;
	buf_release(&out);
	return code;
}

#define FIX_ROUNDS 8

static enum exit_code check(const struct check_options *options, const struct report_format *format,
			    enum severity fail_level)
{
	struct compile_options what = {
		.is_strict = options->is_strict,
		.tells_all = options->tells_all,
		.only_findings = true,
	};
	struct compilation result;
	struct tree_cache cache;
	enum exit_code code;
	bool is_mended = true;
	bool goes_on;

	tree_cache_init(&cache);
	what.cache = options->common.since ? &cache : NULL;
	goes_on = command_compile(&options->common, &what, &result, &code);
	/* What is mended may bring something to light that can be mended too. */
	for (int round = 0; options->mends && !options->only_shows && round < FIX_ROUNDS; round++) {
		bool changed;

		is_mended = fix_write(&result, &changed);
		if (!is_mended || !changed)
			break;
		compilation_release(&result);
		goes_on = command_compile(&options->common, &what, &result, &code);
	}
	if (goes_on && code == EXIT_CLEAN && options->writes_baseline)
		code = write_baseline(&result);
	else if (options->only_shows)
		code = show_patch(&result, fail_level, code);
	else if (goes_on || result.report.findings.len)
		code = tell(options, format, &result, fail_level, code);
	compilation_release(&result);
	tree_cache_release(&cache);
	return is_mended ? code : EXIT_TROUBLE;
}

/* Options that mean nothing together, or for a plan on standard input. */
static bool are_usable(const struct check_options *options)
{
	bool is_piped = origin_is_standard_input(&options->common);
	bool is_held = options->common.revision || options->common.is_staged;
	const char *why = NULL;

	if (options->writes_baseline && is_held)
		why = "--write-baseline: it writes beside files of a folder, not of --rev or --staged";
	else if (options->mends && is_held)
		why = "--fix: it mends files of a folder, not of --rev or --staged";
	else if (options->writes_baseline && is_piped)
		why = "--write-baseline: a plan on standard input has no baseline";
	else if (options->mends && is_piped)
		why = "--fix: a plan on standard input is no file that can be mended";
	else if (options->only_shows && !options->mends)
		why = "--dry-run: it goes with --fix";
	else if (options->only_new && !options->common.since)
		why = "--new-only: it goes with --since";
	else if (options->only_shows && options->format)
		why = "--format: --dry-run prints a patch";
	else if (options->writes_baseline && options->only_shows)
		why = "--write-baseline: it writes, and --dry-run writes nothing";
	if (why)
		fprintf(stderr, "planc: %s\n", why);
	return !why;
}

static enum exit_code run(const struct command *command, int argc, const char **argv)
{
	struct check_options options = { 0 };
	const struct report_format *format;
	enum severity fail_level;
	enum exit_code code;

	if (!command_begin(command, argc, argv, &options.common, &code))
		return code;
	format = print_format_find(options.format);
	if (!format)
		return EXIT_USAGE;
	if (!read_fail_level(options.fail_on, &fail_level)) {
		fprintf(stderr,
			"planc: --fail-on: “%s” is none of error, warning, note and never\n",
			options.fail_on);
		return EXIT_USAGE;
	}
	if (!are_usable(&options))
		return EXIT_USAGE;
	return check(&options, format, fail_level);
}

const struct command command_check = {
	.name = "check",
	.usage = "[OPTION…] [PATH…]",
	.summary = "find what is wrong with plans",
	.about =
		"Checks the plans at or below each PATH, or all plans of the settings file that is\n"
		"found upwards from here; - stands for one plan.yaml on standard input. Says what is\n"
		"wrong, where, and what to write instead.",
	.options = check_rows,
	.option_count = ARRAY_LEN(check_rows),
	.run = run,
};
