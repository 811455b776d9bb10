#include "schema/phrase.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

/* Schemas that are followed by $ref for a title. */
#define MAX_HOPS 8
/* Code points of the author's words, and bytes of YAML, that are shown. */
#define SHOWN_WORDS 60
#define SHOWN_CODE 100
#define SHOWN_DEPTH 4

const struct node *schema_note(const struct schema *schema, struct str keyword)
{
	for (unsigned hops = 0; schema && hops < MAX_HOPS; hops++) {
		const struct node *note = node_find(schema->node, keyword);
		const struct schema *next = NULL;

		if (note)
			return note;
		for (uint32_t i = 0; i < schema->rule_count && !next; i++) {
			if (schema->rules[i].keyword->check == check_reference)
				next = schema->rules[i].schema;
		}
		schema = next;
	}
	return NULL;
}

static struct str text_of(const struct node *node)
{
	return node && node_is_text(node) ? str_trim(node->text) : (struct str){ 0 };
}

struct str schema_title(const struct schema *schema)
{
	return text_of(schema_note(schema, STR("title")));
}

const struct node *spot_note(const struct spot *spot, struct str keyword)
{
	const struct node *note = NULL;

	for (const struct view *view = spot->view; view && !note; view = view->before)
		note = node_find(view->schema->node, keyword);
	return note;
}

const struct node *spot_outer_note(const struct spot *spot, struct str keyword)
{
	const struct node *note = NULL;

	for (const struct view *view = spot->view; view; view = view->before) {
		const struct node *found = node_find(view->schema->node, keyword);

		if (found)
			note = found;
	}
	return note;
}

struct str spot_title(const struct spot *spot)
{
	return text_of(spot_note(spot, STR("title")));
}

struct span spot_span(const struct spot *spot)
{
	const struct node *node = spot->node;
	bool is_long = node->kind != NODE_SCALAR;

	if (spot->pair && !spot->is_key && (is_long || node->begin == node->end))
		return node_span(spot->pair->key);
	if (node->kind == NODE_MAP && node->count)
		return node_span(node->pairs[0].key);
	return node_span(node);
}

struct str phrase_key(struct arena *arena, struct str key, bool is_json)
{
	return arena_printf(arena, "`%.*s%s`", STR_ARG(phrase_code_text(arena, key)),
			    is_json ? "" : ":");
}

struct str phrase_subject(struct arena *arena, const struct spot *spot)
{
	bool is_json = spot->node->source->is_json;
	const struct spot *list = spot->outer;

	if (spot->is_key)
		return arena_printf(arena, "the key `%.*s`",
				    STR_ARG(phrase_code_text(arena, spot->pair->key->text)));
	if (spot->pair)
		return phrase_key(arena, spot->pair->key->text, is_json);
	if (!list)
		return STR("the file");
	while (list->outer && !list->pair)
		list = list->outer;
	if (!list->pair)
		return STR("this item");
	return arena_printf(arena, "this item of %.*s",
			    STR_ARG(phrase_key(arena, list->pair->key->text, is_json)));
}

/* "Welsh title": what keeps its capital in the middle of a sentence. */
static bool is_name(struct str title)
{
	static const char *const names[] = { "English", "Welsh",   "Scottish", "Irish",
					     "British", "Cornish", "Gaelic",   "Planc" };
	struct str word = str_slice(title, 0, str_find_byte(title, ' ', 0));

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		if (str_equal(word, str_from(names[i])))
			return true;
	}
	return false;
}

/* "Action" is "action", but "ONS code" stays. */
struct str phrase_name(struct arena *arena, struct str title)
{
	char *name;

	if (!title.len || !ascii_is_capital(title.at[0]) ||
	    (title.len > 1 && ascii_is_capital(title.at[1])) || is_name(title))
		return title;
	name = arena_alloc_text(arena, title.len);
	memcpy(name, title.at, title.len);
	name[0] = (char)(name[0] | 0x20);
	return (struct str){ name, title.len };
}

/* "What it waits for" says what something is, and is no name for it. */
static bool is_question(struct str name)
{
	static const char *const words[] = { "what ", "who ", "how ",    "where ",
					     "when ", "why ", "whether " };

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		if (str_starts(name, str_from(words[i])))
			return true;
	}
	return false;
}

