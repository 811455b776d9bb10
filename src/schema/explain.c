#include "schema/explain.h"
#include "schema/decimal.h"
#include "schema/known.h"
#include "schema/locate.h"
#include "schema/words.h"

/* Searches through all schemas, for keys that belong elsewhere, in one file. */
#define MAX_SEARCHES 500
/* Keys that are looked at for what is known, and what is near one, in one file. */
#define MAX_EFFORT 5000000
/* $ref, allOf and choices that are followed for the types that a schema takes: deep, in all. */
#define MAX_HOPS 8
#define MAX_FOLLOWED 1000

/* One fault more; false when it is one too many, or all was given up before. */
static bool count_fault(struct explain *explain)
{
	if (!explain->check.stop && !explain->trial && explain->found == EXPLAIN_MOST)
		explain->check.stop = STOP_FAULTS;
	if (explain->check.stop)
		return false;
	explain->found++;
	return true;
}

bool explain_fault(struct explain *explain, struct spot *spot)
{
	if (spot->node->bad || !count_fault(explain))
		return false;
	if (explain->trial) {
		explain->trial->total++;
		explain->trial->shallow += spot->depth == explain->trial->depth;
		return false;
	}
	spot->node->bad = true;
	if (spot->is_key)
		spot->pair->value->bad = true;
	return true;
}

bool explain_key_fault(struct explain *explain, const struct spot *map, const struct pair *pair)
{
	if (pair->value->bad)
		return false;
	if (!explain_missing_fault(explain, map))
		return false;
	pair->value->bad = true;
	return true;
}

bool explain_missing_fault(struct explain *explain, const struct spot *map)
{
	if (!count_fault(explain))
		return false;
	if (!explain->trial)
		return true;
	explain->trial->total++;
	explain->trial->shallow += map->depth == explain->trial->depth;
	return false;
}

struct follow {
	unsigned hops;
	unsigned left; /* schemas that may still be looked at */
};

static unsigned wanted_through(const struct schema *schema, struct follow *follow);

/* What all of the schemas take, or any of them. */
static unsigned wanted_of(const struct schemas *schemas, bool all, struct follow *follow)
{
	unsigned types = all ? TYPES_ALL : 0;

	for (size_t i = 0; i < schemas->count; i++) {
		unsigned wanted = wanted_through(schemas->at[i], follow);

		types = all ? types & wanted : types | wanted;
	}
	return types;
}

static unsigned wanted_through(const struct schema *schema, struct follow *follow)
{
	unsigned types = schema->types;

	if (!follow->hops || !follow->left)
		return TYPES_ALL;
	follow->hops--;
	follow->left--;
	for (uint32_t i = 0; i < schema->rule_count; i++) {
		const struct rule *rule = &schema->rules[i];

		if (rule->keyword->check == check_type)
			types &= ~(unsigned)TYPES_FLOAT;
		else if (rule->keyword->check == check_reference)
			types &= wanted_through(rule->schema, follow);
		else if (rule->keyword->check == check_all)
			types &= wanted_of(&rule->schemas, true, follow);
		else if (rule->keyword->check == check_any || rule->keyword->check == check_one)
			types &= wanted_of(&rule->schemas, false, follow);
	}
	follow->hops++;
	return types;
}

unsigned schema_wanted(const struct schema *schema)
{
	struct follow follow = { .hops = MAX_HOPS, .left = MAX_FOLLOWED };

	return wanted_through(schema, &follow);
}

bool wanted_takes(unsigned wanted, const struct node *node)
{
	unsigned type = node_types(node);

	return wanted & type || (type == TYPES_FLOAT && wanted & TYPES_INTEGER);
}

/* The view is the spot's newest. */
static void explain_rules(struct explain *explain, struct view *view, struct spot *spot)
{
	const struct schema *schema = view->schema;
	size_t found = explain->report->findings.len;
	unsigned type = node_types(spot->node);

	if (!(schema->types & type)) {
		words_type(explain, spot, schema_wanted(schema));
		locate_findings(explain, spot, found);
		return;
	}
	for (uint32_t i = 0; i < schema->rule_count; i++) {
		const struct rule *rule = &schema->rules[i];

		if (spot->node->bad || !(rule->keyword->types & type))
			continue;
		view->rule = rule;
		found = explain->report->findings.len;
		/* unevaluated… needs marks, and finds out by itself. */
		if (rule->keyword->check == check_unevaluated ||
		    !rule->keyword->check(&explain->check, rule, spot->node, NULL))
			rule->keyword->explain(explain, rule, spot);
		locate_findings(explain, spot, found);
	}
}

