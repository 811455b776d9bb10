/* Which theme is which: by id, then by the actions they share, then by their titles. */
#include "diff/themes.h"
#include "diff/compare.h"
#include "diff/text.h"

static size_t index_of(const struct plan *plan, const struct action *action)
{
	return action->theme ? (size_t)(action->theme - (const struct theme *)plan->themes.at)
			     : NOT_PAIRED;
}

static void pair_ids(struct pairing *pairing, const struct list *before, const struct list *after,
		     struct arena *arena)
{
	struct theme *a = before->at;
	const struct theme *b = after->at;
	struct map ids = { 0 };

	for (size_t i = 0; i < before->len; i++) {
		if (a[i].thing.id.len)
			map_add(&ids, arena, a[i].thing.id, &a[i]);
	}
	for (size_t i = 0; i < after->len; i++) {
		const struct theme *found = b[i].thing.id.len ? map_find(&ids, b[i].thing.id)
							      : NULL;

		if (found && pairing->of_before[found - a] == NOT_PAIRED)
			pairing_add(pairing, (size_t)(found - a), i);
	}
}

/*
 * For each action of before the one of after that it is, or that it became: the
 * first of those that it was split into; of several that were merged, the first
 * became the one. So each counts once, whichever way it is looked at.
 */
static size_t *heirs(const struct identity *identity, struct arena *arena)
{
	const struct pairing *pairing = &identity->pairing;
	size_t *now = arena_new_array(arena, size_t, pairing->before_len);

	for (size_t i = 0; i < pairing->before_len; i++)
		now[i] = pairing->of_before[i];
	for (size_t i = 0; i < identity->partings.len; i++) {
		const struct parting *parting = &identity->partings.at[i];

		size_t first = parting->many[0];

		if (!parting->is_merge && now[parting->one] == NOT_PAIRED)
			now[parting->one] = first;
		else if (parting->is_merge && now[first] == NOT_PAIRED)
			now[first] = parting->one;
	}
	return now;
}

/*
 * The new theme that most actions of an old one are in now, if they are more
 * than half of both. `partners` are what became of its actions.
 */
static size_t follow_actions(const struct plan *after, const struct pairing *pairing,
			     const size_t *partners, size_t count, uint32_t *counts)
{
	const struct theme *themes = after->themes.at;
	size_t best = NOT_PAIRED;

	for (size_t i = 0; i < count; i++) {
		size_t now = partners[i] == NOT_PAIRED
				     ? NOT_PAIRED
				     : index_of(after, after->all_actions.at[partners[i]]);

		if (now == NOT_PAIRED || pairing->of_after[now] != NOT_PAIRED)
			continue;
		counts[now]++;
		if (best == NOT_PAIRED || counts[now] > counts[best])
			best = now;
	}
	if (best != NOT_PAIRED && (2 * (size_t)counts[best] <= count ||
				   2 * (size_t)counts[best] <= themes[best].actions.len))
		return NOT_PAIRED;
	return best;
}

static struct item *items_of(const struct list *list, struct arena *arena)
{
	const struct theme *themes = list->at;
	struct item *items = arena_new_array(arena, struct item, list->len);

	for (size_t i = 0; i < list->len; i++) {
		items[i].title = text_fold(themes[i].title.words, arena);
		items[i].words = text_fold(themes[i].summary.words, arena);
	}
	return items;
}

/* A plan has few themes; of a great many that all got new ids, the first are looked at. */
#define MOST_FOLLOWED 100

void themes_pair(struct pairing *pairing, const struct identity *identity, struct arena *arena)
{
	const struct list *before = &identity->before->themes;
	const struct list *after = &identity->after->themes;
	const struct theme *themes = before->at;
	size_t followed = 0;
	size_t from = 0;
	const size_t *partners;
	struct arena own;

	arena_init(&own);
	partners = heirs(identity, &own);
	pairing_init(pairing, arena, before->len, after->len);
	pair_ids(pairing, before, after, &own);
	for (size_t i = 0; i < before->len && followed < MOST_FOLLOWED; i++) {
		size_t count = themes[i].actions.len;

		if (pairing->of_before[i] == NOT_PAIRED) {
			size_t now = follow_actions(identity->after, pairing, partners + from,
						    count,
						    arena_new_array(&own, uint32_t, after->len));

			followed++;
			if (now != NOT_PAIRED)
				pairing_add(pairing, i, now);
		}
		from += count;
	}
	pair_items(pairing, items_of(before, &own), items_of(after, &own), ALIKE_THINGS);
	arena_release(&own);
}
