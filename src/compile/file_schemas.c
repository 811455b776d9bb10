#include "compile/file_schemas.h"
#include "base/bug.h"
#include "tree/json.h"

static struct node *load_embedded(void *context, struct str uri)
{
	struct arena *arena = context;
	struct source *source = arena_new(arena, struct source);
	struct str bytes = schema_embedded(uri);
	struct span where;
	struct str why;
	struct node *root;

	if (!bytes.len)
		return NULL;
	source_init(source, arena, uri, bytes);
	root = json_read(source, arena, &where, &why);
	if (!root)
		BUG("%.*s: %.*s", STR_ARG(uri), STR_ARG(why));
	return root;
}

static const struct schema *own_schema(struct schema_set *set, struct str uri)
{
	struct schema_trouble trouble;
	const struct schema *schema = schema_compile(set, uri, &trouble);

	if (!schema)
		BUG("%.*s: %.*s", STR_ARG(uri), STR_ARG(trouble.message));
	return schema;
}

static const char *const names[FILE_KINDS] = {
	[FILE_COUNCIL] = "council.schema.json",   [FILE_PLAN] = "plan.schema.json",
	[FILE_THEME] = "theme.schema.json",       [FILE_SECTION] = "section.schema.json",
	[FILE_SETTINGS] = "settings.schema.json", [FILE_BASELINE] = "baseline.schema.json",
};

void file_schemas_open(struct file_schemas *schemas)
{
	if (schemas->is_open)
		return;
	schemas->is_open = true;
	arena_init(&schemas->arena);
	schema_set_init(&schemas->set, &schemas->arena);
	schemas->set.load = load_embedded;
	schemas->set.load_context = &schemas->arena;
	for (size_t i = 0; i < FILE_KINDS; i++)
		schemas->kinds[i] = own_schema(&schemas->set, str_from(names[i]));
}

void file_schemas_close(struct file_schemas *schemas)
{
	if (!schemas->is_open)
		return;
	schema_set_release(&schemas->set);
	arena_release(&schemas->arena);
	schemas->is_open = false;
}
