/* Lists whose items may come, go, change and change places. */
#include "diff/compare.h"
#include "diff/text.h"
#include "diff/value.h"
#include "markdown/markdown.h"

static void compare_order(const struct spot *spot, const struct comparison *comparison,
			  const struct pairing *pairing)
{
	if (!comparison->row.is_set && pairing_is_reordered(pairing))
		spot_add(spot, CHANGE_ORDER_CHANGED, comparison->field->name);
}

static struct item *items_of_texts(struct arena *arena, const struct list *list)
{
	const struct text *texts = list->at;
	struct item *items = arena_new_array(arena, struct item, list->len);

	for (size_t i = 0; i < list->len; i++) {
		items[i].title = text_fold(markdown_words(texts[i].words, arena), arena);
		items[i].words = items[i].title;
		items[i].hash = str_hash(text_without_end(texts[i].words)) | 1;
	}
	return items;
}

static void add_text(const struct spot *spot, const struct comparison *comparison,
		     const struct text *text, bool is_removed)
{
	enum change_kind kind = is_removed ? comparison->row.removed : comparison->row.added;
	struct change *change;

	/* An empty item is a place that was kept free. */
	if (!text->words.len)
		return;
	change = spot_add_nodes(spot, kind, comparison->field->name, is_removed ? text->node : NULL,
				is_removed ? NULL : text->node);
	if (is_removed)
		change->after = (struct span){ 0 };
	else
		change->before = (struct span){ 0 };
	if (text->node->kind == NODE_SCALAR) {
		struct str words = text_without_end(text->words);

		is_removed ? change_set_old(change, words) : change_set_new(change, words);
	}
}

void compare_texts(const struct spot *spot, const struct comparison *comparison)
{
	const struct list *before = comparison->before;
	const struct list *after = comparison->after;
	const struct text *a = before->at;
	const struct text *b = after->at;
	struct field item = *comparison->field;
	struct pairing pairing;
	struct arena own;

	arena_init(&own);
	item.type = FIELD_TEXT;
	pairing_init(&pairing, &own, before->len, after->len);
	pair_items(&pairing, items_of_texts(&own, before), items_of_texts(&own, after),
		   ALIKE_ITEMS);
	for (size_t i = 0; i < after->len; i++) {
		struct comparison inside = { &item, NULL, &b[i], comparison->row };

		if (pairing.of_after[i] == NOT_PAIRED) {
			add_text(spot, comparison, &b[i], false);
			continue;
		}
		inside.before = &a[pairing.of_after[i]];
		if (!node_is_same(a[pairing.of_after[i]].node, b[i].node))
			compare_field(spot, &inside);
	}
	for (size_t i = 0; i < before->len; i++) {
		if (pairing.of_before[i] == NOT_PAIRED)
			add_text(spot, comparison, &a[i], true);
	}
	compare_order(spot, comparison, &pairing);
	arena_release(&own);
}

static const struct thing *thing_at(const struct list *list, const struct thing_type *type,
				    size_t i)
{
	return (const void *)((const char *)list->at + i * type->size);
}

struct item *items_of_things(struct arena *arena, const struct list *list,
			     const struct thing_type *type)
{
	struct item *items = arena_new_array(arena, struct item, list->len);

	for (size_t i = 0; i < list->len; i++) {
		const struct thing *thing = thing_at(list, type, i);

		items[i].id = thing->id;
		items[i].hash = thing->node ? node_hash(thing->node) : 0;
		items[i].title = text_fold(markdown_words(thing_title(thing), arena), arena);
		items[i].words = text_fold(thing_words(thing, arena), arena);
	}
	return items;
}

/* People whose names are nearly alike are not one; only the id may have changed. */
#define ALIKE_NAMES 900

static void pair_things(struct pairing *pairing, struct arena *arena, const struct list *before,
			const struct list *after, const struct thing_type *type)
{
	pairing_init(pairing, arena, before->len, after->len);
	pair_items(pairing, items_of_things(arena, before, type),
		   items_of_things(arena, after, type),
		   type == &type_person ? ALIKE_NAMES : ALIKE_ITEMS);
}

