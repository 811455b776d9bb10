#include "schema/equal.h"
#include "schema/decimal.h"
#include "schema/names.h"

/* Up to this many comparisons an index costs more than it saves. */
#define WALK_LIMIT 512

void pair_index_open(struct pair_index *index, const struct node *map, size_t lookups,
		     struct stack *stack)
{
	size_t size = 4;

	*index = (struct pair_index){ .map = map, .stack = stack, .offset = stack->used };
	if ((uint64_t)map->count * lookups <= WALK_LIMIT)
		return;
	while (size < (size_t)map->count * 2)
		size *= 2;
	index->mask = size - 1;
	stack_push(stack, size);
	for (uint32_t i = 0; i < map->count; i++) {
		size_t at = names_hash(map->pairs[i].key->text) & index->mask;

		while (stack->words[index->offset + at])
			at = (at + 1) & index->mask;
		stack->words[index->offset + at] = (uint64_t)i + 1;
	}
}

const struct pair *pair_index_find(const struct pair_index *index, struct str key)
{
	size_t at = names_hash(key) & index->mask;
	uint64_t found;

	if (!index->mask)
		return node_find_pair(index->map, key);
	for (; (found = index->stack->words[index->offset + at]) != 0;
	     at = (at + 1) & index->mask) {
		const struct pair *pair = &index->map->pairs[found - 1];

		if (str_equal(pair->key->text, key))
			return pair;
	}
	return NULL;
}

void pair_index_close(const struct pair_index *index)
{
	stack_pop(index->stack, index->offset);
}

static bool is_number(const struct node *node)
{
	return node->type == TYPE_INTEGER || node->type == TYPE_FLOAT;
}

static bool scalars_equal(const struct node *a, const struct node *b)
{
	struct decimal left, right;

	if (is_number(a) && is_number(b)) {
		decimal_read(a->text, &left);
		decimal_read(b->text, &right);
		return decimal_equal(&left, &right);
	}
	if (a->type != b->type)
		return false;
	if (a->type == TYPE_BOOL)
		return (a->text.at[0] | 0x20) == (b->text.at[0] | 0x20);
	return a->type == TYPE_NULL || str_equal(a->text, b->text);
}

static bool maps_equal(const struct node *a, const struct node *b, struct stack *stack)
{
	struct pair_index index;
	bool equal = true;

	pair_index_open(&index, b, a->count, stack);
	for (uint32_t i = 0; equal && i < a->count; i++) {
		const struct pair *other = &b->pairs[i];

		if (!str_equal(a->pairs[i].key->text, other->key->text))
			other = pair_index_find(&index, a->pairs[i].key->text);
		equal = other && node_equal(a->pairs[i].value, other->value, stack);
	}
	pair_index_close(&index);
	return equal;
}

bool node_equal(const struct node *a, const struct node *b, struct stack *stack)
{
	if (a == b)
		return true;
	if (a->kind != b->kind)
		return false;
	if (a->kind == NODE_SCALAR)
		return scalars_equal(a, b);
	if (a->count != b->count)
		return false;
	if (a->kind == NODE_MAP)
		return maps_equal(a, b, stack);
	for (uint32_t i = 0; i < a->count; i++) {
		if (!node_equal(a->items[i], b->items[i], stack))
			return false;
	}
	return true;
}

static uint64_t scramble(uint64_t hash)
{
	hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9u;
	return hash ^ hash >> 27;
}

/* The same for equal values. */
static uint64_t node_hash(const struct node *node)
{
	uint64_t hash = node->kind + 1u;
	struct decimal number;

	if (node->kind == NODE_SCALAR) {
		if (node->type == TYPE_TEXT)
			return str_hash(node->text);
		if (is_number(node)) {
			decimal_read(node->text, &number);
			return decimal_hash(&number);
		}
		return node->type == TYPE_NULL ? 11
					       : 13u + ((unsigned char)node->text.at[0] | 0x20u);
	}
	for (uint32_t i = 0; i < node->count; i++) {
		if (node->kind == NODE_LIST)
			hash = scramble(hash * 31 + node_hash(node->items[i]));
		else
			hash += scramble(str_hash(node->pairs[i].key->text) * 31 +
					 node_hash(node->pairs[i].value));
	}
	return scramble(hash);
}

/* Lists up to this length are compared item by item. */
#define SHORT_LIST 8

static uint32_t repeated_in_short(const struct node *list, struct stack *stack, uint32_t *earlier)
{
	for (uint32_t i = 1; i < list->count; i++) {
		for (uint32_t j = 0; j < i; j++) {
			if (node_equal(list->items[i], list->items[j], stack)) {
				*earlier = j;
				return i;
			}
		}
	}
	return list->count;
}

/* A table of two words a slot: the hash, and the number of the item plus 1. */
uint32_t node_repeated_item(const struct node *list, struct stack *stack, uint32_t *earlier)
{
	size_t offset = stack->used;
	uint32_t found = list->count;
	size_t size = 16;

	if (list->count <= SHORT_LIST)
		return repeated_in_short(list, stack, earlier);
	while (size < (size_t)list->count * 2)
		size *= 2;
	stack_push(stack, size * 2);
	for (uint32_t i = 0; i < list->count && found == list->count; i++) {
		uint64_t hash = node_hash(list->items[i]);
		size_t at = offset + (scramble(hash) & (size - 1)) * 2;

		for (; stack->words[at + 1]; at = at + 2 < offset + size * 2 ? at + 2 : offset) {
			uint32_t other = (uint32_t)(stack->words[at + 1] - 1);

			if (stack->words[at] != hash ||
			    !node_equal(list->items[i], list->items[other], stack))
				continue;
			*earlier = other;
			found = i;
			break;
		}
		stack->words[at] = hash;
		stack->words[at + 1] = (uint64_t)i + 1;
	}
	stack_pop(stack, offset);
	return found;
}
