/*
 * Runs cases in the shape of the public JSON Schema test suite:
 *
 *	conformance SUITE [NAME…]	that suite, which is not part of this project
 *	conformance --own FOLDER [NAME…]	the cases in a folder, which are ours
 *
 * SUITE has the folders tests (or tests/draft2020-12) and remotes; what is in
 * optional and optional/format below the former is run too when it is there,
 * and formats are asserted for the latter, as for our own. NAME picks files:
 * "ref" is ref.json. Each case is checked twice, once only for the answer and
 * once for findings: the answers must agree, and there must be findings when it
 * is no. Prints each case that fails, then the counts; the exit code is 1 when
 * any failed.
 */
#include "base/file.h"
#include "schema/schema.h"
#include "tree/json.h"
#include "tree/pointer.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_FILE ((size_t)4 * 1024 * 1024)
#define REMOTE STR("http://localhost:1234/")
#define MAX_FILES 200

struct run {
	struct arena arena; /* of one file */
	const char *suite;
	char **picked; /* names, up to a NULL; none for all */
	bool assert_formats;
	unsigned passed;
	unsigned failed;
};

static struct node *read_json(struct arena *arena, const char *path)
{
	struct source *source = arena_new(arena, struct source);
	struct str bytes, why;
	struct span where;
	struct node *root;

	if (!file_read_path(path, MAX_FILE, arena, &bytes, &why))
		return NULL;
	source_init(source, arena, arena_copy(arena, str_from(path)), bytes);
	root = json_read(source, arena, &where, &why);
	if (!root)
		fprintf(stderr, "%s: byte %u: %.*s\n", path, where.begin, STR_ARG(why));
	return root;
}

static struct node *load_remote(void *context, struct str uri)
{
	struct run *run = context;

	if (!str_starts(uri, REMOTE))
		return NULL;
	uri = str_slice(uri, REMOTE.len, uri.len);
	return read_json(&run->arena,
			 arena_printf(&run->arena, "%s/remotes/%.*s", run->suite, STR_ARG(uri)).at);
}

static struct str words(const struct node *map, struct str key)
{
	const struct node *value = node_find(map, key);

	return value ? value->text : STR("?");
}

/* What is wrong with the two answers, or NULL. */
static const char *run_case(const struct schema *schema, struct node *data, bool valid)
{
	struct arena arena;
	struct report report;
	const char *fault = NULL;

	arena_init(&arena);
	report_init(&report, &arena);
	if (schema_check(schema, data, NULL) != valid)
		fault = valid ? "is refused" : "passes";
	else if (schema_check(schema, data, &report) != valid)
		fault = "has another answer with a report";
	else if ((report.findings.len == 0) != valid)
		fault = valid ? "passes, with findings" : "is refused without a finding";
	for (size_t i = 0; !fault && i < report.findings.len; i++) {
		const struct schema_location *location = report.findings.at[i]->location;

		if (!location || !pointer_find(data, location->instance))
			fault = "has a finding about no part of it";
		if (str_starts(report.findings.at[i]->message,
			       STR("this file does not have the shape")))
			fault = "is refused without a reason";
		if (getenv("CONFORMANCE_FINDINGS"))
			printf("  %s: %.*s | %.*s\n", report.findings.at[i]->kind->name,
			       STR_ARG(report.findings.at[i]->message),
			       STR_ARG(report.findings.at[i]->hint));
	}
	arena_release(&arena);
	return fault;
}

