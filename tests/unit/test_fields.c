/* The tables of fields and the schemas say the same keys, both ways. */
#include "base/arena.h"
#include "model/plan.h"
#include "schema/schema.h"
#include "tree/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct node *read_schema(struct arena *arena, struct str name)
{
	struct source *source = arena_new(arena, struct source);
	struct span where;
	struct str why;

	source_init(source, arena, name, schema_embedded(name));
	return json_read(source, arena, &where, &why);
}

/* The schema of a type: a $def, a file of its own, or the plan's `parent`. */
static const struct node *schema_of(struct arena *arena, const struct thing_type *type)
{
	struct str file = arena_printf(arena, "%.*s.schema.json", STR_ARG(type->name));
	const struct node *root = read_schema(arena, STR("defs.schema.json"));
	const struct node *def = node_find(node_find(root, STR("$defs")), type->name);

	if (def)
		return def;
	if (schema_embedded(file).len)
		return read_schema(arena, file);
	root = read_schema(arena, STR("plan.schema.json"));
	return node_find(node_find(root, STR("properties")), type->name);
}

static unsigned check_rows(const struct thing_type *type, const struct node *properties)
{
	unsigned missing = 0;

	for (size_t i = 0; i < type->field_count; i++) {
		const struct field *field = &type->fields[i];

		if ((field->flags & FIELD_SHORTHAND) || node_find(properties, field->name))
			continue;
		print_error("the schema of %s lacks “%.*s”\n", type->name.at, STR_ARG(field->name));
		missing++;
	}
	return missing;
}

static unsigned check_keys(const struct thing_type *type, const struct node *properties)
{
	unsigned missing = 0;

	for (size_t i = 0; i < properties->count; i++) {
		struct str key = properties->pairs[i].key->text;

		if (str_equal(key, STR("id")) || thing_type_find(type, key, 0))
			continue;
		print_error("the table of %s lacks “%.*s”\n", type->name.at, STR_ARG(key));
		missing++;
	}
	return missing;
}

static void tables_and_schemas_agree(void **state)
{
	struct arena arena;
	unsigned wrong = 0;
	unsigned compared = 0;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; thing_types[i]; i++) {
		const struct node *properties = node_find(schema_of(&arena, thing_types[i]),
							  STR("properties"));

		/* A type that is only ever a scalar has no keys. */
		if (!properties) {
			assert_non_null(thing_types[i]->scalar);
			assert_int_equal(thing_types[i]->field_count, 1);
			continue;
		}
		wrong += check_rows(thing_types[i], properties);
		wrong += check_keys(thing_types[i], properties);
		compared++;
	}
	arena_release(&arena);
	assert_int_equal(wrong, 0);
	assert_true(compared > 20);
}

/* Words of an enum stand in the schema in the same order. */
static void words_and_enums_agree(void **state)
{
	struct arena arena;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < type_action.field_count; i++) {
		const struct field *field = &type_action.fields[i];
		const struct node *property, *words;
		struct str def;

		if (field->type != FIELD_WORD)
			continue;
		property = node_find(node_find(schema_of(&arena, &type_action), STR("properties")),
				     field->name);
		words = node_find(property, STR("enum"));
		if (!words) {
			def = node_find(property, STR("$ref"))->text;
			def = str_slice(def, STR("#/$defs/").len, def.len);
			words = node_find(
				node_find(node_find(read_schema(&arena, STR("defs.schema.json")),
						    STR("$defs")),
					  def),
				STR("enum"));
		}
		assert_non_null(words);
		for (size_t j = 0; j < words->count; j++) {
			assert_non_null(field->words[j]);
			assert_true(str_equal(words->items[j]->text, str_from(field->words[j])));
		}
		assert_null(field->words[words->count]);
	}
	arena_release(&arena);
}

/* Of a text that is never given by language the table says so. */
static void texts_by_language_agree(void **state)
{
	struct arena arena;
	unsigned compared = 0;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; thing_types[i]; i++) {
		const struct thing_type *type = thing_types[i];
		const struct node *properties = node_find(schema_of(&arena, type),
							  STR("properties"));

		for (size_t j = 0; j < type->field_count; j++) {
			const struct field *field = &type->fields[j];
			const struct node *def = node_find(node_find(properties, field->name),
							   STR("$ref"));
			bool is_one = !def || (!str_ends(def->text, STR("/text")) &&
					       !str_ends(def->text, STR("/plain")));

			if (field->flags & FIELD_SHORTHAND ||
			    (field->type != FIELD_TEXT && field->type != FIELD_PLAIN))
				continue;
			if (is_one != !!(field->flags & FIELD_ONE_LANGUAGE))
				fail_msg("%s: %.*s", type->name.at, STR_ARG(field->name));
			compared++;
		}
	}
	arena_release(&arena);
	assert_true(compared > 40);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_and_schemas_agree),
		cmocka_unit_test(words_and_enums_agree),
		cmocka_unit_test(texts_by_language_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
