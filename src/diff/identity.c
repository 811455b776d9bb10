#include "diff/identity.h"
#include "base/buf.h"
#include "diff/text.h"
#include "diff/value.h"
#include "markdown/markdown.h"

#include <stdlib.h>

/* An action of before that one of after says it continues, or the other way about. */
struct tie {
	size_t before;
	size_t after;
};

struct ties {
	struct identity *identity;
	struct diff_run *run;
	struct map before_ids; /* id → the action's place in all_actions */
	struct map after_ids;
	VEC(struct tie) all;
};

static void index_ids(struct map *ids, const struct plan *plan, struct arena *arena)
{
	for (size_t i = 0; i < plan->all_actions.len; i++) {
		if (plan->all_actions.at[i]->thing.id.len)
			map_add(ids, arena, plan->all_actions.at[i]->thing.id,
				(void *)&plan->all_actions.at[i]);
	}
}

static void pair_ids(struct ties *ties)
{
	struct identity *identity = ties->identity;
	const struct plan *after = identity->after;

	for (size_t i = 0; i < after->all_actions.len; i++) {
		struct str id = after->all_actions.at[i]->thing.id;
		struct action *const *found = id.len ? map_find(&ties->before_ids, id) : NULL;
		size_t old = found ? (size_t)(found - identity->before->all_actions.at) : 0;

		if (found && identity->pairing.of_before[old] == NOT_PAIRED)
			pairing_add(&identity->pairing, old, i);
	}
}

static bool lists_id(const struct list *list, struct str id)
{
	const struct ref *refs = list->at;

	for (size_t i = 0; i < list->len; i++) {
		if (str_equal(refs[i].id, id))
			return true;
	}
	return false;
}

/* What an action said before as well is no news. */
static bool said_before(const struct action *other, struct str id)
{
	return other && (lists_id(&other->replaces, id) || lists_id(&other->split_from, id));
}

/* The ids of one list of an action, looked up on the other side. */
static void add_ties(struct ties *ties, const struct list *list, size_t index, bool is_before)
{
	const struct identity *identity = ties->identity;
	const struct pairing *pairing = &identity->pairing;
	const struct plan *theirs = is_before ? identity->after : identity->before;
	const size_t *own = is_before ? pairing->of_before : pairing->of_after;
	const size_t *other = is_before ? pairing->of_after : pairing->of_before;
	const struct ref *refs = list->at;

	for (size_t i = 0; i < list->len; i++) {
		struct action *const *found = map_find(
			is_before ? &ties->after_ids : &ties->before_ids, refs[i].id);
		size_t at = found ? (size_t)(found - theirs->all_actions.at) : 0;
		const struct action *self = own[index] == NOT_PAIRED
						    ? NULL
						    : theirs->all_actions.at[own[index]];

		if (!found || (own[index] != NOT_PAIRED && other[at] != NOT_PAIRED) ||
		    said_before(self, refs[i].id))
			continue;
		vec_add(ties->run->arena, &ties->all,
			((struct tie){ is_before ? index : at, is_before ? at : index }));
	}
}

static void find_ties(struct ties *ties)
{
	const struct identity *identity = ties->identity;

	for (int side = 0; side < 2; side++) {
		const struct plan *plan = side ? identity->before : identity->after;

		for (size_t i = 0; i < plan->all_actions.len; i++) {
			const struct action *action = plan->all_actions.at[i];

			add_ties(ties, &action->replaces, i, side);
			add_ties(ties, &action->split_from, i, side);
		}
	}
}

static int compare_by_before(const void *a, const void *b)
{
	const struct tie *x = a;
	const struct tie *y = b;

	if (x->before != y->before)
		return x->before < y->before ? -1 : 1;
	return (x->after > y->after) - (x->after < y->after);
}

static int compare_by_after(const void *a, const void *b)
{
	const struct tie *x = a;
	const struct tie *y = b;

	if (x->after != y->after)
		return x->after < y->after ? -1 : 1;
	return (x->before > y->before) - (x->before < y->before);
}

/* Makes refs to `id` on one side mean the action `to` says. */
static void rename_ref(struct diff_run *run, const struct plan *plan, bool is_before, struct str id,
		       struct str to)
{
	struct str name = arena_printf(run->arena, "%.*s#%.*s", STR_ARG(plan->thing.id),
				       STR_ARG(id));
	struct str *target = arena_new(run->arena, struct str);

