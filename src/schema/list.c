/* prefixItems, items, contains and its bounds, maxItems, minItems and their like, uniqueItems */
#include "schema/check.h"
#include "schema/compile.h"
#include "schema/equal.h"
#include "schema/words.h"

bool compile_items(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	struct node *first = compiler_sibling(schema, STR("prefixItems"));
	struct node *rest = compiler_sibling(schema, STR("items"));
	struct items *items;

	if (compiler_has_family(schema, rule))
		return true;
	items = arena_new(compiler->arena, struct items);
	rule->items = items;
	if (first) {
		if (first->kind != NODE_LIST)
			return compiler_fail(compiler, first, "`prefixItems` must be a list");
		items->first_count = first->count;
		items->first = arena_new_array(compiler->arena, const struct schema *,
					       first->count);
	}
	for (size_t i = 0; i < items->first_count; i++) {
		items->first[i] = compiler_child(compiler, schema, first->items[i], false);
		if (!items->first[i])
			return false;
	}
	if (!rest)
		return true;
	items->rest = compiler_child(compiler, schema, rest, false);
	return items->rest != NULL;
}

bool check_items(struct check *check, const struct rule *rule, struct node *node,
		 struct marks *marks)
{
	const struct items *items = rule->items;

	for (uint32_t i = 0; i < node->count; i++) {
		const struct schema *schema = i < items->first_count ? items->first[i]
								     : items->rest;

		if (!schema)
			return true;
		if (!check_node(check, schema, node->items[i], NULL))
			return false;
		if (marks)
			marks_add(check, marks, i);
	}
	return true;
}

void explain_items(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	const struct items *items = rule->items;
	const struct node *node = spot->node;

	for (uint32_t i = 0; i < node->count; i++) {
		const struct schema *schema = i < items->first_count ? items->first[i]
								     : items->rest;

		if (!schema)
			return;
		if (i >= items->first_count && !schema->types) {
			words_extra_items(explain, spot, i);
			return;
		}
		explain_item(explain, schema, spot, i);
	}
}

static bool read_bound(struct compiler *compiler, const struct schema *schema, struct str keyword,
		       size_t *limit)
{
	const struct node *value = compiler_sibling(schema, keyword);

	return !value || compiler_limit(compiler, keyword, value, limit);
}

bool compile_contains(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	struct contains *contains;

	/* The bounds mean nothing by themselves. */
	if (rule->keyword->holds == HOLDS_NOTHING) {
		rule->keyword = NULL;
		return true;
	}
	contains = arena_new(compiler->arena, struct contains);
	*contains = (struct contains){ .least = 1, .most = SIZE_MAX };
	rule->contains = contains;
	contains->schema = compiler_child(compiler, schema, rule->value, false);
	return contains->schema &&
	       read_bound(compiler, schema, STR("minContains"), &contains->least) &&
	       read_bound(compiler, schema, STR("maxContains"), &contains->most);
}

bool check_contains(struct check *check, const struct rule *rule, struct node *node,
		    struct marks *marks)
{
	const struct contains *contains = rule->contains;
	size_t found = 0;

	for (uint32_t i = 0; i < node->count; i++) {
		if (!check_node(check, contains->schema, node->items[i], NULL))
			continue;
		found++;
		if (marks)
			marks_add(check, marks, i);
		else if (found >= contains->least && contains->most == SIZE_MAX)
			break;
		if (found > contains->most)
			return false;
	}
	return found >= contains->least;
}

void explain_contains(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	const struct contains *contains = rule->contains;
	size_t found = 0;

	for (uint32_t i = 0; i < spot->node->count; i++)
		found += check_node(&explain->check, contains->schema, spot->node->items[i], NULL);
	words_contains(explain, spot, contains, found);
}

/* maxItems, minItems, maxProperties, minProperties */
bool compile_count(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	(void)schema;
	rule->mode = str_starts(rule->keyword->name, STR("max"));
	return compiler_limit(compiler, rule->keyword->name, rule->value, &rule->limit);
}

bool check_count(struct check *check, const struct rule *rule, struct node *node,
		 struct marks *marks)
{
	(void)check;
	(void)marks;
	return rule->mode ? node->count <= rule->limit : node->count >= rule->limit;
}

void explain_count(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	words_size(explain, spot, rule, spot->node->count);
}

bool compile_unique(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	(void)schema;
	if (!compiler_expect(compiler, rule, TYPES_BOOL, "true or false"))
		return false;
	if (!str_equal_nocase(rule->value->text, STR("true")))
		rule->keyword = NULL;
	return true;
}

bool check_unique(struct check *check, const struct rule *rule, struct node *node,
		  struct marks *marks)
{
	uint32_t earlier;

	(void)rule;
	(void)marks;
	return check_charge(check, (uint64_t)node->count * 4) &&
	       node_repeated_item(node, &check->stack, &earlier) == node->count;
}

void explain_unique(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	uint32_t earlier = 0;
	uint32_t again = node_repeated_item(spot->node, &explain->check.stack, &earlier);

	(void)rule;
	if (again < spot->node->count)
		words_repeated(explain, spot, again, earlier);
}
