#include "tree/yaml_reader.h"

#define CORE STR("tag:yaml.org,2002:")

enum core_tag { TAG_STR, TAG_NULL, TAG_BOOL, TAG_INT, TAG_FLOAT, TAG_SEQ, TAG_MAP, TAG_UNKNOWN };

static const struct {
	struct str name;
	const char *meaning;
} core_tags[] = {
	[TAG_STR] = { { "str", 3 }, "a text" },
	[TAG_NULL] = { { "null", 4 }, "nothing" },
	[TAG_BOOL] = { { "bool", 4 }, "true or false" },
	[TAG_INT] = { { "int", 3 }, "a whole number" },
	[TAG_FLOAT] = { { "float", 5 }, "a number" },
	[TAG_SEQ] = { { "seq", 3 }, "a list" },
	[TAG_MAP] = { { "map", 3 }, "a group of keys" },
};

static enum core_tag find_core_tag(struct str tag)
{
	struct str name;

	if (!str_starts(tag, CORE))
		return TAG_UNKNOWN;
	name = str_slice(tag, CORE.len, tag.len);
	for (size_t i = 0; i < ARRAY_LEN(core_tags); i++) {
		if (str_equal(name, core_tags[i].name))
			return (enum core_tag)i;
	}
	return TAG_UNKNOWN;
}

/* Sets the type of a scalar; false when its text is not of that type. */
static bool set_type(struct node *scalar, enum core_tag tag)
{
	enum node_type plain = node_type_of_plain(scalar->text);

	switch (tag) {
	case TAG_STR: scalar->type = TYPE_TEXT; return true;
	case TAG_NULL: scalar->type = TYPE_NULL; return plain == TYPE_NULL;
	case TAG_BOOL: scalar->type = TYPE_BOOL; return plain == TYPE_BOOL;
	case TAG_INT: scalar->type = TYPE_INTEGER; return plain == TYPE_INTEGER;
	case TAG_FLOAT:
		scalar->type = TYPE_FLOAT;
		return plain == TYPE_FLOAT || plain == TYPE_INTEGER;
	case TAG_SEQ:
	case TAG_MAP:
	case TAG_UNKNOWN: break;
	}
	return false;
}

static bool fits(struct node *node, enum core_tag tag)
{
	switch ((enum node_kind)node->kind) {
	case NODE_SCALAR: return set_type(node, tag);
	case NODE_LIST: return tag == TAG_SEQ;
	case NODE_MAP: return tag == TAG_MAP;
	}
	return false;
}

void yaml_apply_tag(struct reader *reader, struct node *node, struct str tag, struct span place)
{
	enum core_tag core = find_core_tag(tag);
	struct str words = yaml_excerpt(reader, place.begin, place.end);
	struct finding *finding;

	/* A lone exclamation mark: what it is by its form, and a scalar is a text then. */
	if (str_equal(tag, STR("!"))) {
		node->type = TYPE_TEXT;
		return;
	}
	if (core != TAG_UNKNOWN && fits(node, core))
		return;
	node->bad = true;
	if (core != TAG_UNKNOWN) {
		finding = report_add(reader->report, &kind_yaml_tag, place,
				     "“%.*s” says that %s follows, and it does not", STR_ARG(words),
				     core_tags[core].meaning);
		finding_hint(reader->report, finding, "delete “%.*s”", STR_ARG(words));
		return;
	}
	finding = report_add(
		reader->report, &kind_yaml_tag, place,
		"“%.*s” is taken for the name of a type, and there is none of that name",
		STR_ARG(words));
	finding_hint(reader->report, finding,
		     "if it belongs to the text, put the whole text in quotes; if not, delete it");
}
