/* What a field held before a change and holds after it, in one line. */
#include "base/utf8.h"
#include "render/changes.h"
#include "render/target_phrase.h"

#define VALUE_BYTES 300

/* Goes into a buffer as files have it, or onto a page in its language. */
struct value_writer {
	struct buf *out;
	struct pen *pen; /* NULL: the buffer takes it */
	size_t left;     /* of VALUE_BYTES */
	bool is_cut;
};

static void put(struct value_writer *writer, struct str words, struct str language)
{
	struct str shown = utf8_cut(words, writer->left);

	if (writer->is_cut)
		return;
	writer->left -= shown.len;
	writer->is_cut = shown.len < words.len;
	if (!writer->pen)
		buf_add(writer->out, shown);
	else if (shown.len)
		writer->pen->type->text(writer->pen, shown, language);
}

static void put_c(struct value_writer *writer, const char *words)
{
	put(writer, str_from(words), (struct str){ 0 });
}

/* ---------------------------------------------------------------- what a page says of it */

/* The row of a key, whatever has it: keys of one name are of one type. NULL: a key of the councils' own. */
static const struct field *find_field(struct str key)
{
	for (size_t i = 0; thing_types[i] && key.len; i++) {
		const struct field *field = thing_type_find(thing_types[i], key, 0);

		if (field)
			return field;
	}
	return NULL;
}

static bool is_text(const struct field *field)
{
	return (field->type == FIELD_TEXT || field->type == FIELD_PLAIN ||
		field->type == FIELD_TEXTS) &&
	       !(field->flags & FIELD_ONE_LANGUAGE);
}

static void put_text(struct value_writer *writer, const struct text *text)
{
	struct str language;
	struct str words = pen_words(writer->pen, text, &language);

	put(writer, str_trim(words), language);
}

static bool put_date(struct value_writer *writer, struct str words)
{
	struct date date = { .kind = DATE_NONE };
	struct str fix, why;

	if (str_equal_nocase(words, STR("tbc")))
		date.kind = DATE_TBC;
	else if (str_equal_nocase(words, STR("unknown")))
		date.kind = DATE_UNKNOWN;
	else if (date_parse(words, writer->pen->view->arena, &date, &fix, &why) != DATE_OK)
		return false;
	if (!writer->is_cut)
		pen_date(writer->pen, &date);
	return true;
}

/* Whether it is a word of the list of a key: that of a plan's status, or of an action's, or … */
static bool is_word_of(struct str key, struct str word)
{
	for (size_t i = 0; thing_types[i]; i++) {
		const struct field *field = thing_type_find(thing_types[i], key, 0);

		for (size_t j = 0; field && field->words && field->words[j]; j++) {
			if (str_equal(word, str_from(field->words[j])))
				return true;
		}
	}
	return false;
}

/* Words of ours, or of an author's that stand among ours. */
static void put_typed(struct value_writer *writer, const struct field *field, struct str words)
{
	const struct view *view = writer->pen->view;
	struct text text = { .words = words };
	struct buf own = { 0 };

	if (is_text(field)) {
		put_text(writer, &text);
		return;
	}
	if (field->type == FIELD_DATE && put_date(writer, words))
		return;
	if (field->type == FIELD_TARGET)
		target_phrase_print(view, words, &own);
	else if (is_word_of(field->name, words) ||
		 (field->type == FIELD_FLAG &&
		  (str_equal(words, STR("true")) || str_equal(words, STR("false")))))
		own_name_print(view, words, &own);
	else
		buf_add(&own, words);
	put(writer, buf_str(&own), (struct str){ 0 });
	buf_release(&own);
}

static void put_key(struct value_writer *writer, struct str key, const struct field *field)
{
	struct buf words = { 0 };

	if (writer->pen && field)
		own_name_print(writer->pen->view, key, &words);
	else
		buf_add(&words, key);
	buf_add_c(&words, ": ");
	put(writer, buf_str(&words), (struct str){ 0 });
	buf_release(&words);
}

/* ---------------------------------------------------------------- values */

static void put_node(struct value_writer *writer, const struct node *node,
		     const struct field *field);

