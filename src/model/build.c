#include "model/build.h"

/*
 * Building goes along the file, not along the table: each key of a mapping is
 * looked up in its type's table, from the row behind the last one found.
 */
struct builder {
	struct arena *arena;
	const struct model_files *files;
	struct str language; /* the plan's first; empty: whatever a text gives first */
	struct plan *plan;   /* whose refs are gathered; NULL for a council */
};

static void build_thing(struct builder *builder, struct thing *thing, const struct thing_type *type,
			const struct node *node);

static struct str scalar_text(const struct node *node)
{
	return node->kind == NODE_SCALAR && !node->bad && !node_is_null(node) ? node->text
									      : (struct str){ 0 };
}

static void build_text(const struct builder *builder, struct text *text, const struct node *node)
{
	const struct node *words = node;

	text->node = node;
	if (node->kind == NODE_MAP && !node->bad) {
		words = node_find(node, builder->language);
		if (!words && node->count)
			words = node->pairs[0].value;
	}
	if (words)
		text->words = scalar_text(words);
}

static void build_word(struct word *word, const struct field *field, const struct node *node)
{
	struct str text = scalar_text(node);

	word->node = node;
	for (int i = 0; field->words[i]; i++) {
		if (str_equal(text, str_from(field->words[i])))
			word->index = i;
	}
}

static void build_date(const struct builder *builder, struct date *date, const struct node *node)
{
	struct str text = scalar_text(node);
	struct str fix, why;

	if (node->bad) {
		date->kind = DATE_BAD;
	} else if (str_trim(text).len || !node_is_null(node)) {
		if (date_parse(text, builder->arena, date, &fix, &why) != DATE_OK)
			date->kind = DATE_BAD;
	}
	date->node = node;
}

static void build_target(const struct builder *builder, struct target *target,
			 const struct node *node)
{
	struct str why;

	if (node->bad)
		target->kind = TARGET_BAD;
	else
		target_parse(scalar_text(node), builder->arena, target, &why);
	target->node = node;
}

static void build_ref(struct builder *builder, struct ref *ref, const struct field *field,
		      const struct node *node)
{
	ref->node = node;
	ref->kind = field->refers;
	ref->id = scalar_text(node);
	if (builder->plan)
		vec_add(builder->arena, &builder->plan->refs, ref);
}

/* The nodes of a list, or the one node that stands in its place. */
static size_t item_count(const struct node *node)
{
	if (node->bad || node_is_null(node))
		return 0;
	return node->kind == NODE_LIST ? node->count : 1;
}

static const struct node *item_at(const struct node *node, size_t i)
{
	return node->kind == NODE_LIST ? node->items[i] : node;
}

static void build_texts(const struct builder *builder, struct list *list, const struct node *node)
{
	size_t count = item_count(node);
	struct text *texts = arena_new_array(builder->arena, struct text, count);

	for (size_t i = 0; i < count; i++) {
		if (!item_at(node, i)->bad)
			build_text(builder, &texts[list->len++], item_at(node, i));
	}
	list->at = texts;
}

static void build_values(const struct builder *builder, struct list *list, const struct node *node)
{
	size_t count = item_count(node);
	struct value *values = arena_new_array(builder->arena, struct value, count);

	for (size_t i = 0; i < count; i++) {
		if (!item_at(node, i)->bad)
			values[list->len++] = (struct value){ item_at(node, i),
							      scalar_text(item_at(node, i)) };
	}
	list->at = values;
}

static void build_refs(struct builder *builder, struct list *list, const struct field *field,
		       const struct node *node)
{
	size_t count = item_count(node);
	struct ref *refs = arena_new_array(builder->arena, struct ref, count);

	for (size_t i = 0; i < count; i++) {
		if (!item_at(node, i)->bad)
			build_ref(builder, &refs[list->len++], field, item_at(node, i));
	}
	list->at = refs;
}

/* What a list's item stands for: itself, or the root of the file that its text names. */
static const struct node *item_source(const struct builder *builder, const struct thing_type *type,
				      const struct node *item)
{
	if (item->kind == NODE_SCALAR && !type->scalar && builder->files)
		item = builder->files->find(builder->files->context, item);
	if (!item || item->bad || item->kind == NODE_LIST)
		return NULL;
	return item->kind == NODE_MAP || type->scalar ? item : NULL;
}

static void build_things(struct builder *builder, struct list *list, const struct thing_type *type,
			 const struct node *node)
{
	size_t count = item_count(node);
	char *things = arena_alloc_array(builder->arena, type->size, count);

	for (size_t i = 0; i < count; i++) {
		const struct node *source = item_source(builder, type, item_at(node, i));
		void *thing = things + list->len * type->size;

		if (source) {
			build_thing(builder, thing, type, source);
			list->len++;
		}
	}
	list->at = things;
}

static void build_map(struct builder *builder, struct list *list, const struct thing_type *type,
		      const struct node *node)
{
	size_t count = node->kind == NODE_MAP && !node->bad ? node->count : 0;
	char *things = arena_alloc_array(builder->arena, type->size, count);

	for (size_t i = 0; i < count; i++) {
		struct thing *thing = (void *)(things + list->len * type->size);

		build_thing(builder, thing, type, node->pairs[i].value);
		thing->id = node->pairs[i].key->text;
		list->len++;
	}
	list->at = things;
}

/* A member that is a list: FIELD_TEXTS, _VALUES, _REFS, _THINGS, _MAP. */
static void build_list(struct builder *builder, struct list *list, const struct field *field,
		       const struct node *node)
{
	list->node = node;
	switch (field->type) {
	case FIELD_TEXTS: build_texts(builder, list, node); break;
	case FIELD_VALUES: build_values(builder, list, node); break;
	case FIELD_REFS: build_refs(builder, list, field, node); break;
	case FIELD_MAP: build_map(builder, list, field->of, node); break;
	default: build_things(builder, list, field->of, node); break;
	}
}

