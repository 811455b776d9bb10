#include "pages.h"
#include "roff.h"

#include "model/date.h"
#include "model/plan.h"
#include "model/target.h"
#include "schema/schema.h"
#include "tree/json.h"

static const char about[] =
	"A council keeps its plans in a folder: in it `council.yaml`, and below it a folder for each "
	"plan with its `plan.yaml`. A section or a theme stands in `plan.yaml`, or in a file of its own "
	"that `plan.yaml` names. Settings for all councils stand in `planc.yaml`. The files are YAML 1.2 "
	"in UTF-8, one document each.";

static const struct {
	const char *schema;
	const char *file; /* as a heading */
} files[] = {
	{ "council", "`council.yaml`" },
	{ "plan", "`plan.yaml`" },
	{ "section", "A section, in `plan.yaml` or a file of its own" },
	{ "theme", "A theme, in `plan.yaml` or a file of its own" },
	{ "settings", "`planc.yaml`" },
};

static const char *const dates[] = {
	"2023-09-30", "2023-09",         "2023",       "2023-24",
	"2023-24 Q2", "2024-03/2024-04", "2024-06/..", "2023-09~",
};

static struct node *read_schema(struct arena *arena, const char *name)
{
	struct str file = arena_printf(arena, "%s.schema.json", name);
	struct source *source = arena_new(arena, struct source);
	struct span where;
	struct str why;

	source_init(source, arena, file, schema_embedded(file));
	return json_read(source, arena, &where, &why);
}

static struct str text_of(const struct node *node, struct str key)
{
	const struct node *value = node_find(node, key);

	return value && value->kind == NODE_SCALAR ? value->text : (struct str){ 0 };
}

/* A value of an example as an author writes it, on one line. */
static void add_value(struct buf *out, const struct node *value, unsigned depth)
{
	bool is_map = value->kind == NODE_MAP;

	if (value->kind == NODE_SCALAR) {
		const char *quote = value->type == TYPE_TEXT &&
						    (node_type_of_plain(value->text) != TYPE_TEXT ||
						     str_starts(value->text, STR("#")) ||
						     str_find(value->text, STR(": "), 0) <
							     value->text.len)
					    ? "\""
					    : "";

		buf_printf(out, "%s%.*s%s", quote, STR_ARG(value->text), quote);
		return;
	}
	buf_add_c(out, is_map ? "{" : "[");
	for (size_t i = 0; depth && i < value->count; i++) {
		buf_add_c(out, i ? ", " : "");
		if (is_map)
			buf_printf(out, "%.*s: ", STR_ARG(value->pairs[i].key->text));
		add_value(out, is_map ? value->pairs[i].value : value->items[i], depth - 1);
	}
	buf_add_c(out, is_map ? "}" : "]");
}

static void add_examples(struct buf *out, const struct node *schema)
{
	const struct node *examples = node_find(schema, STR("examples"));

	for (size_t i = 0; examples && i < examples->count; i++) {
		buf_add_c(out, i ? ", or `" : " For example: `");
		add_value(out, examples->items[i], 8);
		buf_add_byte(out, '`');
	}
	/* An example that is a sentence ends this one too. */
	if (examples && examples->count && !str_ends(buf_str(out), STR(".`")))
		buf_add_byte(out, '.');
}

/* The fixed words that a value must be one of, unless the description has them all. */
static void add_choices(struct buf *out, const struct node *schema, struct str description)
{
	const struct node *words = node_find(schema, STR("enum"));
	size_t told = 0;

	for (size_t i = 0; words && i < words->count; i++)
		told += str_find(description, words->items[i]->text, 0) < description.len;
	for (size_t i = 0; words && told < words->count && i < words->count; i++)
		buf_printf(out, "%s `%.*s`", i ? "," : " One of", STR_ARG(words->items[i]->text));
	if (words && told < words->count)
		buf_add_byte(out, '.');
}

/* "sections" and "how_often" are titles of themselves. */
static bool says_key(struct str title, struct str key)
{
	if (title.len != key.len)
		return false;
	for (size_t i = 0; i < key.len; i++) {
		if ((title.at[i] | ' ') != (key.at[i] == '_' ? ' ' : key.at[i]))
			return false;
	}
	return true;
}

/* What the schema of a key says of it, or of each item or value of it, elsewhere. */
static struct str reference_of(const struct node *schema)
{
	static const char *const ways[] = { "items", "then", "additionalProperties" };
	struct str reference = text_of(schema, STR("$ref"));

	for (size_t i = 0; !reference.len && i < ARRAY_LEN(ways); i++) {
		const struct node *part = node_find(schema, str_from(ways[i]));

		if (part && part->kind == NODE_MAP)
			reference = reference_of(part);
	}
	return reference;
}

/* The mapping that a schema refers to ("Action"), if it has keys of its own. */
static struct str keys_elsewhere(const struct node *schema, const struct node *defs)
{
	struct str reference = reference_of(schema);
	struct str name = str_slice(reference, str_find(reference, STR("$defs/"), 0),
				    reference.len);
	const struct node *def;

	if (!name.len)
		return (struct str){ 0 };
	def = node_find(defs, str_slice(name, 6, name.len));
	return node_find(def, STR("properties")) ? text_of(def, STR("title")) : (struct str){ 0 };
}

static bool is_required(const struct node *mapping, struct str key)
{
	const struct node *required = node_find(mapping, STR("required"));

	for (size_t i = 0; required && i < required->count; i++) {
		if (str_equal(required->items[i]->text, key))
			return true;
	}
	return false;
}

