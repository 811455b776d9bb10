#include "schema/locate.h"
#include "base/buf.h"
#include "tree/pointer.h"

#include <string.h>

/* Bytes of locations in one check: of deep places they are long, and there may be many. */
#define MAX_BYTES ((size_t)32 * 1024 * 1024)

static void add_words(struct buf *out, struct str word)
{
	buf_add_byte(out, '/');
	buf_add(out, word);
}

static const struct node *part_at(const struct node *value, uint32_t index)
{
	return value->kind == NODE_LIST ? value->items[index] : value->pairs[index].value;
}

/* Which part of a list or mapping a node is; count when it is none. */
static uint32_t find_part(const struct node *value, const struct node *part)
{
	uint32_t at = pointer_part(value, part->begin);

	if (at < value->count && part_at(value, at) == part)
		return at;
	/* What an alias names stands elsewhere. */
	for (at = 0; at < value->count && part_at(value, at) != part; at++)
		continue;
	return at;
}

/* Adds where in a keyword's value a schema is: "" for the value itself, "/0", "/title". */
static bool add_part(const struct node *value, const struct node *part, struct buf *out)
{
	uint32_t at;

	if (value == part)
		return true;
	if (value->kind == NODE_SCALAR)
		return false;
	at = find_part(value, part);
	if (at == value->count)
		return false;
	if (value->kind == NODE_LIST)
		pointer_add_index(out, at);
	else
		pointer_add_key(out, value->pairs[at].key->text);
	return true;
}

/* The step from a schema to the one that its rule led to. */
static void add_step(const struct view *view, const struct schema *next, struct buf *out)
{
	const struct node *node = view->schema->node;
	size_t before = out->len;

	add_words(out, view->rule->keyword->name);
	if (view->rule->keyword->check == check_reference ||
	    view->rule->keyword->check == check_dynamic_reference ||
	    add_part(view->rule->value, next->node, out))
		return;
	/* One rule is made of several keywords. */
	for (uint32_t i = 0; i < node->count; i++) {
		out->len = before;
		add_words(out, node->pairs[i].key->text);
		if (add_part(node->pairs[i].value, next->node, out))
			return;
	}
	out->len = before;
}

/* The way through the schemas, from the root's to that of the spot's newest view. */
static void add_way(struct arena *arena, const struct spot *spot, struct buf *out)
{
	VEC(const struct view *) views = { 0 };

	for (; spot; spot = spot->outer) {
		for (const struct view *view = spot->view; view; view = view->before)
			vec_add(arena, &views, view);
	}
	for (size_t i = views.len; i-- > 1;)
		add_step(views.at[i], views.at[i - 1]->schema, out);
}

static void add_instance(struct arena *arena, const struct spot *spot, struct buf *out)
{
	VEC(const struct spot *) spots = { 0 };

	for (; spot->outer; spot = spot->outer)
		vec_add(arena, &spots, spot);
	for (size_t i = spots.len; i-- > 0;) {
		if (spots.at[i]->pair)
			pointer_add_key(out, spots.at[i]->pair->key->text);
		else
			pointer_add_index(out, spots.at[i]->index);
	}
}

/* The keyword of `properties` and its like that a key falls under. */
static void add_member(const struct members *members, struct str key, struct buf *out)
{
	if (names_find(&members->names, key) != NAMES_NONE) {
		buf_add_c(out, "/properties");
		pointer_add_key(out, key);
		return;
	}
	for (size_t i = 0; i < members->pattern_count; i++) {
		struct matcher matcher = { 0 };
		bool matches = pattern_match(members->patterns[i].pattern, key, &matcher);

		matcher_release(&matcher);
		if (matches) {
			buf_add_c(out, "/patternProperties");
			pointer_add_key(out, members->patterns[i].pattern->source);
			return;
		}
	}
	buf_add_c(out, "/additionalProperties");
}

