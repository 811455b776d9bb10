#include "base/jwriter.h"
#include "base/bug.h"

#include <inttypes.h>
#include <jansson.h>

void jwriter_init(struct jwriter *writer, struct buf *out)
{
	*writer = (struct jwriter){ .out = out };
}

static void indent(struct jwriter *writer)
{
	buf_add_byte(writer->out, '\n');
	for (unsigned i = 0; i < writer->depth; i++)
		buf_add_c(writer->out, "  ");
}

/* The comma and the new line before a member; nothing between a key and its value. */
static void begin_value(struct jwriter *writer)
{
	if (writer->after_key) {
		writer->after_key = false;
		return;
	}
	if (!writer->depth)
		return;
	if (writer->filled[writer->depth - 1])
		buf_add_byte(writer->out, ',');
	writer->filled[writer->depth - 1] = true;
	indent(writer);
}

static void open(struct jwriter *writer, char opener, char closer)
{
	begin_value(writer);
	if (writer->depth == JWRITER_DEPTH)
		BUG("JSON deeper than %d", JWRITER_DEPTH);
	buf_add_byte(writer->out, opener);
	writer->closers[writer->depth] = closer;
	writer->filled[writer->depth] = false;
	writer->depth++;
}

void jwriter_open_object(struct jwriter *writer)
{
	open(writer, '{', '}');
}

void jwriter_open_array(struct jwriter *writer)
{
	open(writer, '[', ']');
}

void jwriter_close(struct jwriter *writer)
{
	if (!writer->depth || writer->after_key)
		BUG("nothing to close");
	writer->depth--;
	if (writer->filled[writer->depth])
		indent(writer);
	buf_add_byte(writer->out, writer->closers[writer->depth]);
	if (!writer->depth)
		buf_add_byte(writer->out, '\n');
}

static int to_buf(const char *bytes, size_t len, void *out)
{
	buf_add(out, (struct str){ bytes, len });
	return 0;
}

static void add_text(struct jwriter *writer, struct str text)
{
	json_t *value = json_stringn(text.len ? text.at : "", text.len);

	if (!value)
		BUG("text that is no UTF-8");
	if (json_dump_callback(value, to_buf, writer->out, JSON_ENCODE_ANY) != 0)
		bug_no_memory();
	json_decref(value);
}

void jwriter_key(struct jwriter *writer, struct str key)
{
	if (!writer->depth || writer->closers[writer->depth - 1] != '}' || writer->after_key)
		BUG("a key where none may stand");
	begin_value(writer);
	add_text(writer, key);
	buf_add_c(writer->out, ": ");
	writer->after_key = true;
}

void jwriter_text(struct jwriter *writer, struct str text)
{
	begin_value(writer);
	add_text(writer, text);
}

void jwriter_digits(struct jwriter *writer, struct str digits)
{
	if (!jwriter_is_number(digits))
		BUG("%.*s is no number of JSON", STR_ARG(digits));
	begin_value(writer);
	buf_add(writer->out, digits);
}

void jwriter_integer(struct jwriter *writer, int64_t value)
{
	begin_value(writer);
	buf_printf(writer->out, "%" PRId64, value);
}

void jwriter_bool(struct jwriter *writer, bool value)
{
	begin_value(writer);
	buf_add_c(writer->out, value ? "true" : "false");
}

void jwriter_null(struct jwriter *writer)
{
	begin_value(writer);
	buf_add_c(writer->out, "null");
}

static size_t skip_digits(struct str s, size_t at)
{
	while (at < s.len && s.at[at] >= '0' && s.at[at] <= '9')
		at++;
	return at;
}

bool jwriter_is_number(struct str s)
{
	size_t at = s.len && s.at[0] == '-';
	size_t end = skip_digits(s, at);

	if (end == at || (s.at[at] == '0' && end > at + 1))
		return false;
	if (end < s.len && s.at[end] == '.') {
		at = end + 1;
		end = skip_digits(s, at);
		if (end == at)
			return false;
	}
	if (end < s.len && (s.at[end] == 'e' || s.at[end] == 'E')) {
		at = end + 1;
		at += at < s.len && (s.at[at] == '+' || s.at[at] == '-');
		end = skip_digits(s, at);
		if (end == at)
			return false;
	}
	return end == s.len;
}

void jwriter_member(struct jwriter *writer, struct str key, struct str text)
{
	jwriter_key(writer, key);
	jwriter_text(writer, text);
}

void jwriter_member_integer(struct jwriter *writer, struct str key, int64_t value)
{
	jwriter_key(writer, key);
	jwriter_integer(writer, value);
}
