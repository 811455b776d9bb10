/* All commits that led to one, by all parents, put in an order. */
#include "input/history.h"
#include "input/newest.h"
#include "input/shallow.h"

struct met {
	struct ancestor ancestor;
	size_t children; /* that are still to be told */
};

struct full_walk {
	struct history *history;
	struct arena *arena;
	struct map met; /* id → struct met */
	VEC(struct met *) stack;
	VEC(struct met *) order; /* the newest first */
};

static bool meet(struct full_walk *walk, const struct input_id *id, struct str *why)
{
	struct met *met = map_find(&walk->met, id_key(id));

	if (met) {
		met->children++;
		return true;
	}
	met = arena_new(walk->arena, struct met);
	met->children = 1;
	if (!ancestor_read(walk->history, walk->arena, id, &met->ancestor, why))
		return false;
	map_add(&walk->met, walk->arena, id_key(&met->ancestor.commit.id), met);
	vec_add(walk->arena, &walk->stack, met);
	return true;
}

static bool meet_all(struct full_walk *walk, struct str *why)
{
	while (walk->stack.len) {
		const struct ancestor *ancestor = &walk->stack.at[--walk->stack.len]->ancestor;

		for (size_t i = 0; i < ancestor->parent_count; i++) {
			if (!meet(walk, &ancestor->parents[i], why))
				return false;
		}
	}
	return true;
}

static void put_in_order(struct full_walk *walk, struct met *first)
{
	struct newest ready = { 0 };

	newest_add(&ready, walk->arena, first->ancestor.time, first);
	for (struct met *met; (met = newest_take(&ready));) {
		const struct ancestor *ancestor = &met->ancestor;

		vec_add(walk->arena, &walk->order, met);
		for (size_t i = 0; i < ancestor->parent_count; i++) {
			struct met *parent = map_find(&walk->met, id_key(&ancestor->parents[i]));

			if (!--parent->children)
				newest_add(&ready, walk->arena, parent->ancestor.time, parent);
		}
	}
}

bool history_open_full(struct history *history, struct arena *arena, struct repository *repository,
		       const struct commit *from, struct str *why)
{
	struct full_walk walk = { .history = history, .arena = arena };

	if (!history_open(history, arena, repository, from, why) || !meet(&walk, &from->id, why) ||
	    !meet_all(&walk, why))
		return false;
	put_in_order(&walk, map_find(&walk.met, id_key(&from->id)));
	history->is_full = true;
	for (size_t i = walk.order.len; i > 0; i--)
		vec_add(arena, &history->all, &walk.order.at[i - 1]->ancestor);
	return true;
}