void explain_node(struct explain *explain, const struct schema *schema, struct spot *spot)
{
	struct check *check = &explain->check;
	struct scope scope = { schema->resource, check->scope };
	struct view view = { .schema = schema, .before = spot->view };
	size_t found_before = spot->found_before;

	if (check_node(check, schema, spot->node, NULL) || check->stop)
		return;
	if (check->depth == CHECK_DEPTH) {
		check->stop = STOP_DEPTH;
		return;
	}
	check->depth++;
	if (check_enters(check, schema))
		check->scope = &scope;
	spot->view = &view;
	spot->found_before = explain->found;
	explain_rules(explain, &view, spot);
	spot->found_before = found_before;
	spot->view = view.before;
	check->scope = scope.outer;
	check->depth--;
}

void explain_item(struct explain *explain, const struct schema *schema, struct spot *list,
		  uint32_t index)
{
	struct spot spot = {
		.outer = list,
		.node = list->node->items[index],
		.index = index,
		.depth = list->depth + 1,
	};

	explain_node(explain, schema, &spot);
}

void explain_pair(struct explain *explain, const struct schema *schema, struct spot *map,
		  const struct pair *pair)
{
	struct spot spot = {
		.outer = map,
		.node = pair->value,
		.pair = pair,
		.depth = map->depth + 1,
	};

	explain_node(explain, schema, &spot);
}

void explain_key(struct explain *explain, const struct schema *schema, struct spot *map,
		 const struct pair *pair)
{
	struct spot spot = {
		.outer = map,
		.node = pair->key,
		.pair = pair,
		.is_key = true,
		.depth = map->depth + 1,
	};

	explain_node(explain, schema, &spot);
}

const struct allowed *schema_allowed(const struct schema *schema)
{
	for (unsigned hops = 0; hops < MAX_HOPS; hops++) {
		const struct schema *next = NULL;

		for (uint32_t i = 0; i < schema->rule_count; i++) {
			if (schema->rules[i].keyword->check == check_allowed)
				return schema->rules[i].allowed;
			if (schema->rules[i].keyword->check == check_reference)
				next = schema->rules[i].schema;
		}
		if (!next)
			return NULL;
		schema = next;
	}
	return NULL;
}

/* When each of the schemas only lists values, the lists are one. */
static bool explain_values(struct explain *explain, const struct schemas *schemas,
			   struct spot *spot)
{
	VEC(struct node *) values = { 0 };
	struct allowed merged = { 0 };

	for (size_t i = 0; i < schemas->count; i++) {
		const struct allowed *allowed = schema_allowed(schemas->at[i]);

		if (!allowed)
			return false;
		for (size_t j = 0; j < allowed->count; j++)
			vec_add(&explain->arena, &values, allowed->values[j]);
	}
	merged.values = values.at;
	merged.count = values.len;
	words_value(explain, spot, &merged);
	return true;
}

/* The schema of a key, by `properties` of a schema or of what it refers to; or NULL. */
static const struct schema *find_member(const struct schema *schema, struct str key)
{
	for (unsigned hops = 0; schema && hops < MAX_HOPS; hops++) {
		const struct schema *next = NULL;

		for (uint32_t i = 0; i < schema->rule_count; i++) {
			const struct rule *rule = &schema->rules[i];
			uint32_t at = NAMES_NONE;

			if (rule->keyword->check == check_members)
				at = names_find(&rule->members->names, key);
			if (at != NAMES_NONE)
				return rule->members->properties[at].schema;
			if (rule->keyword->check == check_reference)
				next = rule->schema;
		}
		schema = next;
	}
	return NULL;
}

/* When a key such as `kind` tells the branches apart, and has a value that none of them has. */
static bool explain_tag(struct explain *explain, const struct schemas *branches, struct spot *spot)
{
	const struct node *node = spot->node;
	struct schemas tags = { 0 };

	tags.at = arena_new_array(&explain->arena, const struct schema *, branches->count);
	for (uint32_t i = 0; node->kind == NODE_MAP && i < node->count; i++) {
		const struct pair *pair = &node->pairs[i];
		struct spot tag = { .outer = spot, .node = pair->value, .pair = pair };

		tag.depth = spot->depth + 1;
		for (tags.count = 0; tags.count < branches->count; tags.count++) {
			const struct schema *schema;

			schema = find_member(branches->at[tags.count], pair->key->text);
			if (!schema || check_node(&explain->check, schema, pair->value, NULL))
				break;
			tags.at[tags.count] = schema;
		}
		if (tags.count == branches->count && explain_values(explain, &tags, &tag))
			return true;
	}
	return false;
}

/* Keys of a mapping that a schema knows. */
static unsigned count_fits(struct explain *explain, const struct schema *schema, struct node *map)
{
	struct view view = { .schema = schema };
	struct spot alone = { .node = map, .view = &view };
	const struct known *known = known_get(explain, &alone);
	unsigned fits = 0;

	for (uint32_t i = 0; i < map->count; i++)
		fits += known_has(explain, known, map->pairs[i].key->text);
	return fits;
}