struct str phrase_thing(struct arena *arena, struct str title)
{
	struct str name = phrase_name(arena, title);
	bool vowel;

	if (!name.len || name.len > 40 || str_find_byte(name, ',', 0) < name.len ||
	    is_question(name))
		return (struct str){ 0 };
	/* Of an abbreviation the name of its first letter is said: an HR post. */
	if (name.len > 1 && ascii_is_capital(name.at[0]) && ascii_is_capital(name.at[1]))
		vowel = strchr("AEFHILMNORSX", name.at[0]);
	else
		vowel = strchr("aeiouAEIO", name.at[0]) && !str_starts(name, STR("uni")) &&
			!str_starts(name, STR("use"));
	return arena_printf(arena, "%s %.*s", vowel ? "an" : "a", STR_ARG(name));
}

void phrase_add(struct phrase_list *list, struct str item)
{
	vec_add(list->arena, &list->items, item);
}

struct str phrase_join(const struct phrase_list *list, const char *last, size_t most)
{
	size_t count = list->items.len;
	struct str joined;
	struct buf buf;

	buf_init(&buf);
	buf_add_c(&buf, "");
	for (size_t i = 0; i < count; i++) {
		if (i == most) {
			buf_add_c(&buf, " and more");
			break;
		}
		if (i && i + 1 == count)
			buf_printf(&buf, " %s ", last);
		else if (i)
			buf_add_c(&buf, ", ");
		buf_add(&buf, list->items.at[i]);
	}
	joined = arena_copy(list->arena, buf_str(&buf));
	buf_release(&buf);
	return joined;
}

struct str phrase_types(struct arena *arena, unsigned types)
{
	struct phrase_list list = { .arena = arena };

	if (types == TYPES_ALL)
		return STR("anything");
	if (types & TYPES_TEXT)
		phrase_add(&list, STR("a text"));
	if (types & TYPES_FLOAT)
		phrase_add(&list, STR("a number"));
	else if (types & TYPES_INTEGER)
		phrase_add(&list, STR("a whole number"));
	if (types & TYPES_BOOL)
		phrase_add(&list, STR("`true` or `false`"));
	if (types & TYPES_LIST)
		phrase_add(&list, STR("a list"));
	if (types & TYPES_MAP)
		phrase_add(&list, STR("a group of keys"));
	return phrase_join(&list, "or", SIZE_MAX);
}

const char *phrase_type_of(const struct node *node)
{
	switch (node_types(node)) {
	case TYPES_TEXT: return "a text";
	case TYPES_NULL: return "nothing";
	case TYPES_BOOL: return str_equal_nocase(node->text, STR("true")) ? "`true`" : "`false`";
	case TYPES_LIST: return "a list";
	case TYPES_MAP: return "a group of keys";
	default: return "a number";
	}
}

bool phrase_is_curly(struct str text)
{
	return utf8_curly_size(str_trim(text), false) > 0;
}

struct str phrase_uncurled(struct str text)
{
	text = str_trim(text);
	text = str_slice(text, utf8_curly_size(text, false), text.len);
	return str_trim(str_slice(text, 0, text.len - utf8_curly_size(text, true)));
}

/* Without line ends and control characters, cut to so many code points. */
static struct str cut(struct arena *arena, struct str text, size_t most)
{
	size_t end = utf8_offset(text, most);
	bool is_cut = end < text.len;
	char *to;

	text = str_slice(text, 0, end);
	to = arena_alloc_text(arena, text.len + 3);
	for (size_t i = 0; i < text.len; i++)
		to[i] = (unsigned char)text.at[i] < ' ' || text.at[i] == 0x7F ? ' ' : text.at[i];
	while (is_cut && text.len && to[text.len - 1] == ' ')
		text.len--;
	if (is_cut)
		memcpy(to + text.len, "…", 3);
	return (struct str){ to, text.len + (is_cut ? 3 : 0) };
}

struct str phrase_value(struct arena *arena, const struct node *node)
{
	bool is_quoted = node->style == STYLE_SINGLE || node->style == STYLE_DOUBLE;
	struct str text = is_quoted ? node->text : str_trim(node->text);

