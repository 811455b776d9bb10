#include "schema/resource.h"
#include "schema/embedded.h"
#include "schema/keyword.h"
#include "schema/uri.h"
#include "tree/json.h"

#define STANDARD STR("https://json-schema.org/draft/2020-12/")

static struct resource *resource_new(struct schema_set *set, struct str uri, struct node *root)
{
	struct resource *resource = arena_new(set->arena, struct resource);

	resource->uri = uri;
	resource->root = root;
	resource->set = set;
	resource->next = set->newest_resource;
	set->newest_resource = resource;
	return resource;
}

static struct str text_of(const struct node *map, struct str key)
{
	const struct node *value = node_find(map, key);

	return value && node_is_text(value) ? value->text : (struct str){ 0 };
}

/* The URI that the $id of a schema gives it, without fragment; empty when it has none. */
static struct str own_uri(struct schema_set *set, const struct resource *base,
			  const struct node *node)
{
	struct str id = uri_document(text_of(node, STR("$id")));

	return id.len ? uri_resolve(set->arena, base->uri, id) : id;
}

struct resource *resource_of(struct resource *outer, const struct node *node)
{
	struct str place = { (const char *)&node, sizeof(struct node *) };
	struct resource *inner = NULL;

	if (node->kind == NODE_MAP && node != outer->root)
		inner = map_find(&outer->set->inner, place);
	return inner ? inner : outer;
}

static void add_anchor(struct resource *resource, struct node *node, struct str name, bool dynamic)
{
	struct arena *arena = resource->set->arena;
	struct anchor *anchor;

	if (!name.len)
		return;
	anchor = arena_new(arena, struct anchor);
	*anchor = (struct anchor){ .name = name, .node = node, .dynamic = dynamic };
	if (!map_add(&resource->anchors, arena, name, anchor) && dynamic)
		vec_add(arena, &resource->dynamic, anchor);
}

static void scan(struct resource *resource, struct node *node);

static void scan_value(struct resource *resource, enum holds holds, const struct node *value)
{
	for (uint32_t i = 0; i < value->count; i++) {
		if (holds == HOLDS_LIST && value->kind == NODE_LIST)
			scan(resource, value->items[i]);
		else if (holds == HOLDS_MAP && value->kind == NODE_MAP)
			scan(resource, value->pairs[i].value);
	}
}

/* Finds the ids and anchors of a schema and of those in it; JSON's depth bounds the recursion. */
static void scan(struct resource *resource, struct node *node)
{
	struct schema_set *set = resource->set;

	if (node->kind != NODE_MAP)
		return;
	if (node != resource->root) {
		struct str uri = own_uri(set, resource, node);

		if (uri.len && !map_find(&set->resources, uri)) {
			struct resource *inner = resource_new(set, uri, node);
			struct str place = { (const char *)&inner->root, sizeof(struct node *) };

			inner->outer = resource;
			map_add(&set->inner, set->arena, place, inner);
			map_add(&set->resources, set->arena, uri, inner);
			resource = inner;
		}
	}
	add_anchor(resource, node, text_of(node, STR("$dynamicAnchor")), true);
	add_anchor(resource, node, text_of(node, STR("$anchor")), false);
	for (uint32_t i = 0; i < node->count; i++) {
		uint32_t row = names_find(set->keywords, node->pairs[i].key->text);

		if (row == NAMES_NONE || keywords[row].holds == HOLDS_NOTHING)
			continue;
		if (keywords[row].holds == HOLDS_SCHEMA)
			scan(resource, node->pairs[i].value);
		else
			scan_value(resource, keywords[row].holds, node->pairs[i].value);
	}
}

void schema_set_add(struct schema_set *set, struct str uri, struct node *root)
{
	struct resource *resource;
	struct str own;

	uri = uri_document(uri);
	if (map_find(&set->resources, uri))
		return;
	resource = resource_new(set, uri, root);
	map_add(&set->resources, set->arena, uri, resource);
	own = own_uri(set, resource, root);
	if (own.len) {
		resource->uri = own;
		map_add(&set->resources, set->arena, own, resource);
	}
	scan(resource, root);
}