static void build_member(struct builder *builder, void *member, const struct field *field,
			 const struct node *node)
{
	struct flag *flag = member;
	struct value *value = member;
	struct thing **thing = member;

	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_PLAIN: build_text(builder, member, node); break;
	case FIELD_WORD: build_word(member, field, node); break;
	case FIELD_FLAG:
		*flag = (struct flag){ node, node->type == TYPE_BOOL &&
						     (node->text.at[0] | 0x20) == 't' };
		break;
	case FIELD_DATE: build_date(builder, member, node); break;
	case FIELD_TARGET: build_target(builder, member, node); break;
	case FIELD_VALUE: *value = (struct value){ node, scalar_text(node) }; break;
	case FIELD_REF: build_ref(builder, member, field, node); break;
	case FIELD_THING:
		if (item_source(builder, field->of, node)) {
			*thing = arena_alloc(builder->arena, field->of->size);
			build_thing(builder, *thing, field->of, node);
		}
		break;
	case FIELD_TEXTS:
	case FIELD_VALUES:
	case FIELD_REFS:
	case FIELD_THINGS:
	case FIELD_MAP: build_list(builder, member, field, node); break;
	}
}

static void *member_of(struct thing *thing, const struct field *field)
{
	return (char *)thing + field->offset;
}

/*
 * A key that the schema refused, and that is nearly the name of a field: the
 * field is there, at fault, so that no rule calls it missing as well.
 */
static void mark_misspelt(struct thing *thing, const struct pair *pair)
{
	const struct field *nearest = NULL;
	unsigned best = 3;

	for (size_t i = 0; i < thing->type->field_count; i++) {
		const struct field *field = &thing->type->fields[i];
		unsigned distance = str_distance(pair->key->text, field->name, 2);

		if (distance < best && field->type != FIELD_THING &&
		    !(field->flags & FIELD_SHORTHAND)) {
			best = distance;
			nearest = field;
		}
	}
	if (nearest) {
		const struct node **node = member_of(thing, nearest);

		if (!*node)
			*node = pair->value;
	}
}

static void build_thing(struct builder *builder, struct thing *thing, const struct thing_type *type,
			const struct node *node)
{
	size_t next = 0;

	thing->type = type;
	thing->node = node;
	if (node->kind == NODE_SCALAR && type->scalar)
		build_member(builder, member_of(thing, type->scalar), type->scalar, node);
	if (node->kind != NODE_MAP)
		return;
	for (size_t i = 0; i < node->count; i++) {
		const struct pair *pair = &node->pairs[i];
		const struct field *field;

		if (str_equal(pair->key->text, STR("id"))) {
			thing->id = scalar_text(pair->value);
			continue;
		}
		field = thing_type_find(type, pair->key->text, next);
		if (field) {
			build_member(builder, member_of(thing, field), field, pair->value);
			next = (size_t)(field - type->fields) + 1;
		} else if (pair->value->bad) {
			mark_misspelt(thing, pair);
		}
	}
}

struct council *council_build(struct arena *arena, const struct node *root, struct str id)
{
	struct council *council = arena_new(arena, struct council);
	struct builder builder = { .arena = arena };
	struct person *people;

	council->thing.type = &type_council;
	if (root && !root->bad)
		build_thing(&builder, &council->thing, &type_council, root);
	council->thing.id = id;
	people = council->people.at;
	for (size_t i = 0; i < council->people.len; i++)
		map_add(&council->people_by_id, arena, people[i].thing.id, &people[i]);
	return council;
}

static void index_thing(struct builder *builder, struct thing *thing)
{
	if (thing->id.len)
		map_add(&builder->plan->by_id, builder->arena, thing->id, thing);
}

static void index_sections(struct builder *builder, const struct list *list)
{
	struct section *sections = list->at;

	for (size_t i = 0; i < list->len; i++) {
		index_thing(builder, &sections[i].thing);
		index_sections(builder, &sections[i].sections);
	}
}

static void index_actions(struct builder *builder, const struct list *list,
			  const struct theme *theme)
{
	struct action *actions = list->at;

	for (size_t i = 0; i < list->len; i++) {
		actions[i].theme = theme;
		vec_add(builder->arena, &builder->plan->all_actions, &actions[i]);
		index_thing(builder, &actions[i].thing);
	}
}

/* The first of a plan's languages, which its texts are read in. */
static struct str first_language(const struct node *root)
{
	const struct node *languages = node_find(root, STR("languages"));

	if (!languages || languages->kind != NODE_LIST || !languages->count)
		return STR("en");
	return scalar_text(languages->items[0]);
}

struct plan *plan_build(struct arena *arena, const struct node *root, struct str address,
			const struct model_files *files)
{
	struct plan *plan = arena_new(arena, struct plan);
	struct builder builder = { arena, files, { 0 }, plan };
	struct theme *themes;

	plan->thing.type = &type_plan;
	if (root && !root->bad) {
		builder.language = first_language(root);
		build_thing(&builder, &plan->thing, &type_plan, root);
	}
	plan->thing.id = address;
	index_sections(&builder, &plan->sections);
	themes = plan->themes.at;
	for (size_t i = 0; i < plan->themes.len; i++) {
		index_thing(&builder, &themes[i].thing);
		index_actions(&builder, &themes[i].actions, &themes[i]);
	}
	index_actions(&builder, &plan->actions, NULL);
	plan_grade(plan);
	return plan;
}
