#include "diff/compare.h"
#include "diff/plans.h"
#include "diff/value.h"

/* People whose names are nearly alike are not one; only the id may have changed. */
#define ALIKE_NAMES 900

static void pair_people(struct pairing *pairing, struct arena *arena, const struct council *before,
			const struct council *after)
{
	pairing_init(pairing, arena, before->people.len, after->people.len);
	pair_items(pairing, items_of_things(arena, &before->people, &type_person),
		   items_of_things(arena, &after->people, &type_person), ALIKE_NAMES);
}

void council_identify(struct diff_run *run, const struct council *before,
		      const struct council *after)
{
	const struct person *a = before->people.at;
	const struct person *b = after->people.at;
	struct pairing pairing;
	struct arena own;

	if (node_is_same(before->thing.node, after->thing.node))
		return;
	arena_init(&own);
	pair_people(&pairing, &own, before, after);
	for (size_t i = 0; i < after->people.len; i++) {
		size_t old = pairing.of_after[i];
		struct str *name;

		if (old == NOT_PAIRED || str_equal(a[old].thing.id, b[i].thing.id))
			continue;
		name = arena_new(run->arena, struct str);
		*name = b[i].thing.id;
		map_add(&run->renamed_before, run->arena,
			arena_printf(run->arena, "%.*s:%.*s", STR_ARG(before->thing.id),
				     STR_ARG(a[old].thing.id)),
			name);
	}
	arena_release(&own);
}

static void compare_people(const struct spot *council, const struct council *before,
			   const struct council *after)
{
	const struct field *field = thing_type_find(&type_council, STR("people"), 0);
	struct comparison comparison = {
		.field = field,
		.before = &before->people,
		.after = &after->people,
		.row = { .changed = CHANGE_PEOPLE_CHANGED,
			 .added = CHANGE_PEOPLE_CHANGED,
			 .removed = CHANGE_PEOPLE_CHANGED,
			 .is_set = true },
	};
	const struct person *a = before->people.at;
	const struct person *b = after->people.at;
	struct pairing pairing;
	struct arena own;

	arena_init(&own);
	pair_people(&pairing, &own, before, after);
	for (size_t i = 0; i < after->people.len; i++) {
		size_t old = pairing.of_after[i];

		compare_listed(council, &comparison, old == NOT_PAIRED ? NULL : &a[old].thing,
			       &b[i].thing);
	}
	for (size_t i = 0; i < before->people.len; i++) {
		if (pairing.of_before[i] == NOT_PAIRED)
			compare_listed(council, &comparison, &a[i].thing, NULL);
	}
	arena_release(&own);
}

static void add_council(const struct spot *spot, const struct council *before,
			const struct council *after)
{
	struct change *change = spot_add(spot, CHANGE_COUNCIL_CHANGED, (struct str){ 0 });

	if (before)
		change_set_old(change, before->name.words);
	if (after)
		change_set_new(change, after->name.words);
}

void council_compare(struct diff_run *run, const struct council *before,
		     const struct council *after)
{
	struct spot spot = {
		.run = run,
		.address = after ? after->thing.id : before->thing.id,
		.kind = CHANGE_COUNCIL_CHANGED,
		.before = before ? before->thing.node : NULL,
		.after = after ? after->thing.node : NULL,
	};

	if (!before || !after) {
		add_council(&spot, before, after);
		return;
	}
	if (node_is_same(spot.before, spot.after))
		return;
	compare_things(&spot, &before->thing, &after->thing);
	compare_people(&spot, before, after);
}
