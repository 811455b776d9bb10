/* properties, patternProperties, additionalProperties, propertyNames, required, dependent… */
#include "schema/check.h"
#include "schema/compile.h"
#include "schema/equal.h"
#include "schema/words.h"

bool compile_key_names(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	rule->schema = compiler_child(compiler, schema, rule->value, false);
	return rule->schema != NULL;
}

bool check_key_names(struct check *check, const struct rule *rule, struct node *node,
		     struct marks *marks)
{
	(void)marks;
	for (uint32_t i = 0; i < node->count; i++) {
		if (!check_node(check, rule->schema, node->pairs[i].key, NULL))
			return false;
	}
	return true;
}

void explain_key_names(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	for (uint32_t i = 0; i < spot->node->count; i++)
		explain_key(explain, rule->schema, spot, &spot->node->pairs[i]);
}

static bool compile_properties(struct compiler *compiler, struct schema *schema,
			       struct members *members, const struct node *map)
{
	if (!map)
		return true;
	if (map->kind != NODE_MAP)
		return compiler_fail(compiler, map, "`properties` must be a group of keys");
	members->properties = arena_new_array(compiler->arena, struct property, map->count);
	names_init(&members->names, compiler->arena, map->count);
	for (uint32_t i = 0; i < map->count; i++) {
		struct property *property = &members->properties[i];

		property->name = map->pairs[i].key->text;
		property->schema = compiler_child(compiler, schema, map->pairs[i].value, false);
		if (!property->schema)
			return false;
		names_add(&members->names, property->name, i);
	}
	members->count = map->count;
	return true;
}

static bool compile_patterns(struct compiler *compiler, struct schema *schema,
			     struct members *members, const struct node *map)
{
	if (!map)
		return true;
	if (map->kind != NODE_MAP)
		return compiler_fail(compiler, map, "`patternProperties` must be a group of keys");
	members->patterns = arena_new_array(compiler->arena, struct pattern_property, map->count);
	for (uint32_t i = 0; i < map->count; i++) {
		struct pattern_property *property = &members->patterns[i];
		const struct node *key = map->pairs[i].key;

		property->pattern = compiler_pattern(compiler, key, key->text);
		if (!property->pattern)
			return false;
		property->schema = compiler_child(compiler, schema, map->pairs[i].value, false);
		if (!property->schema)
			return false;
	}
	members->pattern_count = map->count;
	return true;
}

bool compile_members(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	struct node *additional = compiler_sibling(schema, STR("additionalProperties"));
	struct members *members;

	if (compiler_has_family(schema, rule))
		return true;
	members = arena_new(compiler->arena, struct members);
	rule->members = members;
	if (!compile_properties(compiler, schema, members,
				compiler_sibling(schema, STR("properties"))) ||
	    !compile_patterns(compiler, schema, members,
			      compiler_sibling(schema, STR("patternProperties"))))
		return false;
	if (!members->count)
		names_init(&members->names, compiler->arena, 0);
	if (!additional)
		return true;
	members->additional = compiler_child(compiler, schema, additional, false);
	return members->additional != NULL;
}

/* Holds a pair against the patterns that its key matches; says whether there was one. */
static bool check_patterns(struct check *check, const struct members *members,
			   const struct pair *pair, bool *known)
{
	if (!check_charge(check, members->pattern_count))
		return false;
	for (size_t i = 0; i < members->pattern_count; i++) {
		const struct pattern_property *property = &members->patterns[i];

		if (!pattern_match(property->pattern, pair->key->text, &check->matcher))
			continue;
		*known = true;
		if (!check_node(check, property->schema, pair->value, NULL))
			return false;
	}
	return true;
}

bool check_members(struct check *check, const struct rule *rule, struct node *node,
		   struct marks *marks)
{
	const struct members *members = rule->members;

	for (uint32_t i = 0; i < node->count; i++) {
		const struct pair *pair = &node->pairs[i];
		uint32_t index = names_find(&members->names, pair->key->text);
		bool known = index != NAMES_NONE;

		if (known &&
		    !check_node(check, members->properties[index].schema, pair->value, NULL))
			return false;
		if (members->pattern_count && !check_patterns(check, members, pair, &known))
			return false;
		if (!known && members->additional && !pair->key->bad) {
			if (!check_node(check, members->additional, pair->value, NULL))
				return false;
			known = true;
		}
		if (known && marks)
			marks_add(check, marks, i);
	}
	return true;
}

/* `false` for a key that is known says that it may not stand here. */
static void explain_member(struct explain *explain, const struct schema *schema, struct spot *spot,
			   const struct pair *pair)
{
	if (!schema->target->types)
		words_forbidden_key(explain, spot, pair);
	else
		explain_pair(explain, schema, spot, pair);
}

