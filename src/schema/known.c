#include "schema/known.h"
#include "schema/phrase.h"

/* Schemas in one place that are looked through. */
#define MAX_SCHEMAS 200
/* Bytes of a key that are compared, as str_distance has it. */
#define MAX_KEY 64

/* What `not` forbids is not known. */
static bool is_negated(const struct schema *schema, const struct schema *child)
{
	for (uint32_t i = 0; i < schema->rule_count; i++) {
		if (schema->rules[i].keyword->check == check_not &&
		    schema->rules[i].schema == child)
			return true;
	}
	return false;
}

/* Takes work off what may be done for words that help; false when nothing is left. */
static bool spend(struct explain *explain, size_t effort)
{
	effort = effort < explain->effort ? effort : explain->effort;
	explain->effort -= effort;
	return explain->effort > 0;
}

static void add_members(struct explain *explain, struct known *known, const struct members *members)
{
	for (size_t i = 0; i < members->count && spend(explain, 1); i++) {
		const struct property *property = &members->properties[i];
		struct property *entry;

		if (!property->schema->types || known_find(known, property->name))
			continue;
		entry = arena_new(&explain->arena, struct property);
		*entry = *property;
		vec_add(&explain->arena, &known->properties, entry);
		map_add(&known->by_name, &explain->arena, entry->name, entry);
	}
	for (size_t i = 0; i < members->pattern_count; i++)
		vec_add(&explain->arena, &known->patterns, members->patterns[i].pattern);
}

static bool has_name(const struct str *names, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++) {
		if (str_equal(names[i], name))
			return true;
	}
	return false;
}

static void add_rule(struct explain *explain, struct known *known, const struct rule *rule,
		     bool is_certain)
{
	if (rule->keyword->check == check_members)
		add_members(explain, known, rule->members);
	if (rule->keyword->check != check_required)
		return;
	for (uint32_t i = 0; i < rule->value->count; i++) {
		struct str name = rule->value->items[i]->text;

		if (!is_certain)
			vec_add(&explain->arena, &known->wanted, name);
		else if (!known_requires(known, name))
			vec_add(&explain->arena, &known->required, name);
	}
}

/* Whether what passes the schema passes the child too: by $ref or allOf. */
static bool is_part(const struct schema *schema, const struct schema *child)
{
	for (uint32_t i = 0; i < schema->rule_count; i++) {
		const struct rule *rule = &schema->rules[i];

		if (rule->keyword->check == check_reference && rule->schema == child)
			return true;
		for (size_t j = 0; rule->keyword->check == check_all && j < rule->schemas.count;
		     j++) {
			if (rule->schemas.at[j] == child)
				return true;
		}
	}
	return false;
}

/* Looks through a schema and those in the same place, breadth first. */
static void collect(struct explain *explain, struct known *known, const struct schema *schema)
{
	const struct schema *queue[MAX_SCHEMAS];
	bool is_certain[MAX_SCHEMAS] = { true };
	size_t count = 1;

	queue[0] = schema;
	for (size_t at = 0; at < count; at++) {
		schema = queue[at];
		for (uint32_t i = 0; i < schema->rule_count; i++)
			add_rule(explain, known, &schema->rules[i], is_certain[at]);
		for (size_t i = 0; i < schema->children.len && count < MAX_SCHEMAS; i++) {
			const struct child *child = &schema->children.at[i];

			if (!child->in_place || is_negated(schema, child->schema))
				continue;
			is_certain[count] = is_certain[at] && is_part(schema, child->schema);
			queue[count++] = child->schema;
		}
	}
}

struct known *known_get(struct explain *explain, struct spot *spot)
{
	const struct view *view = spot->view;

	if (spot->known)
		return spot->known;
	spot->known = arena_new(&explain->arena, struct known);
	while (view->before)
		view = view->before;
	collect(explain, spot->known, view->schema);
	return spot->known;
}

const struct property *known_find(const struct known *known, struct str key)
{
	return map_find(&known->by_name, key);
}

bool known_requires(const struct known *known, struct str key)
{
	return has_name(known->required.at, known->required.len, key);
}

bool known_has(struct explain *explain, const struct known *known, struct str key)
{
	if (known_find(known, key))
		return true;
	for (size_t i = 0; i < known->patterns.len; i++) {
		if (pattern_match(known->patterns.at[i], key, &explain->check.matcher))
			return true;
	}
	return known_requires(known, key) || has_name(known->wanted.at, known->wanted.len, key);
}

