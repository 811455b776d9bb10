#include "render/json_value.h"
#include "base/version.h"
#include "render/grades.h"
#include "render/renderer.h"

/* Things inside things, down to which they are written; YAML's own bound is below it. */
#define THING_DEPTH 100

static void thing_write(struct json *json, const struct thing *thing);
static void thing_members_write(struct json *json, const struct thing *thing);
static bool is_words(const struct thing *thing);

/*
 * What stands beside the id of a thing that is named elsewhere: what people
 * call it. The whole of it is where it is defined.
 */
static bool is_name_field(const struct field *field)
{
	static const struct str names[] = {
		STR_INIT("ref"),      STR_INIT("title"),   STR_INIT("name"),
		STR_INIT("activity"), STR_INIT("kind"),    STR_INIT("short"),
		STR_INIT("role"),     STR_INIT("held_by"), STR_INIT("email"),
	};

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		if (str_equal(field->name, names[i]))
			return true;
	}
	return false;
}

static const void *member_of(const struct thing *thing, const struct field *field)
{
	return (const char *)thing + field->offset;
}

static void word_write(struct json *json, const struct word *word, const struct field *field)
{
	if (word->node->bad)
		json_node(json, word->node);
	else
		json_text(json, str_from(field->words[word->index]));
}

static void ref_members_write(struct json *json, const struct ref *ref)
{
	const struct thing *to = ref->to;

	jwriter_key(&json->writer, STR("id"));
	json_text(json, ref->id);
	if (!to)
		return;
	for (size_t i = 0; i < to->type->field_count; i++) {
		const struct field *field = &to->type->fields[i];
		const struct node *const *node = member_of(to, field);

		if (!is_name_field(field) || !json_is_given(*node) || json_is_full(json))
			continue;
		jwriter_key(&json->writer, field->name);
		if (field->type == FIELD_WORD)
			word_write(json, member_of(to, field), field);
		else
			json_words(json, member_of(to, field));
	}
}

static void ref_write(struct json *json, const struct ref *ref)
{
	jwriter_open_object(&json->writer);
	ref_members_write(json, ref);
	jwriter_close(&json->writer);
}

static const struct thing *thing_at(const struct list *list, const struct thing_type *type,
				    size_t i)
{
	return (const void *)((const char *)list->at + i * type->size);
}

static void item_write(struct json *json, const struct list *list, const struct field *field,
		       size_t i)
{
	const struct text *texts = list->at;
	const struct value *values = list->at;
	const struct ref *refs = list->at;

	switch (field->type) {
	case FIELD_TEXTS: json_words(json, &texts[i]); break;
	case FIELD_VALUES: json_value(json, &values[i]); break;
	case FIELD_REFS: ref_write(json, &refs[i]); break;
	default: thing_write(json, thing_at(list, field->of, i)); break;
	}
}

/* An item of a list of texts with nothing behind its hyphen is no text. */
static bool item_is_given(const struct list *list, const struct field *field, size_t i)
{
	const struct text *texts = list->at;
	const struct ref *refs = list->at;

	if (field->type == FIELD_TEXTS)
		return json_is_given(texts[i].node);
	return field->type != FIELD_REFS || refs[i].id.len;
}

static void list_write(struct json *json, const struct list *list, const struct field *field)
{
	jwriter_open_array(&json->writer);
	for (size_t i = 0; i < list->len; i++) {
		if (item_is_given(list, field, i))
			item_write(json, list, field, i);
	}
	jwriter_close(&json->writer);
}

/* A mapping by ids: the id is the key, and not said again. */
static void map_write(struct json *json, const struct list *list, const struct field *field)
{
	jwriter_open_object(&json->writer);
	for (size_t i = 0; i < list->len; i++) {
		const struct thing *thing = thing_at(list, field->of, i);

		jwriter_key(&json->writer, thing->id);
		if (is_words(thing)) {
			json_node(json, thing->node);
			continue;
		}
		jwriter_open_object(&json->writer);
		thing_members_write(json, thing);
		jwriter_close(&json->writer);
	}
	jwriter_close(&json->writer);
}

