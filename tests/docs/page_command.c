#include "pages.h"
#include "roff.h"

#include "cmd/command.h"
#include "render/changes.h"
#include "render/ledger.h"
#include "render/renderer.h"
#include "report/format.h"

static const char about[] =
	"planc is a compiler for plans. A council keeps its plan as YAML files in a repository. "
	"planc checks it (who leads, by when, how we will know) and builds the pages that people "
	"read. `planc-plan`(5) says what the files hold.";

static const char where_from[] =
	"Without a PATH all plans are read: those below the folder of the settings file `planc.yaml`, "
	"which is looked for in this folder, in those above it and in `plans`. Where there is none, "
	"those of the councils around this folder, or else below it.";

static const char from_git[] =
	"With `--rev` or `--staged` all that is read comes from git: plans, settings, the baseline and "
	"schemas. The repository is looked for upwards from the first PATH, or from this folder; it "
	"may be bare. A PATH says where in it, and paths in output are relative to its top. What is "
	"late is said as of the day of the commit (UTC) unless `--as-of` gives one. No program is run, "
	"nothing is fetched, and git's settings of the user change nothing. What cannot be read of a "
	"repository (a SHA-256 one; a split or sparse index) is said, with exit code 3.";

struct row {
	const char *term;
	const char *words;
};

static const struct row exit_codes[] = {
	{ "`0`", "There is nothing at or above the level of `--fail-on`." },
	{ "`1`", "There are findings." },
	{ "`2`", "The command, the settings or a schema are wrong." },
	{ "`3`", "Something could not be read or written." },
};

static const struct row schemas[] = {
	{ "What is read",
	  "A FILE or schema whose name ends in `.json` is read as JSON, in `.yaml` or `.yml` as "
	  "YAML. Under any other name, and on standard input, it is JSON where the whole of it is "
	  "JSON, and YAML where it is not. A file may have 4 MiB; YAML 64 levels and 100,000 "
	  "values, JSON 512 levels. A FILE that cannot be parsed is a finding, and the others are "
	  "checked." },
	{ "The draft",
	  "Schemas are those of draft 2020-12. Each is held against the meta-schema that its "
	  "`$schema` names before it is used; a meta-schema of your own is found as any other "
	  "schema is. One of another draft is refused." },
	{ "`$ref` to a file",
	  "A relative `$ref` is a file seen from the schema that holds it, or from its `$id`; what "
	  "the `$id` of the first schema puts beside that one is looked for in its folder. Only "
	  "what is in the folder of the first schema or below it is read: a `..` or a symbolic "
	  "link that leads out of it is not followed. `--map common/=common` lets a folder be "
	  "read, and `--map .=.` the current one. planc's own schemas (`plan.schema.json` and so "
	  "on) are there under their names where no such file is." },
	{ "`$ref` to a URI",
	  "Nothing is fetched. With `--map https://council.example/schemas/=copies` the schema "
	  "`https://council.example/schemas/text.json` is the file `copies/text.json`. The "
	  "longest URI that fits counts." },
	{ "A schema that cannot be used",
	  "It is broken, or refers to what is not there: the findings say what and where in it, "
	  "nothing is checked, and the exit code is 2. It is 3 when a file could not be opened." },
	{ "`format`",
	  "Values are held to `format` with `--format-assertion`, or when the meta-schema has the "
	  "vocabulary for that." },
	{ "`--format json`",
	  "Findings have `keywordLocation`, `absoluteKeywordLocation` and `instanceLocation`, as "
	  "JSON Schema's own output has them. The second is relative where the schema has no "
	  "absolute `$id`. Those of `planc check` about the shape of a file have them too." },
};

static const struct row environment[] = {
	{ "`SOURCE_DATE_EPOCH`",
	  "Without `--as-of` and `--rev`: seconds since the beginning of 1970 (UTC), whose day is taken for today." },
	{ "`NO_COLOR`", "Set and not empty: nothing is coloured, unless `--color always` asks." },
	{ "`GIT_INDEX_FILE`, `GIT_OBJECT_DIRECTORY`",
	  "With `--rev` and `--staged`: the index, and objects that are read too, as git sets them in "
	  "its hooks." },
	{ "`GITHUB_STEP_SUMMARY`",
	  "The file that `planc check --format github` adds its table to." },
};

static const struct row files[] = {
	{ "`planc.yaml`", "The settings, if any." },
	{ "`.planc-baseline.yaml`",
	  "Findings that are held back, if any: beside the settings. `planc check --write-baseline` "
	  "writes it." },
	{ "COUNCIL`/council.yaml`", "The council, and who can lead something." },
	{ "COUNCIL/PLAN`/plan.yaml`", "A plan. It names its other files." },
	{ "`.planc`", "The mark of a folder that `planc build` wrote. Such a folder is not read." },
};

static const struct row examples[] = {
	{ "`planc check`", "Check all plans." },
	{ "`planc check --strict plans/anytown/homes-plan`",
	  "Check one plan, a draft, as if it were adopted." },
	{ "`planc check --rev HEAD~1 plans/anytown`",
	  "Check the plans of one council as they were before the last commit." },
	{ "`planc diff HEAD~1`", "What changed in meaning since the last commit but one." },
	{ "`planc diff --format markdown main...topic`",
	  "What a branch changed, as a comment for its pull request." },
	{ "`planc log anytown/homes-plan#repairs-service`",
	  "When each date, target, lead and status of an action became what it is." },
	{ "`planc log --slippage`", "How often the dates of all plans moved, and how far." },
	{ "`planc build -o public --formats html,json plans`",
	  "Write the pages and data of all plans to the folder `public`." },
	{ "`planc validate --schema post.schema.json posts/*.yaml`",
	  "Hold files that are no plans against a schema." },
	{ "`planc explain lead-missing date-tbc`", "Say more of two rules." },
};

