#include "tree/json.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "tree/build.h"
#include "tree/place.h"

struct open {
	struct node *node;
	size_t first; /* where its items start on the pile */
};

struct json {
	struct build build;
	struct str bytes;
	uint32_t at;
	struct open open[JSON_MAX_DEPTH];
	uint32_t depth;
	struct node *root;
	struct span where; /* the fault, once there is one */
	struct str why;
};

/* What comes next. */
enum step { STEP_VALUE, STEP_BEHIND_VALUE, STEP_DONE, STEP_FAILED };

static enum step fail_span(struct json *json, uint32_t begin, uint32_t end, struct str why)
{
	json->where = (struct span){ json->build.source, begin, end };
	json->why = why;
	return STEP_FAILED;
}

/* At the character at hand, or at the end. */
static enum step fail(struct json *json, struct str why)
{
	size_t end = json->at;

	if (end < json->bytes.len)
		utf8_next(json->bytes, &end);
	return fail_span(json, json->at, (uint32_t)end, why);
}

/* The byte at `at`; 0 at the end. */
static char peek(const struct json *json)
{
	return json->at < json->bytes.len ? json->bytes.at[json->at] : '\0';
}

static void skip_space(struct json *json)
{
	while (peek(json) == ' ' || peek(json) == '\t' || peek(json) == '\n' || peek(json) == '\r')
		json->at++;
}

static void put(struct json *json, struct node *node)
{
	if (json->depth)
		build_push(&json->build, node);
	else
		json->root = node;
}

static bool is_hex(char c)
{
	char letter = (char)(c | 0x20);

	return (c >= '0' && c <= '9') || (letter >= 'a' && letter <= 'f');
}

/* Behind the backslash that `at` stands on and what belongs to it. */
static bool skip_escape(struct json *json)
{
	char c;

	json->at++;
	c = peek(json);
	if (c == 'u') {
		for (int i = 0; i < 4; i++) {
			json->at++;
			if (!is_hex(peek(json))) {
				fail(json, STR("\\u must be followed by four digits from 0 to F"));
				return false;
			}
		}
	} else if (c != '"' && c != '\\' && c != '/' && c != 'b' && c != 'f' && c != 'n' &&
		   c != 'r' && c != 't') {
		fail(json, STR("a backslash begins a special sign, and this is none"));
		return false;
	}
	json->at++;
	return true;
}

/* A text in double quotes; `at` stands on the first. NULL when it is faulty. */
static struct node *read_text(struct json *json)
{
	uint32_t begin = json->at++;
	bool has_escapes = false;
	struct node *node;

	while (peek(json) != '"') {
		if (json->at >= json->bytes.len) {
			fail_span(json, begin, begin + 1,
				  STR("this quotation mark is never closed"));
			return NULL;
		}
		if ((unsigned char)peek(json) < 0x20) {
			fail(json,
			     STR("a line end, a tab or a control character must be written with a "
				 "backslash in a JSON text"));
			return NULL;
		}
		if (peek(json) != '\\') {
			json->at++;
			continue;
		}
		has_escapes = true;
		if (!skip_escape(json))
			return NULL;
	}
	json->at++;
	node = build_node(&json->build, NODE_SCALAR, begin, json->at);
	node->style = STYLE_DOUBLE;
	node->text = has_escapes ? place_decode(node, json->build.arena)
				 : str_slice(json->bytes, begin + 1, json->at - 1);
	return node;
}

/* One digit or more; false when there is none. */
static bool skip_digits(struct json *json)
{
	uint32_t begin = json->at;

	while (ascii_is_digit(peek(json)))
		json->at++;
	return json->at > begin;
}

static enum step read_number(struct json *json)
{
	uint32_t begin = json->at;
	enum node_type type = TYPE_INTEGER;
	struct node *node;

	if (peek(json) == '-')
		json->at++;
	if (peek(json) == '0')
		json->at++;
	else if (!skip_digits(json))
		return fail(json, STR("a digit is expected here"));
	if (ascii_is_digit(peek(json)))
		return fail(json, STR("a number cannot begin with 0 and go on with a digit"));
	if (peek(json) == '.') {
		type = TYPE_FLOAT;
		json->at++;
		if (!skip_digits(json))
			return fail(json, STR("a digit is expected behind the point"));
	}
	if (peek(json) == 'e' || peek(json) == 'E') {
		type = TYPE_FLOAT;
		json->at++;
		if (peek(json) == '+' || peek(json) == '-')
			json->at++;
		if (!skip_digits(json))
			return fail(json, STR("a digit is expected behind the e"));
	}
	node = build_node(&json->build, NODE_SCALAR, begin, json->at);
	node->type = (uint8_t)type;
	node->text = str_slice(json->bytes, begin, json->at);
	put(json, node);
	return STEP_BEHIND_VALUE;
}

static enum step read_word(struct json *json)
{
	static const struct {
		struct str word;
		enum node_type type;
	} words[] = {
		{ { "true", 4 }, TYPE_BOOL },
		{ { "false", 5 }, TYPE_BOOL },
		{ { "null", 4 }, TYPE_NULL },
	};
	uint32_t end = json->at;
	struct node *node;
	struct str text;