	*target = arena_printf(run->arena, "%.*s#%.*s", STR_ARG(plan->thing.id), STR_ARG(to));
	map_add(is_before ? &run->renamed_before : &run->renamed_after, run->arena, name, target);
}

static struct str before_id(const struct identity *identity, size_t index)
{
	return identity->before->all_actions.at[index]->thing.id;
}

static struct str after_id(const struct identity *identity, size_t index)
{
	return identity->after->all_actions.at[index]->thing.id;
}

/*
 * The same of an id that one side alone has: what refers to it on the other side,
 * where it leads nowhere, has not changed.
 */
static void rename_refs(struct ties *ties, struct str id, bool is_before, struct str to)
{
	struct identity *identity = ties->identity;

	rename_ref(ties->run, is_before ? identity->before : identity->after, is_before, id, to);
	if (!map_find(is_before ? &ties->after_ids : &ties->before_ids, id))
		rename_ref(ties->run, is_before ? identity->after : identity->before, !is_before,
			   id, to);
}

static void rename_action(struct ties *ties, size_t before, size_t after)
{
	struct identity *identity = ties->identity;
	struct str old = before_id(identity, before);
	struct str new = after_id(identity, after);

	pairing_add(&identity->pairing, before, after);
	if (str_equal(old, new))
		return;
	rename_refs(ties, old, true, new);
	rename_ref(ties->run, identity->after, false, new, new);
}

/* Those of a run of ties, on the side of the many, that are not taken yet. */
static size_t count_free(const struct ties *ties, const struct tie *run, size_t len, bool is_merge)
{
	const struct identity *identity = ties->identity;
	size_t count = 0;

	for (size_t i = 0; i < len; i++) {
		size_t at = is_merge ? run[i].before : run[i].after;
		bool is_repeated = i && at == (is_merge ? run[i - 1].before : run[i - 1].after);
		bool is_taken = is_merge ? identity->pairing.of_before[at] != NOT_PAIRED ||
						   identity->is_part_before[at]
					 : identity->pairing.of_after[at] != NOT_PAIRED ||
						   identity->is_part_after[at];

		count += !is_taken && !is_repeated;
	}
	return count;
}

static void add_parting(struct ties *ties, const struct tie *run, size_t len, bool is_merge)
{
	struct identity *identity = ties->identity;
	struct arena *arena = ties->run->arena;
	struct parting parting = {
		.is_merge = is_merge,
		.one = is_merge ? run[0].after : run[0].before,
		.many = arena_new_array(arena, size_t, len),
	};
	bool *is_part = is_merge ? identity->is_part_before : identity->is_part_after;
	const size_t *paired = is_merge ? identity->pairing.of_before : identity->pairing.of_after;
	size_t partner = is_merge ? identity->pairing.of_after[parting.one]
				  : identity->pairing.of_before[parting.one];
	struct str one = is_merge ? after_id(identity, parting.one)
				  : before_id(identity, parting.one);

	for (size_t i = 0; i < len; i++) {
		size_t at = is_merge ? run[i].before : run[i].after;

		if (is_part[at] || paired[at] != NOT_PAIRED)
			continue;
		is_part[at] = true;
		parting.many[parting.many_len++] = at;
		rename_refs(ties, is_merge ? before_id(identity, at) : after_id(identity, at),
			    is_merge, one);
	}
	rename_ref(ties->run, is_merge ? identity->after : identity->before, !is_merge, one, one);
	if (partner == NOT_PAIRED)
		(is_merge ? identity->is_part_after : identity->is_part_before)[parting.one] = true;
	parting.shown_at = is_merge                ? parting.one
			   : partner != NOT_PAIRED ? partner
						   : parting.many[0];
	vec_add(arena, &identity->partings, parting);
}

/* A run of ties that have one action in common, which became several, or came of them. */
static void settle_run(struct ties *ties, const struct tie *run, size_t len, bool is_merge)
{
	const struct identity *identity = ties->identity;
	size_t one = is_merge ? run[0].after : run[0].before;
	bool is_part = is_merge ? identity->is_part_after[one] : identity->is_part_before[one];
	bool stays = (is_merge ? identity->pairing.of_after[one]
			       : identity->pairing.of_before[one]) != NOT_PAIRED;
	size_t count = is_part ? 0 : count_free(ties, run, len, is_merge);

	if (count > 1 || (count && stays))
		add_parting(ties, run, len, is_merge);
}

