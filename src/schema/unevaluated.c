/* unevaluatedItems, unevaluatedProperties */
#include "schema/check.h"
#include "schema/compile.h"
#include "schema/known.h"
#include "schema/words.h"

bool compile_unevaluated(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	schema->has_unevaluated = true;
	rule->schema = compiler_child(compiler, schema, rule->value, false);
	return rule->schema != NULL;
}

static struct node *part(const struct node *node, uint32_t index)
{
	return node->kind == NODE_LIST ? node->items[index] : node->pairs[index].value;
}

/* `marks` are those of this schema; check_rules sees to that. */
bool check_unevaluated(struct check *check, const struct rule *rule, struct node *node,
		       struct marks *marks)
{
	for (uint32_t i = 0; i < node->count; i++) {
		if (marks_has(check, marks, i))
			continue;
		if (node->kind == NODE_MAP && node->pairs[i].key->bad)
			continue;
		if (!check_node(check, rule->schema, part(node, i), NULL))
			return false;
		marks_add(check, marks, i);
	}
	return true;
}

static void explain_part(struct explain *explain, const struct rule *rule, struct spot *spot,
			 uint32_t index)
{
	const struct pair *pair = spot->node->kind == NODE_MAP ? &spot->node->pairs[index] : NULL;

	if (pair && pair->key->bad)
		return;
	if (!pair && !rule->schema->types)
		words_forbidden_item(explain, spot, index);
	else if (!pair)
		explain_item(explain, rule->schema, spot, index);
	else if (!rule->schema->types)
		words_unknown_key(explain, spot, pair);
	else
		explain_pair(explain, rule->schema, spot, pair);
}

/*
 * Marks what the other rules evaluate, as far as they get. Where something was
 * found wrong already, they did not get to the end: then only keys that no
 * schema here knows are spoken of.
 */
void explain_unevaluated(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	const struct schema *schema = spot->view->schema;
	bool stopped = explain->found > spot->found_before;
	struct check *check = &explain->check;
	size_t used = check->stack.used;
	struct marks marks = marks_new(check, spot->node);

	for (const struct rule *other = schema->rules; other < rule; other++) {
		if (other->keyword->types & node_types(spot->node))
			other->keyword->check(check, other, spot->node, &marks);
	}
	for (uint32_t i = 0; i < spot->node->count; i++) {
		if (marks_has(check, &marks, i))
			continue;
		if (stopped &&
		    (spot->node->kind == NODE_LIST ||
		     known_has(explain, known_get(explain, spot), spot->node->pairs[i].key->text)))
			continue;
		explain_part(explain, rule, spot, i);
	}
	stack_pop(&check->stack, used);
}
