#include "render/json_value.h"
#include "render/renderer.h"
#include "model/sums.h"

#include <inttypes.h>

/* Deeper than any plan: what is below is left out. */
#define NODE_DEPTH 140

void json_init(struct json *json, struct buf *out)
{
	*json = (struct json){ .out = out };
	jwriter_init(&json->writer, out);
}

bool json_is_full(struct json *json)
{
	if (json->out->len > RENDER_MAX_BYTES)
		json->is_full = true;
	return json->is_full;
}

bool json_is_given(const struct node *node)
{
	return node && !node_is_null(node);
}

void json_text(struct json *json, struct str text)
{
	if (json_is_full(json))
		jwriter_null(&json->writer);
	else
		jwriter_text(&json->writer, text);
}

static void member(struct json *json, struct str key, struct str text)
{
	jwriter_key(&json->writer, key);
	json_text(json, text);
}

static struct str scalar_text(const struct node *node)
{
	return node->kind == NODE_SCALAR ? node->text : (struct str){ 0 };
}

/* The value of digits in a base of 8 or 16; false when it is too large. */
static bool read_digits(struct str digits, unsigned base, uint64_t *value)
{
	*value = 0;
	for (size_t i = 0; i < digits.len; i++) {
		int c = digits.at[i];
		unsigned digit = (unsigned)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);

		if (digit >= base || *value > (UINT64_MAX >> 1) / base - 1)
			return false;
		*value = *value * base + digit;
	}
	return digits.len;
}

static bool add_based(struct str text, struct buf *number)
{
	uint64_t value;
	unsigned base;

	if (str_starts(text, STR("0x")))
		base = 16;
	else if (str_starts(text, STR("0o")))
		base = 8;
	else
		return false;
	if (!read_digits(str_slice(text, 2, text.len), base, &value))
		return false;
	buf_printf(number, "%" PRIu64, value);
	return true;
}

/*
 * A number of YAML's core schema as JSON writes it, digit for digit: without a
 * plus and zeros in front, with a digit on both sides of the point. False when
 * JSON has none such (.inf, .nan).
 */
static bool add_number(struct str text, struct buf *number)
{
	size_t at = 0;

	if (add_based(text, number))
		return true;
	if (at < text.len && (text.at[at] == '-' || text.at[at] == '+')) {
		if (text.at[at] == '-')
			buf_add_byte(number, '-');
		at++;
	}
	while (at + 1 < text.len && text.at[at] == '0' && text.at[at + 1] >= '0' &&
	       text.at[at + 1] <= '9')
		at++;
	if (at < text.len && text.at[at] == '.')
		buf_add_byte(number, '0');
	for (; at < text.len; at++) {
		bool is_digit_next = at + 1 < text.len && text.at[at + 1] >= '0' &&
				     text.at[at + 1] <= '9';

		if (text.at[at] != '.' || is_digit_next)
			buf_add_byte(number, text.at[at]);
	}
	return jwriter_is_number(buf_str(number));
}

static void write_number(struct json *json, struct str text)
{
	struct buf number = { 0 };

	if (!json_is_full(json) && add_number(text, &number))
		jwriter_digits(&json->writer, buf_str(&number));
	else
		json_text(json, text);
	buf_release(&number);
}

static void write_scalar(struct json *json, const struct node *node)
{
	switch (node->type) {
	case TYPE_NULL: jwriter_null(&json->writer); break;
	case TYPE_BOOL: jwriter_bool(&json->writer, (node->text.at[0] | 0x20) == 't'); break;
	case TYPE_INTEGER:
	case TYPE_FLOAT: write_number(json, node->text); break;
	default: json_text(json, node->text);
	}
}

/* Depth is bounded by the tree's; the writer has a bound of its own, which is not to be met. */
void json_node(struct json *json, const struct node *node)
{
	if (node->kind == NODE_SCALAR) {
		write_scalar(json, node);
		return;
	}
	if (json->writer.depth > NODE_DEPTH || json_is_full(json)) {
		jwriter_null(&json->writer);
		return;
	}
	if (node->kind == NODE_LIST)
		jwriter_open_array(&json->writer);
	else
		jwriter_open_object(&json->writer);
	for (size_t i = 0; i < node->count; i++) {
		if (node->kind == NODE_MAP)
			jwriter_key(&json->writer, node->pairs[i].key->text);
		json_node(json, node->kind == NODE_MAP ? node->pairs[i].value : node->items[i]);
	}
	jwriter_close(&json->writer);
}

void json_words(struct json *json, const struct text *text)
{
	if (text->node && text->node->kind == NODE_MAP)
		json_node(json, text->node);
	else
		json_text(json, text->words.len ? text->words : scalar_text(text->node));
}

void json_value(struct json *json, const struct value *value)
{
	json_node(json, value->node);
}

static void member_day(struct json *json, struct str key, int32_t day)
{
	struct buf iso = { 0 };

	date_print_iso(day, &iso);
	member(json, key, buf_str(&iso));
	buf_release(&iso);
}

void json_date(struct json *json, const struct date *date)
{
	struct jwriter *writer = &json->writer;

	jwriter_open_object(writer);
	member(json, STR("text"), str_trim(scalar_text(date->node)));
	if (date->kind == DATE_GIVEN) {
		member_day(json, STR("earliest"), date->earliest);
		if (!date->open_end)
			member_day(json, STR("latest"), date->latest);
		member(json, STR("precision"), date_precision_name(date->precision));
		if (date->approximate) {
			jwriter_key(writer, STR("approximate"));
			jwriter_bool(writer, true);
		}
		if (date->open_end) {
			jwriter_key(writer, STR("open"));
			jwriter_bool(writer, true);
		}
	}
	jwriter_close(writer);
}

static void member_number(struct json *json, struct str key, struct number number)
{
	struct buf digits = { 0 };

	number_print(number, &digits);
	jwriter_key(&json->writer, key);
	jwriter_digits(&json->writer, buf_str(&digits));
	buf_release(&digits);
}

void json_target(struct json *json, const struct target *target)
{
	jwriter_open_object(&json->writer);
	member(json, STR("text"), str_trim(scalar_text(target->node)));
	if (target_kind_name(target->kind).len)
		member(json, STR("kind"), target_kind_name(target->kind));
	if (target_has_number(target))
		member_number(json, STR("value"), target->low);
	if (target->kind == TARGET_BETWEEN)
		member_number(json, STR("high"), target->high);
	if (target->unit.len)
		member(json, STR("unit"), target->unit);
	if (target->kind == TARGET_BENCHMARK) {
		member(json, STR("benchmark"), target->benchmark);
		member(json, STR("bound"), target_kind_name(target->bound));
	}
	jwriter_close(&json->writer);
}
