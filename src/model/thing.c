#include "model/thing.h"
#include "base/ascii.h"

const struct field *thing_type_find(const struct thing_type *type, struct str key, size_t from)
{
	for (size_t i = 0; i < type->field_count; i++) {
		const struct field *field = &type->fields[(from + i) % type->field_count];

		if (str_equal(field->name, key) && !(field->flags & FIELD_SHORTHAND))
			return field;
	}
	return NULL;
}

struct str text_in(const struct text *text, struct str language)
{
	const struct node *words = node_find(text->node, language);

	return words && words->kind == NODE_SCALAR ? words->text : text->words;
}

/* [a-z][a-z0-9]*(-[a-z0-9]+)* */
bool is_id(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (ascii_is_letter(c) && !ascii_is_capital(c))
			continue;
		if (i && ascii_is_digit(c))
			continue;
		if (c != '-' || !i || i + 1 == text.len || text.at[i - 1] == '-')
			return false;
	}
	return text.len;
}
