#include "compile/settings.h"
#include "compile/compile.h"
#include "schema/schema.h"
#include "tree/scalar.h"

#include <stdlib.h>

static struct str text_of(const struct node *node)
{
	return node && node->kind == NODE_SCALAR && !node->bad ? node->text : (struct str){ 0 };
}

/* One of the site's texts: the words are those of a single language, or stand in the node. */
static struct text read_text(const struct node *root, struct str key)
{
	const struct node *node = node_find(root, key);

	return (struct text){ node, text_of(node) };
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
			.title = read_text(list->items[i], STR("title")),
		};

		if (column.key.len)
			vec_add(arena, &settings->columns, column);
	}
}

static struct site_colour read_colour(const struct node *root, struct str key)
{
	const struct node *node = node_find(node_find(root, STR("colours")), key);
	struct site_colour result = { 0 };

	if (node && colour_parse(text_of(node), &result.colour))
		result.node = node;
	return result;
}

static struct site_link read_link(const struct node *node)
{
	return (struct site_link){ read_text(node, STR("title")),
				   text_of(node_find(node, STR("url"))) };
}

static void read_links(struct settings *settings, struct arena *arena, const struct node *root)
{
	const struct node *header = node_find(root, STR("header"));
	const struct node *footer = node_find(root, STR("footer"));

	for (size_t i = 0; header && header->kind == NODE_LIST && i < header->count; i++)
		vec_add(arena, &settings->header, read_link(header->items[i]));
	for (size_t i = 0; footer && footer->kind == NODE_LIST && i < footer->count; i++)
		vec_add(arena, &settings->footer, read_link(footer->items[i]));
}

static struct str read_base_url(struct arena *arena, const struct node *root)
{
	struct str url = text_of(node_find(root, STR("base_url")));

	return !url.len || str_ends(url, STR("/")) ? url
						   : arena_printf(arena, "%.*s/", STR_ARG(url));
}

void settings_build(struct settings *settings, struct arena *arena, const struct node *root)
{
	*settings = (struct settings){ .title = read_text(root, STR("title")) };
	settings->about = read_text(root, STR("about"));
	settings->contact = read_text(root, STR("contact"));
	settings->accessibility = read_text(root, STR("accessibility"));
	settings->accent = read_colour(root, STR("accent"));
	settings->accent_dark = read_colour(root, STR("accent_dark"));
	settings->edit = text_of(node_find(root, STR("edit")));
	settings->source = text_of(node_find(root, STR("source")));
	settings->base_url = read_base_url(arena, root);
	read_links(settings, arena, root);
	settings->schemas = node_find(root, STR("schema"));
	settings->rules = node_find(root, STR("rules"));
	read_exclude(settings, arena, node_find(root, STR("exclude")));
	read_columns(settings, arena, node_find(root, STR("columns")));
}

enum severity settings_level(const struct settings *settings, const struct finding_kind *kind,
			     bool is_adopted)
{
	const struct node *own = node_find(settings->rules, str_from(kind->name));
	enum severity severity = is_adopted ? kind->adopted : kind->draft;

	if (own && own->kind == NODE_MAP)
		own = node_find(own, STR("level"));
	if (own)
		severity_find(text_of(own), &severity);
	return severity;
}

/* The schema has seen that it is a whole number of a few digits. */
static int number_of(const struct node *node)
{
	return (int)strtol(node->text.at, NULL, 10);
}

int settings_number(const struct settings *settings, const struct rule *rule)
{
	const struct node *own = node_find(settings->rules, str_from(rule->kind.name));
	const struct node *number = rule->number.name ? node_find(own, str_from(rule->number.name))
						      : NULL;

	return number && !number->bad ? number_of(number) : rule->number.value;
}

static size_t count_rules(void)
{
	size_t count = 0;

	while (rules[count])
		count++;
	return count;
}

const bool *settings_enabled(const struct settings *settings, struct arena *arena, bool is_adopted)
{
	bool *enabled = arena_new_array(arena, bool, count_rules());

	for (size_t i = 0; rules[i]; i++)
		enabled[i] = settings_level(settings, &rules[i]->kind, is_adopted) != SEVERITY_OFF;
	return enabled;
}

const int *settings_numbers(const struct settings *settings, struct arena *arena)
{
	int *numbers = arena_new_array(arena, int, count_rules());

	for (size_t i = 0; rules[i]; i++)
		numbers[i] = settings_number(settings, rules[i]);
	return numbers;
}

static const struct rule *rule_of(const struct finding_kind *kind)
{
	for (size_t i = 0; rules[i]; i++) {
		if (&rules[i]->kind == kind)
			return rules[i];
	}
	return NULL;
}

/* What stands beside `level:` must be the rule's own number. */
static void check_number(struct report *report, const struct finding_kind *kind,
			 const struct pair *pair)
{
	const struct rule *rule = rule_of(kind);
	const char *number = rule ? rule->number.name : NULL;
	struct finding *finding;

	if (pair->value->bad || str_equal(pair->key->text, STR("level")) ||
	    (number && str_equal(pair->key->text, str_from(number))))
		return;
	finding = report_add(report, &kind_schema_unknown_key, node_span(pair->key),
			     "`%s` has no number `%.*s`", kind->name, STR_ARG(pair->key->text));
	if (number)
		finding_hint(report, finding, "its number is `%s:`, the %s", number,
			     rule->number.summary);
	else
		finding_hint(report, finding, "take it out: this rule goes by no number");
}

static void check_rule(struct report *report, const struct pair *pair)
{
	const struct node *key = pair->key;
	const char *nearest = NULL;
	const struct finding_kind *kind = catalogue_find(key->text, &nearest);
	struct finding *finding;

	if (!kind) {
		finding = report_add(report, &kind_schema_unknown_key, node_span(key),
				     "there is no rule “%.*s”", STR_ARG(key->text));
		finding_hint(report, finding,
			     nearest ? "did you mean `%s`?" : "`planc explain`%s lists them all",
			     nearest ? nearest : "");
		if (nearest)
			scalar_mend(report, finding, key, str_from(nearest));
		return;
	}
	if (kind_is_reading(kind)) {
		finding = report_add(report, &kind_schema_value, node_span(key),
				     "`%.*s` is always an error", STR_ARG(key->text));
		finding_hint(report, finding,
			     "take the line out: a file that cannot be read is never clean");
		return;
	}
	for (size_t i = 0; pair->value->kind == NODE_MAP && i < pair->value->count; i++)
		check_number(report, kind, &pair->value->pairs[i]);
}

void settings_check_rules(const struct settings *settings, struct report *report)
{
	const struct node *list = settings->rules;

	for (size_t i = 0; list && list->kind == NODE_MAP && i < list->count; i++) {
		if (!list->pairs[i].value->bad)
			check_rule(report, &list->pairs[i]);
	}
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