/* The part of the value that a finding stands on: a key, or an item; count when on none. */
static uint32_t part_of(const struct spot *spot, const struct finding *finding)
{
	const struct keyword *keyword = spot->view->rule->keyword;
	const struct node *node = spot->node;
	const struct node *part;
	uint32_t at;

	if (keyword->check != check_members && keyword->check != check_items &&
	    keyword->check != check_unevaluated)
		return node->count;
	at = pointer_part(node, finding->span.begin);
	if (at == node->count)
		return at;
	part = node->kind == NODE_LIST ? node->items[at] : node->pairs[at].key;
	return part->begin == finding->span.begin ? at : node->count;
}

/* The keyword that failed; where it is `false` for a part of the value, that is the instance. */
static void add_keyword(const struct spot *spot, const struct finding *finding, struct buf *keyword,
			struct buf *instance)
{
	const struct rule *rule = spot->view->rule;
	const struct node *node = spot->node;
	uint32_t part;

	if (!rule) {
		if (node_find(spot->view->schema->node, STR("type")))
			buf_add_c(keyword, "/type");
		return;
	}
	part = part_of(spot, finding);
	if (part < node->count && node->kind == NODE_MAP)
		pointer_add_key(instance, node->pairs[part].key->text);
	else if (part < node->count)
		pointer_add_index(instance, part);
	if (part < node->count && rule->keyword->check == check_members)
		add_member(rule->members, node->pairs[part].key->text, keyword);
	else if (part < node->count && rule->keyword->check == check_items)
		buf_add_c(keyword, "/items");
	else
		add_words(keyword, rule->keyword->name);
}

/* As the fragment of a URI (RFC 3986, section 3.5). */
static void add_fragment(struct buf *out, struct str pointer)
{
	for (size_t i = 0; i < pointer.len; i++) {
		char c = pointer.at[i];
		char small = (char)(c | 0x20);

		if ((small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') ||
		    (c && strchr("-._~!$&'()*+,;=:@/?", c)))
			buf_add_byte(out, c);
		else
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
	}
}

/* The schema's own address, and behind it the part of the way that begins at `keyword`. */
static struct str absolute(struct arena *arena, const struct schema *schema, struct str keyword)
{
	struct buf pointer = { 0 };
	struct buf out = { 0 };
	struct str copy = { 0 };

	if (pointer_print_placed(schema->resource->root, schema->node, &pointer)) {
		buf_add(&pointer, keyword);
		buf_add(&out, schema->resource->uri);
		buf_add_byte(&out, '#');
		add_fragment(&out, buf_str(&pointer));
		copy = arena_copy(arena, buf_str(&out));
	}
	buf_release(&out);
	buf_release(&pointer);
	return copy;
}

static void locate(struct explain *explain, const struct spot *spot, struct finding *finding)
{
	struct arena *arena = explain->report->arena;
	struct schema_location *location = arena_new(arena, struct schema_location);
	struct buf keyword = { 0 };
	struct buf instance = { 0 };
	size_t way;

	add_way(&explain->arena, spot, &keyword);
	add_instance(&explain->arena, spot, &instance);
	way = keyword.len;
	if (spot->view)
		add_keyword(spot, finding, &keyword, &instance);
	location->keyword = arena_copy(arena, buf_str(&keyword));
	location->instance = arena_copy(arena, buf_str(&instance));
	location->absolute = absolute(arena, spot->view ? spot->view->schema : explain->root,
				      str_slice(location->keyword, way, location->keyword.len));
	explain->located += location->keyword.len + location->instance.len + location->absolute.len;
	finding->location = location;
	buf_release(&keyword);
	buf_release(&instance);
}

void locate_findings(struct explain *explain, const struct spot *spot, size_t first)
{
	for (size_t i = first; i < explain->report->findings.len; i++) {
		if (!explain->report->findings.at[i]->location && explain->located < MAX_BYTES)
			locate(explain, spot, explain->report->findings.at[i]);
	}
}
