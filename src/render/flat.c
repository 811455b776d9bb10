#include "render/flat.h"
#include "base/ascii.h"
#include "markdown/markdown.h"

/* Lists and mappings inside an own value, down to which it is written. */
#define NODE_DEPTH 8

bool flat_is_given(const struct node *node)
{
	return node && !node_is_null(node);
}

void flat_words(struct flat *flat, struct str words)
{
	words = str_trim(words);
	if (flat->is_full || flat->out->len + words.len > flat->limit) {
		flat->is_full = true;
		return;
	}
	for (size_t i = 0; i < words.len; i++) {
		if (!ascii_is_space(words.at[i]))
			buf_add_byte(flat->out, words.at[i]);
		else if (!ascii_is_space(words.at[i - 1]))
			buf_add_byte(flat->out, ' ');
	}
}

static struct str scalar_words(const struct node *node)
{
	if (!flat_is_given(node) || node->kind != NODE_SCALAR)
		return (struct str){ 0 };
	return node->text;
}

static struct str text_words(const struct flat *flat, const struct text *text)
{
	struct str words = { 0 };

	if (text->node)
		words = text_in(text, flat->view->language);
	if (!words.len && text->node && text->node->kind == NODE_MAP && text->node->count)
		words = scalar_words(text->node->pairs[0].value);
	return words.len ? words : scalar_words(text->node);
}

void flat_text(struct flat *flat, const struct text *text, bool is_markdown)
{
	struct str words = text_words(flat, text);

	if (is_markdown && !flat->is_full && words.len <= flat->limit)
		words = markdown_words(words, flat->view->arena);
	flat_words(flat, words);
}

static void between(struct flat *flat, const char *words, size_t before)
{
	if (flat->out->len > before)
		buf_add_c(flat->out, words);
}

static void node_write(struct flat *flat, const struct node *node, unsigned depth)
{
	size_t before = flat->out->len;

	if (node->kind == NODE_SCALAR) {
		flat_words(flat, scalar_words(node));
		return;
	}
	if (depth == NODE_DEPTH) {
		flat_words(flat, STR("…"));
		return;
	}
	for (size_t i = 0; i < node->count && !flat->is_full; i++) {
		between(flat, FLAT_BETWEEN, before);
		if (node->kind == NODE_MAP) {
			flat_words(flat, node->pairs[i].key->text);
			buf_add_c(flat->out, ": ");
		}
		node_write(flat, node->kind == NODE_MAP ? node->pairs[i].value : node->items[i],
			   depth + 1);
	}
}

void flat_node(struct flat *flat, const struct node *node)
{
	if (flat_is_given(node))
		node_write(flat, node, 0);
}

void flat_action_name(struct flat *flat, const struct action *action)
{
	size_t before = flat->out->len;

	flat_text(flat, &action->title, false);
	if (flat->out->len == before)
		flat_text(flat, &action->activity, true);
}

void flat_ref_name(struct flat *flat, const struct ref *ref)
{
	size_t before = flat->out->len;

	if (ref->to && ref->to->type == &type_person)
		flat_text(flat, &((const struct person *)ref->to)->name, false);
	else if (ref->to && ref->to->type == &type_priority)
		flat_text(flat, &((const struct priority *)ref->to)->title, false);
	else if (ref->to && ref->to->type == &type_plan)
		flat_text(flat, &((const struct plan *)ref->to)->title, false);
	else if (ref->to && ref->to->type == &type_action)
		flat_action_name(flat, (const void *)ref->to);
	if (flat->out->len == before)
		flat_words(flat, ref->id);
}

/* A thing that is only words may be given in each language. */
static bool is_words(const struct thing *thing)
{
	return thing->node && thing->type->field_count == 1 && thing->node->kind == NODE_MAP;
}

void flat_thing(struct flat *flat, const struct thing *thing)
{
	struct text words = { thing->node, { 0 } };
	size_t before = flat->out->len;

	if (is_words(thing)) {
		flat_text(flat, &words, false);
		return;
	}
	for (size_t i = 0; i < thing->type->field_count && !flat->is_full; i++) {
		const struct field *field = &thing->type->fields[i];
		size_t at = flat->out->len;
		size_t begin;

		between(flat, ", ", before);
		begin = flat->out->len;
		flat_field(flat, (const char *)thing + field->offset, field);
		/* Nothing came, so nothing stands between. */
		if (flat->out->len == begin)
			flat->out->len = at;
	}
}

static void item_write(struct flat *flat, const struct list *list, const struct field *field,
		       size_t i)
{
	const struct text *texts = list->at;
	const struct value *values = list->at;
	const struct ref *refs = list->at;

	switch (field->type) {
	case FIELD_TEXTS: flat_text(flat, &texts[i], true); break;
	case FIELD_VALUES: flat_node(flat, values[i].node); break;
	case FIELD_REFS: flat_words(flat, refs[i].id); break;
	default: flat_thing(flat, (const void *)((const char *)list->at + i * field->of->size));
	}
}

void flat_list(struct flat *flat, const struct list *list, const struct field *field, bool by_name)
{
	size_t before = flat->out->len;

	for (size_t i = 0; i < list->len && !flat->is_full; i++) {
		size_t at = flat->out->len;
		size_t begin;

		between(flat, FLAT_BETWEEN, before);
		begin = flat->out->len;
		if (by_name && field->type == FIELD_REFS)
			flat_ref_name(flat, &((const struct ref *)list->at)[i]);
		else
			item_write(flat, list, field, i);
		if (flat->out->len == begin)
			flat->out->len = at;
	}
}

void flat_field(struct flat *flat, const void *member, const struct field *field)
{
	const struct node *const *node = member;
	const struct thing *const *thing = member;
	const struct flag *flag = member;

	switch (field->type) {
	case FIELD_TEXT: flat_text(flat, member, true); break;
	case FIELD_PLAIN: flat_text(flat, member, false); break;
	case FIELD_REF: flat_words(flat, ((const struct ref *)member)->id); break;
	case FIELD_FLAG:
		if (flat_is_given(flag->node) && !flag->node->bad)
			flat_words(flat, flag->is_set ? STR("true") : STR("false"));
		break;
	case FIELD_THING:
		if (*thing)
			flat_thing(flat, *thing);
		break;
	case FIELD_TEXTS:
	case FIELD_VALUES:
	case FIELD_REFS:
	case FIELD_THINGS:
	case FIELD_MAP: flat_list(flat, member, field, false); break;
	case FIELD_WORD:
	case FIELD_DATE:
	case FIELD_TARGET:
	case FIELD_VALUE: flat_node(flat, *node); break;
	}
}
