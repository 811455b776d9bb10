/* Changes for programs; schema/diff.schema.json says what stands where. */
#include "base/version.h"
#include "render/changes.h"
#include "render/json_value.h"

static void add_value(struct json *json, struct str key, const struct change_value *value)
{
	struct jwriter *writer = &json->writer;

	if (value->kind == VALUE_NONE)
		return;
	jwriter_key(writer, key);
	switch (value->kind) {
	case VALUE_NONE: break;
	case VALUE_TEXT: json_text(json, value->text); break;
	case VALUE_NODE: json_node(json, value->node); break;
	case VALUE_IDS:
		jwriter_open_array(writer);
		for (size_t i = 0; i < value->id_count; i++)
			json_text(json, value->ids[i]);
		jwriter_close(writer);
		break;
	}
}

static void add_text(struct json *json, struct str key, struct str text)
{
	jwriter_key(&json->writer, key);
	json_text(json, text);
}

static void add_pieces(struct json *json, const struct change *change)
{
	static const struct str names[] = {
		[PIECE_SAME] = STR_INIT("same"),
		[PIECE_REMOVED] = STR_INIT("removed"),
		[PIECE_ADDED] = STR_INIT("added"),
	};

	if (!change->piece_count)
		return;
	jwriter_key(&json->writer, STR("words"));
	jwriter_open_array(&json->writer);
	for (size_t i = 0; i < change->piece_count; i++) {
		jwriter_open_object(&json->writer);
		add_text(json, names[change->pieces[i].kind], change->pieces[i].words);
		jwriter_close(&json->writer);
	}
	jwriter_close(&json->writer);
}

/* The newest of several: it is one text. */
static void add_reason(struct json *json, const struct change *change)
{
	if (change->reasons)
		add_text(json, STR("reason"), change_newest_reason(change));
}

static void add_place(struct json *json, struct str key, struct span span)
{
	if (!span.source)
		return;
	jwriter_key(&json->writer, key);
	jwriter_open_object(&json->writer);
	add_text(json, STR("file"), span.source->path);
	jwriter_member_integer(&json->writer, STR("line"),
			       source_place(span.source, span.begin).line);
	jwriter_close(&json->writer);
}

/* The rules that find fault with a change; *at goes along with the changes. */
static void add_findings(struct json *json, const struct offences *offences, size_t *at,
			 const struct change *change)
{
	const struct rule *last = NULL;

	for (; *at < offences->list.len && offences->list.at[*at].change == change; ++*at) {
		const struct rule *rule = offences->list.at[*at].rule;

		if (!last) {
			jwriter_key(&json->writer, STR("findings"));
			jwriter_open_array(&json->writer);
		}
		if (rule != last)
			jwriter_text(&json->writer, str_from(rule->kind.name));
		last = rule;
	}
	if (last)
		jwriter_close(&json->writer);
}

/* All but its end. */
static void add_change(struct json *json, const struct change *change)
{
	const struct change_type *type = &change_types[change->kind];

	jwriter_open_object(&json->writer);
	add_text(json, STR("kind"), str_from(type->name));
	add_text(json, STR("weight"), str_from(change_weight_name(type->weight)));
	add_text(json, STR("plan"), change->plan);
	add_text(json, STR("address"), change->address);
	if (change->field.len)
		add_text(json, STR("field"), change->field);
	add_value(json, STR("old"), &change->old);
	add_value(json, STR("new"), &change->new);
	if (change->has_days)
		jwriter_member_integer(&json->writer, STR("days"), change->days);
	add_pieces(json, change);
	add_reason(json, change);
	add_place(json, STR("before"), change->before);
	add_place(json, STR("after"), change->after);
}

static void write_json(const struct changes_view *view, struct buf *out)
{
	const struct changes *changes = view->changes;
	struct jwriter *writer;
	size_t offence = 0;
	struct json json;

	json_init(&json, out);
	writer = &json.writer;
	jwriter_open_object(writer);
	jwriter_member(writer, STR("planc"), STR(PLANC_VERSION));
	add_text(&json, STR("from"), view->before.name);
	add_text(&json, STR("to"), view->after.name);
	jwriter_key(writer, STR("changes"));
	jwriter_open_array(writer);
	for (size_t i = 0; i < changes->list.len; i++) {
		add_change(&json, &changes->list.at[i]);
		if (view->offences)
			add_findings(&json, view->offences, &offence, &changes->list.at[i]);
		jwriter_close(writer);
	}
	jwriter_close(writer);
	jwriter_key(writer, STR("counts"));
	jwriter_open_object(writer);
	for (int kind = 0; kind < CHANGE_KINDS; kind++) {
		if (changes->counts[kind])
			jwriter_member_integer(writer, str_from(change_types[kind].name),
					       (int64_t)changes->counts[kind]);
	}
	jwriter_close(writer);
	if (changes->unread.len) {
		jwriter_key(writer, STR("unread"));
		jwriter_open_array(writer);
		for (size_t i = 0; i < changes->unread.len; i++)
			json_text(&json, changes->unread.at[i]);
		jwriter_close(writer);
	}
	jwriter_close(writer);
}

const struct changes_format changes_json = {
	.name = "json",
	.summary = "for programs: all that is known of each change; schema/diff.schema.json",
	.write = write_json,
};
