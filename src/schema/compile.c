#include "schema/compile.h"
#include "base/buf.h"
#include "schema/resource.h"

#include <stdarg.h>

/* There are fewer keywords than that, and none stands twice in a schema. */
#define MAX_RULES 64

void schema_set_init(struct schema_set *set, struct arena *arena)
{
	*set = (struct schema_set){ .arena = arena };
	set->keywords = arena_new(arena, struct names);
	keywords_index(set->keywords, arena);
}

void schema_set_release(struct schema_set *set)
{
	for (struct pattern *pattern = set->newest_pattern; pattern; pattern = pattern->next)
		pattern_release(pattern);
	set->newest_pattern = NULL;
}

bool compiler_fail(struct compiler *compiler, const struct node *where, const char *format, ...)
{
	va_list args;

	if (compiler->trouble->message.len)
		return false;
	va_start(args, format);
	compiler->trouble->message = arena_vprintf(compiler->arena, format, args);
	va_end(args);
	if (where)
		compiler->trouble->where = node_span(where);
	return false;
}

/* The pointer to the node is the key: a node belongs to one resource only. */
struct schema *compiler_schema(struct compiler *compiler, struct resource *resource,
			       struct node *node)
{
	struct str place = { (const char *)&node, sizeof(struct node *) };
	struct schema *schema = map_find(&compiler->set->compiled, place);
	bool is_bool = node->kind == NODE_SCALAR && node->type == TYPE_BOOL;

	if (schema)
		return schema;
	if (!is_bool && node->kind != NODE_MAP) {
		compiler_fail(compiler, node, "a schema is a group of keywords, or true or false");
		return NULL;
	}
	schema = arena_new(compiler->arena, struct schema);
	schema->target = schema;
	schema->node = node;
	schema->resource = resource_of(resource, node);
	schema->number = compiler->set->schema_count++;
	schema->types = is_bool && str_equal_nocase(node->text, STR("false")) ? 0 : TYPES_ALL;
	schema->is_scoped = schema->resource->dynamic.len > 0;
	place.at = (const char *)&schema->node;
	map_add(&compiler->set->compiled, compiler->arena, place, schema);
	vec_add(compiler->arena, &compiler->queue, schema);
	return schema;
}

const struct schema *compiler_child(struct compiler *compiler, struct schema *parent,
				    struct node *node, bool in_place)
{
	struct child child = { .in_place = in_place };

	child.schema = compiler_schema(compiler, parent->resource, node);
	if (child.schema)
		vec_add(compiler->arena, &parent->children, child);
	return child.schema;
}

bool compiler_children(struct compiler *compiler, struct schema *parent, struct node *list,
		       struct schemas *schemas)
{
	if (list->kind != NODE_LIST || !list->count)
		return compiler_fail(compiler, list, "a list of schemas is expected here");
	schemas->count = list->count;
	schemas->at = arena_new_array(compiler->arena, const struct schema *, list->count);
	for (uint32_t i = 0; i < list->count; i++) {
		schemas->at[i] = compiler_child(compiler, parent, list->items[i], true);
		if (!schemas->at[i])
			return false;
	}
	return true;
}

bool compiler_expect(struct compiler *compiler, const struct rule *rule, unsigned types,
		     const char *words)
{
	if (node_types(rule->value) & types)
		return true;
	return compiler_fail(compiler, rule->value, "`%.*s` must be %s",
			     STR_ARG(rule->keyword->name), words);
}

bool compiler_limit(struct compiler *compiler, struct str keyword, const struct node *value,
		    size_t *limit)
{
	struct decimal number;

	if (node_types(value) & TYPES_NUMBER && decimal_read(value->text, &number) &&
	    decimal_to_size(&number, limit))
		return true;
	return compiler_fail(compiler, value, "`%.*s` must be a whole number from 0 on",
			     STR_ARG(keyword));
}

struct node *compiler_sibling(const struct schema *schema, struct str keyword)
{
	uint32_t row = names_find(schema->resource->set->keywords, keyword);

	if (row == NAMES_NONE || !(keywords[row].vocabulary & schema->resource->vocabularies))
		return NULL;
	return node_find(schema->node, keyword);
}

bool compiler_has_family(const struct schema *schema, struct rule *rule)
{
	for (uint32_t i = 0; i < schema->rule_count; i++) {
		if (schema->rules[i].keyword->check == rule->keyword->check) {
			rule->keyword = NULL;
			return true;
		}
	}
	return false;
}

const struct pattern *compiler_pattern(struct compiler *compiler, const struct node *where,
				       struct str source)
{
	struct schema_set *set = compiler->set;
	struct pattern *pattern = map_find(&set->patterns, source);
	struct str why = { 0 };

	if (pattern)
		return pattern;
	pattern = arena_new(set->arena, struct pattern);
	if (!pattern_compile(pattern, set->arena, source, &why)) {
		compiler_fail(compiler, where, "this is no regular expression: %.*s", STR_ARG(why));
		return NULL;
	}
	pattern->next = set->newest_pattern;
	set->newest_pattern = pattern;
	map_add(&set->patterns, set->arena, source, pattern);
	return pattern;
}

/* The rows of the keywords that this schema has, in the order of the table. */
static size_t find_rows(const struct schema *schema, uint32_t *rows)
{
	const struct node *node = schema->node;
	const struct names *index = schema->resource->set->keywords;
	size_t count = 0;

	for (uint32_t i = 0; i < node->count && count < MAX_RULES; i++) {
		uint32_t row = names_find(index, node->pairs[i].key->text);
		size_t at = count;

		if (row == NAMES_NONE || !keywords[row].compile ||
		    !(keywords[row].vocabulary & schema->resource->vocabularies))
			continue;
		for (; at > 0 && rows[at - 1] > row; at--)
			rows[at] = rows[at - 1];
		rows[at] = row;
		count++;
	}
	return count;
}