void explain_members(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	const struct members *members = rule->members;

	for (uint32_t i = 0; i < spot->node->count; i++) {
		const struct pair *pair = &spot->node->pairs[i];
		uint32_t index = names_find(&members->names, pair->key->text);
		bool known = index != NAMES_NONE;

		if (known)
			explain_member(explain, members->properties[index].schema, spot, pair);
		for (size_t j = 0; j < members->pattern_count; j++) {
			const struct pattern_property *property = &members->patterns[j];

			if (!pattern_match(property->pattern, pair->key->text,
					   &explain->check.matcher))
				continue;
			known = true;
			explain_member(explain, property->schema, spot, pair);
		}
		if (known || !members->additional || pair->key->bad)
			continue;
		if (!members->additional->types)
			words_unknown_key(explain, spot, pair);
		else
			explain_pair(explain, members->additional, spot, pair);
	}
}

static bool expect_names(struct compiler *compiler, const struct node *list)
{
	bool texts = list->kind == NODE_LIST;

	for (uint32_t i = 0; texts && i < list->count; i++)
		texts = node_is_text(list->items[i]);
	return texts || compiler_fail(compiler, list, "a list of keys is expected here");
}

bool compile_required(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	(void)schema;
	return expect_names(compiler, rule->value);
}

static bool has_all(struct check *check, const struct node *map, const struct node *names)
{
	struct pair_index index;
	bool found = check_charge(check, (uint64_t)map->count + names->count);

	pair_index_open(&index, map, names->count, &check->stack);
	for (uint32_t i = 0; found && i < names->count; i++)
		found = pair_index_find(&index, names->items[i]->text);
	pair_index_close(&index);
	return found;
}

static void explain_missing(struct explain *explain, struct spot *spot, const struct node *names,
			    const struct pair *because)
{
	struct pair_index index;

	pair_index_open(&index, spot->node, names->count, &explain->check.stack);
	for (uint32_t i = 0; i < names->count; i++) {
		if (!pair_index_find(&index, names->items[i]->text))
			words_missing_key(explain, spot, names->items[i]->text, because);
	}
	pair_index_close(&index);
}

bool check_required(struct check *check, const struct rule *rule, struct node *node,
		    struct marks *marks)
{
	(void)marks;
	return has_all(check, node, rule->value);
}

void explain_required(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	explain_missing(explain, spot, rule->value, NULL);
}

/* `dependencies` is what older drafts had for both of the others: lists of names, and schemas. */
static bool holds_names(const struct rule *rule, const struct node *value)
{
	return str_equal(rule->keyword->name, STR("dependentRequired")) ||
	       (value->kind == NODE_LIST && str_equal(rule->keyword->name, STR("dependencies")));
}

bool compile_dependencies(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	const struct node *map = rule->value;

	if (!compiler_expect(compiler, rule, TYPES_MAP, "a group of keys"))
		return false;
	rule->dependencies.count = map->count;
	rule->dependencies.at = arena_new_array(compiler->arena, struct dependency, map->count);
	for (uint32_t i = 0; i < map->count; i++) {
		struct dependency *dependency = &rule->dependencies.at[i];

		dependency->key = map->pairs[i].key->text;
		if (holds_names(rule, map->pairs[i].value)) {
			dependency->names = map->pairs[i].value;
			if (!expect_names(compiler, dependency->names))
				return false;
			continue;
		}
		dependency->schema = compiler_child(compiler, schema, map->pairs[i].value, true);
		if (!dependency->schema)
			return false;
	}
	return true;
}

bool check_dependencies(struct check *check, const struct rule *rule, struct node *node,
			struct marks *marks)
{
	struct pair_index index;
	bool passes = check_charge(check, rule->dependencies.count);

	pair_index_open(&index, node, rule->dependencies.count, &check->stack);
	for (size_t i = 0; passes && i < rule->dependencies.count; i++) {
		const struct dependency *dependency = &rule->dependencies.at[i];

		if (!pair_index_find(&index, dependency->key))
			continue;
		if (dependency->schema)
			passes = check_node(check, dependency->schema, node, marks);
		else
			passes = has_all(check, node, dependency->names);
	}
	pair_index_close(&index);
	return passes;
}

void explain_dependencies(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	for (size_t i = 0; i < rule->dependencies.count; i++) {
		const struct dependency *dependency = &rule->dependencies.at[i];
		const struct pair *pair = node_find_pair(spot->node, dependency->key);

		if (pair && dependency->schema)
			explain_node(explain, dependency->schema, spot);
		else if (pair)
			explain_missing(explain, spot, dependency->names, pair);
	}
}