static void add_entries(struct buf *page, const char *part, const struct row *entries, size_t count)
{
	roff_part(page, str_from(part));
	for (size_t i = 0; i < count; i++) {
		roff_term(page, str_from(entries[i].term));
		roff_words(page, str_from(entries[i].words));
	}
}

/* A usage text: what is typed is bold, what stands for others is not. */
static void add_usage(struct buf *out, const struct command *command)
{
	buf_printf(out, "`planc %s` %s", command->name, command->usage);
}

static void add_option(struct buf *page, const struct option *option)
{
	struct buf term = { 0 };

	if (option->letter)
		buf_printf(&term, "`-%c`", option->letter);
	if (option->letter && option->name)
		buf_add_c(&term, ", ");
	if (option->name)
		buf_printf(&term, "`--%s`", option->name);
	if (option->argument)
		buf_printf(&term, " %s", option->argument);
	roff_term(page, buf_str(&term));
	term.len = 0;
	add_sentence(&term, option->help);
	roff_words(page, buf_str(&term));
	buf_release(&term);
}

static void add_command(struct buf *page, const struct command *command)
{
	struct buf usage = { 0 };

	add_usage(&usage, command);
	roff_heading(page, buf_str(&usage));
	roff_words(page, str_from(command->about));
	for (size_t i = 0; i < command->option_count; i++)
		add_option(page, &command->options[i]);
	buf_release(&usage);
}

static void add_synopsis(struct buf *page)
{
	struct buf usage = { 0 };

	roff_part(page, STR("SYNOPSIS"));
	for (size_t i = 0; commands[i]; i++) {
		usage.len = 0;
		add_usage(&usage, commands[i]);
		if (i)
			buf_add_c(page, ".br\n");
		roff_words(page, buf_str(&usage));
	}
	buf_add_c(page, ".br\n");
	roff_words(page, STR("`planc` `--help`|`--version`"));
	buf_release(&usage);
}

static void add_format(struct buf *page, const char *name, const char *summary)
{
	struct buf words = { 0 };

	buf_printf(&words, "`%s`", name);
	roff_term(page, buf_str(&words));
	words.len = 0;
	add_sentence(&words, summary);
	roff_words(page, buf_str(&words));
	buf_release(&words);
}

static void add_formats(struct buf *page)
{
	roff_part(page, STR("FORMATS"));
	roff_words(page,
		   STR("`--format` of `planc check` and `planc validate` takes one of these:"));
	for (size_t i = 0; report_formats[i]; i++)
		add_format(page, report_formats[i]->name, report_formats[i]->summary);
	roff_paragraph(page, STR("`planc diff --format` takes one of these:"));
	for (size_t i = 0; changes_formats[i]; i++)
		add_format(page, changes_formats[i]->name, changes_formats[i]->summary);
	roff_paragraph(page, STR("`planc log --format` takes one of these:"));
	for (size_t i = 0; ledger_formats[i]; i++)
		add_format(page, ledger_formats[i]->name, ledger_formats[i]->summary);
	roff_paragraph(page,
		       STR("`planc build --formats` takes any of these, with commas between:"));
	for (size_t i = 0; renderers[i]; i++)
		add_format(page, renderers[i]->name, renderers[i]->summary);
}

static void add_rules(struct buf *page)
{
	struct buf words = { 0 };

	roff_part(page, STR("RULES"));
	roff_words(
		page,
		STR("Each finding ends with the name of its rule. How serious it is depends on "
		    "the status of the plan, and on `rules` in `planc.yaml`. `planc explain` says "
		    "more of each. The level on a draft comes first, then that on an adopted plan."));
	for (size_t i = 0; catalogue[i]; i++) {
		words.len = 0;
		buf_printf(&words, "`%s` (%s, %s)", catalogue[i]->name,
			   severity_name(catalogue[i]->draft).at,
			   severity_name(catalogue[i]->adopted).at);
		roff_term(page, buf_str(&words));
		words.len = 0;
		add_sentence(&words, catalogue[i]->summary);
		roff_words(page, buf_str(&words));
	}
	buf_release(&words);
}

void page_command(struct buf *page)
{
	roff_title(page, "PLANC", '1', "User Commands");
	roff_part(page, STR("NAME"));
	buf_add_c(page, "planc \\- check plans that are kept as YAML, and build their pages\n");
	add_synopsis(page);
	roff_part(page, STR("DESCRIPTION"));
	roff_words(page, str_from(about));
	roff_paragraph(page, str_from(where_from));
	roff_paragraph(page, str_from(from_git));
	roff_part(page, STR("COMMANDS"));
	for (size_t i = 0; commands[i]; i++)
		add_command(page, commands[i]);
	roff_part(page, STR("OPTIONS OF ALL COMMANDS"));
	for (size_t i = 0; i < common_option_count; i++)
		add_option(page, &common_option_rows[i]);
	add_formats(page);
	add_entries(page, "SCHEMAS OF PLANC VALIDATE", schemas, ARRAY_LEN(schemas));
	add_rules(page);
	add_entries(page, "EXIT STATUS", exit_codes, ARRAY_LEN(exit_codes));
	add_entries(page, "ENVIRONMENT", environment, ARRAY_LEN(environment));
	add_entries(page, "FILES", files, ARRAY_LEN(files));
	add_entries(page, "EXAMPLES", examples, ARRAY_LEN(examples));
	roff_part(page, STR("SEE ALSO"));
	roff_words(page, STR("`planc-plan`(5)"));
}