static struct tally try_branch(struct explain *explain, const struct schema *schema,
			       struct spot *spot)
{
	struct tally tally = { .depth = spot->depth };
	size_t found = explain->found;

	explain->trial = &tally;
	explain_node(explain, schema, spot);
	explain->trial = NULL;
	explain->found = found;
	if (spot->node->kind == NODE_MAP)
		tally.fits = count_fits(explain, schema, spot->node);
	return tally;
}

static int compare_tallies(const struct tally *a, const struct tally *b)
{
	if (a->tags != b->tags)
		return a->tags < b->tags ? -1 : 1;
	if (a->shallow != b->shallow)
		return a->shallow < b->shallow ? -1 : 1;
	if (a->total != b->total)
		return a->total < b->total ? -1 : 1;
	return (a->fits < b->fits) - (a->fits > b->fits);
}

/* The branch that comes nearest; NULL when no one does. */
static const struct schema *find_nearest(struct explain *explain, const struct schemas *branches,
					 struct spot *spot, struct tally *least)
{
	const struct schema *nearest = branches->at[0];

	*least = try_branch(explain, nearest, spot);
	for (size_t i = 1; i < branches->count; i++) {
		struct tally tally = try_branch(explain, branches->at[i], spot);
		int order = compare_tallies(&tally, least);

		if (order > 0)
			continue;
		nearest = order < 0 ? branches->at[i] : NULL;
		*least = tally;
	}
	return nearest;
}

/* Whether others have a wrong value of a key that tells them apart. */
static bool is_by_tag(struct explain *explain, const struct schemas *branches, struct spot *spot,
		      unsigned tags)
{
	for (size_t i = 0; i < branches->count; i++) {
		if (try_branch(explain, branches->at[i], spot).tags > tags)
			return true;
	}
	return false;
}

/*
 * Explains the nearest branch. Where what is wrong does not stand deep inside
 * it, another may be meant: the hint says what the others take.
 */
static bool explain_nearest(struct explain *explain, const struct schemas *branches,
			    const struct schemas *all, struct spot *spot)
{
	size_t found = explain->report->findings.len;
	const struct schema *nearest;
	struct tally tally;

	nearest = branches->count ? find_nearest(explain, branches, spot, &tally) : NULL;
	if (!nearest)
		return false;
	explain_node(explain, nearest, spot);
	if (tally.shallow && explain->report->findings.len > found &&
	    !is_by_tag(explain, branches, spot, tally.tags))
		words_other_forms(explain, spot, explain->report->findings.at[found], all, nearest);
	return true;
}

static bool is_whole(const struct node *node)
{
	struct decimal number;

	return decimal_read(node->text, &number) && decimal_is_integer(&number);
}

void explain_choice(struct explain *explain, const struct schemas *schemas, struct spot *spot)
{
	struct schemas branches = { 0 };
	size_t found = explain->report->findings.len;
	unsigned type = node_types(spot->node);
	unsigned types = 0;

	/* Within a trial it is one fault, whatever the branches would say. */
	if (explain->trial) {
		explain_fault(explain, spot);
		return;
	}
	branches.at = arena_new_array(&explain->arena, const struct schema *, schemas->count);
	for (size_t i = 0; i < schemas->count; i++) {
		unsigned wanted = schema_wanted(schemas->at[i]);

		types |= wanted;
		if (wanted & type ||
		    (type == TYPES_FLOAT && wanted & TYPES_INTEGER && is_whole(spot->node)))
			branches.at[branches.count++] = schemas->at[i];
	}
	if (!branches.count && types) {
		words_type(explain, spot, types);
		if (types == TYPES_MAP && explain->report->findings.len > found)
			words_forms(explain, explain->report->findings.at[found], schemas);
		return;
	}
	if (branches.count &&
	    (explain_values(explain, &branches, spot) || explain_tag(explain, &branches, spot)))
		return;
	if (!explain_nearest(explain, &branches, schemas, spot))
		words_no_match(explain, spot, schemas);
}

bool explain_tree(const struct schema *schema, struct node *tree, struct report *report)
{
	struct explain explain = {
		.report = report,
		.root = schema,
		.is_json = tree->source->is_json,
		.searches = MAX_SEARCHES,
		.effort = MAX_EFFORT,
	};
	struct spot spot = { .node = tree };
	size_t before = report->findings.len;
	bool passes;

	check_init(&explain.check);
	arena_init(&explain.arena);
	explain_node(&explain, schema, &spot);
	if (explain.check.stop)
		words_stopped(&explain, &spot);
	else if (!explain.found && !explain.excused)
		words_misfit(&explain, &spot, explain.check.matcher.gave_up);
	locate_findings(&explain, &spot, before);
	passes = !explain.found && !explain.check.stop && explain.excused;
	arena_release(&explain.arena);
	check_release(&explain.check);
	return passes;
}
