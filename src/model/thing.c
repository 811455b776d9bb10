#include "model/thing.h"

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
