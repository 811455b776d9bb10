#include "compile/unchanged.h"

struct unchanged_council {
	size_t plans; /* that were asked for */
	bool is_changed;
	bool is_left_out;
};

/* The two states that are held against each other. */
struct states {
	struct arena *arena;
	struct input *now;
	struct input *before;
};

static bool is_same_file(const struct states *states, const struct source *source)
{
	const struct document *document = (const struct document *)source;
	struct input_id now, before;

	if (!input_id(states->before, document->path, &before))
		return false;
	if (!input_id(states->now, document->path, &now))
		now = tree_cache_id(source->bytes);
	return input_id_equal(&now, &before);
}

/* A file that is no ordinary one may lead to something else than before. */
static bool are_same_files(const struct states *states, const struct plan *plan)
{
	bool same = is_same_file(states, plan->source);

	for (size_t i = 0; same && i < plan->files.len; i++) {
		const struct plan_file *file = &plan->files.at[i];

		same = file->state == PLAN_FILE_READ && is_same_file(states, file->source);
	}
	return same;
}

static bool refers_elsewhere(const struct states *states, const struct plan *plan)
{
	struct str own = arena_printf(states->arena, "%.*s/", STR_ARG(plan->council->thing.id));

	for (size_t i = 0; i < plan->refs.len; i++) {
		const struct ref *ref = plan->refs.at[i];
		bool is_plan = ref->kind == REF_PLAN ||
			       (ref->kind == REF_ACTION &&
				str_find_byte(ref->id, '#', 0) < ref->id.len);

		if (is_plan && !str_starts(ref->id, own))
			return true;
	}
	return false;
}

static struct unchanged_council *get_council(struct unchanged *unchanged,
					     const struct states *states,
					     const struct council *council)
{
	struct unchanged_council *found = map_find(&unchanged->councils, council->path);

	if (!found) {
		found = arena_new(unchanged->arena, struct unchanged_council);
		found->is_changed = !council->source || !is_same_file(states, council->source);
		map_add(&unchanged->councils, unchanged->arena, council->path, found);
	}
	return found;
}

void unchanged_find(struct unchanged *unchanged, const struct compilation *result,
		    struct input *now, struct input *before)
{
	const struct states states = { unchanged->arena, now, before };

	for (size_t i = 0; i < result->plans.len; i++) {
		const struct plan *plan = result->plans.at[i];
		struct unchanged_council *council = get_council(unchanged, &states, plan->council);

		council->plans++;
		council->is_changed = council->is_changed || plan->namesake ||
				      refers_elsewhere(&states, plan) ||
				      !are_same_files(&states, plan);
	}
}

/* How many plans that are asked for a council has; what it has lost, or has more, is changed. */
static size_t count_asked(const struct discovery *discovery, const struct found_council *council)
{
	size_t count = 0;

	for (size_t i = 0; i < discovery->plans.len; i++) {
		const struct found_plan *found = discovery->plans.at[i];

		count += found->council == council && found->is_asked;
	}
	return count;
}

void unchanged_leave_out(struct unchanged *unchanged, struct discovery *discovery)
{
	for (size_t i = 0; i < discovery->councils.len; i++) {
		const struct found_council *council = discovery->councils.at[i];
		struct unchanged_council *found = map_find(&unchanged->councils, council->path);

		if (found)
			found->is_left_out = !found->is_changed &&
					     found->plans == count_asked(discovery, council);
	}
	for (size_t i = 0; i < discovery->plans.len; i++) {
		struct found_plan *plan = discovery->plans.at[i];
		const struct unchanged_council *found = plan->council
								? map_find(&unchanged->councils,
									   plan->council->path)
								: NULL;

		plan->is_asked &= !found || !found->is_left_out;
	}
}

bool unchanged_has(const struct unchanged *unchanged, const struct council *council)
{
	const struct unchanged_council *found = map_find(&unchanged->councils, council->path);

	return found && found->is_left_out;
}