void note_renamed(struct diff_run *run, const struct str scope[2], const struct list *before,
		  const struct list *after, const struct thing_type *type)
{
	struct pairing pairing;
	struct arena own;

	arena_init(&own);
	pair_things(&pairing, &own, before, after, type);
	for (size_t i = 0; i < after->len; i++) {
		size_t old = pairing.of_after[i];
		struct str *name;

		if (old == NOT_PAIRED ||
		    str_equal(thing_at(before, type, old)->id, thing_at(after, type, i)->id))
			continue;
		name = arena_new(run->arena, struct str);
		*name = thing_at(after, type, i)->id;
		map_add(&run->renamed_before, run->arena,
			arena_printf(run->arena, "%.*s%.*s%.*s", STR_ARG(scope[0]),
				     STR_ARG(scope[1]), STR_ARG(thing_at(before, type, old)->id)),
			name);
	}
	arena_release(&own);
}

/* A thing that came or went. */
static void add_thing(const struct spot *spot, const struct comparison *comparison,
		      const struct thing *before, const struct thing *after)
{
	struct spot inside = spot_inside(spot, comparison->field->name, before, after);

	if (!node_is_given(before ? before->node : after->node))
		return;
	spot_add_nodes(&inside, before ? comparison->row.removed : comparison->row.added,
		       (struct str){ 0 }, before ? before->node : NULL, after ? after->node : NULL);
}

static void note_name(const struct spot *spot, const struct comparison *comparison,
		      const struct thing *before, const struct thing *after, struct str told)
{
	struct str field = comparison->field->name;
	struct item_name name = {
		.address = spot->address,
		.before = spot_path(spot, field, before->id, thing_title(before)),
		.told = told,
		.after = spot_path(spot, field, after->id, thing_title(after)),
	};

	if (!str_equal(name.before, name.after))
		vec_add(spot->run->arena, &spot->run->changes->renamed, name);
}

/* A thing on both sides. Its id may have changed: then it was told by its words. */
static void compare_pair(const struct spot *spot, const struct comparison *comparison,
			 const struct thing *before, const struct thing *after)
{
	struct spot inside = spot_inside(spot, comparison->field->name, before, after);

	inside.kind = comparison->row.changed == CHANGE_MEASURE_REWORDED ? CHANGE_FIELD_CHANGED
									 : comparison->row.changed;
	if (!str_equal(before->id, after->id)) {
		struct change *change = spot_add(&inside, inside.kind, STR("id"));

		change_set_old(change, before->id);
		change_set_new(change, after->id);
	}
	note_name(spot, comparison, before, after, inside.path);
	compare_things(&inside, before, after);
}

/* An item of both lists, or one that came (before is NULL) or went (after is NULL). */
static void compare_listed(const struct spot *spot, const struct comparison *comparison,
			   const struct thing *before, const struct thing *after)
{
	if (!before || !after)
		add_thing(spot, comparison, before, after);
	else if (!node_is_same(before->node, after->node) || !str_equal(before->id, after->id))
		compare_pair(spot, comparison, before, after);
}

void compare_thing_list(const struct spot *spot, const struct comparison *comparison)
{
	const struct list *before = comparison->before;
	const struct list *after = comparison->after;
	const struct thing_type *type = comparison->field->of;
	struct pairing pairing;
	struct arena own;

	arena_init(&own);
	pair_things(&pairing, &own, comparison->before, comparison->after, type);
	for (size_t i = 0; i < after->len; i++) {
		size_t old = pairing.of_after[i];

		compare_listed(spot, comparison,
			       old == NOT_PAIRED ? NULL : thing_at(before, type, old),
			       thing_at(after, type, i));
	}
	for (size_t i = 0; i < before->len; i++) {
		if (pairing.of_before[i] == NOT_PAIRED)
			compare_listed(spot, comparison, thing_at(before, type, i), NULL);
	}
	if (comparison->field->type != FIELD_MAP)
		compare_order(spot, comparison, &pairing);
	arena_release(&own);
}