/* The meta-schema behind a URI of the standard: ".../schema" and ".../meta/core" and so on. */
static struct node *read_built_in(struct schema_set *set, struct str uri)
{
	struct source *source;
	struct str name, text, why;
	struct span where;

	if (!str_starts(uri, STANDARD))
		return NULL;
	name = str_slice(uri, STANDARD.len, uri.len);
	if (str_starts(name, STR("meta/")))
		name = str_slice(name, 5, name.len);
	name = arena_printf(set->arena, "2020-12.%.*s.json", STR_ARG(name));
	text = schema_embedded(name);
	if (!text.len)
		return NULL;
	source = arena_new(set->arena, struct source);
	source_init(source, set->arena, name, text);
	return json_read(source, set->arena, &where, &why);
}

struct resource *resource_find(struct schema_set *set, struct str uri)
{
	struct resource *resource = map_find(&set->resources, uri);
	struct node *built_in, *root;

	if (resource)
		return resource;
	built_in = read_built_in(set, uri);
	root = built_in;
	if (!root && set->load)
		root = set->load(set->load_context, uri);
	if (!root)
		return NULL;
	schema_set_add(set, uri, root);
	resource = map_find(&set->resources, uri);
	resource->is_built_in = built_in != NULL;
	return resource;
}

/* A token of a JSON Pointer with ~1 and ~0 as they are meant (RFC 6901, section 4). */
static struct str pointer_token(struct arena *arena, struct str token)
{
	char *to;
	size_t len = 0;

	if (str_find_byte(token, '~', 0) == token.len)
		return token;
	to = arena_alloc_text(arena, token.len);
	for (size_t i = 0; i < token.len; i++) {
		char next = i + 1 < token.len ? token.at[i + 1] : '\0';

		if (token.at[i] == '~' && (next == '0' || next == '1')) {
			to[len++] = next == '0' ? '~' : '/';
			i++;
		} else {
			to[len++] = token.at[i];
		}
	}
	return (struct str){ to, len };
}

static struct node *find_item(const struct node *list, struct str token)
{
	uint64_t index = 0;

	if (!token.len || (token.len > 1 && token.at[0] == '0'))
		return NULL;
	for (size_t i = 0; i < token.len; i++) {
		if (token.at[i] < '0' || token.at[i] > '9' || index > UINT32_MAX)
			return NULL;
		index = index * 10 + (uint64_t)(token.at[i] - '0');
	}
	return index < list->count ? list->items[index] : NULL;
}

/* Mappings with more keys than that are searched by an index. */
#define MAX_PLAIN 32

/* The keys of a large mapping, so that many references into it do not go through it each time. */
struct key_index {
	const struct node *map;
	struct map values; /* key → struct node */
};

static struct node *find_value(struct schema_set *set, const struct node *map, struct str token)
{
	struct str place = { (const char *)&map, sizeof(struct node *) };
	struct key_index *index;

	if (map->kind != NODE_MAP || map->count <= MAX_PLAIN)
		return node_find(map, token);
	index = map_find(&set->indexes, place);
	if (!index) {
		index = arena_new(set->arena, struct key_index);
		index->map = map;
		place.at = (const char *)&index->map;
		map_add(&set->indexes, set->arena, place, index);
		for (uint32_t i = 0; i < map->count; i++)
			map_add(&index->values, set->arena, map->pairs[i].key->text,
				map->pairs[i].value);
	}
	return map_find(&index->values, token);
}

/* Follows a JSON Pointer from the target, past the $ids on its way. */
static bool follow_pointer(struct target *target, struct str pointer)
{
	struct schema_set *set = target->resource->set;

	for (size_t at = 0; at < pointer.len;) {
		size_t end = str_find_byte(pointer, '/', at + 1);
		struct str token = pointer_token(set->arena, str_slice(pointer, at + 1, end));

		target->node = target->node->kind == NODE_LIST
				       ? find_item(target->node, token)
				       : find_value(set, target->node, token);
		if (!target->node)
			return false;
		target->resource = resource_of(target->resource, target->node);
		at = end;
	}
	return true;
}

