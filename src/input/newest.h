/* What waits to be looked at, and comes out newest first; of one time, in the order it came in. */
#ifndef INPUT_NEWEST_H
#define INPUT_NEWEST_H

#include "base/arena.h"
#include "base/vec.h"

#include <stdint.h>

struct newest_item {
	int64_t time;
	size_t number;
	void *item;
};

/* {0} is empty. A heap. */
struct newest {
	VEC(struct newest_item) heap;
	size_t count; /* that ever came in */
};

void newest_add(struct newest *newest, struct arena *arena, int64_t time, void *item);

/* NULL when there is none. */
void *newest_take(struct newest *newest);

#endif
