#include "diff/compare.h"
#include "diff/value.h"

#include <string.h>

const struct node *member_node(const void *member)
{
	const struct node *node;

	memcpy(&node, member, sizeof(node));
	return node;
}

/* The first word of a member is its node, or of FIELD_THING the thing, which has one. */
static const struct node *field_node(const struct field *field, const void *member)
{
	const struct thing *const *thing = member;

	if (field->type == FIELD_THING)
		return *thing ? (*thing)->node : NULL;
	return member_node(member);
}

/* The languages of two texts; a text without any counts as the first of the other's. */
static void compare_languages(const struct spot *spot, const struct comparison *comparison,
			      const struct node *languages, const struct node *but)
{
	const struct text *before = comparison->before;
	const struct text *after = comparison->after;
	struct arena *arena = spot->run->arena;
	struct str name = comparison->field->name;

	for (size_t i = 0; i < languages->count; i++) {
		const struct pair *pair = &languages->pairs[i];
		struct str key = pair->key->text;
		bool is_first = pair->value->text.at == before->words.at ||
				pair->value->text.at == after->words.at;
		struct text_sides sides = {
			.before_node = node_find(before->node, key),
			.after_node = node_find(after->node, key),
			.is_markdown = comparison->field->type == FIELD_TEXT,
			.text = but ? but : languages,
			.language = key,
		};

		if (node_find(but, key))
			continue;
		if (!sides.before_node && is_first && before->node &&
		    before->node->kind == NODE_SCALAR)
			sides.before_node = before->node;
		if (!sides.after_node && is_first && after->node &&
		    after->node->kind == NODE_SCALAR)
			sides.after_node = after->node;
		if (sides.before_node && sides.before_node->kind == NODE_SCALAR)
			sides.before = sides.before_node->text;
		if (sides.after_node && sides.after_node->kind == NODE_SCALAR)
			sides.after = sides.after_node->text;
		spot_compare_text(spot, comparison->row.changed,
				  is_first ? name
					   : arena_printf(arena, "%.*s.%.*s", STR_ARG(name),
							  STR_ARG(key)),
				  &sides);
	}
}

static void compare_text(const struct spot *spot, const struct comparison *comparison)
{
	const struct text *before = comparison->before;
	const struct text *after = comparison->after;
	struct text_sides sides = {
		.before = before->words,
		.after = after->words,
		.before_node = before->node,
		.after_node = after->node,
		.is_markdown = comparison->field->type == FIELD_TEXT,
	};
	bool has_before = before->node && before->node->kind == NODE_MAP;
	bool has_after = after->node && after->node->kind == NODE_MAP;

	if (has_after)
		compare_languages(spot, comparison, after->node, NULL);
	if (has_before)
		compare_languages(spot, comparison, before->node, has_after ? after->node : NULL);
	if (has_before || has_after)
		return;
	if (comparison->field->flags & FIELD_ONE_LANGUAGE) {
		/* A unit, a number in print: no text that could be worded otherwise. */
		if (!str_equal(str_trim(before->words), str_trim(after->words)))
			spot_add_nodes(spot, comparison->row.changed, comparison->field->name,
				       before->node, after->node);
		return;
	}
	spot_compare_text(spot, comparison->row.changed, comparison->field->name, &sides);
}

static void add_nodes(const struct spot *spot, const struct comparison *comparison)
{
	const struct node *before = field_node(comparison->field, comparison->before);
	const struct node *after = field_node(comparison->field, comparison->after);

	if (node_is_given(before) || node_is_given(after))
		spot_add_nodes(spot, comparison->row.changed, comparison->field->name, before,
			       after);
}

static void compare_word(const struct spot *spot, const struct comparison *comparison)
{
	const struct word *before = comparison->before;
	const struct word *after = comparison->after;

	if (before->index != after->index ||
	    node_is_given(before->node) != node_is_given(after->node))
		add_nodes(spot, comparison);
}

