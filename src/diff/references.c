/* What an action waits for, works with and continues: sets, in which order is nothing. */
#include "diff/compare.h"
#include "diff/text.h"
#include "diff/value.h"

/* A name that is there on one side, and its node. */
struct name {
	struct str text;
	const struct node *node;
	bool is_met; /* it is on the other side, too */
};

struct names {
	struct name *at;
	size_t len;
};

/* So many are held against each other one by one; of more, each is asked for in a map. */
#define FEW 16

static void match(struct names *before, struct names *after, struct arena *arena)
{
	struct map map = { 0 };

	for (size_t i = 0; i < after->len; i++)
		map_add(&map, arena, after->at[i].text, &after->at[i]);
	for (size_t i = 0; i < before->len; i++) {
		struct name *other = map_find(&map, before->at[i].text);

		before->at[i].is_met = other || !before->at[i].text.len;
		if (other)
			other->is_met = true;
	}
	for (size_t i = 0; i < after->len; i++) {
		struct name *first = map_find(&map, after->at[i].text);

		after->at[i].is_met |= first->is_met || first != &after->at[i] ||
				       !after->at[i].text.len;
	}
}

/* Two names that are not met and differ only as people write them. */
static bool find_editorial(const struct spot *spot, const struct comparison *comparison,
			   struct name *before, struct names *after)
{
	for (size_t i = 0; i < after->len && i < FEW; i++) {
		struct name *other = &after->at[i];
		struct text_sides sides = { before->text, other->text, before->node, other->node,
					    true };

		if (other->is_met || text_compare(before->text, other->text, true,
						  spot->run->arena) == TEXT_REWORDED)
			continue;
		other->is_met = true;
		spot_compare_text(spot, CHANGE_TEXT_EDITORIAL, comparison->field->name, &sides);
		return true;
	}
	return false;
}

static struct names dependencies(const struct spot *spot, const struct list *list, bool is_before,
				 struct arena *arena)
{
	const struct dependency *all = list->at;
	struct names names = { arena_new_array(arena, struct name, list->len), list->len };

	for (size_t i = 0; i < list->len; i++) {
		names.at[i].node = all[i].thing.node;
		names.at[i].text = all[i].on.id.len ? ref_name(spot, &all[i].on, is_before)
						    : text_without_end(all[i].text.words);
	}
	return names;
}

static void add_dependency(const struct spot *spot, const struct comparison *comparison,
			   const struct name *name, bool is_before)
{
	struct change *change = spot_add_nodes(
		spot, is_before ? CHANGE_DEPENDENCY_REMOVED : CHANGE_DEPENDENCY_ADDED,
		comparison->field->name, is_before ? name->node : NULL,
		is_before ? NULL : name->node);

	if (is_before)
		change->after = (struct span){ 0 };
	else
		change->before = (struct span){ 0 };
}

void compare_depends_on(const struct spot *spot, const struct comparison *comparison)
{
	struct arena own;
	struct names before, after;

	arena_init(&own);
	before = dependencies(spot, comparison->before, true, &own);
	after = dependencies(spot, comparison->after, false, &own);
	match(&before, &after, &own);
	for (size_t i = 0; i < before.len; i++) {
		struct name *name = &before.at[i];

		if (!name->is_met && (name->node->kind != NODE_MAP ||
				      !find_editorial(spot, comparison, name, &after)))
			add_dependency(spot, comparison, name, true);
	}
	for (size_t i = 0; i < after.len; i++) {
		if (!after.at[i].is_met)
			add_dependency(spot, comparison, &after.at[i], false);
	}
	arena_release(&own);
}

static bool all_met(const struct names *names)
{
	for (size_t i = 0; i < names->len; i++) {
		if (!names->at[i].is_met)
			return false;
	}
	return true;
}

static struct names partners(const struct spot *spot, const struct list *list, bool is_before,
			     struct arena *arena)
{
	const struct partner *all = list->at;
	struct names names = { arena_new_array(arena, struct name, list->len), list->len };

	for (size_t i = 0; i < list->len; i++)
		names.at[i] = (struct name){ ref_name(spot, &all[i].who, is_before),
					     all[i].thing.node, false };
	return names;
}

/* One change for all of them, unless only the way a name is written differs. */
void compare_partners(const struct spot *spot, const struct comparison *comparison)
{
	const struct list *before_list = comparison->before;
	const struct list *after_list = comparison->after;
	struct names before, after;
	struct arena own;

	arena_init(&own);
	before = partners(spot, before_list, true, &own);
	after = partners(spot, after_list, false, &own);
	match(&before, &after, &own);
	for (size_t i = 0; i < before.len; i++)
		before.at[i].is_met = before.at[i].is_met ||
				      find_editorial(spot, comparison, &before.at[i], &after);
	if (!all_met(&before) || !all_met(&after))
		spot_add_nodes(spot, comparison->row.changed, comparison->field->name,
			       before_list->node, after_list->node);
	arena_release(&own);
}

/* An id that was renamed, split or merged in this very change: that is told as such. */
static bool is_told(const struct spot *spot, struct str id)
{
	const struct str plans[] = { spot->before_plan->thing.id, spot->after_plan->thing.id };
	const struct diff_run *run = spot->run;

	for (size_t i = 0; i < 2 && (run->renamed_before.count || run->renamed_after.count); i++) {
		struct str name = arena_printf(run->arena, "%.*s#%.*s", STR_ARG(plans[i]),
					       STR_ARG(id));

		if (map_find(&run->renamed_before, name) || map_find(&run->renamed_after, name))
			return true;
	}
	return false;
}

static struct names old_ids(const struct spot *spot, const struct list *list, struct arena *arena)
{
	const struct ref *refs = list->at;
	struct names names = { arena_new_array(arena, struct name, list->len), 0 };

	for (size_t i = 0; i < list->len; i++) {
		if (!is_told(spot, refs[i].id))
			names.at[names.len++] = (struct name){ refs[i].id, refs[i].node, false };
	}
	return names;
}

void compare_old_ids(const struct spot *spot, const struct comparison *comparison)
{
	const struct list *before_list = comparison->before;
	const struct list *after_list = comparison->after;
	struct names before, after;
	struct arena own;

	arena_init(&own);
	before = old_ids(spot, before_list, &own);
	after = old_ids(spot, after_list, &own);
	match(&before, &after, &own);
	if (!all_met(&before) || !all_met(&after))
		spot_add_nodes(spot, comparison->row.changed, comparison->field->name,
			       before_list->node, after_list->node);
	arena_release(&own);
}
