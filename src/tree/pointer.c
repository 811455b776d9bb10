#include "tree/pointer.h"
#include "base/bug.h"
#include "tree/json.h"

/* As deep as any tree is. */
#define MAX_DEPTH JSON_MAX_DEPTH

/* A list or mapping on the way, and the item that is looked at in it. */
struct step {
	const struct node *node;
	uint32_t index;
};

/* The next item of the innermost step, or NULL when it has no more. */
static const struct node *next_item(const struct step *step)
{
	if (step->index >= step->node->count)
		return NULL;
	return step->node->kind == NODE_LIST ? step->node->items[step->index]
					     : step->node->pairs[step->index].value;
}

void pointer_add_index(struct buf *out, uint32_t index)
{
	buf_printf(out, "/%u", (unsigned)index);
}

void pointer_add_key(struct buf *out, struct str key)
{
	buf_add_byte(out, '/');
	for (size_t i = 0; i < key.len; i++) {
		if (key.at[i] == '~')
			buf_add(out, STR("~0"));
		else if (key.at[i] == '/')
			buf_add(out, STR("~1"));
		else
			buf_add_byte(out, key.at[i]);
	}
}

static void print_step(const struct step *step, struct buf *out)
{
	if (step->node->kind == NODE_LIST)
		pointer_add_index(out, step->index);
	else
		pointer_add_key(out, step->node->pairs[step->index].key->text);
}

static bool is_key_of(const struct step *step, const struct node *target)
{
	return step->node->kind == NODE_MAP && step->node->pairs[step->index].key == target;
}

/* Where an item, or a pair, begins. */
static uint32_t part_begin(const struct node *node, uint32_t index)
{
	return node->kind == NODE_LIST ? node->items[index]->begin : node->pairs[index].key->begin;
}

uint32_t pointer_part(const struct node *node, uint32_t offset)
{
	uint32_t low = 0;
	uint32_t high = node->kind == NODE_SCALAR ? 0 : node->count;
	const struct node *last;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (part_begin(node, middle) <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low)
		return node->count;
	last = node->kind == NODE_LIST ? node->items[low - 1] : node->pairs[low - 1].value;
	return offset <= last->end ? low - 1 : node->count;
}

bool pointer_print_placed(const struct node *root, const struct node *target, struct buf *out)
{
	size_t before = out->len;

	for (const struct node *node = root; node != target;) {
		struct step step = { node, pointer_part(node, target->begin) };

		if (node->kind == NODE_SCALAR || step.index == node->count) {
			out->len = before;
			return false;
		}
		print_step(&step, out);
		if (is_key_of(&step, target))
			break;
		node = next_item(&step);
	}
	return true;
}

bool pointer_print(const struct node *root, const struct node *target, struct buf *out)
{
	struct step steps[MAX_DEPTH];
	uint32_t depth = 0;

	if (root == target)
		return true;
	if (root->kind != NODE_SCALAR)
		steps[depth++] = (struct step){ root, 0 };
	while (depth) {
		struct step *step = &steps[depth - 1];
		const struct node *item = next_item(step);

		if (item && (item == target || is_key_of(step, target))) {
			for (uint32_t i = 0; i < depth; i++)
				print_step(&steps[i], out);
			return true;
		}
		if (item && item->kind != NODE_SCALAR && item->count) {
			if (depth == MAX_DEPTH)
				BUG("a tree deeper than %d", MAX_DEPTH);
			steps[depth++] = (struct step){ item, 0 };
			continue;
		}
		if (item) {
			step->index++;
		} else if (--depth) {
			steps[depth - 1].index++;
		}
	}
	return false;
}

/* Whether the key is that of the pointer's token, in which ~1 is / and ~0 is ~. */
static bool is_token(struct str key, struct str token)
{
	size_t at = 0;

	for (size_t i = 0; i < token.len; i++, at++) {
		char c = token.at[i];

		if (c == '~') {
			if (++i == token.len || (token.at[i] != '0' && token.at[i] != '1'))
				return false;
			c = token.at[i] == '0' ? '~' : '/';
		}
		if (at >= key.len || key.at[at] != c)
			return false;
	}
	return at == key.len;
}

static struct node *find_item(const struct node *list, struct str token)
{
	uint64_t index = 0;

	if (!token.len || token.len > 10 || (token.at[0] == '0' && token.len > 1))
		return NULL;
	for (size_t i = 0; i < token.len; i++) {
		if (token.at[i] < '0' || token.at[i] > '9')
			return NULL;
		index = index * 10 + (uint64_t)(token.at[i] - '0');
	}
	return index < list->count ? list->items[index] : NULL;
}

static struct node *find_value(const struct node *map, struct str token)
{
	for (uint32_t i = 0; i < map->count; i++) {
		if (is_token(map->pairs[i].key->text, token))
			return map->pairs[i].value;
	}
	return NULL;
}

struct node *pointer_find(struct node *root, struct str pointer)
{
	struct node *node = root;
	size_t at = 0;

	while (node && at < pointer.len) {
		size_t end = str_find_byte(pointer, '/', at + 1);
		struct str token;

		if (pointer.at[at] != '/')
			return NULL;
		token = str_slice(pointer, at + 1, end);
		if (node->kind == NODE_LIST)
			node = find_item(node, token);
		else if (node->kind == NODE_MAP)
			node = find_value(node, token);
		else
			node = NULL;
		at = end;
	}
	return node;
}
