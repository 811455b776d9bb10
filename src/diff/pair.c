#include "diff/pair.h"
#include "base/map.h"
#include "diff/likeness.h"

#include <stdlib.h>

void pairing_init(struct pairing *pairing, struct arena *arena, size_t before_len, size_t after_len)
{
	pairing->of_before = arena_new_array(arena, size_t, before_len);
	pairing->of_after = arena_new_array(arena, size_t, after_len);
	pairing->before_len = before_len;
	pairing->after_len = after_len;
	for (size_t i = 0; i < before_len; i++)
		pairing->of_before[i] = NOT_PAIRED;
	for (size_t i = 0; i < after_len; i++)
		pairing->of_after[i] = NOT_PAIRED;
}

void pairing_add(struct pairing *pairing, size_t before, size_t after)
{
	pairing->of_before[before] = after;
	pairing->of_after[after] = before;
}

bool pairing_is_reordered(const struct pairing *pairing)
{
	size_t last = 0;

	for (size_t i = 0; i < pairing->after_len; i++) {
		size_t before = pairing->of_after[i];

		if (before == NOT_PAIRED)
			continue;
		if (before < last)
			return true;
		last = before;
	}
	return false;
}

/* Of several with one id, the first. */
static void pair_ids(struct pairing *pairing, struct arena *arena, const struct item *before,
		     const struct item *after)
{
	struct map ids = { 0 };

	for (size_t i = 0; i < pairing->before_len; i++) {
		if (before[i].id.len && pairing->of_before[i] == NOT_PAIRED)
			map_add(&ids, arena, before[i].id, &pairing->of_before[i]);
	}
	for (size_t i = 0; ids.count && i < pairing->after_len; i++) {
		size_t *found;

		if (!after[i].id.len || pairing->of_after[i] != NOT_PAIRED)
			continue;
		found = map_find(&ids, after[i].id);
		if (found && *found == NOT_PAIRED)
			pairing_add(pairing, (size_t)(found - pairing->of_before), i);
	}
}

struct hashed {
	uint64_t hash;
	size_t index;
};

static int compare_hashed(const void *a, const void *b)
{
	const struct hashed *x = a;
	const struct hashed *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

/* Those that are not paired and may be asked for their hash, in its order. */
static struct hashed *sort_hashed(struct arena *arena, const struct item *items,
				  const size_t *paired, size_t len, size_t *count)
{
	struct hashed *all = arena_new_array(arena, struct hashed, len);

	*count = 0;
	for (size_t i = 0; i < len; i++) {
		if (paired[i] == NOT_PAIRED && items[i].hash)
			all[(*count)++] = (struct hashed){ items[i].hash, i };
	}
	if (*count)
		qsort(all, *count, sizeof(*all), compare_hashed);
	return all;
}

static void pair_equal(struct pairing *pairing, struct arena *arena, const struct item *before,
		       const struct item *after)
{
	size_t before_count, after_count;
	struct hashed *a = sort_hashed(arena, before, pairing->of_before, pairing->before_len,
				       &before_count);
	struct hashed *b = sort_hashed(arena, after, pairing->of_after, pairing->after_len,
				       &after_count);
	size_t i = 0;
	size_t j = 0;

	while (i < before_count && j < after_count) {
		if (a[i].hash == b[j].hash)
			pairing_add(pairing, a[i++].index, b[j++].index);
		else if (a[i].hash < b[j].hash)
			i++;
		else
			j++;
	}
}

/* What has nothing to be told by but where it stands. */
static void pair_wordless(struct pairing *pairing, const struct item *before,
			  const struct item *after)
{
	size_t j = 0;

	for (size_t i = 0; i < pairing->before_len; i++) {
		if (before[i].title.len || pairing->of_before[i] != NOT_PAIRED)
			continue;
		while (j < pairing->after_len &&
		       (after[j].title.len || pairing->of_after[j] != NOT_PAIRED))
			j++;
		if (j == pairing->after_len)
			return;
		pairing_add(pairing, i, j);
	}
}

static size_t *unpaired(struct arena *arena, const size_t *paired, size_t len, size_t *count)
{
	size_t *all = arena_new_array(arena, size_t, len);

	*count = 0;
	for (size_t i = 0; i < len; i++) {
		if (paired[i] == NOT_PAIRED)
			all[(*count)++] = i;
	}
	return all;
}

void pair_items(struct pairing *pairing, const struct item *before, const struct item *after,
		unsigned alike)
{
	struct likeness likeness = { .before = before, .after = after, .alike = alike };
	struct arena own;

	arena_init(&own);
	pair_ids(pairing, &own, before, after);
	pair_equal(pairing, &own, before, after);
	likeness.before_left = unpaired(&own, pairing->of_before, pairing->before_len,
					&likeness.before_count);
	likeness.after_left = unpaired(&own, pairing->of_after, pairing->after_len,
				       &likeness.after_count);
	if (likeness.before_count && likeness.after_count) {
		likeness_find(&likeness, &own);
		for (size_t i = 0; i < likeness.pairs.len; i++) {
			const struct alike_pair *pair = &likeness.pairs.at[i];

			if (pairing->of_before[pair->before] == NOT_PAIRED &&
			    pairing->of_after[pair->after] == NOT_PAIRED)
				pairing_add(pairing, pair->before, pair->after);
		}
		pair_wordless(pairing, before, after);
	}
	arena_release(&own);
}
