#include "compile/validate.h"
#include "compile/finish.h"
#include "tree/language.h"

static struct report *report_of(struct validation *validation)
{
	return &validation->result.report;
}

/* A place in the schema's files; what is built in has no fault of its own. */
static struct span place_of(const struct validation *validation, struct span where)
{
	const struct schema_files *files = &validation->files;

	if (where.source && schema_files_has(files, where.source))
		return where;
	return (struct span){ .source = &files->documents.at[0]->source };
}

static void tell_trouble(struct validation *validation, const struct schema_trouble *trouble)
{
	struct span where = place_of(validation, trouble->where);

	if (trouble->missing.len)
		schema_files_tell_missing(&validation->files, trouble->missing, where);
	else
		report_add(report_of(validation), &kind_schema_broken, where, "%.*s",
			   STR_ARG(trouble->message));
}

/* Whether what came into the set are schemas as their meta-schemas say. */
static bool check_set(struct validation *validation)
{
	const struct report *report = report_of(validation);
	struct schema_trouble trouble;

	if (!schema_set_check(&validation->files.set, report_of(validation), &trouble) &&
	    !report->findings.len)
		tell_trouble(validation, &trouble);
	return !report->findings.len;
}

/* First the schema itself, whole, and then by and by what it refers to. */
static const struct schema *compile_schema(struct validation *validation, struct str uri)
{
	struct schema_trouble trouble;
	const struct schema *schema;

	if (!check_set(validation))
		return NULL;
	schema = schema_compile(&validation->files.set, uri, &trouble);
	if (check_set(validation) && !schema)
		tell_trouble(validation, &trouble);
	return schema;
}

void validation_open(struct validation *validation, const struct validation_options *options,
		     struct str shown, struct str bytes)
{
	struct compilation *result = &validation->result;
	struct str uri;

	*validation = (struct validation){ .shown = shown };
	arena_init(&result->arena);
	report_init(&result->report, &result->arena);
	validation->work = arena_new(&result->arena, struct arena);
	schema_files_init(&validation->files, result);
	validation->files.set.assert_formats = options->assert_formats;
	for (size_t i = 0; i < options->map_count; i++)
		schema_files_map(&validation->files, options->maps[i].uri, options->maps[i].folder);
	uri = schema_files_add(&validation->files, shown, bytes);
	if (uri.len)
		validation->schema = compile_schema(validation, uri);
	if (result->report.findings.len)
		validation->schema = NULL;
}

void validation_check(struct validation *validation, struct str shown, struct str bytes)
{
	struct compilation *result = &validation->result;
	struct document *document = arena_new(validation->work, struct document);
	size_t findings = result->report.findings.len;

	source_init(&document->source, validation->work, shown, bytes);
	document->root = language_read(&document->source, validation->work, &result->report);
	if (document->root)
		schema_check(validation->schema, document->root, &result->report);
	validation->count++;
	if (result->report.findings.len == findings) {
		arena_reset(validation->work);
		return;
	}
	vec_add(&result->arena, &result->kept, validation->work);
	validation->work = arena_new(&result->arena, struct arena);
}

void validation_finish(struct validation *validation)
{
	const struct compile_options options = { .is_strict = true };

	finish_report(&validation->result, &options);
}

void validation_release(struct validation *validation)
{
	schema_files_release(&validation->files);
	arena_release(validation->work);
	compilation_release(&validation->result);
}
