/* $defs, $ref, $dynamicRef */
#include "schema/check.h"
#include "schema/compile.h"
#include "schema/explain.h"
#include "schema/resource.h"

/* What nobody refers to is compiled too, so that a fault in it shows. */
bool compile_definitions(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	const struct node *map = rule->value;

	if (!compiler_expect(compiler, rule, TYPES_MAP, "a group of schemas"))
		return false;
	for (uint32_t i = 0; i < map->count; i++) {
		if (!compiler_child(compiler, schema, map->pairs[i].value, false))
			return false;
	}
	return true;
}

static bool resolve(struct compiler *compiler, struct schema *schema, struct rule *rule,
		    struct target *target)
{
	struct str why;

	if (!compiler_expect(compiler, rule, TYPES_TEXT, "a text"))
		return false;
	if (resource_resolve(schema->resource, rule->value->text, target, &why))
		return true;
	compiler->trouble->missing = target->missing;
	return compiler_fail(compiler, rule->value, "%.*s, which `%.*s` names", STR_ARG(why),
			     STR_ARG(rule->keyword->name));
}

/* Notes down a schema elsewhere that the rule leads to. */
static const struct schema *link_to(struct compiler *compiler, struct schema *schema,
				    const struct target *target, bool in_place)
{
	struct child child = { .in_place = in_place };

	child.schema = compiler_schema(compiler, target->resource, target->node);
	if (child.schema)
		vec_add(compiler->arena, &schema->children, child);
	return child.schema;
}

bool compile_reference(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	struct target target;

	if (!resolve(compiler, schema, rule, &target))
		return false;
	rule->schema = link_to(compiler, schema, &target, true);
	return rule->schema != NULL;
}

bool check_reference(struct check *check, const struct rule *rule, struct node *node,
		     struct marks *marks)
{
	return check_node(check, rule->schema, node, marks);
}

void explain_reference(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	explain_node(explain, rule->schema, spot);
}

/*
 * Only when its first target was found by a $dynamicAnchor is it dynamic (core,
 * 8.2.3.2). Loops through it depend on the way taken: the bound on depth ends
 * them.
 */
bool compile_dynamic_reference(struct compiler *compiler, struct schema *schema, struct rule *rule)
{
	struct target target;
	struct anchor *anchor;

	if (!resolve(compiler, schema, rule, &target))
		return false;
	anchor = arena_new(compiler->arena, struct anchor);
	if (target.anchor)
		*anchor = *target.anchor;
	anchor->schema = link_to(compiler, schema, &target, !anchor->dynamic);
	rule->anchor = anchor;
	return anchor->schema != NULL;
}

/* The schema of that dynamic anchor in the outermost resource that has one. */
static const struct schema *find_dynamic(const struct scope *scope, const struct anchor *anchor)
{
	const struct schema *schema = anchor->schema;

	for (; anchor->dynamic && scope; scope = scope->outer) {
		const struct anchor *found = map_find(&scope->resource->anchors, anchor->name);

		if (found && found->dynamic)
			schema = found->schema;
	}
	return schema;
}

bool check_dynamic_reference(struct check *check, const struct rule *rule, struct node *node,
			     struct marks *marks)
{
	return check_node(check, find_dynamic(check->scope, rule->anchor), node, marks);
}

void explain_dynamic_reference(struct explain *explain, const struct rule *rule, struct spot *spot)
{
	explain_node(explain, find_dynamic(explain->check.scope, rule->anchor), spot);
}
