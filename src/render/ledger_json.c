/* The ledger for programs; schema/log.schema.json says what stands where. */
#include "base/version.h"
#include "render/json_value.h"
#include "render/ledger.h"
#include "report/printable.h"

static void add_text(struct json *json, struct str key, struct str text)
{
	jwriter_key(&json->writer, key);
	json_text(json, text);
}

/* The same of bytes that git alone has seen. */
static void add_bytes(struct json *json, struct str key, struct str bytes)
{
	struct buf text = { 0 };

	printable_add_utf8(&text, bytes);
	add_text(json, key, buf_str(&text));
	buf_release(&text);
}

static void add_day(struct json *json, struct str key, int32_t day)
{
	struct buf text = { 0 };

	date_print_iso(day, &text);
	jwriter_member(&json->writer, key, buf_str(&text));
	buf_release(&text);
}

/* A text; of leads an id, or a list of them; null for nothing. */
static void add_value(struct json *json, struct str key, const struct ledger_value *value)
{
	struct jwriter *writer = &json->writer;

	jwriter_key(writer, key);
	if (value->id_count > 1) {
		jwriter_open_array(writer);
		for (size_t i = 0; i < value->id_count; i++)
			json_text(json, value->ids[i]);
		jwriter_close(writer);
	} else if (value->id_count) {
		json_text(json, value->ids[0]);
	} else if (value->text.len) {
		json_text(json, value->text);
	} else {
		jwriter_null(writer);
	}
}

static void add_entry(struct json *json, const struct ledger_entry *entry)
{
	struct jwriter *writer = &json->writer;

	jwriter_open_object(writer);
	add_text(json, STR("address"), ledger_heir(entry->thing)->address);
	add_text(json, STR("field"), entry->field);
	jwriter_member(writer, STR("commit"), entry->step->commit);
	add_day(json, STR("at"), entry->step->day);
	add_bytes(json, STR("author"), entry->step->author);
	add_value(json, STR("old"), &entry->old);
	add_value(json, STR("new"), &entry->new);
	if (entry->has_days)
		jwriter_member_integer(writer, STR("days"), entry->days);
	if (entry->reason.len)
		add_text(json, STR("reason"), entry->reason);
	jwriter_close(writer);
}

static void add_slippage(struct json *json, const struct slippage *slippage)
{
	struct jwriter *writer = &json->writer;

	jwriter_open_object(writer);
	jwriter_member(writer, STR("level"), slippage_level_name(slippage->level));
	add_text(json, STR("address"), slippage->address);
	add_value(json, STR("first"), &slippage->first);
	add_value(json, STR("now"), &slippage->now);
	jwriter_member_integer(writer, STR("moves"), (int64_t)slippage->moves);
	jwriter_key(writer, STR("net_days"));
	if (slippage->has_net)
		jwriter_integer(writer, slippage->net_days);
	else
		jwriter_null(writer);
	jwriter_member_integer(writer, STR("after_due"), (int64_t)slippage->after_due);
	jwriter_close(writer);
}

static void add_sums(struct json *json, const struct ledger_view *view)
{
	struct slippages slippages;
	struct arena arena;

	arena_init(&arena);
	slippages_sum(&slippages, &arena, &view->chronicle->ledger, &view->choice);
	jwriter_key(&json->writer, STR("slippage"));
	jwriter_open_array(&json->writer);
	for (size_t i = 0; i < slippages.list.len; i++)
		add_slippage(json, &slippages.list.at[i]);
	jwriter_close(&json->writer);
	arena_release(&arena);
}

static void add_gaps(struct json *json, const struct ledger_view *view)
{
	const struct chronicle *chronicle = view->chronicle;
	struct jwriter *writer = &json->writer;
	bool is_open = false;

	for (size_t i = 0; i < chronicle->gaps.len; i++) {
		if (!ledger_gap_is_chosen(view, &chronicle->gaps.at[i]))
			continue;
		if (!is_open) {
			jwriter_key(writer, STR("unreadable"));
			jwriter_open_array(writer);
		}
		is_open = true;
		jwriter_open_object(writer);
		jwriter_member(writer, STR("commit"), chronicle->gaps.at[i].commit);
		add_bytes(json, STR("file"), chronicle->gaps.at[i].file);
		jwriter_close(writer);
	}
	if (is_open)
		jwriter_close(writer);
}

static void write_json(const struct ledger_view *view, struct buf *out)
{
	const struct chronicle *chronicle = view->chronicle;
	const struct ledger *ledger = &chronicle->ledger;
	struct jwriter *writer;
	struct json json;

	json_init(&json, out);
	writer = &json.writer;
	jwriter_open_object(writer);
	jwriter_member(writer, STR("planc"), STR(PLANC_VERSION));
	if (chronicle->is_truncated) {
		jwriter_key(writer, STR("truncated_at"));
		jwriter_open_object(writer);
		jwriter_member(writer, STR("commit"), chronicle->truncated_at.name);
		add_day(&json, STR("at"), chronicle->truncated_at.day);
		jwriter_close(writer);
	}
	add_gaps(&json, view);
	jwriter_key(writer, STR("entries"));
	jwriter_open_array(writer);
	for (size_t i = 0; i < ledger->entries.len; i++) {
		if (ledger_is_chosen(&view->choice, ledger->entries.at[i]->thing))
			add_entry(&json, ledger->entries.at[i]);
	}
	jwriter_close(writer);
	if (view->is_sum)
		add_sums(&json, view);
	jwriter_close(writer);
}

const struct ledger_format ledger_json = {
	.name = "json",
	.summary = "for programs: each entry, and with --slippage the sums; schema/log.schema.json",
	.write = write_json,
};