static void compare_flag(const struct spot *spot, const struct comparison *comparison)
{
	const struct flag *before = comparison->before;
	const struct flag *after = comparison->after;

	if (before->is_set != after->is_set)
		add_nodes(spot, comparison);
}

static void compare_values(const struct spot *spot, const struct comparison *comparison)
{
	const struct list *before = comparison->before;
	const struct list *after = comparison->after;
	const struct value *a = before->at;
	const struct value *b = after->at;
	bool same = before->len == after->len;

	for (size_t i = 0; same && i < before->len; i++)
		same = str_equal(str_trim(a[i].text), str_trim(b[i].text));
	if (!same)
		add_nodes(spot, comparison);
}

/* So many are held against each other one by one; of more, each is asked for in a map. */
#define FEW 16

static bool names(const struct spot *spot, const struct list *list, struct str name, bool is_before)
{
	const struct ref *refs = list->at;

	for (size_t i = 0; i < list->len; i++) {
		if (str_equal(ref_name(spot, &refs[i], is_before), name))
			return true;
	}
	return false;
}

static struct map index_names(const struct spot *spot, const struct list *list, bool is_before,
			      struct arena *arena)
{
	struct ref *refs = list->at;
	struct map map = { 0 };

	for (size_t i = 0; i < list->len; i++)
		map_add(&map, arena, ref_name(spot, &refs[i], is_before), &refs[i]);
	return map;
}

/* Whether one list names somebody that the other does not. */
static bool names_more(const struct spot *spot, const struct list *list, const struct list *other,
		       bool is_before)
{
	const struct ref *refs = list->at;
	struct map map = { 0 };
	bool more = false;
	struct arena own;

	arena_init(&own);
	if (other->len > FEW)
		map = index_names(spot, other, !is_before, &own);
	for (size_t i = 0; i < list->len && !more; i++) {
		struct str name = ref_name(spot, &refs[i], is_before);

		more = name.len && !(other->len > FEW ? map_find(&map, name) != NULL
						      : names(spot, other, name, !is_before));
	}
	arena_release(&own);
	return more;
}

static void compare_refs(const struct spot *spot, const struct comparison *comparison)
{
	const struct list *before = comparison->before;
	const struct list *after = comparison->after;

	if (names_more(spot, before, after, true) || names_more(spot, after, before, false))
		add_nodes(spot, comparison);
}

/* One lead for another, and only more or fewer of them, are different kinds. */
void compare_lead(const struct spot *spot, const struct comparison *comparison)
{
	const struct list *before = comparison->before;
	const struct list *after = comparison->after;
	bool went = names_more(spot, before, after, true);
	bool came = names_more(spot, after, before, false);

	if (went || came)
		spot_add_nodes(spot,
			       went && came ? CHANGE_LEAD_CHANGED
			       : came       ? CHANGE_LEAD_ADDED
					    : CHANGE_LEAD_REMOVED,
			       comparison->field->name, before->node, after->node);
}

static void compare_ref(const struct spot *spot, const struct comparison *comparison)
{
	struct str before = ref_name(spot, comparison->before, true);
	struct str after = ref_name(spot, comparison->after, false);

	if (!str_equal(before, after))
		add_nodes(spot, comparison);
}

static void compare_one_thing(const struct spot *spot, const struct comparison *comparison)
{
	const struct thing *const *before = comparison->before;
	const struct thing *const *after = comparison->after;
	struct spot inside = *spot;

	if (!*before || !*after) {
		add_nodes(spot, comparison);
		return;
	}
	inside.path = spot_path(spot, comparison->field->name, (struct str){ 0 },
				(struct str){ 0 });
	inside.kind = comparison->row.changed;
	inside.before = (*before)->node;
	inside.after = (*after)->node;
	compare_things(&inside, *before, *after);
}

