#include "tree/build.h"
#include "base/bug.h"

#include <stdlib.h>
#include <string.h>

/* Up to so many keys are compared each with each. */
#define FEW_KEYS 24

void build_init(struct build *build, struct source *source, struct arena *arena)
{
	*build = (struct build){ .source = source, .arena = arena };
}

struct node *build_node(struct build *build, enum node_kind kind, uint32_t begin, uint32_t end)
{
	struct node *node = arena_new(build->arena, struct node);

	node->kind = (uint8_t)kind;
	node->begin = begin;
	node->end = end;
	node->source = build->source;
	return node;
}

void build_push(struct build *build, struct node *node)
{
	vec_add(build->arena, &build->pile, node);
}

void build_close(struct build *build, struct node *node, size_t from)
{
	size_t count = build->pile.len - from;
	struct node **first = count ? build->pile.at + from : NULL;

	build->pile.len = from;
	if (node->kind == NODE_LIST) {
		node->count = (uint32_t)count;
		node->items = arena_new_array(build->arena, struct node *, count);
		if (count)
			memcpy(node->items, first, count * sizeof(*first));
		return;
	}
	if (count % 2)
		BUG("a key without a value at byte %u", node->begin);
	node->count = (uint32_t)(count / 2);
	node->pairs = arena_new_array(build->arena, struct pair, node->count);
	for (uint32_t i = 0; i < node->count; i++)
		node->pairs[i] = (struct pair){ first[2 * i], first[2 * i + 1] };
}

/* Equal for equal texts, and hardly ever for others: the length, first and last byte. */
static uint32_t sign_of(struct str text)
{
	if (!text.len)
		return 0;
	return (uint32_t)text.len << 16 | (uint32_t)(unsigned char)text.at[0] << 8 |
	       (unsigned char)text.at[text.len - 1];
}

static bool has_repeated_of_few(const struct node *map)
{
	uint32_t signs[FEW_KEYS];

	for (uint32_t i = 0; i < map->count; i++) {
		signs[i] = sign_of(map->pairs[i].key->text);
		for (uint32_t j = 0; j < i; j++) {
			if (signs[j] == signs[i] &&
			    str_equal(map->pairs[j].key->text, map->pairs[i].key->text))
				return true;
		}
	}
	return false;
}

struct sorted_key {
	struct str text;
	uint32_t index;
};

static int compare_keys(const void *left, const void *right)
{
	const struct sorted_key *a = left;
	const struct sorted_key *b = right;
	int order = str_compare(a->text, b->text);

	return order ? order : (a->index > b->index) - (a->index < b->index);
}

const uint32_t *build_find_repeated(struct build *build, const struct node *map)
{
	struct sorted_key *keys;
	uint32_t *first;
	bool has_repeated = false;

	if (map->count < 2 || (map->count <= FEW_KEYS && !has_repeated_of_few(map)))
		return NULL;
	keys = arena_new_array(build->arena, struct sorted_key, map->count);
	first = arena_new_array(build->arena, uint32_t, map->count);
	for (uint32_t i = 0; i < map->count; i++)
		keys[i] = (struct sorted_key){ map->pairs[i].key->text, i };
	qsort(keys, map->count, sizeof(*keys), compare_keys);
	for (uint32_t i = 0; i < map->count; i++) {
		bool repeated = i && str_equal(keys[i].text, keys[i - 1].text);

		first[keys[i].index] = repeated ? first[keys[i - 1].index] : keys[i].index;
		has_repeated |= repeated;
	}
	return has_repeated ? first : NULL;
}
