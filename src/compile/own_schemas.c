#include "compile/own_schemas.h"

static const struct str part_names[] = {
	[PART_COUNCIL] = STR_INIT("council"), [PART_PLAN] = STR_INIT("plan"),
	[PART_SECTION] = STR_INIT("section"), [PART_THEME] = STR_INIT("theme"),
	[PART_ACTION] = STR_INIT("action"),
};

bool own_schemas_open(struct own_schemas *own, struct compilation *result, struct input *input)
{
	const struct node *paths = result->settings.schemas;
	bool ok = true;

	schema_files_init(&own->files, result);
	schema_files_lend(&own->files, input);
	for (size_t i = 0; ok && i < PART_NONE; i++) {
		const struct node *path = node_find(paths, part_names[i]);

		if (!path || path->bad)
			continue;
		own->of[i] = schema_files_read(&own->files, path);
		ok = own->of[i] != NULL;
	}
	return ok;
}

void own_schemas_release(struct own_schemas *own)
{
	schema_files_release(&own->files);
}

/* The list behind a key of a part, and what its items are. */
static const struct {
	enum part part;
	struct str key;
	enum part of;
} lists[] = {
	{ PART_PLAN, STR_INIT("sections"), PART_SECTION },
	{ PART_PLAN, STR_INIT("themes"), PART_THEME },
	{ PART_PLAN, STR_INIT("actions"), PART_ACTION },
	{ PART_SECTION, STR_INIT("sections"), PART_SECTION },
	{ PART_THEME, STR_INIT("actions"), PART_ACTION },
};

/* As deep as sections are nested, which is bounded for any file. */
void own_schemas_check(const struct own_schemas *own, enum part part, struct node *node,
		       struct report *report)
{
	if (part == PART_NONE || node->bad || node->kind != NODE_MAP)
		return;
	if (own->of[part])
		schema_check(own->of[part], node, report);
	for (size_t i = 0; i < ARRAY_LEN(lists); i++) {
		const struct node *list = lists[i].part == part ? node_find(node, lists[i].key)
								: NULL;

		for (size_t j = 0; list && list->kind == NODE_LIST && j < list->count; j++)
			own_schemas_check(own, lists[i].of, list->items[j], report);
	}
}
