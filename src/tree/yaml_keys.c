#include "tree/yaml_reader.h"

static bool is_merge_key(const struct node *key)
{
	return key->kind == NODE_SCALAR && key->style == STYLE_PLAIN &&
	       str_equal(key->text, STR("<<"));
}

static bool is_sound(const struct node *key)
{
	return node_is_text(key) && !key->bad && !is_merge_key(key);
}

/* The words of a key, without its quotes. */
static struct str words_of(struct reader *reader, const struct node *key)
{
	uint32_t quote = key->style == STYLE_SINGLE || key->style == STYLE_DOUBLE;

	return yaml_excerpt(reader, key->begin + quote, key->end - quote);
}

static const char *name_of_type(const struct node *key)
{
	switch ((enum node_type)key->type) {
	case TYPE_NULL: return "nothing";
	case TYPE_BOOL: return "a yes or no";
	case TYPE_INTEGER:
	case TYPE_FLOAT: return "a number";
	case TYPE_TEXT: break;
	}
	return "a text";
}

static void report_scalar_key(struct reader *reader, const struct node *key)
{
	struct str words = yaml_excerpt(reader, key->begin, key->end);
	struct finding *finding;

	if (key->begin == key->end) {
		finding = report_add(reader->report, &kind_yaml_key_type, node_span(key),
				     "there is no key in front of the colon");
		finding_hint(reader->report, finding, "write a key, or put the text in quotes");
		return;
	}
	finding = report_add(reader->report, &kind_yaml_key_type, node_span(key),
			     "the key “%.*s” means %s to YAML, and a key must be a text",
			     STR_ARG(words), name_of_type(key));
	finding_hint(reader->report, finding, "put it in quotes: \"%.*s\"", STR_ARG(words));
}

static void report_key(struct reader *reader, struct node *key)
{
	struct finding *finding;

	if (key->bad)
		return;
	key->bad = true;
	if (is_merge_key(key)) {
		finding = report_add(reader->report, &kind_yaml_merge_key, node_span(key),
				     "“%.*s” does not copy keys here: it is no part of YAML 1.2",
				     STR_ARG(key->text));
		finding_hint(reader->report, finding, "write the keys out that it should copy");
	} else if (key->kind == NODE_SCALAR) {
		report_scalar_key(reader, key);
	} else {
		finding = report_add(reader->report, &kind_yaml_key_type, node_span(key),
				     "a key must be a text, and this is %s",
				     key->kind == NODE_LIST ? "a list" : "a group of keys");
		finding_hint(
			reader->report, finding,
			key->style == STYLE_FLOW
				? "a text that begins with a bracket needs quotes"
				: "write a text in front of the colon, without the question mark");
	}
}

/* "£4" and "000" of `{amount: £4,000}`: the value that was cut in two is at fault, too. */
static void report_rest(struct reader *reader, const struct pair *before, struct node *key)
{
	struct finding *finding;

	key->bad = true;
	before->value->bad = true;
	finding = report_add(reader->report, &kind_yaml_key_type, node_span(key),
			     "the comma before “%.*s” ends the value before it",
			     STR_ARG(words_of(reader, key)));
	finding_hint(reader->report, finding,
		     "between { and } a value with a comma needs quotes: \"%.*s\"",
		     STR_ARG(yaml_excerpt(reader, before->value->begin, key->end)));
}

/* What `<<` would have brought is not known: nobody is to look for what seems to be missing. */
static void drop_unsound(struct reader *reader, struct node *map)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < map->count; i++) {
		struct node *key = map->pairs[i].key;

		if (is_sound(key)) {
			map->pairs[kept++] = map->pairs[i];
			continue;
		}
		map->bad |= is_merge_key(key);
		if (i && !key->bad && key->kind == NODE_SCALAR &&
		    node_is_rest(&map->pairs[i - 1], key, map->pairs[i].value))
			report_rest(reader, &map->pairs[i - 1], key);
		else
			report_key(reader, key);
	}
	map->count = kept;
}

static void drop_repeated(struct reader *reader, struct node *map, const uint32_t *first)
{
	uint32_t kept = 0;
	uint32_t count = map->count;
	/* Pairs that are kept move up, but never past the one at hand. */
	const struct node **keys = arena_new_array(reader->build.arena, const struct node *, count);

	for (uint32_t i = 0; i < count; i++) {
		struct node *key = map->pairs[i].key;
		struct finding *finding;

		keys[i] = key;
		if (first[i] == i) {
			map->pairs[kept++] = map->pairs[i];
			continue;
		}
		key->bad = true;
		finding = report_add(reader->report, &kind_yaml_duplicate_key, node_span(key),
				     "the key “%.*s” stands twice in the same group of keys",
				     STR_ARG(words_of(reader, key)));
		finding_hint(reader->report, finding,
			     "delete one of the two, or join what they hold");
		finding_relate(reader->report, finding, node_span(keys[first[i]]),
			       "first defined here");
	}
	map->count = kept;
}

void yaml_check_keys(struct reader *reader, struct node *map)
{
	const uint32_t *first;
	bool all_sound = true;

	for (uint32_t i = 0; i < map->count; i++)
		all_sound &= is_sound(map->pairs[i].key);
	if (!all_sound)
		drop_unsound(reader, map);
	first = build_find_repeated(&reader->build, map);
	if (first)
		drop_repeated(reader, map, first);
}
