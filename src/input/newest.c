#include "input/newest.h"

#include <stdbool.h>

static bool is_before(const struct newest_item *a, const struct newest_item *b)
{
	return a->time != b->time ? a->time > b->time : a->number < b->number;
}

void newest_add(struct newest *newest, struct arena *arena, int64_t time, void *item)
{
	struct newest_item added = { time, newest->count++, item };
	struct newest_item *heap;
	size_t i = newest->heap.len;

	vec_add(arena, &newest->heap, added);
	heap = newest->heap.at;
	for (; i && is_before(&added, &heap[(i - 1) / 2]); i = (i - 1) / 2)
		heap[i] = heap[(i - 1) / 2];
	heap[i] = added;
}

void *newest_take(struct newest *newest)
{
	struct newest_item *heap = newest->heap.at;
	struct newest_item moved;
	void *taken;
	size_t len, below, i;

	if (!newest->heap.len)
		return NULL;
	taken = heap[0].item;
	len = --newest->heap.len;
	moved = heap[len];
	for (i = 0; (below = 2 * i + 1) < len; i = below) {
		below += below + 1 < len && is_before(&heap[below + 1], &heap[below]);
		if (!is_before(&heap[below], &moved))
			break;
		heap[i] = heap[below];
	}
	heap[i] = moved;
	return taken;
}