bool resource_resolve(struct resource *from, struct str reference, struct target *target,
		      struct str *why)
{
	struct schema_set *set = from->set;
	struct str uri = uri_resolve(set->arena, from->uri, reference);
	struct str document = uri_document(uri);
	struct str fragment = str_slice(uri, document.len, uri.len);

	*target = (struct target){ .resource = resource_find(set, document) };
	if (!target->resource) {
		target->missing = document;
		*why = arena_printf(set->arena, "there is no schema “%.*s”", STR_ARG(document));
		return false;
	}
	target->node = target->resource->root;
	if (fragment.len)
		fragment = uri_decode(set->arena, str_slice(fragment, 1, fragment.len));
	if (!fragment.len || fragment.at[0] == '/') {
		if (follow_pointer(target, fragment))
			return true;
	} else {
		target->anchor = map_find(&target->resource->anchors, fragment);
		if (target->anchor) {
			target->node = target->anchor->node;
			return true;
		}
	}
	*why = arena_printf(set->arena, "the schema “%.*s” has no part “#%.*s”", STR_ARG(document),
			    STR_ARG(fragment));
	return false;
}

static const struct vocabulary {
	const char *name;
	unsigned bits;
} vocabularies[] = {
	{ "vocab/core", VOCABULARY_CORE },
	{ "vocab/applicator", VOCABULARY_APPLICATOR },
	{ "vocab/unevaluated", VOCABULARY_UNEVALUATED },
	{ "vocab/validation", VOCABULARY_VALIDATION },
	{ "vocab/meta-data", VOCABULARY_META_DATA },
	{ "vocab/format-annotation", VOCABULARY_FORMAT },
	{ "vocab/format-assertion", VOCABULARY_FORMAT | VOCABULARY_FORMAT_ASSERTION },
	{ "vocab/content", VOCABULARY_CONTENT },
};

static unsigned vocabulary_bits(struct str uri)
{
	if (!str_starts(uri, STANDARD))
		return 0;
	uri = str_slice(uri, STANDARD.len, uri.len);
	for (size_t i = 0; i < ARRAY_LEN(vocabularies); i++) {
		if (str_equal(uri, str_from(vocabularies[i].name)))
			return vocabularies[i].bits;
	}
	return 0;
}

/* What the $vocabulary of a meta-schema turns on. */
static unsigned read_vocabularies(struct schema_set *set, const struct node *list, struct str *why)
{
	unsigned bits = VOCABULARY_CORE;

	for (uint32_t i = 0; i < list->count; i++) {
		struct str uri = list->pairs[i].key->text;
		unsigned known = vocabulary_bits(uri);

		if (!known && str_equal(list->pairs[i].value->text, STR("true"))) {
			*why = arena_printf(
				set->arena,
				"it needs the vocabulary “%.*s”, which is not known here",
				STR_ARG(uri));
			return 0;
		}
		bits |= known;
	}
	return bits;
}

unsigned resource_vocabularies(struct resource *resource, struct str *why)
{
	struct str uri = text_of(resource->root, STR("$schema"));
	struct resource *meta = NULL;
	const struct node *list = NULL;

	if (resource->vocabularies)
		return resource->vocabularies;
	uri = uri_document(uri);
	if (!uri.len && resource->outer) {
		resource->vocabularies = resource_vocabularies(resource->outer, why);
		return resource->vocabularies;
	}
	resource->vocabularies = VOCABULARY_USUAL;
	if (uri.len && !str_starts(uri, STANDARD))
		meta = resource_find(resource->set,
				     uri_resolve(resource->set->arena, resource->uri, uri));
	if (meta)
		list = node_find(meta->root, STR("$vocabulary"));
	if (list && list->kind == NODE_MAP)
		resource->vocabularies = read_vocabularies(resource->set, list, why);
	return resource->vocabularies;
}
