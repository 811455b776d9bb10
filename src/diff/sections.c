#include "diff/compare.h"
#include "diff/plans.h"
#include "diff/text.h"
#include "diff/value.h"
#include "markdown/markdown.h"

/* All sections of a plan in reading order, each with the one around it. */
struct flat {
	const struct section *section;
	size_t parent; /* or NOT_PAIRED */
};

struct flats {
	VEC(struct flat) all;
};

/* Depth is bounded by that of the trees. */
static void flatten(struct flats *flats, const struct list *list, size_t parent,
		    struct arena *arena)
{
	const struct section *sections = list->at;

	for (size_t i = 0; i < list->len; i++) {
		size_t self = flats->all.len;

		vec_add(arena, &flats->all, ((struct flat){ &sections[i], parent }));
		flatten(flats, &sections[i].sections, self, arena);
	}
}

static struct item *items_of(const struct flats *flats, struct arena *arena)
{
	struct item *items = arena_new_array(arena, struct item, flats->all.len);

	for (size_t i = 0; i < flats->all.len; i++) {
		const struct section *section = flats->all.at[i].section;

		items[i].id = section->thing.id;
		items[i].title = text_fold(section->title.words, arena);
		items[i].words = text_fold(markdown_words(section->body.words, arena), arena);
	}
	return items;
}

static struct spot spot_of(const struct spot *plan, const struct section *before,
			   const struct section *after)
{
	const struct section *section = after ? after : before;
	struct spot spot = *plan;

	spot.section = section;
	spot.before = before ? before->thing.node : NULL;
	spot.after = after ? after->thing.node : NULL;
	if (section->thing.id.len)
		spot.address = arena_printf(plan->run->arena, "%.*s#%.*s", STR_ARG(plan->plan),
					    STR_ARG(section->thing.id));
	return spot;
}

static void add_section(const struct spot *plan, const struct section *before,
			const struct section *after)
{
	struct spot spot = spot_of(plan, before, after);
	struct change *change = spot_add(
		&spot, before ? CHANGE_SECTION_REMOVED : CHANGE_SECTION_ADDED, (struct str){ 0 });

	if (before)
		change_set_old(change, before->title.words);
	else
		change_set_new(change, after->title.words);
}

static void compare_section(const struct spot *plan, const struct section *before,
			    const struct section *after)
{
	struct spot spot = spot_of(plan, before, after);

	if (!str_equal(before->thing.id, after->thing.id)) {
		struct change *change = spot_add(&spot, CHANGE_FIELD_CHANGED, STR("id"));

		change_set_old(change, before->thing.id);
		change_set_new(change, after->thing.id);
	}
	compare_things(&spot, &before->thing, &after->thing);
}

/* Whether a section stands in another one than before. */
static bool are_nested_anew(const struct flats *before, const struct flats *after,
			    const struct pairing *pairing)
{
	for (size_t i = 0; i < after->all.len; i++) {
		size_t old = pairing->of_after[i];
		size_t parent = after->all.at[i].parent;
		size_t old_parent = old == NOT_PAIRED ? NOT_PAIRED : before->all.at[old].parent;

		if (old != NOT_PAIRED && old_parent != NOT_PAIRED &&
		    pairing->of_before[old_parent] != parent &&
		    pairing->of_before[old_parent] != NOT_PAIRED)
			return true;
		if (old != NOT_PAIRED && old_parent == NOT_PAIRED && parent != NOT_PAIRED &&
		    pairing->of_after[parent] != NOT_PAIRED)
			return true;
	}
	return false;
}

void sections_compare(const struct spot *spot, const struct plan_pair *pair)
{
	struct flats before = { 0 };
	struct flats after = { 0 };
	struct pairing pairing;
	struct arena own;

	arena_init(&own);
	flatten(&before, &pair->before->sections, NOT_PAIRED, &own);
	flatten(&after, &pair->after->sections, NOT_PAIRED, &own);
	pairing_init(&pairing, &own, before.all.len, after.all.len);
	pair_items(&pairing, items_of(&before, &own), items_of(&after, &own), ALIKE_THINGS);
	for (size_t i = 0; i < after.all.len; i++) {
		if (pairing.of_after[i] != NOT_PAIRED)
			compare_section(spot, before.all.at[pairing.of_after[i]].section,
					after.all.at[i].section);
		else if (!pair->hides_added)
			add_section(spot, NULL, after.all.at[i].section);
	}
	for (size_t i = 0; i < before.all.len && !pair->hides_removed; i++) {
		if (pairing.of_before[i] == NOT_PAIRED)
			add_section(spot, before.all.at[i].section, NULL);
	}
	if (pairing_is_reordered(&pairing) || are_nested_anew(&before, &after, &pairing))
		spot_add(spot, CHANGE_ORDER_CHANGED, STR("sections"));
	arena_release(&own);
}