static void member_write(struct json *json, const void *member, const struct field *field)
{
	const struct flag *flag = member;
	const struct thing *const *thing = member;

	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_PLAIN: json_words(json, member); break;
	case FIELD_WORD: word_write(json, member, field); break;
	case FIELD_FLAG: jwriter_bool(&json->writer, flag->is_set); break;
	case FIELD_DATE: json_date(json, member); break;
	case FIELD_TARGET: json_target(json, member); break;
	case FIELD_VALUE: json_value(json, member); break;
	case FIELD_REF: ref_write(json, member); break;
	case FIELD_THING: thing_write(json, *thing); break;
	case FIELD_MAP: map_write(json, member, field); break;
	case FIELD_TEXTS:
	case FIELD_VALUES:
	case FIELD_REFS:
	case FIELD_THINGS: list_write(json, member, field); break;
	}
}

/* Every value begins with its node, and a THING is a pointer. */
static bool is_given(const void *member, const struct field *field)
{
	const struct node *const *node = member;
	const struct thing *const *thing = member;

	if (field->type == FIELD_THING)
		return *thing;
	return json_is_given(*node) || field->flags & FIELD_INSIDE;
}

/* A thing's own keys (x-…), as they stand. */
static void own_write(struct json *json, const struct node *node)
{
	for (size_t i = 0; node->kind == NODE_MAP && i < node->count; i++) {
		if (!str_starts(node->pairs[i].key->text, STR("x-")))
			continue;
		jwriter_key(&json->writer, node->pairs[i].key->text);
		json_node(json, node->pairs[i].value);
	}
}

/* The ref that a bare scalar filled and that is no key: an id, or words where nobody has that id. */
static void shorthand_write(struct json *json, const struct thing *thing)
{
	const struct ref *ref = member_of(thing, thing->type->scalar);

	if (ref->to || ref->kind != REF_PERSON) {
		ref_members_write(json, ref);
	} else {
		jwriter_key(&json->writer, STR("text"));
		json_text(json, ref->id);
	}
}

static bool is_shorthand(const struct thing *thing)
{
	return thing->node->kind == NODE_SCALAR && thing->type->scalar &&
	       thing->type->scalar->flags & FIELD_SHORTHAND;
}

/*
 * A thing that is nothing but words: those of a scalar, or of one in each
 * language, as the name of a partner and what an abbreviation stands for.
 */
static bool is_words(const struct thing *thing)
{
	const struct field *field = thing->type->scalar;

	if (!field || !(field->flags & FIELD_SHORTHAND) || thing->type->field_count != 1)
		return false;
	return thing->node->kind == NODE_MAP || field->type != FIELD_REF;
}

static void fields_write(struct json *json, const struct thing *thing)
{
	for (size_t i = 0; i < thing->type->field_count; i++) {
		const struct field *field = &thing->type->fields[i];
		const void *member = member_of(thing, field);

		if (field->flags & FIELD_SHORTHAND || !is_given(member, field))
			continue;
		jwriter_key(&json->writer, field->name);
		member_write(json, member, field);
	}
}

static void thing_members_write(struct json *json, const struct thing *thing)
{
	/* Of a file that could not be read there is only the name. */
	if (!thing->node)
		return;
	if (is_words(thing)) {
		jwriter_key(&json->writer, STR("text"));
		json_node(json, thing->node);
	} else if (is_shorthand(thing)) {
		shorthand_write(json, thing);
	} else {
		fields_write(json, thing);
		own_write(json, thing->node);
	}
}

static void thing_write(struct json *json, const struct thing *thing)
{
	if (json->writer.depth > THING_DEPTH) {
		jwriter_null(&json->writer);
		return;
	}
	jwriter_open_object(&json->writer);
	if (thing->id.len) {
		jwriter_key(&json->writer, STR("id"));
		json_text(json, thing->id);
	}
	thing_members_write(json, thing);
	jwriter_close(&json->writer);
}

static bool plan_write(const struct view *view, struct buf *out)
{
	struct json json;

	json_init(&json, out);
	jwriter_open_object(&json.writer);
	jwriter_member(&json.writer, STR("planc"), STR(PLANC_VERSION));
	jwriter_key(&json.writer, STR("council"));
	thing_write(&json, &view->plan->council->thing);
	jwriter_key(&json.writer, STR("plan"));
	thing_write(&json, &view->plan->thing);
	jwriter_key(&json.writer, STR("grades"));
	grades_json(&json.writer, view->plan);
	jwriter_close(&json.writer);
	return !json_is_full(&json);
}

static const struct output outputs[] = {
	{ OUTPUT_PLAN, "plan.json", plan_write },
	{ .write = NULL },
};

const struct renderer renderer_json = {
	.name = "json",
	.title = "JSON",
	.media_type = "application/json",
	.summary = "each plan as data, with what its ids name",
	.outputs = outputs,
};
