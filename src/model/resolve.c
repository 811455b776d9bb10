#include "model/build.h"

static const struct thing *find_priority(const struct plan *plan, struct str id)
{
	const struct priority *priorities = plan->priorities.at;

	for (size_t i = 0; i < plan->priorities.len; i++) {
		if (str_equal(priorities[i].thing.id, id))
			return &priorities[i].thing;
	}
	return NULL;
}

static const struct plan *find_plan(const struct plan_index *index, struct str address)
{
	return map_find(&index->plans, address);
}

const struct action *plan_find_action(const struct plan **plan, struct str id,
				      const struct plan_index *index)
{
	size_t mark = str_find_byte(id, '#', 0);
	const struct thing *found;

	if (mark < id.len) {
		*plan = find_plan(index, str_slice(id, 0, mark));
		id = str_slice(id, mark + 1, id.len);
	}
	found = *plan ? map_find(&(*plan)->by_id, id) : NULL;
	return found && found->type == &type_action ? (const struct action *)found : NULL;
}

static const struct thing *find_named(const struct plan *plan, const struct ref *ref,
				      const struct council *council, const struct plan_index *index)
{
	const struct person *person;
	const struct action *action;
	const struct plan *other;

	switch (ref->kind) {
	case REF_PERSON:
		person = map_find(&council->people_by_id, ref->id);
		return person ? &person->thing : NULL;
	case REF_PRIORITY: return find_priority(plan, ref->id);
	case REF_ACTION:
		action = plan_find_action(&plan, ref->id, index);
		return action ? &action->thing : NULL;
	case REF_PLAN: other = find_plan(index, ref->id); return other ? &other->thing : NULL;
	case REF_OLD_ID: return NULL;
	}
	return NULL;
}

void plan_resolve(struct plan *plan, const struct council *council, const struct plan_index *index)
{
	plan->council = council;
	for (size_t i = 0; i < plan->refs.len; i++) {
		struct ref *ref = plan->refs.at[i];

		if (ref->id.len)
			ref->to = find_named(plan, ref, council, index);
	}
}