	while (end < json->bytes.len && ((json->bytes.at[end] | 0x20) >= 'a') &&
	       ((json->bytes.at[end] | 0x20) <= 'z'))
		end++;
	text = str_slice(json->bytes, json->at, end);
	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		if (!str_equal(text, words[i].word))
			continue;
		node = build_node(&json->build, NODE_SCALAR, json->at, end);
		node->type = (uint8_t)words[i].type;
		node->text = text;
		put(json, node);
		json->at = end;
		return STEP_BEHIND_VALUE;
	}
	if (text.len)
		return fail_span(
			json, json->at, end,
			STR("a word that is not true, false or null must stand in double quotes"));
	return fail(json, STR("a value is expected here"));
}

/* A name, its colon, and on to the value. */
static enum step read_name(struct json *json)
{
	struct node *name;

	skip_space(json);
	if (peek(json) != '"')
		return fail(json, STR("a name in double quotes is expected here"));
	name = read_text(json);
	if (!name)
		return STEP_FAILED;
	build_push(&json->build, name);
	skip_space(json);
	if (peek(json) != ':')
		return fail(json, STR("a colon is expected here"));
	json->at++;
	return STEP_VALUE;
}

static enum step close(struct json *json)
{
	struct open *open = &json->open[--json->depth];
	struct node *node = open->node;
	const uint32_t *first;

	node->end = ++json->at;
	build_close(&json->build, node, open->first);
	first = node->kind == NODE_MAP ? build_find_repeated(&json->build, node) : NULL;
	for (uint32_t i = 0; first && i < node->count; i++) {
		const struct node *key = node->pairs[i].key;

		if (first[i] != i)
			return fail_span(json, key->begin, key->end,
					 STR("this key stands twice in the same group of keys"));
	}
	put(json, node);
	return STEP_BEHIND_VALUE;
}

static enum step open(struct json *json)
{
	bool is_map = peek(json) == '{';
	struct node *node;

	if (json->depth == JSON_MAX_DEPTH)
		return fail(json, STR("more brackets are open here than are read, 512"));
	node = build_node(&json->build, is_map ? NODE_MAP : NODE_LIST, json->at, json->at);
	node->style = STYLE_FLOW;
	json->open[json->depth++] = (struct open){ node, json->build.pile.len };
	json->at++;
	skip_space(json);
	if (peek(json) == (is_map ? '}' : ']'))
		return close(json);
	return is_map ? read_name(json) : STEP_VALUE;
}

static enum step read_value(struct json *json)
{
	struct node *text;
	char c;

	skip_space(json);
	c = peek(json);
	if (c == '{' || c == '[')
		return open(json);
	if (c == '-' || ascii_is_digit(c))
		return read_number(json);
	if (c != '"')
		return read_word(json);
	text = read_text(json);
	if (!text)
		return STEP_FAILED;
	put(json, text);
	return STEP_BEHIND_VALUE;
}

static enum step read_behind_value(struct json *json)
{
	bool is_map;

	skip_space(json);
	if (!json->depth)
		return json->at == json->bytes.len
			       ? STEP_DONE
			       : fail(json, STR("something stands behind the end of the value"));
	is_map = json->open[json->depth - 1].node->kind == NODE_MAP;
	if (peek(json) == (is_map ? '}' : ']'))
		return close(json);
	if (json->at >= json->bytes.len) {
		uint32_t begin = json->open[json->depth - 1].node->begin;

		return fail_span(json, begin, begin + 1, STR("this bracket is never closed"));
	}
	if (peek(json) != ',')
		return fail(json, is_map ? STR("a comma or } is expected here")
					 : STR("a comma or ] is expected here"));
	json->at++;
	skip_space(json);
	if (peek(json) == (is_map ? '}' : ']'))
		return fail(json, STR("take away the comma before this bracket"));
	return is_map ? read_name(json) : STEP_VALUE;
}

static enum step read_document(struct json *json)
{
	enum step step = STEP_VALUE;
	size_t valid = utf8_check(json->bytes);

	if (valid < json->bytes.len)
		return fail_span(json, (uint32_t)valid, (uint32_t)valid + 1,
				 STR("this is not UTF-8, the one encoding that is read"));
	skip_space(json);
	if (json->at == json->bytes.len)
		return fail(json, STR("the file is empty"));
	while (step == STEP_VALUE || step == STEP_BEHIND_VALUE)
		step = step == STEP_VALUE ? read_value(json) : read_behind_value(json);
	return step;
}

struct node *json_read(struct source *source, struct arena *arena, struct span *where,
		       struct str *why)
{
	struct json json = { .bytes = source->bytes, .at = source_mark_size(source) };

	build_init(&json.build, source, arena);
	if (read_document(&json) == STEP_DONE)
		return json.root;
	*where = json.where;
	*why = json.why;
	return NULL;
}
