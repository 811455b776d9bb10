/* Plans in memory, compiled and rendered: what the tests of renderers share. */
#ifndef TESTS_RENDER_FIXTURE_H
#define TESTS_RENDER_FIXTURE_H

#include "compile/compile.h"
#include "render/renderer.h"
#include "render/site.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* A repository in memory, compiled. */
struct built {
	struct arena arena;
	struct compilation result;
	struct directory directory;
	struct str language;                /* of the pages; empty: the plan's first */
	struct unknown_words unknown;       /* what had no words in it */
	const struct chronicle *chronicle;  /* NULL: no history is known */
	const struct site_changes *changes; /* of the first plan; NULL: none are told */
};

#define COUNCIL                                                                \
	"name: Exampleton Council\n"                                           \
	"people:\n"                                                            \
	"  head-of-housing: {name: Head of Housing, kind: role, short: HoH}\n" \
	"  housing-team: {name: Housing Team, kind: team}\n"                   \
	"abbreviations: {HoH: Head of Housing}\n"

static inline struct memory_file file(const char *path, const char *text)
{
	return (struct memory_file){ str_from(path), str_from(text) };
}

static inline void build_all(struct built *built, const struct memory_file *files, size_t count)
{
	struct compile_options options = { .skip_rules = true };
	struct input *input;

	*built = (struct built){ 0 };
	arena_init(&built->arena);
	input = input_open_memory(&built->arena, files, count);
	assert_int_equal(compile(&built->result, input, &options), COMPILE_DONE);
	input_close(input);
	directory_init(&built->directory, &built->result, &built->arena);
}

/* A council with one plan, "exampleton/plan". */
static inline void build(struct built *built, const char *plan)
{
	struct memory_file files[] = {
		file("exampleton/council.yaml", COUNCIL),
		file("exampleton/plan/plan.yaml", plan),
	};

	build_all(built, files, ARRAY_LEN(files));
}

static inline void release(struct built *built)
{
	compilation_release(&built->result);
	arena_release(&built->arena);
}

static inline struct site_options options_of(const struct built *built)
{
	return (struct site_options){ .as_of = STR("2024-01-31"),
				      .chronicle = built->chronicle,
				      .changes = built->changes,
				      .change_count = built->changes != NULL };
}

static inline const struct output *find_output(const char *format, enum output_scope scope)
{
	const struct renderer *renderer = renderer_find(str_from(format));

	assert_non_null(renderer);
	for (const struct output *output = renderer->outputs; output->write; output++) {
		if (output->scope == scope)
			return output;
	}
	fail_msg("%s has no such output", format);
	return NULL;
}

/* What an output makes of the plan number `i`, NUL-terminated, in the arena. */
static inline const char *render_output(struct built *built, const struct output *output, size_t i)
{
	enum output_scope scope = output->scope;
	const struct plan *plan = built->result.plans.at[i];
	struct site_options options = options_of(built);
	struct view view = {
		.compilation = &built->result,
		.options = &options,
		.directory = &built->directory,
		.scope = scope,
		.council = scope <= OUTPUT_SITE_PAGE ? NULL : plan->council,
		.plan = scope == OUTPUT_PLAN || scope == OUTPUT_PLAN_PAGE ? plan : NULL,
		.language = built->language.len ? built->language : plan_language(plan),
		.unknown = &built->unknown,
		.arena = &built->arena,
	};
	struct buf out = { 0 };
	const char *page;

	assert_true(output->write(&view, &out));
	page = arena_copy(&built->arena, buf_str(&out)).at;
	buf_release(&out);
	return page;
}

static inline const char *render_at(struct built *built, const char *format,
				    enum output_scope scope, size_t i)
{
	return render_output(built, find_output(format, scope), i);
}

/* A file of the first plan, by its name. */
static inline const char *render_file(struct built *built, const char *format, const char *name)
{
	const struct output *output = find_output(format, OUTPUT_PLAN);

	while (output->write && strcmp(output->file, name) != 0)
		output++;
	assert_non_null(output->write);
	return render_output(built, output, 0);
}

