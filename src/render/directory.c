#include "render/directory.h"
#include "render/tree.h"

#include <stdlib.h>

/* What is being gathered: the ties of one plan. */
struct gather {
	struct directory *directory;
	struct arena *arena;
	const struct plan *plan;
};

static void tie(const struct gather *gather, const struct thing *from, enum tie_kind kind,
		const struct thing *to)
{
	struct directory *directory = gather->directory;
	struct tie tie = { to, kind, directory->ties.len, gather->plan, from };

	if (to)
		vec_add(gather->arena, &directory->ties, tie);
}

static void tie_refs(const struct gather *gather, const struct thing *from, enum tie_kind kind,
		     const struct list *refs)
{
	const struct ref *ref = refs->at;

	for (size_t i = 0; i < refs->len; i++)
		tie(gather, from, kind, ref[i].to);
}

static void gather_action(const struct gather *gather, const struct action *action)
{
	const struct partner *partners = action->partners.at;
	const struct dependency *dependencies = action->depends_on.at;
	const struct thing *from = &action->thing;

	tie_refs(gather, from, TIE_LEADS, &action->lead);
	tie(gather, from, TIE_LEADS, action->accountable.to);
	tie_refs(gather, from, TIE_SUPPORTS, &action->support);
	for (size_t i = 0; i < action->partners.len; i++)
		tie(gather, from, TIE_PARTNERS, partners[i].who.to);
	for (size_t i = 0; i < action->depends_on.len; i++)
		tie(gather, from, TIE_WAITS, dependencies[i].on.to);
}

static void gather_plan(const struct gather *gather)
{
	const struct plan *plan = gather->plan;
	const struct workstream *workstreams = plan->workstreams.at;

	tie(gather, &plan->thing, TIE_OWNS, plan->owner.to);
	for (size_t i = 0; i < plan->all_actions.len; i++)
		gather_action(gather, plan->all_actions.at[i]);
	for (size_t i = 0; i < plan->workstreams.len; i++)
		tie_refs(gather, &workstreams[i].thing, TIE_STREAM, &workstreams[i].lead);
}

static void gather_posts(const struct gather *gather, const struct council *council)
{
	const struct person *people = council->people.at;

	for (size_t i = 0; i < council->people.len; i++)
		tie(gather, &people[i].thing, TIE_HOLDS,
		    map_find(&council->people_by_id, people[i].held_by.words));
}

static int compare_keys(const struct tie *a, const struct tie *b)
{
	uintptr_t left = (uintptr_t)a->to;
	uintptr_t right = (uintptr_t)b->to;

	if (left != right)
		return left < right ? -1 : 1;
	return (a->kind > b->kind) - (a->kind < b->kind);
}

/* Where things lie in memory says only which ties are neighbours, never what comes first on a page. */
static int compare(const void *left, const void *right)
{
	const struct tie *a = left;
	const struct tie *b = right;
	int order = compare_keys(a, b);

	return order ? order : (a->order > b->order) - (a->order < b->order);
}

/* A thing may name another one twice: the second time says nothing. */
static void remove_doubles(struct directory *directory)
{
	size_t kept = 0;

	for (size_t i = 0; i < directory->ties.len; i++) {
		const struct tie *now = &directory->ties.at[i];

		if (kept && compare_keys(&directory->ties.at[kept - 1], now) == 0 &&
		    directory->ties.at[kept - 1].from == now->from)
			continue;
		directory->ties.at[kept++] = *now;
	}
	directory->ties.len = kept;
}

static void add_trees(struct directory *directory, struct arena *arena, const struct plan *plan)
{
	const struct value *languages = plan->languages.at;

	for (size_t i = 1; i < plan->languages.len; i++) {
		bool is_known = !tree_has_plan(languages[i].text, plan);

		for (size_t j = 0; !is_known && j < directory->trees.len; j++)
			is_known = str_equal(directory->trees.at[j], languages[i].text);
		if (!is_known)
			vec_add(arena, &directory->trees, languages[i].text);
	}
}

void directory_init(struct directory *directory, const struct compilation *compilation,
		    struct arena *arena)
{
	struct gather gather = { .directory = directory, .arena = arena };

	*directory = (struct directory){ .ties = { 0 } };
	for (size_t i = 0; i < compilation->councils.len; i++) {
		struct council *council = compilation->councils.at[i];

		if (!map_add(&directory->councils, arena, council->thing.id, council))
			gather_posts(&gather, council);
	}
	for (size_t i = 0; i < compilation->plans.len; i++) {
		struct plan *plan = compilation->plans.at[i];

		if (!plan->thing.node || map_add(&directory->plans, arena, plan->thing.id, plan))
			continue;
		if (!directory->language.len)
			directory->language = plan_language(plan);
		else if (!str_equal(directory->language, plan_language(plan)))
			directory->language = STR("en");
		gather.plan = plan;
		gather_plan(&gather);
		add_trees(directory, arena, plan);
	}
	if (!directory->language.len)
		directory->language = STR("en");
	if (directory->ties.len)
		qsort(directory->ties.at, directory->ties.len, sizeof(*directory->ties.at),
		      compare);
	remove_doubles(directory);
}

bool directory_has_plan(const struct directory *directory, const struct plan *plan)
{
	return map_find(&directory->plans, plan->thing.id) == plan;
}

bool directory_has_council(const struct directory *directory, const struct council *council)
{
	return map_find(&directory->councils, council->thing.id) == council;
}

const struct tie *directory_ties(const struct directory *directory, const struct thing *to,
				 enum tie_kind kind, size_t *count)
{
	const struct tie key = { .to = to, .kind = kind };
	const struct tie *ties = directory->ties.at;
	size_t low = 0;
	size_t high = directory->ties.len;
	size_t end;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare_keys(&ties[middle], &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < directory->ties.len && !compare_keys(&ties[end], &key);)
		end++;
	*count = end - low;
	return *count ? &ties[low] : NULL;
}
