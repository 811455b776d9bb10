/* type, enum, const */
#include "schema/check.h"
#include "schema/compile.h"
#include "schema/equal.h"
#include "schema/words.h"

static const struct type_name {
	const char *name;
	unsigned types;
} type_names[] = {
	{ "string", TYPES_TEXT },
	{ "null", TYPES_NULL },
	{ "boolean", TYPES_BOOL },
	{ "array", TYPES_LIST },
	{ "object", TYPES_MAP },
	{ "number", TYPES_NUMBER },
	/* Whether a FLOAT is whole, the rule finds out: 1.0 is. */
	{ "integer", TYPES_NUMBER },
};

static unsigned find_types(const struct node *name, bool *whole)
{
	for (size_t i = 0; node_is_text(name) && i < ARRAY_LEN(type_names); i++) {
		if (!str_equal(name->text, str_from(type_names[i].name)))
			continue;
		*whole = str_equal(name->text, STR("integer"));
		return type_names[i].types;
	}
	return 0;
}

bool compile_type(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	bool is_list = rule->value->kind == NODE_LIST;
	uint32_t count = is_list ? rule->value->count : 1;
	bool only_whole = false;
	bool all_numbers = false;
	unsigned types = 0;

	for (uint32_t i = 0; i < count; i++) {
		const struct node *name = is_list ? rule->value->items[i] : rule->value;
		bool whole = false;
		unsigned found = find_types(name, &whole);

		if (!found)
			return compiler_fail(compiler, name,
					     "`type` must be string, number, integer, boolean, "
					     "array, object or null, or a list of these");
		only_whole |= whole;
		all_numbers |= found == TYPES_NUMBER && !whole;
		types |= found;
	}
	schema->types = (uint16_t)types;
	if (!only_whole || all_numbers)
		rule->keyword = NULL;
	return true;
}

bool check_type(struct check *check, const struct rule *rule, struct node *node,
		struct marks *marks)
{
	struct decimal number;

	(void)rule;
	(void)marks;
	return check_charge(check, node->text.len / 8) && decimal_read(node->text, &number) &&
	       decimal_is_integer(&number);
}

void explain_type(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	(void)rule;
	words_type(explain, spot, schema_wanted(spot->view->schema));
}

static void index_texts(struct compiler *compiler, struct allowed *allowed)
{
	allowed->only_texts = true;
	for (size_t i = 0; i < allowed->count; i++)
		allowed->only_texts &= node_is_text(allowed->values[i]);
	if (!allowed->only_texts)
		return;
	names_init(&allowed->names, compiler->arena, allowed->count);
	for (size_t i = 0; i < allowed->count; i++)
		names_add(&allowed->names, allowed->values[i]->text, (uint32_t)i);
}

bool compile_allowed(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	struct allowed *allowed = arena_new(compiler->arena, struct allowed);

	(void)schema;
	if (str_equal(rule->keyword->name, STR("const"))) {
		allowed->values = arena_new(compiler->arena, struct node *);
		allowed->values[0] = rule->value;
		allowed->count = 1;
	} else {
		if (!compiler_expect(compiler, rule, TYPES_LIST, "a list"))
			return false;
		allowed->values = rule->value->items;
		allowed->count = rule->value->count;
	}
	index_texts(compiler, allowed);
	rule->allowed = allowed;
	return true;
}

bool check_allowed(struct check *check, const struct rule *rule, struct node *node,
		   struct marks *marks)
{
	const struct allowed *allowed = rule->allowed;

	(void)marks;
	if (allowed->only_texts)
		return node_is_text(node) && names_find(&allowed->names, node->text) != NAMES_NONE;
	if (!check_charge(check, allowed->count * (1 + node->text.len / 8 + node->count * 4)))
		return false;
	for (size_t i = 0; i < allowed->count; i++) {
		if (node_equal(allowed->values[i], node, &check->stack))
			return true;
	}
	return false;
}

void explain_allowed(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	words_value(explain, spot, rule->allowed);
}
