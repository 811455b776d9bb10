/* Troubles with what a text holds or begins with, and with its quotes. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "tree/yaml.h"
#include "tree/yaml_trouble.h"

#include <string.h>

static struct span span_of(const struct trouble *trouble, uint32_t begin, uint32_t end)
{
	return (struct span){ trouble->source, begin, end };
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_letter(char c)
{
	return ascii_is_letter(c) || (c & 0x80);
}

/* The hint to put a text in quotes, with the text where that is short. */
static void hint_quotes(const struct trouble *trouble, struct report *report,
			struct finding *finding, uint32_t begin, uint32_t end)
{
	struct str quoted = line_quoted(report, trouble->source->bytes, begin, end);

	if (quoted.len)
		finding_hint(report, finding, "put the text in quotes: %.*s", STR_ARG(quoted));
	else
		finding_hint(report, finding,
			     "put quotes round the whole text, or write >- in front of it and the "
			     "text itself, indented, on the lines below");
}

/* A tab in the indent of the line at `at`. */
static bool say_tab(const struct trouble *trouble, struct report *report, uint32_t at)
{
	struct str bytes = trouble->source->bytes;
	uint32_t first = line_first(bytes, at);
	uint32_t tab = line_start(bytes, at);
	uint32_t end;
	struct finding *finding;

	while (tab < first && bytes.at[tab] != '\t')
		tab++;
	for (end = tab; end < first && bytes.at[end] == '\t';)
		end++;
	if (tab == first)
		return false;
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, tab, end),
			     "this line is indented with a tab, and only spaces can indent");
	finding_hint(report, finding, "put spaces in its place, two for each step");
	return true;
}

bool trouble_tab(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	struct finding *finding;

	if (trouble->has_open)
		return false;
	if (say_tab(trouble, report, trouble->at) || say_tab(trouble, report, trouble->from))
		return true;
	if (trouble->at >= bytes.len || bytes.at[trouble->at] != '\t')
		return false;
	finding = report_add(report, &kind_yaml_syntax,
			     span_of(trouble, trouble->at, trouble->at + 1),
			     "a tab stands here, and only spaces can");
	finding_hint(report, finding, "put a space in its place");
	return true;
}

static bool is_odd_space(uint32_t c)
{
	return c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x202F || c == 0x205F ||
	       c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

static bool say_odd_space(const struct trouble *trouble, struct report *report, uint32_t at)
{
	struct str bytes = trouble->source->bytes;
	size_t first = line_first(bytes, at);
	size_t end = first;
	struct finding *finding;
	uint32_t c;

	if (first == bytes.len)
		return false;
	c = utf8_next(bytes, &end);
	if (!is_odd_space(c))
		return false;
	finding = report_add(report, &kind_yaml_syntax,
			     span_of(trouble, (uint32_t)first, (uint32_t)end),
			     "this line begins with a space that is not the ordinary one (U+%04X)",
			     (unsigned)c);
	finding_hint(report, finding, "delete it, and indent the line with the space bar");
	return true;
}

bool trouble_odd_space(const struct trouble *trouble, struct report *report)
{
	return say_odd_space(trouble, report, trouble->at) ||
	       say_odd_space(trouble, report, trouble->from);
}

/* A text that goes on below a comment. */
bool trouble_comment(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t sign = trouble->last_end;
	struct finding *finding;

	if (trouble->last < LAST_PLAIN || trouble->last > LAST_DOUBLE || trouble->at >= bytes.len ||
	    line_first(bytes, trouble->at) != trouble->at)
		return false;
	while (sign < trouble->at && bytes.at[sign] != '#')
		sign++;
	if (sign == trouble->at || line_start(bytes, trouble->at) == trouble->at)
		return false;
	finding = report_add(
		report, &kind_yaml_syntax, span_of(trouble, sign, line_stop(bytes, sign)),
		"this is a comment, and the text above it cannot go on behind a comment");
	finding_hint(report, finding,
		     "move the comment; if “#” belongs to the text, put the whole text in quotes");
	return true;
}

static bool is_quoted(const struct trouble *trouble)
{
	return trouble->last == LAST_SINGLE || trouble->last == LAST_DOUBLE;
}

/* Whether only blanks stand between the last thing and where libyaml stopped. */
static bool is_right_behind_last(const struct trouble *trouble)
{
	struct str bytes = trouble->source->bytes;

	if (trouble->last_end > trouble->at)
		return false;
	for (uint32_t i = trouble->last_end; i < trouble->at; i++) {
		if (!is_blank(bytes.at[i]))
			return false;
	}
	return trouble->at < bytes.len;
}

/*
 * Whether a quoted text of several lines ends where another text was meant to
 * begin: the line of its closing quote is a key, a hyphen or nothing up to it.
 */
static bool ends_in_next_quote(const struct trouble *trouble)
{
	struct str bytes = trouble->source->bytes;
	uint32_t quote = trouble->last_end - 1;

	if (line_start(bytes, quote) <= trouble->last_begin)
		return false;
	return line_key_colon(bytes, quote) < quote || line_content(bytes, quote) == quote;
}

static bool say_open_quote(const struct trouble *trouble, struct report *report, uint32_t quote)
{
	struct str bytes = trouble->source->bytes;
	char sign = bytes.at[quote];
	struct finding *finding;

	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, quote, quote + 1),
			     "this quotation mark is never closed");
	finding_hint(
		report, finding,
		sign == '\''
			? "put another %c where the text ends; if it is an apostrophe, put the "
			  "whole text in double quotes"
			: "put another %c where the text ends",
		sign);
	return true;
}

