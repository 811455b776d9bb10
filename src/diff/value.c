#include "diff/value.h"
#include "base/buf.h"
#include "diff/text.h"

bool node_is_given(const struct node *node)
{
	return node && !node_is_null(node);
}

struct str node_words(const struct node *node)
{
	if (!node || node->kind != NODE_SCALAR || node_is_null(node))
		return (struct str){ 0 };
	return str_trim(node->text);
}

static bool scalar_is_same(const struct node *a, const struct node *b)
{
	return node_is_null(a) == node_is_null(b) &&
	       (node_is_null(a) || str_equal(text_without_end(a->text), text_without_end(b->text)));
}

static bool map_is_same(const struct node *a, const struct node *b)
{
	for (size_t i = 0; i < a->count; i++) {
		const struct pair *pair = &a->pairs[i];
		const struct node *other = i < b->count && str_equal(b->pairs[i].key->text,
								     pair->key->text)
						   ? b->pairs[i].value
						   : node_find(b, pair->key->text);

		if (!other || !node_is_same(pair->value, other))
			return false;
	}
	return true;
}

/* Depth is bounded by that of the trees. */
bool node_is_same(const struct node *a, const struct node *b)
{
	if (a == b)
		return true;
	if (!a || !b || a->kind != b->kind)
		return false;
	if (a->kind == NODE_SCALAR)
		return scalar_is_same(a, b);
	if (a->count != b->count)
		return false;
	if (a->kind == NODE_MAP)
		return map_is_same(a, b);
	for (size_t i = 0; i < a->count; i++) {
		if (!node_is_same(a->items[i], b->items[i]))
			return false;
	}
	return true;
}

static uint64_t mix(uint64_t hash, uint64_t more)
{
	return (hash ^ more) * 0x9E3779B97F4A7C15u + 0x632BE59BD9B4E019u;
}

uint64_t node_hash(const struct node *node)
{
	uint64_t hash = node->kind + 1;

	if (node->kind == NODE_SCALAR)
		hash = node_is_null(node) ? 7 : str_hash(text_without_end(node->text));
	for (size_t i = 0; node->kind != NODE_SCALAR && i < node->count; i++) {
		/* The order of keys is nothing. */
		if (node->kind == NODE_MAP)
			hash += mix(str_hash(node->pairs[i].key->text),
				    node_hash(node->pairs[i].value));
		else
			hash = mix(hash, node_hash(node->items[i]));
	}
	return hash ? hash : 1;
}

bool date_is_same(const struct date *a, const struct date *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->kind == DATE_BAD)
		return node_is_same(a->node, b->node);
	return a->kind != DATE_GIVEN ||
	       (a->earliest == b->earliest && a->latest == b->latest &&
		a->precision == b->precision && a->approximate == b->approximate &&
		a->open_end == b->open_end);
}

bool date_has_end(const struct date *date)
{
	return date->kind == DATE_GIVEN && !date->open_end;
}

const struct text *thing_title_text(const struct thing *thing)
{
	const struct thing_type *type = thing->type;

	for (size_t i = 0; i < type->field_count; i++) {
		const struct field *field = &type->fields[i];
		const struct text *text = (const void *)((const char *)thing + field->offset);

		if ((field->type == FIELD_TEXT || field->type == FIELD_PLAIN) &&
		    !(field->flags & FIELD_ONE_LANGUAGE) && text->words.len)
			return text;
	}
	return NULL;
}

struct str thing_title(const struct thing *thing)
{
	const struct text *text = thing_title_text(thing);

	return text ? text->words : (struct str){ 0 };
}

static void add_words(const struct node *node, struct buf *out)
{
	if (node->kind == NODE_SCALAR && !node_is_null(node)) {
		buf_add(out, node->text);
		buf_add_byte(out, ' ');
	}
	for (size_t i = 0; node->kind != NODE_SCALAR && i < node->count; i++) {
		if (node->kind == NODE_LIST)
			add_words(node->items[i], out);
		else if (!str_equal(node->pairs[i].key->text, STR("id")))
			add_words(node->pairs[i].value, out);
	}
}

struct str thing_words(const struct thing *thing, struct arena *arena)
{
	struct buf out = { 0 };
	struct str words;

	if (thing->node)
		add_words(thing->node, &out);
	words = arena_copy(arena, buf_str(&out));
	buf_release(&out);
	return words;
}

static struct str full_name(const struct spot *spot, const struct ref *ref, bool is_before)
{
	const struct plan *plan = is_before ? spot->before_plan : spot->after_plan;
	struct arena *arena = spot->run->arena;

	if (ref->kind == REF_PERSON && plan->council)
		return arena_printf(arena, "%.*s:%.*s", STR_ARG(plan->council->thing.id),
				    STR_ARG(ref->id));
	if (ref->kind == REF_PRIORITY)
		return arena_printf(arena, "%.*s!%.*s", STR_ARG(plan->thing.id), STR_ARG(ref->id));
	return arena_printf(arena, "%.*s#%.*s", STR_ARG(plan->thing.id), STR_ARG(ref->id));
}

struct str ref_name(const struct spot *spot, const struct ref *ref, bool is_before)
{
	const struct map *renamed = is_before ? &spot->run->renamed_before
					      : &spot->run->renamed_after;
	const struct str *found;
	struct str name;

	if (ref->kind == REF_PLAN || ref->kind == REF_OLD_ID || !ref->id.len)
		return ref->id;
	if (ref->kind != REF_ACTION && !renamed->count)
		return ref->id;
	name = ref->kind == REF_ACTION && str_find_byte(ref->id, '#', 0) < ref->id.len
		       ? ref->id
		       : full_name(spot, ref, is_before);
	found = renamed->count ? map_find(renamed, name) : NULL;
	if (ref->kind == REF_ACTION)
		return found ? *found : name;
	return found ? *found : ref->id;
}
