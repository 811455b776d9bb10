#include "markdown/entity.h"
#include "base/ascii.h"
#include "base/attributes.h"
#include "base/utf8.h"
#include "markdown/document.h"

/* The longest name, with some room; cmark's limits on the digits of a number. */
#define NAME_BYTES 40
#define DECIMAL_DIGITS 7
#define HEXADECIMAL_DIGITS 6

static bool is_hexadecimal(char c)
{
	return ascii_is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/* What stands between & and ;, or empty. */
static struct str name_of(struct str source)
{
	size_t end = 1;

	if (source.len < 3 || source.at[0] != '&')
		return (struct str){ 0 };
	if (source.at[1] == '#')
		end++;
	while (end < source.len && end < NAME_BYTES &&
	       (ascii_is_digit(source.at[end]) || ascii_is_letter(source.at[end])))
		end++;
	if (end == source.len || source.at[end] != ';')
		return (struct str){ 0 };
	return str_slice(source, 1, end);
}

static uint32_t digit_value(char c)
{
	return (uint32_t)(ascii_is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
}

/* The bytes of a character that is given by its number, in `to`; 0 when it is none. */
static size_t decode_number(struct str name, char *to)
{
	bool is_hex = name.len > 1 && (name.at[1] | 0x20) == 'x';
	size_t begin = is_hex ? 2 : 1;
	uint32_t value = 0;

	if (name.len == begin || name.len - begin > (is_hex ? HEXADECIMAL_DIGITS : DECIMAL_DIGITS))
		return 0;
	for (size_t i = begin; i < name.len; i++) {
		if (!(is_hex ? is_hexadecimal(name.at[i]) : ascii_is_digit(name.at[i])))
			return 0;
		value = value * (is_hex ? 16 : 10) + digit_value(name.at[i]);
	}
	if (!value || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
		value = 0xFFFD;
	return utf8_put(value, to);
}

static size_t character_span(struct str text)
{
	size_t end = 1;

	while (end < text.len && ((unsigned char)text.at[end] & 0xC0) == 0x80)
		end++;
	return end;
}

/* The second characters of the few names that stand for two. */
static bool starts_with_second(struct str text)
{
	static const struct str seconds[] = {
		{ "\xCC\xB1", 2 },     { "\xCC\xB3", 2 },
		{ "\xCC\xB8", 2 },     { "\xE2\x83\x92", 3 },
		{ "\xE2\x83\xA5", 3 }, { "\xEF\xB8\x80", 3 },
		{ "\xE2\x80\x8A", 3 }, { "j", 1 },
	};

	for (size_t i = 0; i < ARRAY_LEN(seconds); i++) {
		if (str_starts(text, seconds[i]))
			return true;
	}
	return false;
}

/* How many bytes cmark makes of an entity; asked only where there is doubt. */
static size_t ask_cmark(struct str written)
{
	struct document document = { 0 };
	cmark_node *paragraph = NULL;
	size_t len = 0;

	if (document_open(&document, written))
		paragraph = cmark_node_first_child(document.root);
	if (paragraph && cmark_node_first_child(paragraph))
		len = document_literal(cmark_node_first_child(paragraph)).len;
	document_close(&document);
	return len;
}

static bool read_number(struct str name, struct str literal, struct entity *entity)
{
	char bytes[4];

	entity->decoded = decode_number(name, bytes);
	return entity->decoded && str_starts(literal, (struct str){ bytes, entity->decoded });
}

static bool read_name(struct str written, struct str literal, struct entity *entity)
{
	struct str name = str_slice(written, 1, written.len - 1);
	bool is_blank = literal.at[0] == ' ' || literal.at[0] == '\t' || literal.at[0] == '\n';
	size_t first = character_span(literal);

	/* Only &amp; stands for what can look like an entity again. */
	if (str_starts(literal, written) && !str_equal_nocase(name, STR("amp")))
		return false;
	if (is_blank && !str_equal(name, STR("Tab")) && !str_equal(name, STR("NewLine")))
		return false;
	entity->decoded = first;
	if (starts_with_second(str_slice(literal, first, literal.len)))
		entity->decoded = ask_cmark(written);
	if (!entity->decoded || entity->decoded > literal.len)
		entity->decoded = first;
	return true;
}

bool entity_read(struct str source, struct str literal, struct entity *entity)
{
	struct str name = name_of(source);

	if (!name.len)
		return false;
	entity->written = name.len + 2;
	if (name.at[0] == '#')
		return read_number(name, literal, entity);
	return read_name(str_slice(source, 0, entity->written), literal, entity);
}
