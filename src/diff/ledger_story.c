#include "diff/ledger_story.h"

#include <stdlib.h>

bool ledger_is_chosen(const struct ledger_choice *choice, const struct ledger_thing *thing)
{
	const struct ledger_thing *heir = ledger_heir(thing);

	for (size_t i = 0; i < choice->len; i++) {
		const struct ledger_thing *chosen = choice->at[i];

		if (chosen == heir || chosen == heir->plan || chosen == heir->theme)
			return true;
	}
	return !choice->len;
}

static int compare_things_of(const void *a, const void *b)
{
	const struct ledger_thing *const *x = a;
	const struct ledger_thing *const *y = b;
	int order = str_compare((*x)->plan->address, (*y)->plan->address);

	if (order)
		return order;
	if ((*x)->plan != (*y)->plan)
		return (*x)->plan->is_gone ? 1 : -1;
	if ((*x)->level != (*y)->level &&
	    ((*x)->level == LEDGER_PLAN || (*y)->level == LEDGER_PLAN))
		return (*x)->level == LEDGER_PLAN ? -1 : 1;
	if ((*x)->is_gone != (*y)->is_gone)
		return (*x)->is_gone ? 1 : -1;
	if ((*x)->position != (*y)->position)
		return (*x)->position < (*y)->position ? -1 : 1;
	return str_compare((*x)->address, (*y)->address);
}

struct ledger_choice ledger_sort(const struct ledger *ledger, struct arena *arena,
				 const struct ledger_choice *choice)
{
	const struct ledger_thing **sorted = arena_new_array(arena, const struct ledger_thing *,
							     ledger->things.len);
	size_t len = 0;

	for (size_t i = 0; i < ledger->things.len; i++) {
		const struct ledger_thing *thing = ledger->things.at[i];

		if (!thing->into && thing->plan && ledger_is_chosen(choice, thing))
			sorted[len++] = thing;
	}
	qsort(sorted, len, sizeof(*sorted), compare_things_of);
	return (struct ledger_choice){ sorted, len };
}

struct ledger_stories ledger_tell(const struct ledger *ledger, struct arena *arena,
				  const struct ledger_choice *choice)
{
	struct ledger_choice things = ledger_sort(ledger, arena, choice);
	struct ledger_stories stories = { arena_new_array(arena, struct ledger_story, things.len),
					  things.len };
	struct map by_thing = { 0 };

	for (size_t i = 0; i < things.len; i++) {
		struct ledger_story *story = &stories.at[i];

		story->thing = things.at[i];
		map_add(&by_thing, arena,
			(struct str){ (const char *)&story->thing, sizeof(story->thing) }, story);
	}
	for (size_t i = 0; i < ledger->entries.len; i++) {
		const struct ledger_thing *heir = ledger_heir(ledger->entries.at[i]->thing);
		struct ledger_story *story = map_find(&by_thing, (struct str){ (const char *)&heir,
									       sizeof(heir) });

		if (story)
			vec_add(arena, &story->entries, ledger->entries.at[i]);
	}
	return stories;
}