static void add_keys(struct buf *page, const struct node *mapping, const struct node *defs);

static void add_key(struct buf *page, const struct pair *pair, bool is_needed,
		    const struct node *defs)
{
	const struct node *schema = pair->value;
	const struct node *items = node_find(schema, STR("items"));
	struct str key = pair->key->text;
	struct str title = text_of(schema, STR("title"));
	struct str description = text_of(schema, STR("description"));
	struct str elsewhere = keys_elsewhere(schema, defs);
	struct buf words = { 0 };

	buf_printf(&words, "`%.*s`%s", STR_ARG(key), is_needed ? " (must be there)" : "");
	roff_term(page, buf_str(&words));
	words.len = 0;
	if (!says_key(title, key))
		buf_printf(&words, "%.*s. ", STR_ARG(title));
	buf_add(&words, description);
	add_choices(&words, schema, description);
	add_examples(&words, schema);
	if (elsewhere.len)
		buf_printf(&words, " Its keys: see “%.*s”.", STR_ARG(elsewhere));
	roff_words(page, buf_str(&words));
	buf_release(&words);
	if (node_find(schema, STR("properties")) || node_find(items, STR("properties"))) {
		roff_in(page);
		add_keys(page, schema, defs);
		add_keys(page, items, defs);
		roff_out(page);
	}
}

static void add_keys(struct buf *page, const struct node *mapping, const struct node *defs)
{
	const struct node *keys = node_find(mapping, STR("properties"));

	for (size_t i = 0; keys && i < keys->count; i++)
		add_key(page, &keys->pairs[i], is_required(mapping, keys->pairs[i].key->text),
			defs);
}

static void add_description(struct buf *page, const struct node *schema)
{
	struct buf words = { 0 };

	buf_add(&words, text_of(schema, STR("description")));
	add_examples(&words, schema);
	roff_words(page, buf_str(&words));
	buf_release(&words);
}

static void add_files(struct buf *page, struct arena *arena, const struct node *defs)
{
	roff_part(page, STR("FILES"));
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		const struct node *schema = read_schema(arena, files[i].schema);

		roff_heading(page, str_from(files[i].file));
		add_description(page, schema);
		add_keys(page, schema, defs);
	}
}

/* What plans are made of, in the order of the model. */
static void add_parts(struct buf *page, const struct node *defs)
{
	roff_part(page, STR("PARTS"));
	for (size_t i = 0; thing_types[i]; i++) {
		const struct node *def = node_find(defs, thing_types[i]->name);

		if (!node_find(def, STR("properties")))
			continue;
		roff_heading(page, text_of(def, STR("title")));
		add_description(page, def);
		add_keys(page, def, defs);
	}
}

/* Has a part of the page of its own. */
static bool is_told_apart(struct str def)
{
	return str_equal(def, STR("date")) || str_equal(def, STR("due")) ||
	       str_equal(def, STR("target"));
}

/* What a key can hold that has no keys of its own. */
static void add_values(struct buf *page, const struct node *defs)
{
	roff_part(page, STR("VALUES"));
	for (size_t i = 0; i < defs->count; i++) {
		const struct node *def = defs->pairs[i].value;

		if (node_find(def, STR("properties")) || is_told_apart(defs->pairs[i].key->text))
			continue;
		roff_term(page, text_of(def, STR("title")));
		add_description(page, def);
	}
}

static void add_dates(struct buf *page, struct arena *arena, const struct node *defs)
{
	struct str fix, why;
	struct date date;
	struct buf words = { 0 };

	roff_part(page, STR("DATES"));
	roff_words(page, text_of(node_find(defs, STR("date")), STR("description")));
	for (size_t i = 0; i < ARRAY_LEN(dates); i++) {
		if (date_parse(str_from(dates[i]), arena, &date, &fix, &why) != DATE_OK)
			continue;
		words.len = 0;
		buf_printf(&words, "`%s`", dates[i]);
		roff_term(page, buf_str(&words));
		words.len = 0;
		date_print(&date, &words);
		if (!date.open_end) {
			buf_add_c(&words, "; its last day is ");
			date_print_iso(date.latest, &words);
		}
		roff_words(page, buf_str(&words));
	}
	roff_paragraph(page, text_of(node_find(defs, STR("due")), STR("description")));
	buf_release(&words);
}

void page_plan(struct buf *page)
{
	struct arena arena;
	const struct node *defs;

	arena_init(&arena);
	defs = node_find(read_schema(&arena, "defs"), STR("$defs"));
	roff_title(page, "PLANC-PLAN", '5', "File Formats");
	roff_part(page, STR("NAME"));
	buf_add_c(page, "planc-plan \\- the files of a plan\n");
	roff_part(page, STR("DESCRIPTION"));
	roff_words(page, str_from(about));
	roff_paragraph(page, text_of(node_find(defs, STR("extension")), STR("description")));
	add_files(page, &arena, defs);
	add_parts(page, defs);
	add_values(page, defs);
	add_dates(page, &arena, defs);
	roff_part(page, STR("TARGETS"));
	roff_words(page, text_of(node_find(defs, STR("target")), STR("description")));
	roff_paragraph(page, STR("The forms:"));
	roff_example(page, target_forms());
	roff_part(page, STR("SEE ALSO"));
	roff_words(page, STR("`planc`(1)"));
	arena_release(&arena);
}