bool trouble_open_quote(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;

	if (trouble->from >= bytes.len || !strchr("\"'", bytes.at[trouble->from]))
		return false;
	return say_open_quote(trouble, report, trouble->from);
}

static bool say_early_end(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t quote = trouble->last_end - 1;
	bool single = bytes.at[quote] == '\'';
	struct finding *finding;

	finding = report_add(
		report, &kind_yaml_syntax, span_of(trouble, quote, quote + 1),
		single ? "this apostrophe ends the text that began with a single quotation mark"
		       : "this quotation mark ends the text that began with another");
	finding_hint(
		report, finding,
		single ? "write it twice (''), or put the whole text in double quotes"
		       : "write \\\" inside the text, or put single quotes round the whole of it");
	return true;
}

bool trouble_behind_quote(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t end;
	struct finding *finding;
	struct str words, quoted;

	if (!is_quoted(trouble) || !is_right_behind_last(trouble))
		return false;
	if (ends_in_next_quote(trouble))
		return say_open_quote(trouble, report, trouble->last_begin);
	if (trouble->at == trouble->last_end && is_letter(bytes.at[trouble->at]))
		return say_early_end(trouble, report);
	end = line_text_stop(bytes, trouble->at);
	if (end <= trouble->at)
		end = line_stop(bytes, trouble->at);
	words = line_excerpt(report, bytes, trouble->at, end);
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, trouble->at, end),
			     "“%.*s” stands behind the closing quotation mark", STR_ARG(words));
	quoted = line_quoted(report, bytes, trouble->last_begin, end);
	finding_hint(report, finding, "put quotes round the whole text, or none%s%.*s",
		     quoted.len ? ": " : "", STR_ARG(quoted));
	return true;
}

/* A list item that libyaml took for more of the text of the key above. */
static bool say_item_behind_text(const struct trouble *trouble, struct report *report,
				 uint32_t above)
{
	struct str bytes = trouble->source->bytes;
	uint32_t first = line_first(bytes, trouble->at);
	struct finding *finding;

	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, first, first + 1),
			     "a list item stands here, but “%.*s” above it has a text already",
			     STR_ARG(line_excerpt(report, bytes, line_content(bytes, above),
						  line_key_colon(bytes, above))));
	finding_hint(
		report, finding,
		"if it is an item of the list further up, indent it as its other items; else put "
		"the list below a key of its own");
	return true;
}

/*
 * A key that libyaml took for more of the text above: it is indented further
 * than the keys it belongs to, or the line above is no key as it should be.
 */
static bool say_swallowed_key(const struct trouble *trouble, struct report *report, uint32_t key)
{
	struct str bytes = trouble->source->bytes;
	uint32_t above = key;
	struct finding *finding;
	uint32_t indent;

	do {
		if (!line_above(bytes, &above))
			return false;
	} while (line_content(bytes, above) >= line_text_stop(bytes, above));
	if (line_key_colon(bytes, above) == line_stop(bytes, above) &&
	    line_first(bytes, key) - line_start(bytes, key) <=
		    line_content(bytes, above) - line_start(bytes, above))
		return trouble_no_key(trouble, report, line_content(bytes, above));
	while (line_key_colon(bytes, above) == line_stop(bytes, above) ||
	       bytes.at[line_content(bytes, above)] == '#') {
		if (!line_above(bytes, &above))
			return false;
	}
	if (line_first(bytes, key) != key)
		return say_item_behind_text(trouble, report, above);
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, key, trouble->at),
			     "“%.*s” is indented further than the keys it belongs to",
			     STR_ARG(line_excerpt(report, bytes, key, trouble->at)));
	indent = line_content(bytes, above) - line_start(bytes, above);
	finding_hint(report, finding,
		     "%.*s, as “%.*s” above; if it is text, put the text in quotes",
		     STR_ARG(line_indent_words(report, indent)),
		     STR_ARG(line_excerpt(report, bytes, line_content(bytes, above),
					  line_key_colon(bytes, above))));
	return true;
}