static void settle(struct ties *ties, bool is_merge)
{
	size_t begin = 0;

	qsort(ties->all.at, ties->all.len, sizeof(*ties->all.at),
	      is_merge ? compare_by_after : compare_by_before);
	for (size_t i = 1; i <= ties->all.len; i++) {
		const struct tie *first = &ties->all.at[begin];

		if (i < ties->all.len && (is_merge ? ties->all.at[i].after == first->after
						   : ties->all.at[i].before == first->before))
			continue;
		settle_run(ties, first, i - begin, is_merge);
		begin = i;
	}
}

/* What is left of them is one action under another id. */
static void settle_renamed(struct ties *ties)
{
	struct identity *identity = ties->identity;

	for (size_t i = 0; i < ties->all.len; i++) {
		struct tie tie = ties->all.at[i];

		if (identity->pairing.of_before[tie.before] == NOT_PAIRED &&
		    identity->pairing.of_after[tie.after] == NOT_PAIRED &&
		    !identity->is_part_before[tie.before] && !identity->is_part_after[tie.after])
			rename_action(ties, tie.before, tie.after);
	}
}

/* The actions of a plan that nothing is known of; their places in `left`. */
static struct item *leftover(struct arena *arena, const struct plan *plan, const size_t *paired,
			     const bool *is_part, size_t *left)
{
	struct item *items = arena_new_array(arena, struct item, plan->all_actions.len);
	size_t count = 0;

	for (size_t i = 0; i < plan->all_actions.len; i++) {
		const struct action *action = plan->all_actions.at[i];

		if (paired[i] != NOT_PAIRED || is_part[i])
			continue;
		left[count] = i;
		items[count].title = text_fold(markdown_words(action->activity.words, arena),
					       arena);
		items[count++].words = text_fold(thing_words(&action->thing, arena), arena);
	}
	return items;
}

static size_t count_left(const size_t *paired, const bool *is_part, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += paired[i] == NOT_PAIRED && !is_part[i];
	return count;
}

static void pair_alike(struct ties *ties)
{
	struct identity *identity = ties->identity;
	struct pairing *all = &identity->pairing;
	size_t before_len = count_left(all->of_before, identity->is_part_before, all->before_len);
	size_t after_len = count_left(all->of_after, identity->is_part_after, all->after_len);
	struct pairing pairing;
	struct arena own;
	size_t *before_left;
	size_t *after_left;
	struct item *before;
	struct item *after;

	if (!before_len || !after_len)
		return;
	arena_init(&own);
	before_left = arena_new_array(&own, size_t, before_len);
	after_left = arena_new_array(&own, size_t, after_len);
	before = leftover(&own, identity->before, all->of_before, identity->is_part_before,
			  before_left);
	after = leftover(&own, identity->after, all->of_after, identity->is_part_after, after_left);
	pairing_init(&pairing, &own, before_len, after_len);
	pair_items(&pairing, before, after, ALIKE_THINGS);
	for (size_t i = 0; i < after_len; i++) {
		if (pairing.of_after[i] != NOT_PAIRED)
			rename_action(ties, before_left[pairing.of_after[i]], after_left[i]);
	}
	arena_release(&own);
}

void identity_find(struct identity *identity, struct diff_run *run, const struct plan *before,
		   const struct plan *after)
{
	struct ties ties = { .identity = identity, .run = run };

	*identity = (struct identity){
		.before = before,
		.after = after,
		.is_part_before = arena_new_array(run->arena, bool, before->all_actions.len),
		.is_part_after = arena_new_array(run->arena, bool, after->all_actions.len),
	};
	pairing_init(&identity->pairing, run->arena, before->all_actions.len,
		     after->all_actions.len);
	index_ids(&ties.before_ids, before, run->arena);
	index_ids(&ties.after_ids, after, run->arena);
	pair_ids(&ties);
	find_ties(&ties);
	if (ties.all.len) {
		settle(&ties, false);
		settle(&ties, true);
		settle_renamed(&ties);
	}
	pair_alike(&ties);
}