/* What a thing is called comes first, by the first of these that it has. */
static const struct pair *find_name(const struct node *map)
{
	static const struct str keys[] = {
		STR_INIT("text"), STR_INIT("title"),     STR_INIT("what"),  STR_INIT("name"),
		STR_INIT("term"), STR_INIT("indicator"), STR_INIT("label"), STR_INIT("value"),
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		for (size_t j = 0; j < map->count; j++) {
			if (str_equal(map->pairs[j].key->text, keys[i]) &&
			    !node_is_null(map->pairs[j].value))
				return &map->pairs[j];
		}
	}
	return NULL;
}

/* Keys that go without saying beside what happened on that day. */
static bool is_day(struct str key)
{
	return str_equal(key, STR("at")) || str_equal(key, STR("date"));
}

static void put_pair(struct value_writer *writer, const struct pair *pair, bool is_named)
{
	struct str key = pair->key->text;
	const struct field *field = writer->pen ? find_field(key) : NULL;

	if (is_named)
		put_key(writer, key, field);
	put_node(writer, pair->value, field);
}

/* "Share of repairs in time (baseline: 82%, target: at least 90%)". */
static void put_map(struct value_writer *writer, const struct node *map)
{
	const struct pair *name = find_name(map);
	const char *before = name ? " (" : "";

	if (name)
		put_pair(writer, name, false);
	for (size_t i = 0; i < map->count && !writer->is_cut; i++) {
		const struct pair *pair = &map->pairs[i];

		/* Nobody who reads a page asks for ids. */
		if (pair == name || (writer->pen && str_equal(pair->key->text, STR("id"))))
			continue;
		put_c(writer, before);
		put_pair(writer, pair, !is_day(pair->key->text));
		before = ", ";
	}
	if (name && *before == ',')
		put_c(writer, ")");
}

/* `field` is NULL where it is not known; depth is bounded by that of the trees. */
static void put_node(struct value_writer *writer, const struct node *node,
		     const struct field *field)
{
	struct str words = node->kind == NODE_SCALAR && !node_is_null(node) ? str_trim(node->text)
									    : (struct str){ 0 };

	if (writer->is_cut)
		return;
	if (words.len && field)
		put_typed(writer, field, words);
	else if (words.len)
		put(writer, words, (struct str){ 0 });
	else if (node->kind == NODE_MAP && field && is_text(field))
		put_text(writer, &(struct text){ .node = node });
	else if (node->kind == NODE_MAP)
		put_map(writer, node);
	for (size_t i = 0; node->kind == NODE_LIST && i < node->count && !writer->is_cut; i++) {
		put_c(writer, i ? ", " : "");
		put_node(writer, node->items[i], field);
	}
}

/* A text that is given by language is marked as what it is. */
static void put_words(struct value_writer *writer, const struct change *change, struct str words,
		      const struct field *field)
{
	struct str language = change->language;

	words = str_trim(words);
	if (!writer->pen || !field)
		put(writer, words, (struct str){ 0 });
	else if (!language.len)
		put_typed(writer, field, words);
	else
		put(writer, words, mark_of_language(writer->pen->view, language));
}

static void put_value(struct value_writer *writer, const struct change *change,
		      const struct change_value *value)
{
	const struct field *field = writer->pen ? find_field(change_field_name(change)) : NULL;

	switch (value->kind) {
	case VALUE_NONE:
		if (change_is_status(change))
			put_words(writer, change, str_from(action_status_words[ACTION_NOT_STARTED]),
				  field);
		break;
	case VALUE_TEXT: put_words(writer, change, value->text, field); break;
	case VALUE_NODE: put_node(writer, value->node, field); break;
	case VALUE_IDS:
		for (size_t i = 0; i < value->id_count && !writer->is_cut; i++) {
			put_c(writer, i ? ", " : "");
			put(writer, value->ids[i], (struct str){ 0 });
		}
		break;
	}
	if (!writer->is_cut)
		return;
	writer->is_cut = false;
	writer->left = sizeof("…");
	put_c(writer, "…");
}

void change_old_print(const struct change *change, struct buf *out)
{
	put_value(&(struct value_writer){ .out = out, .left = VALUE_BYTES }, change, &change->old);
}

void change_new_print(const struct change *change, struct buf *out)
{
	put_value(&(struct value_writer){ .out = out, .left = VALUE_BYTES }, change, &change->new);
}

void change_value_write(const struct change *change, bool is_old, struct pen *pen)
{
	put_value(&(struct value_writer){ .pen = pen, .left = VALUE_BYTES }, change,
		  is_old ? &change->old : &change->new);
}
