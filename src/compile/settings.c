#include "compile/settings.h"

static struct str text_of(const struct node *node)
{
	return node && node->kind == NODE_SCALAR && !node->bad ? node->text : (struct str){ 0 };
}

static void read_exclude(struct settings *settings, struct arena *arena, const struct node *list)
{
	for (size_t i = 0; list && list->kind == NODE_LIST && i < list->count; i++)
		vec_add(arena, &settings->exclude, text_of(list->items[i]));
}

static void read_columns(struct settings *settings, struct arena *arena, const struct node *list)
{
	for (size_t i = 0; list && list->kind == NODE_LIST && i < list->count; i++) {
		struct column column = {
			.key = text_of(node_find(list->items[i], STR("key"))),
			.title = text_of(node_find(list->items[i], STR("title"))),
		};

		if (column.key.len)
			vec_add(arena, &settings->columns, column);
	}
}

void settings_build(struct settings *settings, struct arena *arena, const struct node *root)
{
	*settings = (struct settings){ .title = text_of(node_find(root, STR("title"))) };
	settings->rules = node_find(root, STR("rules"));
	read_exclude(settings, arena, node_find(root, STR("exclude")));
	read_columns(settings, arena, node_find(root, STR("columns")));
}

enum severity settings_level(const struct settings *settings, const struct finding_kind *kind,
			     bool is_adopted)
{
	const struct node *own = node_find(settings->rules, str_from(kind->name));
	enum severity severity = is_adopted ? kind->adopted : kind->draft;

	if (own)
		severity_find(text_of(own), &severity);
	return severity;
}

#define MAX_PATH 4096

/*
 * Whether the whole path, or a folder above it, fits the pattern: * stands for
 * any characters of one name, ** for any characters at all. `reached` holds the
 * places of the path that the pattern so far can end at.
 */
static bool fits(struct str pattern, struct str path)
{
	bool reached[MAX_PATH + 1] = { true };

	for (size_t p = 0; p < pattern.len; p++) {
		bool crosses = p + 1 < pattern.len && pattern.at[p + 1] == '*';

		if (pattern.at[p] == '*') {
			for (size_t i = 0; i < path.len; i++)
				reached[i + 1] |= reached[i] && (crosses || path.at[i] != '/');
			p += crosses;
			continue;
		}
		bool goes_on = false;

		for (size_t i = path.len; i > 0; i--) {
			reached[i] = reached[i - 1] && path.at[i - 1] == pattern.at[p];
			goes_on |= reached[i];
		}
		reached[0] = false;
		if (!goes_on)
			return false;
	}
	for (size_t i = 0; i <= path.len; i++) {
		if (reached[i] && (i == path.len || path.at[i] == '/'))
			return true;
	}
	return false;
}

bool settings_excludes(const struct settings *settings, struct str path)
{
	for (size_t i = 0; i < settings->exclude.len; i++) {
		struct str pattern = settings->exclude.at[i];

		if (str_ends(pattern, STR("/")))
			pattern.len--;
		if (pattern.len && path.len <= MAX_PATH && fits(pattern, path))
			return true;
	}
	return false;
}
