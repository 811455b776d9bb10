/* How an action stands: status, figures, baselines, and the reasons that were given. */
#include "diff/compare.h"
#include "diff/text.h"
#include "diff/value.h"

#include <stdlib.h>
#include <string.h>

static bool is_open(const struct word *status)
{
	return status->index != ACTION_DONE && status->index != ACTION_CANCELLED;
}

/* Without a status an action is not started. */
void compare_status(const struct spot *spot, const struct comparison *comparison)
{
	const struct word *before = comparison->before;
	const struct word *after = comparison->after;

	if (before->index != after->index)
		spot_add_nodes(spot,
			       !is_open(before) && is_open(after) ? CHANGE_REOPENED
								  : CHANGE_STATUS_CHANGED,
			       comparison->field->name, before->node, after->node);
}

static bool value_is_same(const struct value *a, const struct value *b)
{
	return str_equal(str_trim(a->text), str_trim(b->text));
}

/* `82%` and {value: 82%} are one. */
void compare_baseline(const struct spot *spot, const struct comparison *comparison)
{
	struct baseline *const *before = comparison->before;
	struct baseline *const *after = comparison->after;

	if (*before && *after && value_is_same(&(*before)->value, &(*after)->value) &&
	    date_is_same(&(*before)->at, &(*after)->at))
		return;
	spot_add_nodes(spot, comparison->row.changed, comparison->field->name,
		       *before ? (*before)->thing.node : NULL,
		       *after ? (*after)->thing.node : NULL);
}

/* First those of the same date and value, then of one date, then of one value. */
static void pair_actuals(struct pairing *pairing, const struct list *before,
			 const struct list *after)
{
	const struct actual *a = before->at;
	const struct actual *b = after->at;

	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < before->len; i++) {
			for (size_t j = 0; j < after->len && pairing->of_before[i] == NOT_PAIRED;
			     j++) {
				bool is_day = date_is_same(&a[i].at, &b[j].at);
				bool is_value = value_is_same(&a[i].value, &b[j].value);

				if (pairing->of_after[j] == NOT_PAIRED && (round == 2 || is_day) &&
				    (round == 1 || is_value))
					pairing_add(pairing, i, j);
			}
		}
	}
}

static void add_actual(const struct spot *spot, const struct comparison *comparison,
		       const struct actual *before, const struct actual *after)
{
	struct spot inside = *spot;
	const struct actual *first = before ? before : after;

	inside.path = spot_path(spot, comparison->field->name, node_words(first->at.node),
				(struct str){ 0 });
	inside.before = before ? before->thing.node : NULL;
	inside.after = after ? after->thing.node : NULL;
	spot_add_nodes(&inside,
		       !before  ? comparison->row.added
		       : !after ? comparison->row.removed
				: comparison->row.changed,
		       (struct str){ 0 }, inside.before, inside.after);
}

/* A measure has few; of a great many all pairs are not looked at. */
#define MOST_ACTUALS 1000

void compare_actuals(const struct spot *spot, const struct comparison *comparison)
{
	const struct list *before = comparison->before;
	const struct list *after = comparison->after;
	const struct actual *a = before->at;
	const struct actual *b = after->at;
	struct pairing pairing;
	struct arena own;

	if (before->len > MOST_ACTUALS || after->len > MOST_ACTUALS) {
		compare_field(spot, comparison);
		return;
	}
	arena_init(&own);
	pairing_init(&pairing, &own, before->len, after->len);
	pair_actuals(&pairing, before, after);
	for (size_t i = 0; i < after->len; i++) {
		size_t old = pairing.of_after[i];

		if (old == NOT_PAIRED)
			add_actual(spot, comparison, NULL, &b[i]);
		else if (!value_is_same(&a[old].value, &b[i].value) ||
			 !date_is_same(&a[old].at, &b[i].at))
			add_actual(spot, comparison, &a[old], &b[i]);
	}
	for (size_t i = 0; i < before->len; i++) {
		if (pairing.of_before[i] == NOT_PAIRED)
			add_actual(spot, comparison, &a[i], NULL);
	}
	arena_release(&own);
}

static void pair_revisions(struct pairing *pairing, struct arena *arena, const struct list *before,
			   const struct list *after)
{
	pairing_init(pairing, arena, before->len, after->len);
	pair_items(pairing, items_of_things(arena, before, &type_revision),
		   items_of_things(arena, after, &type_revision), ALIKE_ITEMS);
}

void revisions_pair(struct pairing *pairing, struct arena *arena, const struct action *before,
		    const struct action *after)
{
	pair_revisions(pairing, arena, &before->revisions, &after->revisions);
}

/*
 * One that came, or went, is no change of its own: it is the reason of what came
 * with it. One that was reworded is.
 */
void compare_revisions(const struct spot *spot, const struct comparison *comparison)
{
	const struct list *before = comparison->before;
	const struct list *after = comparison->after;
	const struct revision *a = before->at;
	const struct revision *b = after->at;
	struct pairing pairing;
	struct arena own;

	arena_init(&own);
	pair_revisions(&pairing, &own, before, after);
	for (size_t i = 0; i < after->len; i++) {
		size_t old = pairing.of_after[i];

		if (old != NOT_PAIRED) {
			struct spot inside = spot_inside(spot, comparison->field->name,
							 &a[old].thing, &b[i].thing);

			inside.kind = comparison->row.changed;
			compare_things(&inside, &a[old].thing, &b[i].thing);
		}
	}
	arena_release(&own);
}

/* By their days; those of one day as they stand in their list. */
static int compare_days(const void *left, const void *right)
{
	const struct revision *a = *(const struct revision *const *)left;
	const struct revision *b = *(const struct revision *const *)right;

	if (a->date.latest != b->date.latest)
		return a->date.latest < b->date.latest ? -1 : 1;
	return a < b ? -1 : a > b;
}

const struct reasons *reasons_that_came(struct arena *arena, const struct action *before,
					const struct action *after)
{
	const struct revision *revisions = after->revisions.at;
	struct reasons *reasons = NULL;
	const struct revision **list;
	struct pairing pairing;
	struct arena own;
	size_t count = 0;

	if (!after->revisions.len)
		return NULL;
	arena_init(&own);
	list = arena_new_array(&own, const struct revision *, after->revisions.len);
	revisions_pair(&pairing, &own, before, after);
	for (size_t i = 0; i < after->revisions.len; i++) {
		if (pairing.of_after[i] == NOT_PAIRED && str_trim(revisions[i].reason.words).len)
			list[count++] = &revisions[i];
	}
	if (count) {
		const struct revision **came = arena_new_array(arena, const struct revision *,
							       count);

		reasons = arena_new(arena, struct reasons);
		memcpy(came, list, count * sizeof(*list));
		qsort(came, count, sizeof(*came), compare_days);
		*reasons = (struct reasons){ came, count };
	}
	arena_release(&own);
	return reasons;
}