static void compare_value(const struct spot *spot, const struct comparison *comparison)
{
	const struct value *before = comparison->before;
	const struct value *after = comparison->after;

	if (!str_equal(str_trim(before->text), str_trim(after->text)))
		add_nodes(spot, comparison);
}

void compare_field(const struct spot *spot, const struct comparison *comparison)
{
	switch (comparison->field->type) {
	case FIELD_TEXT:
	case FIELD_PLAIN: compare_text(spot, comparison); break;
	case FIELD_TEXTS: compare_texts(spot, comparison); break;
	case FIELD_WORD: compare_word(spot, comparison); break;
	case FIELD_FLAG: compare_flag(spot, comparison); break;
	case FIELD_DATE:
		compare_dates(spot, comparison->row.changed, comparison->field, comparison->before,
			      comparison->after);
		break;
	case FIELD_TARGET: add_nodes(spot, comparison); break;
	case FIELD_VALUE: compare_value(spot, comparison); break;
	case FIELD_VALUES: compare_values(spot, comparison); break;
	case FIELD_REF: compare_ref(spot, comparison); break;
	case FIELD_REFS: compare_refs(spot, comparison); break;
	case FIELD_THING: compare_one_thing(spot, comparison); break;
	case FIELD_THINGS:
	case FIELD_MAP: compare_thing_list(spot, comparison); break;
	}
}

/* A member that is given on one side at least, and not written alike. */
static void compare_member(const struct spot *spot, const struct thing_type *type,
			   struct comparison *comparison)
{
	const struct node *before = field_node(comparison->field, comparison->before);
	const struct node *after = field_node(comparison->field, comparison->after);
	const struct special *row = special_find(type, comparison->field);
	bool is_bad = comparison->field->type != FIELD_DATE &&
		      ((before && before->bad) || (after && after->bad));

	comparison->row = row ? *row
			      : (struct special){ .changed = spot->kind,
						  .added = spot->kind,
						  .removed = spot->kind };
	if (row && row->compare == compare_elsewhere)
		return;
	/* What is not as the schema wants it has no value, but it was written. */
	if (is_bad)
		add_nodes(spot, comparison);
	else if (row && row->compare)
		row->compare(spot, comparison);
	else
		compare_field(spot, comparison);
}

static bool is_free(struct str key)
{
	return key.len > 2 && key.at[0] == 'x' && key.at[1] == '-';
}

/* Keys of the councils' own, which no table knows. */
static void compare_free_keys(const struct spot *spot, const struct node *before,
			      const struct node *after)
{
	for (size_t i = 0; before && before->kind == NODE_MAP && i < before->count; i++) {
		const struct pair *pair = &before->pairs[i];
		const struct node *other;

		if (!is_free(pair->key->text))
			continue;
		other = node_find(after, pair->key->text);
		if (!node_is_same(pair->value, other))
			spot_add_nodes(spot, spot->kind, pair->key->text, pair->value, other);
	}
	for (size_t i = 0; after && after->kind == NODE_MAP && i < after->count; i++) {
		const struct pair *pair = &after->pairs[i];

		if (is_free(pair->key->text) && !node_find(before, pair->key->text))
			spot_add_nodes(spot, spot->kind, pair->key->text, NULL, pair->value);
	}
}

void compare_things(const struct spot *spot, const struct thing *before, const struct thing *after)
{
	const struct thing_type *type = before->type;

	for (size_t i = 0; i < type->field_count; i++) {
		struct comparison comparison = {
			.field = &type->fields[i],
			.before = (const char *)before + type->fields[i].offset,
			.after = (const char *)after + type->fields[i].offset,
		};
		const struct node *a = field_node(comparison.field, comparison.before);
		const struct node *b = field_node(comparison.field, comparison.after);

		if (a != b && !node_is_same(a, b))
			compare_member(spot, type, &comparison);
	}
	compare_free_keys(spot, before->node, after->node);
}
