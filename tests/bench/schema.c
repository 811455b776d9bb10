/*
 * What it costs to hold plan files against their schemas, beside reading them:
 * each is read and then checked, all of them ROUNDS times; the least of each,
 * since noise only adds. Exit code 1 when checking takes more than LIMIT of
 * what reading takes. Time is that of the processor.
 *
 * usage: schema ROUNDS LIMIT DIR
 */
#include "base/file.h"
#include "base/vec.h"
#include "schema/schema.h"
#include "tree/json.h"
#include "tree/yaml.h"

#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct plan_file {
	struct str path;
	struct str bytes;
	const struct schema *schema;
};

struct bench {
	struct arena arena;
	struct schema_set set;
	VEC(struct plan_file) files;
	size_t faults;
};

static struct node *load_embedded(void *context, struct str uri)
{
	struct arena *arena = context;
	struct source *source = arena_new(arena, struct source);
	struct span where;
	struct str why;

	source_init(source, arena, uri, schema_embedded(uri));
	return json_read(source, arena, &where, &why);
}

/* Exits when something is not there: there is nothing to measure then. */
static const struct schema *need_schema(struct bench *bench, struct str uri)
{
	struct schema_trouble trouble;
	const struct schema *schema = schema_compile(&bench->set, uri, &trouble);

	if (schema)
		return schema;
	fprintf(stderr, "%.*s: %.*s\n", STR_ARG(uri), STR_ARG(trouble.message));
	exit(3);
}

static void add_file(struct bench *bench, const FTSENT *entry, const struct schema *schema)
{
	struct plan_file file = { .schema = schema };
	struct str why;

	file.path = arena_copy(&bench->arena, str_from(entry->fts_path));
	if (!file_read_path(entry->fts_accpath, YAML_MAX_BYTES, &bench->arena, &file.bytes, &why)) {
		fprintf(stderr, "%s: %.*s\n", entry->fts_path, STR_ARG(why));
		exit(3);
	}
	vec_add(&bench->arena, &bench->files, file);
}

static void add_files(struct bench *bench, char *folder)
{
	char *const folders[] = { folder, NULL };
	FTS *walk = fts_open(folders, FTS_PHYSICAL, NULL);
	const struct schema *plan = need_schema(bench, STR("plan.schema.json"));
	const struct schema *theme = need_schema(bench, STR("theme.schema.json"));
	const FTSENT *entry;

	while (walk && (entry = fts_read(walk)) != NULL) {
		if (!strcmp(entry->fts_name, "plan.yaml"))
			add_file(bench, entry, plan);
		else if (entry->fts_info == FTS_F && strstr(entry->fts_path, "/themes/"))
			add_file(bench, entry, theme);
	}
	if (walk)
		fts_close(walk);
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void run_round(struct bench *bench, double *reading, double *checking)
{
	*reading = *checking = 0;
	for (size_t i = 0; i < bench->files.len; i++) {
		const struct plan_file *file = &bench->files.at[i];
		double start = seconds();
		double middle;
		struct source source;
		struct report report;
		struct arena arena;
		struct node *root;

		arena_init(&arena);
		report_init(&report, &arena);
		source_init(&source, &arena, file->path, file->bytes);
		root = yaml_read(&source, &arena, &report);
		middle = seconds();
		bench->faults += !root || !schema_check(file->schema, root, &report);
		*checking += seconds() - middle;
		*reading += middle - start;
		arena_release(&arena);
	}
}

int main(int argc, char **argv)
{
	size_t rounds = argc == 4 ? strtoul(argv[1], NULL, 10) : 0;
	double limit = argc == 4 ? strtod(argv[2], NULL) : 0;
	double reading = 0, checking = 0;
	struct bench bench = { 0 };
	size_t count;

	if (!rounds) {
		fputs("usage: schema ROUNDS LIMIT DIR\n", stderr);
		return 2;
	}
	arena_init(&bench.arena);
	schema_set_init(&bench.set, &bench.arena);
	bench.set.load = load_embedded;
	bench.set.load_context = &bench.arena;
	add_files(&bench, argv[3]);
	for (size_t i = 0; i < rounds; i++) {
		double read, checked;

		run_round(&bench, &read, &checked);
		reading = i && reading < read ? reading : read;
		checking = i && checking < checked ? checking : checked;
	}
	count = bench.files.len;
	schema_set_release(&bench.set);
	arena_release(&bench.arena);
	if (!count || bench.faults) {
		fprintf(stderr, "schema: %zu files, %zu faults\n", count, bench.faults);
		return 3;
	}
	printf("%zu files: read %.3f s, checked %.3f s\n"
	       "schema check / reading ratio %.2f (at most %.2f)\n",
	       count, reading, checking, checking / reading, limit);
	return checking / reading <= limit ? 0 : 1;
}