/* "Lead_note" and "lead note" are as good as "lead-note". */
static struct str fold(struct str key, char folded[MAX_KEY])
{
	if (key.len > MAX_KEY)
		return (struct str){ 0 };
	for (size_t i = 0; i < key.len; i++) {
		char c = key.at[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c | 0x20);
		folded[i] = c == '_' || c == ' ' ? '-' : c;
	}
	return (struct str){ folded, key.len };
}

unsigned known_distance(struct str written, struct str meant)
{
	char folded_written[MAX_KEY];
	char folded_meant[MAX_KEY];
	unsigned limit = written.len <= 1 ? 0 : written.len <= 3 ? 1 : written.len <= 7 ? 2 : 3;
	size_t gap = written.len > meant.len ? written.len - meant.len : meant.len - written.len;
	struct str a, b;
	unsigned distance;

	/* "id:warm-homes", with no space behind the colon. */
	if (written.len > meant.len && written.at[meant.len] == ':' && str_starts(written, meant))
		return 1;
	if (gap > limit)
		return KNOWN_FAR;
	a = fold(written, folded_written);
	b = fold(meant, folded_meant);
	if (!a.len || !b.len)
		return KNOWN_FAR;
	distance = str_distance(a, b, limit);
	return distance > limit ? KNOWN_FAR : distance;
}

const struct property *known_nearest(struct explain *explain, const struct known *known,
				     const struct node *map, struct str key)
{
	const struct property *nearest = NULL;
	unsigned least = KNOWN_FAR * 2;

	for (size_t i = 0; i < known->properties.len && spend(explain, 1); i++) {
		const struct property *property = known->properties.at[i];
		unsigned distance = known_distance(key, property->name) * 2;

		if (distance >= KNOWN_FAR || !spend(explain, map->count / 4))
			continue;
		distance += node_find_pair(map, property->name) != NULL;
		if (distance < least) {
			least = distance;
			nearest = property;
		}
	}
	return nearest;
}

const struct pair *known_misspelt(struct explain *explain, struct spot *spot, struct str name)
{
	const struct known *known = known_get(explain, spot);

	for (uint32_t i = 0; i < spot->node->count && spend(explain, 1); i++) {
		const struct pair *pair = &spot->node->pairs[i];
		const struct property *nearest;

		if (known_distance(pair->key->text, name) == KNOWN_FAR ||
		    known_has(explain, known, pair->key->text))
			continue;
		nearest = known_nearest(explain, known, spot->node, pair->key->text);
		if (!nearest || str_equal(nearest->name, name))
			return pair;
	}
	return NULL;
}

struct owners {
	struct str *titles;
	size_t count;
	struct str skip; /* the title of where the key stands now */
};

static void add_owner(struct owners *owners, struct str title)
{
	if (!title.len || str_equal(title, owners->skip) || owners->count == KNOWN_OWNERS)
		return;
	for (size_t i = 0; i < owners->count; i++) {
		if (str_equal(owners->titles[i], title))
			return;
	}
	owners->titles[owners->count++] = title;
}

static bool has_property(const struct schema *schema, struct str key)
{
	for (uint32_t i = 0; i < schema->rule_count; i++) {
		if (schema->rules[i].keyword->check == check_members &&
		    names_find(&schema->rules[i].members->names, key) != NAMES_NONE)
			return true;
	}
	return false;
}

/* Looks through all schemas that the root leads to, nearest first. */
static void search_schemas(struct explain *explain, struct owners *owners, struct str key)
{
	struct arena *arena = &explain->arena;
	uint32_t count = explain->root->resource->set->schema_count;
	bool *seen = arena_new_array(arena, bool, count);
	VEC(const struct schema *) queue = { 0 };

	vec_add(arena, &queue, explain->root);
	seen[explain->root->number] = true;
	for (size_t at = 0; at < queue.len && owners->count < KNOWN_OWNERS; at++) {
		const struct schema *schema = queue.at[at];

		if (has_property(schema, key))
			add_owner(owners, schema_title(schema));
		for (size_t i = 0; i < schema->children.len; i++) {
			const struct schema *child = schema->children.at[i].schema;

			if (seen[child->number])
				continue;
			seen[child->number] = true;
			vec_add(arena, &queue, child);
		}
	}
}

size_t known_owners(struct explain *explain, struct spot *spot, struct str key,
		    struct str titles[KNOWN_OWNERS])
{
	struct owners owners = { .titles = titles, .skip = spot_title(spot) };

	for (struct spot *outer = spot->outer; outer; outer = outer->outer) {
		if (outer->node->kind == NODE_MAP && known_find(known_get(explain, outer), key))
			add_owner(&owners, spot_title(outer));
	}
	if (explain->searches) {
		explain->searches--;
		search_schemas(explain, &owners, key);
	}
	return owners.count;
}