static inline const char *render(struct built *built, const char *format)
{
	return render_at(built, format, OUTPUT_PLAN, 0);
}

/* The page of the first plan's part with this id, or of this person; in the arena. */
static inline const char *render_part(struct built *built, enum output_scope scope, const char *id)
{
	const struct plan *plan = built->result.plans.at[0];
	struct site_options options = options_of(built);
	struct thing *part = map_find(&plan->by_id, str_from(id));
	struct old_ids old_ids;
	struct view view = {
		.compilation = &built->result,
		.options = &options,
		.directory = &built->directory,
		.scope = scope,
		.council = plan->council,
		.plan = scope == OUTPUT_LEAD ? NULL : plan,
		.language = built->language.len ? built->language : STR("en"),
		.unknown = &built->unknown,
		.arena = &built->arena,
	};
	struct buf out = { 0 };
	const char *page;

	old_ids_find(&old_ids, plan, &built->arena);
	for (size_t i = 0; i < old_ids.list.len; i++) {
		if (scope == OUTPUT_OLD_ACTION && str_equal(old_ids.list.at[i]->id, str_from(id)))
			view.old_id = old_ids.list.at[i];
	}
	if (scope == OUTPUT_THEME)
		view.theme = (void *)part;
	else if (scope == OUTPUT_ACTION)
		view.action = (void *)part;
	else if (scope == OUTPUT_LEAD)
		view.person = map_find(&plan->council->people_by_id, str_from(id));
	assert_true(view.theme || view.action || view.person || view.old_id);
	assert_true(find_output("html", scope)->write(&view, &out));
	page = arena_copy(&built->arena, buf_str(&out)).at;
	buf_release(&out);
	return page;
}

static inline json_t *render_json(struct built *built)
{
	json_error_t error;
	json_t *root = json_loads(render(built, "json"), JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL,
				  &error);

	if (!root)
		fail_msg("%s at line %d", error.text, error.line);
	return root;
}

static inline void assert_has(const char *page, const char *part)
{
	if (!strstr(page, part))
		fail_msg("“%s” is not in:\n%s", part, page);
}

static inline void assert_lacks(const char *page, const char *part)
{
	if (strstr(page, part))
		fail_msg("“%s” is in:\n%s", part, page);
}

static inline size_t count(const char *page, const char *part)
{
	size_t found = 0;

	for (const char *at = strstr(page, part); at; at = strstr(at + 1, part))
		found++;
	return found;
}

/* What a reader sees of a page, as small words with a space around each. */
static inline const char *words_of(struct arena *arena, struct str text, bool is_html)
{
	struct buf words = { 0 };
	bool is_tag = false;
	const char *result;

	buf_add_byte(&words, ' ');
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (is_html && (c == '<' || c == '>'))
			is_tag = c == '<';
		else if (!is_tag && (isalnum(c) || c >= 0x80))
			buf_add_byte(&words, (char)tolower(c));
		else if (!is_tag && words.at[words.len - 1] != ' ')
			buf_add_byte(&words, ' ');
	}
	if (words.at[words.len - 1] != ' ')
		buf_add_byte(&words, ' ');
	result = arena_copy(arena, buf_str(&words)).at;
	buf_release(&words);
	return result;
}

/* The value at a path of keys and numbers: "plan.themes.0.id". */
static inline const json_t *at_path(const json_t *value, const char *path)
{
	struct str rest = str_from(path);

	while (value && rest.len) {
		size_t dot = str_find_byte(rest, '.', 0);
		char key[64] = { 0 };

		memcpy(key, rest.at, dot);
		value = json_is_array(value) ? json_array_get(value, (size_t)(key[0] - '0'))
					     : json_object_get(value, key);
		rest = str_slice(rest, dot < rest.len ? dot + 1 : dot, rest.len);
	}
	return value;
}

static inline void assert_at(const json_t *root, const char *path, const char *expected)
{
	const json_t *value = at_path(root, path);
	char *text;

	if (!value)
		fail_msg("there is no %s", path);
	text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
	assert_string_equal(text, expected);
	free(text);
}

#endif
