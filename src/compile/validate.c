#include "compile/validate.h"
#include "compile/finish.h"
#include "tree/language.h"

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
		validation->schema = schema_files_compile(&validation->files, uri);
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