/* The dynamic anchors of a resource may be reached as soon as any part of it is entered. */
static bool enter_resource(struct compiler *compiler, struct resource *resource)
{
	if (resource->entered)
		return true;
	resource->entered = true;
	for (size_t i = 0; i < resource->dynamic.len; i++) {
		struct anchor *anchor = resource->dynamic.at[i];

		anchor->schema = compiler_schema(compiler, resource, anchor->node);
		if (!anchor->schema)
			return false;
	}
	return true;
}

static bool fill_in(struct compiler *compiler, struct schema *schema)
{
	uint32_t rows[MAX_RULES];
	struct str why = { 0 };
	struct rule *rules;
	size_t count;

	if (!resource_vocabularies(schema->resource, &why))
		return compiler_fail(compiler, schema->node, "%.*s", STR_ARG(why));
	if (!enter_resource(compiler, schema->resource))
		return false;
	count = find_rows(schema, rows);
	rules = arena_new_array(compiler->arena, struct rule, count);
	schema->rules = rules;
	for (size_t i = 0; i < count; i++) {
		const struct keyword *keyword = &keywords[rows[i]];
		struct rule *rule = &rules[schema->rule_count];

		*rule = (struct rule){ .keyword = keyword };
		rule->value = node_find(schema->node, keyword->name);
		if (!keyword->compile(compiler, schema, rule))
			return false;
		if (!rule->keyword || !keyword->check)
			continue;
		schema->applies |= (uint16_t)keyword->types;
		schema->rule_count++;
	}
	return true;
}

/* One step of a walk down the schemas that look at the same value. */
struct step {
	const struct schema *schema;
	size_t next; /* of its children */
};

enum colour { COLOUR_NEW, COLOUR_OPEN, COLOUR_DONE };

/*
 * A schema that leads back to itself in the same place ({"$ref": "#"}) would be
 * followed without end. Walks depth first, on a stack of its own.
 */
static bool find_loop(struct compiler *compiler, const struct schema *start, uint8_t *colours)
{
	VEC(struct step) path = { 0 };
	struct step step = { start, 0 };

	if (colours[start->number] != COLOUR_NEW)
		return false;
	colours[start->number] = COLOUR_OPEN;
	vec_add(compiler->arena, &path, step);
	while (path.len) {
		struct step *last = &path.at[path.len - 1];
		const struct child *child;

		if (last->next == last->schema->children.len) {
			colours[last->schema->number] = COLOUR_DONE;
			path.len--;
			continue;
		}
		child = &last->schema->children.at[last->next++];
		if (!child->in_place || colours[child->schema->number] == COLOUR_DONE)
			continue;
		if (colours[child->schema->number] == COLOUR_OPEN)
			return !compiler_fail(compiler, child->schema->node,
					      "this schema refers to itself without end");
		colours[child->schema->number] = COLOUR_OPEN;
		step.schema = child->schema;
		vec_add(compiler->arena, &path, step);
	}
	return false;
}

/* What a schema leads to that is nothing but a $ref; NULL when it is more. */
static const struct schema *only_reference(const struct schema *schema)
{
	bool is_only = schema->rule_count == 1 && !schema->is_scoped &&
		       schema->types == TYPES_ALL &&
		       schema->rules[0].keyword->check == check_reference;

	return is_only ? schema->rules[0].schema : NULL;
}

/*
 * Such a schema is passed over when values are checked. With it all that are on
 * the way to the end of a chain, so that each is gone through once. They were
 * made in this run, which numbers them in their order.
 */
static void find_target(struct compiler *compiler, const struct schema *schema)
{
	uint32_t first = compiler->queue.at[0]->number;
	const struct schema *end = schema;

	while (only_reference(end))
		end = only_reference(end)->target;
	while (schema != end) {
		struct schema *passed = compiler->queue.at[schema->number - first];

		schema = only_reference(schema)->target;
		passed->target = end;
	}
}

static bool run(struct compiler *compiler)
{
	uint8_t *colours;

	while (compiler->done < compiler->queue.len) {
		struct schema *schema = compiler->queue.at[compiler->done++];

		if (schema->node->kind == NODE_MAP && !fill_in(compiler, schema))
			return false;
	}
	colours = arena_new_array(compiler->arena, uint8_t, compiler->set->schema_count);
	for (size_t i = 0; i < compiler->queue.len; i++) {
		if (find_loop(compiler, compiler->queue.at[i], colours))
			return false;
	}
	for (size_t i = 0; i < compiler->queue.len; i++)
		find_target(compiler, compiler->queue.at[i]);
	return true;
}

/* What a failed run left behind is half made: later runs start afresh. */
static void forget(struct schema_set *set)
{
	set->compiled = (struct map){ 0 };
	for (struct resource *resource = set->newest_resource; resource; resource = resource->next)
		resource->entered = false;
}

const struct schema *schema_compile(struct schema_set *set, struct str uri,
				    struct schema_trouble *trouble)
{
	struct compiler compiler = { .set = set, .arena = set->arena, .trouble = trouble };
	struct resource nowhere = { .set = set };
	struct schema *schema;
	struct target target;
	struct str why;

	*trouble = (struct schema_trouble){ 0 };
	if (!resource_resolve(&nowhere, uri, &target, &why)) {
		trouble->message = why;
		trouble->missing = target.missing;
		return NULL;
	}
	schema = compiler_schema(&compiler, target.resource, target.node);
	if (schema && run(&compiler))
		return schema;
	forget(set);
	return NULL;
}
