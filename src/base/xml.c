#include "base/xml.h"
#include "base/bug.h"
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD"

void xml_init(struct xml *xml, struct buf *out)
{
	*xml = (struct xml){ .out = out };
	buf_add_c(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

static void end_tag(struct xml *xml)
{
	if (xml->in_tag)
		buf_add_byte(xml->out, '>');
	xml->in_tag = false;
}

static void new_line(struct xml *xml)
{
	buf_add_byte(xml->out, '\n');
	for (unsigned i = 0; i < xml->depth; i++)
		buf_add_c(xml->out, "  ");
}

void xml_open(struct xml *xml, const char *name)
{
	end_tag(xml);
	if (!xml->depth || !xml->has_text[xml->depth - 1])
		new_line(xml);
	if (xml->depth == XML_DEPTH)
		BUG("XML deeper than %d", XML_DEPTH);
	buf_add_byte(xml->out, '<');
	buf_add_c(xml->out, name);
	xml->has_text[xml->depth] = false;
	xml->open[xml->depth++] = name;
	xml->in_tag = true;
}

void xml_close(struct xml *xml, const char *name)
{
	if (!xml->depth || strcmp(xml->open[xml->depth - 1], name) != 0)
		BUG("</%s> closes <%s>", name, xml->depth ? xml->open[xml->depth - 1] : "nothing");
	xml->depth--;
	if (xml->in_tag) {
		buf_add_c(xml->out, "/>");
		xml->in_tag = false;
	} else {
		if (!xml->has_text[xml->depth])
			new_line(xml);
		buf_add_c(xml->out, "</");
		buf_add_c(xml->out, name);
		buf_add_byte(xml->out, '>');
	}
	if (!xml->depth)
		buf_add_byte(xml->out, '\n');
}

/* XML 1.0, production 2. Of UTF-8 there are no surrogates. */
static bool is_character(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

/* What is written for a code point that cannot stand for itself, else NULL. */
static const char *instead_of(uint32_t c, bool in_value)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return in_value ? "&quot;" : NULL;
	case '\r': return "&#13;";
	case '\n': return in_value ? "&#10;" : NULL;
	case '\t': return in_value ? "&#9;" : NULL;
	default: return is_character(c) ? NULL : REPLACEMENT;
	}
}

/* Valid UTF-8, escaped. */
static void add_valid(struct buf *out, struct str text, bool in_value)
{
	size_t plain = 0;
	size_t at = 0;

	while (at < text.len) {
		size_t before = at;
		const char *instead = instead_of(utf8_next(text, &at), in_value);

		if (!instead)
			continue;
		buf_add(out, str_slice(text, plain, before));
		buf_add_c(out, instead);
		plain = at;
	}
	buf_add(out, str_slice(text, plain, text.len));
}

static void add_escaped(struct buf *out, struct str text, bool in_value)
{
	while (text.len) {
		size_t valid = utf8_check(text);

		add_valid(out, str_slice(text, 0, valid), in_value);
		if (valid == text.len)
			return;
		buf_add_c(out, REPLACEMENT);
		text = str_slice(text, valid + 1, text.len);
	}
}

void xml_attr(struct xml *xml, const char *name, struct str value)
{
	if (!xml->in_tag)
		BUG("attribute %s outside a tag", name);
	buf_add_byte(xml->out, ' ');
	buf_add_c(xml->out, name);
	buf_add_c(xml->out, "=\"");
	add_escaped(xml->out, value, true);
	buf_add_byte(xml->out, '"');
}

void xml_attr_size(struct xml *xml, const char *name, size_t value)
{
	struct buf digits = { 0 };

	buf_printf(&digits, "%zu", value);
	xml_attr(xml, name, buf_str(&digits));
	buf_release(&digits);
}

void xml_text(struct xml *xml, struct str text)
{
	if (!xml->depth)
		BUG("text outside an element");
	end_tag(xml);
	xml->has_text[xml->depth - 1] = true;
	add_escaped(xml->out, text, false);
}
