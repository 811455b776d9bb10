#include "compile/usage.h"
#include "rules/nearest.h"

static void mark(struct found_council *found, const struct person *person)
{
	const struct person *people = found->council->people.at;

	if (person)
		found->people_used[person - people] = true;
}

static void mark_id(struct found_council *found, struct str id)
{
	mark(found, map_find(&found->council->people_by_id, id));
}

/* Whatever stands in the place of a lead that the model could not take. */
static void mark_texts(struct found_council *found, const struct node *node)
{
	if (node->kind == NODE_SCALAR)
		mark_id(found, node->text);
	for (uint32_t i = 0; node->kind == NODE_LIST && i < node->count; i++)
		mark_texts(found, node->items[i]);
	for (uint32_t i = 0; node->kind == NODE_MAP && i < node->count; i++)
		mark_texts(found, node->pairs[i].value);
}

static void mark_nearest(struct found_council *found, struct rule_run *run, struct str written)
{
	const struct list *people = &found->council->people;
	const struct person *person = people->at;
	struct nearest nearest;

	nearest_init(&nearest, run, written);
	for (size_t i = 0; i < people->len; i++) {
		if (!nearest_offer(&nearest, person[i].thing.id, person[i].name.words) ||
		    !nearest_offer(&nearest, person[i].thing.id, person[i].short_name.words))
			break;
	}
	mark_id(found, nearest.best);
}

static void look_closely(struct found_council *found, struct rule_run *run)
{
	const struct plan *plan = run->plan;

	mark_texts(found, plan->thing.node);
	for (size_t i = 0; i < plan->files.len; i++) {
		const struct plan_file *file = &plan->files.at[i];

		if (file->state == PLAN_FILE_READ)
			mark_texts(found, ((const struct document *)file->source)->root);
	}
	for (size_t i = 0; i < plan->refs.len; i++) {
		const struct ref *ref = plan->refs.at[i];

		if (ref->kind == REF_PERSON && !ref->to)
			mark_nearest(found, run, ref->id);
	}
}

/* A list that is at fault hides whoever is named in it. */
static bool hides(const struct list *list)
{
	return list->node && list->node->bad;
}

/* Whether somebody may be named where it could not be read. */
static bool may_hide_names(const struct rule_run *run)
{
	const struct plan *plan = run->plan;
	const struct theme *themes = plan->themes.at;

	if (plan->is_incomplete || hides(&plan->themes) || hides(&plan->actions))
		return true;
	for (size_t i = 0; i < plan->themes.len; i++) {
		if (hides(&themes[i].actions))
			return true;
	}
	for (size_t i = 0; i < plan->files.len; i++) {
		if (plan->files.at[i].state == PLAN_FILE_UNLISTED)
			return true;
	}
	for (size_t i = 0; i < run->report->findings.len; i++) {
		if (kind_is_reading(run->report->findings.at[i]->kind))
			return true;
	}
	return false;
}

void usage_add(struct found_council *found, struct arena *arena, struct rule_run *run)
{
	const struct plan *plan = run->plan;

	found->is_use_unknown = found->is_use_unknown || may_hide_names(run);
	if (found->is_use_unknown)
		return;
	if (!found->people_used)
		found->people_used = arena_new_array(arena, bool, found->council->people.len);
	for (size_t i = 0; i < plan->refs.len; i++) {
		const struct ref *ref = plan->refs.at[i];

		if (ref->kind == REF_PERSON)
			mark(found, (const struct person *)ref->to);
	}
	if (run->report->findings.len)
		look_closely(found, run);
}

const bool *usage_of(const struct found_council *found)
{
	return found->is_use_unknown ? NULL : found->people_used;
}