static void run_group(struct run *run, const char *name, struct node *group)
{
	const struct node *cases = node_find(group, STR("tests"));
	struct str about = words(group, STR("description"));
	struct schema_trouble trouble;
	const struct schema *schema;
	struct schema_set set;

	schema_set_init(&set, &run->arena);
	set.load = load_remote;
	set.load_context = run;
	set.assert_formats = run->assert_formats;
	schema_set_add(&set, STR("suite:schema"), node_find(group, STR("schema")));
	schema = schema_compile(&set, STR("suite:schema"), &trouble);
	for (uint32_t i = 0; cases && i < cases->count; i++) {
		struct node *data = node_find(cases->items[i], STR("data"));
		bool valid = str_equal(words(cases->items[i], STR("valid")), STR("true"));
		struct str title = words(cases->items[i], STR("description"));
		const char *fault = "has a schema that cannot be used";

		if (getenv("CONFORMANCE_FINDINGS"))
			printf("%s: %.*s: %.*s\n", name, STR_ARG(about), STR_ARG(title));
		if (schema)
			fault = run_case(schema, data, valid);
		run->passed += !fault;
		run->failed += fault != NULL;
		if (fault)
			printf("%s: %.*s: %.*s: %s%s%.*s\n", name, STR_ARG(about), STR_ARG(title),
			       fault, schema ? "" : ": ", STR_ARG(trouble.message));
	}
	schema_set_release(&set);
}

static void run_file(struct run *run, const char *folder, const char *name)
{
	struct node *groups;

	arena_init(&run->arena);
	groups = read_json(&run->arena, arena_printf(&run->arena, "%s/%s", folder, name).at);
	if (!groups) {
		printf("%s: cannot be read\n", name);
		run->failed++;
	}
	for (uint32_t i = 0; groups && i < groups->count; i++)
		run_group(run, name, groups->items[i]);
	arena_release(&run->arena);
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of the JSON files in a folder, sorted. */
static size_t list_files(const char *folder, struct arena *arena, const char *names[MAX_FILES])
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t count = 0;

	while (dir && (entry = readdir(dir)) != NULL && count < MAX_FILES) {
		struct str name = str_from(entry->d_name);

		if (str_ends(name, STR(".json")))
			names[count++] = arena_copy(arena, name).at;
	}
	if (dir)
		closedir(dir);
	if (count)
		qsort(names, count, sizeof(names[0]), compare);
	return count;
}

static bool is_picked(const struct run *run, const char *name)
{
	for (char **picked = run->picked; *picked; picked++) {
		size_t len = strlen(*picked);

		if (!strncmp(name, *picked, len) && !strcmp(name + len, ".json"))
			return true;
	}
	return !*run->picked;
}

static void run_folder(struct run *run, const char *folder, bool assert_formats)
{
	const char *names[MAX_FILES];
	struct arena arena;
	size_t count;

	run->assert_formats = assert_formats;
	arena_init(&arena);
	count = list_files(folder, &arena, names);
	for (size_t i = 0; i < count; i++) {
		if (is_picked(run, names[i]))
			run_file(run, folder, names[i]);
	}
	arena_release(&arena);
}

static void run_suite(struct run *run)
{
	struct arena arena;
	const char *folder;

	arena_init(&arena);
	folder = arena_printf(&arena, "%s/tests/draft2020-12", run->suite).at;
	if (access(folder, R_OK) != 0)
		folder = arena_printf(&arena, "%s/tests", run->suite).at;
	run_folder(run, folder, false);
	run_folder(run, arena_printf(&arena, "%s/optional", folder).at, false);
	run_folder(run, arena_printf(&arena, "%s/optional/format", folder).at, true);
	arena_release(&arena);
}

int main(int argc, char **argv)
{
	bool own = argc > 1 && !strcmp(argv[1], "--own");
	struct run run = { 0 };

	if (argc < 2 + own) {
		fputs("usage: conformance SUITE [NAME...] | --own FOLDER [NAME...]\n", stderr);
		return 2;
	}
	run.suite = argv[1 + own];
	run.picked = argv + 2 + own;
	if (own)
		run_folder(&run, run.suite, true);
	else
		run_suite(&run);
	printf("%s%u passed, %u failed\n", own ? "schema: " : "", run.passed, run.failed);
	return run.failed || !run.passed;
}
