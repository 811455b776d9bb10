#include "tree/node.h"
#include "base/ascii.h"

#include <string.h>

struct span node_span(const struct node *node)
{
	return (struct span){ node->source, node->begin, node->end };
}

struct node *node_copy(const struct node *node, struct arena *arena, struct source *source)
{
	struct node *copy = arena_new(arena, struct node);

	*copy = *node;
	copy->source = source;
	copy->bad = false;
	if (node->kind == NODE_LIST) {
		copy->items = arena_new_array(arena, struct node *, node->count);
		for (uint32_t i = 0; i < node->count; i++)
			copy->items[i] = node_copy(node->items[i], arena, source);
	} else if (node->kind == NODE_MAP) {
		copy->pairs = arena_new_array(arena, struct pair, node->count);
		for (uint32_t i = 0; i < node->count; i++) {
			copy->pairs[i].key = node_copy(node->pairs[i].key, arena, source);
			copy->pairs[i].value = node_copy(node->pairs[i].value, arena, source);
		}
	}
	return copy;
}

const struct pair *node_find_pair(const struct node *node, struct str key)
{
	if (!node || node->kind != NODE_MAP)
		return NULL;
	for (uint32_t i = 0; i < node->count; i++) {
		if (str_equal(node->pairs[i].key->text, key))
			return &node->pairs[i];
	}
	return NULL;
}

struct node *node_find(const struct node *node, struct str key)
{
	const struct pair *pair = node_find_pair(node, key);

	return pair ? pair->value : NULL;
}

static bool is_empty(const struct node *node)
{
	return node->kind == NODE_SCALAR && node->begin == node->end;
}

/* From the last byte of a value up to a key there is nothing but the comma. */
static bool has_comma_between(const struct node *value, const struct node *key)
{
	struct str between = { key->source->bytes.at + value->end, key->begin - value->end };

	return str_equal(str_trim(between), STR(","));
}

bool node_is_rest(const struct pair *before, const struct node *key, const struct node *value)
{
	return key->style == STYLE_PLAIN && is_empty(value) && value->begin == key->end &&
	       before->value->kind == NODE_SCALAR && before->value->style == STYLE_PLAIN &&
	       !is_empty(before->value) && before->value->end <= key->begin &&
	       has_comma_between(before->value, key);
}

static bool is_one_of(struct str text, const struct str *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (str_equal(text, words[i]))
			return true;
	}
	return false;
}

static const struct str nulls[] = { { "null", 4 }, { "Null", 4 }, { "NULL", 4 }, { "~", 1 } };
static const struct str bools[] = { { "true", 4 },  { "True", 4 },  { "TRUE", 4 },
				    { "false", 5 }, { "False", 5 }, { "FALSE", 5 } };
static const struct str infinities[] = { { ".inf", 4 }, { ".Inf", 4 }, { ".INF", 4 } };
static const struct str no_numbers[] = { { ".nan", 4 }, { ".NaN", 4 }, { ".NAN", 4 } };

/* The offset of the first byte at or after `at` that is no decimal digit. */
static size_t skip_digits(struct str text, size_t at)
{
	while (at < text.len && ascii_is_digit(text.at[at]))
		at++;
	return at;
}

/* 0o17 and 0x1F, which take no sign. */
static bool is_octal_or_hex(struct str text)
{
	if (text.len < 3 || text.at[0] != '0' || (text.at[1] != 'o' && text.at[1] != 'x'))
		return false;
	for (size_t i = 2; i < text.len; i++) {
		char c = text.at[i];
		char letter = (char)(c | 0x20);

		if (text.at[1] == 'o' ? c < '0' || c > '7'
				      : !ascii_is_digit(c) && (letter < 'a' || letter > 'f'))
			return false;
	}
	return true;
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? and the like. */
static enum node_type type_of_number(struct str text)
{
	size_t sign = text.at[0] == '+' || text.at[0] == '-' ? 1 : 0;
	struct str unsigned_text = str_slice(text, sign, text.len);
	size_t whole = skip_digits(text, sign) - sign;
	size_t at = sign + whole;
	size_t part = 0;

	if (whole && at == text.len)
		return TYPE_INTEGER;
	if (is_octal_or_hex(text))
		return TYPE_INTEGER;
	if (is_one_of(unsigned_text, infinities, ARRAY_LEN(infinities)) ||
	    is_one_of(text, no_numbers, ARRAY_LEN(no_numbers)))
		return TYPE_FLOAT;
	if (at < text.len && text.at[at] == '.') {
		part = skip_digits(text, at + 1) - at - 1;
		at += 1 + part;
	}
	if (!whole && !part)
		return TYPE_TEXT;
	if (at < text.len && (text.at[at] == 'e' || text.at[at] == 'E')) {
		size_t from = at + 1;

		if (from < text.len && (text.at[from] == '+' || text.at[from] == '-'))
			from++;
		at = skip_digits(text, from);
		if (at == from)
			return TYPE_TEXT;
	}
	return at == text.len ? TYPE_FLOAT : TYPE_TEXT;
}

enum node_type node_type_of_plain(struct str text)
{
	if (!text.len)
		return TYPE_NULL;
	switch (text.at[0]) {
	case '~':
	case 'n':
	case 'N': return is_one_of(text, nulls, ARRAY_LEN(nulls)) ? TYPE_NULL : TYPE_TEXT;
	case 't':
	case 'T':
	case 'f':
	case 'F': return is_one_of(text, bools, ARRAY_LEN(bools)) ? TYPE_BOOL : TYPE_TEXT;
	case '+':
	case '-':
	case '.': return type_of_number(text);
	default: return ascii_is_digit(text.at[0]) ? type_of_number(text) : TYPE_TEXT;
	}
}
