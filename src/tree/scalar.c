#include "tree/scalar.h"

/* Nothing in it that means something to YAML anywhere, and no number, null or truth. */
static bool is_safe(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		bool is_word = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		bool is_digit = c >= '0' && c <= '9';
		bool joins = c == '-' || c == '/' || c == '.' || c == '~' || c == '_' || c == ' ' ||
			     c == '%' || (c == '#' && i && text.at[i - 1] != ' ');

		if (!is_word && !is_digit && c < 0x80 && !(joins && i))
			return false;
		if (c == ' ' && (i + 1 == text.len || text.at[i - 1] == ' '))
			return false;
	}
	return text.len && node_type_of_plain(text) == TYPE_TEXT;
}

static void write_double(struct buf *out, struct str text)
{
	buf_add_byte(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c < 0x20 || c == 0x7f)
			buf_printf(out, "\\x%02x", c);
		else if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else
			buf_add_byte(out, text.at[i]);
	}
	buf_add_byte(out, '"');
}

void scalar_write(struct buf *out, struct str text)
{
	if (is_safe(text))
		buf_add(out, text);
	else
		write_double(out, text);
}

/* False when it cannot be written so: only double quotes can hold what is not printed. */
static bool write_single(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];

		if (c < 0x20 || c == 0x7f)
			return false;
	}
	buf_add_byte(out, '\'');
	for (size_t i = 0; i < text.len; i++)
		buf_add_c(out, text.at[i] == '\'' ? "''" : (char[]){ text.at[i], '\0' });
	buf_add_byte(out, '\'');
	return true;
}

/* Behind the | or > of a block scalar; it would be lost with them. */
static bool has_comment(const struct node *scalar)
{
	struct str bytes = str_slice(scalar->source->bytes, scalar->begin, scalar->end);
	bool is_block = scalar->style == STYLE_LITERAL || scalar->style == STYLE_FOLDED;

	for (size_t i = 0; is_block && i < bytes.len; i++) {
		if (bytes.at[i] == '#')
			return true;
		if (bytes.at[i] == '\n' || bytes.at[i] == '\r')
			break;
	}
	return false;
}

/* Quotes stay: `"key":"value"` has no other sign of where the key ends. */
static void mend(struct report *report, struct finding *finding, const struct node *scalar,
		 struct str text, bool is_plain)
{
	struct buf out = { 0 };

	if (has_comment(scalar))
		return;
	if (scalar->style == STYLE_DOUBLE)
		write_double(&out, text);
	else if (scalar->style == STYLE_SINGLE && write_single(&out, text))
		;
	else if (is_plain)
		buf_add(&out, text);
	else
		scalar_write(&out, text);
	finding_edit(report, finding, node_span(scalar), buf_str(&out));
	buf_release(&out);
}

void scalar_mend(struct report *report, struct finding *finding, const struct node *scalar,
		 struct str text)
{
	mend(report, finding, scalar, text, false);
}

void scalar_mend_plain(struct report *report, struct finding *finding, const struct node *scalar,
		       struct str text)
{
	mend(report, finding, scalar, text, true);
}

void scalar_mend_part(struct report *report, struct finding *finding, const struct node *scalar,
		      struct str part, struct str text)
{
	size_t begin = (size_t)(part.at - scalar->text.at);

	finding_edit(report, finding, node_span_of_text(scalar, begin, begin + part.len), text);
}
