#include "render/old_ids.h"
#include "render/address.h"

struct search {
	struct old_ids *ids;
	const struct plan *plan;
	struct arena *arena;
	struct map seen; /* id → struct old_id */
};

static void add(struct search *search, const struct action *action, const struct list *list)
{
	const struct ref *refs = list->at;

	for (size_t i = 0; i < list->len; i++) {
		struct old_id *old = map_find(&search->seen, refs[i].id);

		if (!old) {
			if (!is_id(refs[i].id) || map_find(&search->plan->by_id, refs[i].id))
				continue;
			old = arena_new(search->arena, struct old_id);
			old->id = refs[i].id;
			map_add(&search->seen, search->arena, old->id, old);
			vec_add(search->arena, &search->ids->list, old);
		}
		if (!old->heirs.len || old->heirs.at[old->heirs.len - 1] != action)
			vec_add(search->arena, &old->heirs, action);
	}
}

void old_ids_find(struct old_ids *ids, const struct plan *plan, struct arena *arena)
{
	struct search search = { .ids = ids, .plan = plan, .arena = arena };

	*ids = (struct old_ids){ .list = { 0 } };
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];

		if (!part_has_page(plan, &action->thing))
			continue;
		add(&search, action, &action->replaces);
		add(&search, action, &action->split_from);
	}
}
