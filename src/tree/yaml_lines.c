#include "tree/yaml_trouble.h"

#define EXCERPT 48
#define QUOTED 72

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

uint32_t line_start(struct str bytes, uint32_t at)
{
	while (at > 0 && !is_break(bytes.at[at - 1]))
		at--;
	return at == 0 && str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : at;
}

bool line_above(struct str bytes, uint32_t *at)
{
	uint32_t start = line_start(bytes, *at);

	if (start == 0 || !is_break(bytes.at[start - 1]))
		return false;
	start--;
	if (start > 0 && bytes.at[start] == '\n' && bytes.at[start - 1] == '\r')
		start--;
	*at = line_start(bytes, start);
	return true;
}

uint32_t line_stop(struct str bytes, uint32_t at)
{
	while (at < bytes.len && !is_break(bytes.at[at]))
		at++;
	return at;
}

uint32_t line_text_stop(struct str bytes, uint32_t at)
{
	uint32_t start = line_start(bytes, at);
	uint32_t stop = line_stop(bytes, at);

	for (uint32_t i = at; i < stop; i++) {
		if (bytes.at[i] == '#' && i > start && is_blank(bytes.at[i - 1]))
			stop = i;
	}
	while (stop > at && is_blank(bytes.at[stop - 1]))
		stop--;
	return stop;
}

uint32_t line_first(struct str bytes, uint32_t at)
{
	at = line_start(bytes, at);
	while (at < bytes.len && is_blank(bytes.at[at]))
		at++;
	return at;
}

uint32_t line_content(struct str bytes, uint32_t at)
{
	at = line_first(bytes, at);
	while (at + 1 < bytes.len && bytes.at[at] == '-' && is_blank(bytes.at[at + 1])) {
		while (at + 1 < bytes.len && is_blank(bytes.at[at + 1]))
			at++;
		at++;
	}
	return at;
}

uint32_t line_key_colon(struct str bytes, uint32_t at)
{
	uint32_t stop = line_stop(bytes, at);
	uint32_t begin = line_content(bytes, at);

	for (uint32_t i = begin; i < stop; i++) {
		char c = bytes.at[i];

		if (c == ':' && i > begin && (i + 1 == stop || is_blank(bytes.at[i + 1])))
			return i;
		if (is_blank(c) && i + 1 < stop &&
		    (is_blank(bytes.at[i + 1]) || bytes.at[i + 1] == ':'))
			continue;
		if (is_blank(c) || c == '"' || c == '\'' || c == '[' || c == '{' || c == ',')
			break;
	}
	return stop;
}

uint32_t line_value(struct str bytes, uint32_t at)
{
	uint32_t stop = line_stop(bytes, at);
	uint32_t colon = line_key_colon(bytes, at);

	if (colon == stop)
		return line_content(bytes, at);
	for (colon++; colon < stop && is_blank(bytes.at[colon]);)
		colon++;
	return colon;
}

struct str line_indent_words(struct report *report, uint32_t indent)
{
	if (indent == 0)
		return STR("begin it at the start of the line");
	return arena_printf(report->arena, "indent it by %u %s", (unsigned)indent,
			    indent == 1 ? "space" : "spaces");
}

struct str line_excerpt(struct report *report, struct str bytes, uint32_t begin, uint32_t end)
{
	size_t len = end - begin;

	if (len <= EXCERPT)
		return str_slice(bytes, begin, end);
	len = EXCERPT;
	while (len > 0 && ((unsigned char)bytes.at[begin + len] & 0xC0) == 0x80)
		len--;
	return arena_printf(report->arena, "%.*s…", (int)len, bytes.at + begin);
}

struct str line_quoted(struct report *report, struct str bytes, uint32_t begin, uint32_t end)
{
	struct str words = str_slice(bytes, begin, end);
	bool has_double = str_find_byte(words, '"', 0) < words.len ||
			  str_find_byte(words, '\\', 0) < words.len;
	bool has_single = str_find_byte(words, '\'', 0) < words.len;

	if (!words.len || words.len > QUOTED || (has_double && has_single))
		return STR("");
	return arena_printf(report->arena, has_double ? "'%.*s'" : "\"%.*s\"", STR_ARG(words));
}