	text = node->kind == NODE_SCALAR ? cut(arena, text, SHOWN_WORDS) : phrase_code(arena, node);

	if (node_is_text(node) && utf8_curly_size(text, false) && utf8_curly_size(text, true))
		return text;
	if (node_is_text(node))
		return arena_printf(arena, "“%.*s”", STR_ARG(text));
	return node_is_null(node) && !text.len ? STR("nothing") : text;
}

static void add_quoted(struct buf *out, struct str text)
{
	buf_add_byte(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c == '\n')
			buf_add_c(out, "\\n");
		else if ((unsigned char)c < ' ')
			buf_add_byte(out, ' ');
		else
			buf_printf(out, c == '"' || c == '\\' ? "\\%c" : "%c", c);
	}
	buf_add_byte(out, '"');
}

/* Whether YAML would read a text without quotes as something else, in [ ] and { } too. */
static bool needs_quotes(struct str text, bool in_flow)
{
	if (!text.len || node_type_of_plain(text) != TYPE_TEXT)
		return true;
	if (strchr("!&*|>@`\"'%#,[]{}", text.at[0]) || text.at[text.len - 1] == ':' ||
	    str_trim(text).len < text.len)
		return true;
	if (strchr("-?:", text.at[0]) && (text.len == 1 || text.at[1] == ' '))
		return true;
	for (size_t i = 0; i < text.len; i++) {
		char next = i + 1 < text.len ? text.at[i + 1] : '\0';

		if ((unsigned char)text.at[i] < ' ' || (text.at[i] == ':' && next == ' ') ||
		    (text.at[i] == ' ' && next == '#') || (in_flow && strchr(",[]{}", text.at[i])))
			return true;
	}
	return false;
}

static void add_text(struct buf *out, struct str text, bool in_flow)
{
	if (needs_quotes(text, in_flow))
		add_quoted(out, text);
	else
		buf_add(out, text);
}

static void add_code(struct buf *out, const struct node *node, unsigned depth, bool is_json)
{
	bool is_list = node->kind == NODE_LIST;

	if (node->kind == NODE_SCALAR) {
		if (node_is_text(node) && is_json)
			add_quoted(out, node->text);
		else if (node_is_text(node))
			add_text(out, node->text, depth > 0);
		else
			buf_add(out, node->text.len ? node->text : STR("null"));
		return;
	}
	buf_add_byte(out, is_list ? '[' : '{');
	for (uint32_t i = 0; i < node->count; i++) {
		if (i)
			buf_add_c(out, ", ");
		if (depth == SHOWN_DEPTH || out->len > SHOWN_CODE) {
			buf_add_c(out, "…");
			break;
		}
		if (!is_list) {
			add_code(out, node->pairs[i].key, depth + 1, is_json);
			buf_add_c(out, ": ");
		}
		add_code(out, is_list ? node->items[i] : node->pairs[i].value, depth + 1, is_json);
	}
	buf_add_byte(out, is_list ? ']' : '}');
}

static struct str keep(struct arena *arena, struct buf *buf)
{
	struct str kept = cut(arena, buf_str(buf), SHOWN_CODE);

	buf_release(buf);
	return kept;
}

struct str phrase_code(struct arena *arena, const struct node *node)
{
	struct buf buf;

	buf_init(&buf);
	add_code(&buf, node, 0, false);
	return keep(arena, &buf);
}

struct str phrase_json(struct arena *arena, const struct node *node)
{
	struct buf buf;

	buf_init(&buf);
	add_code(&buf, node, 0, true);
	return keep(arena, &buf);
}

struct str phrase_code_text(struct arena *arena, struct str text)
{
	struct buf buf;

	buf_init(&buf);
	add_text(&buf, text, false);
	return keep(arena, &buf);
}

struct str phrase_quoted(struct arena *arena, struct str text)
{
	struct buf buf;

	buf_init(&buf);
	add_quoted(&buf, text);
	return keep(arena, &buf);
}

/* Up to the first full stop that a space or the end follows. */
struct str phrase_sentence(const struct node *description)
{
	struct str text = text_of(description);
	size_t end = str_find(text, STR(". "), 0);

	text = str_slice(text, 0, end);
	if (text.len && text.at[text.len - 1] == '.')
		text.len--;
	return text;
}