bool trouble_colon(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t key = line_content(bytes, trouble->at);
	uint32_t value = line_value(bytes, trouble->at);
	uint32_t end = line_text_stop(bytes, trouble->at);
	bool is_curly;
	struct finding *finding;
	struct str words;

	if (is_quoted(trouble) && trouble->last_end > line_start(bytes, trouble->at) &&
	    is_right_behind_last(trouble))
		return trouble_behind_quote(trouble, report);
	if (line_key_colon(bytes, trouble->at) == trouble->at &&
	    say_swallowed_key(trouble, report, key))
		return true;
	if (value >= trouble->at || end <= trouble->at)
		return false;
	words = line_excerpt(report, bytes, value, end);
	is_curly = str_starts(words, STR("“"));
	finding = report_add(report, &kind_yaml_syntax,
			     span_of(trouble, trouble->at, trouble->at + 1),
			     is_curly ? "%.*s holds a colon and a space, and has no straight quotes"
				      : "“%.*s” holds a colon and a space, and has no quotes",
			     STR_ARG(words));
	if (is_curly)
		finding_hint(
			report, finding,
			"curly quotes mean nothing to YAML: put straight ones (\") round the text");
	else if (value == line_first(bytes, trouble->at))
		finding_hint(report, finding,
			     "put quotes round the text, which begins on a line above, or write >- "
			     "behind its key and the text, indented, below");
	else
		hint_quotes(trouble, report, finding, value, end);
	return true;
}

bool trouble_escape(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	size_t end = trouble->at + 1;
	struct finding *finding;

	if (end >= bytes.len || bytes.at[trouble->at] != '\\')
		return false;
	utf8_next(bytes, &end);
	finding = report_add(
		report, &kind_yaml_syntax, span_of(trouble, trouble->at, (uint32_t)end),
		"a backslash in double quotes begins a special sign, and “%.*s” is none",
		(int)(end - trouble->at), bytes.at + trouble->at);
	finding_hint(report, finding,
		     "write two backslashes for one, or put the text in single quotes");
	return true;
}

/* \x, \u and \U want 2, 4 and 8 digits from 0 to F. */
bool trouble_number_escape(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t begin = trouble->at < bytes.len ? trouble->at : (uint32_t)bytes.len - 1;
	struct finding *finding;

	while (begin > trouble->from && bytes.at[begin] != '\\')
		begin--;
	if (begin + 1 >= bytes.len || bytes.at[begin] != '\\')
		return false;
	finding = report_add(
		report, &kind_yaml_syntax, span_of(trouble, begin, begin + 2),
		"“%.*s” in double quotes must be followed by the number of a character", 2,
		bytes.at + begin);
	finding_hint(report, finding,
		     "write two backslashes for one, or put the text in single quotes");
	return true;
}

static bool say_sign(const struct trouble *trouble, struct report *report, uint32_t at)
{
	struct str bytes = trouble->source->bytes;
	uint32_t end = line_text_stop(bytes, at);
	struct finding *finding;

	if (at >= bytes.len || !strchr("@`%*&!|>[{]},?-#:\"'", bytes.at[at]) || end <= at)
		return false;
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, at, at + 1),
			     "a text that begins with “%c” must stand in quotes", bytes.at[at]);
	hint_quotes(trouble, report, finding, at, end);
	return true;
}

bool trouble_sign_at(const struct trouble *trouble, struct report *report)
{
	return say_sign(trouble, report, trouble->at);
}

bool trouble_sign_from(const struct trouble *trouble, struct report *report)
{
	return say_sign(trouble, report, trouble->from);
}

bool trouble_sign_last(const struct trouble *trouble, struct report *report)
{
	if ((trouble->last != LAST_ALIAS && trouble->last != LAST_FLOW) ||
	    !is_right_behind_last(trouble))
		return false;
	return say_sign(trouble, report, trouble->last_begin);
}

/* The line begins a text that “|” or “>” at the end of the line above announces. */
bool trouble_block_indent(const struct trouble *trouble, struct report *report, uint32_t at)
{
	struct str bytes = trouble->source->bytes;
	uint32_t above = at, colon, value, end;
	struct finding *finding;

	do {
		if (!line_above(bytes, &above))
			return false;
		end = line_text_stop(bytes, above);
	} while (line_first(bytes, above) >= end);
	colon = line_key_colon(bytes, above);
	value = line_value(bytes, above);
	if (colon >= end || value >= end || end - value > 3 || !strchr("|>", bytes.at[value]) ||
	    line_first(bytes, at) != at)
		return false;
	finding = report_add(report, &kind_yaml_syntax,
			     span_of(trouble, at, line_text_stop(bytes, at)),
			     "the text of “%.*s” begins here, and is not indented",
			     STR_ARG(line_excerpt(report, bytes, line_content(bytes, above), end)));
	finding_hint(report, finding,
		     "indent the text by two spaces: begin each of its lines with %u spaces",
		     line_content(bytes, above) - line_start(bytes, above) + 2);
	return true;
}

bool trouble_block_header(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t end = line_text_stop(bytes, trouble->from);
	struct finding *finding;

	if (trouble->from >= bytes.len || !strchr("|>", bytes.at[trouble->from]))
		return false;
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, trouble->from, end),
			     "behind “%c” the text must begin on the line below",
			     bytes.at[trouble->from]);
	finding_hint(
		report, finding,
		"move the text to the next line, indented; if “%c” belongs to the text, put the "
		"whole of it in quotes",
		bytes.at[trouble->from]);
	return true;
}
