/* Which of libyaml's complaints may mean what, and those that are about the shape of a file. */
#include "tree/yaml_trouble.h"
#include "tree/yaml.h"

#include <string.h>

static struct span span_of(const struct trouble *trouble, uint32_t begin, uint32_t end)
{
	return (struct span){ trouble->source, begin, end };
}

static bool is_blank_or_end(struct str bytes, uint32_t at)
{
	return at >= bytes.len || strchr(" \t\n\r", bytes.at[at]);
}

/* Where the words end that begin at `at`: at a blank. */
static uint32_t word_end(struct str bytes, uint32_t at)
{
	while (!is_blank_or_end(bytes, at))
		at++;
	return at;
}

/* Words without a blank, then a colon, then no blank: `title:Housing`. */
static bool no_space_behind_colon(const struct trouble *trouble, struct report *report, uint32_t at)
{
	struct str bytes = trouble->source->bytes;
	uint32_t begin = line_content(bytes, at);
	uint32_t end = word_end(bytes, begin);
	uint32_t colon = begin + (uint32_t)str_find_byte(str_slice(bytes, begin, end), ':', 0);
	struct finding *finding;

	if (colon == begin || colon + 1 >= end || bytes.at[colon + 1] == '/')
		return false;
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, colon, colon + 1),
			     "there is no space behind the colon of “%.*s”",
			     STR_ARG(line_excerpt(report, bytes, begin, colon)));
	finding_hint(report, finding, "write a space behind it: “%.*s: %.*s”",
		     STR_ARG(line_excerpt(report, bytes, begin, colon)),
		     STR_ARG(line_excerpt(report, bytes, colon + 1, line_text_stop(bytes, colon))));
	return true;
}

/* A list item as `-item`. */
static bool no_space_behind_hyphen(const struct trouble *trouble, struct report *report,
				   uint32_t at)
{
	struct str bytes = trouble->source->bytes;
	struct finding *finding;

	if (at >= bytes.len || bytes.at[at] != '-' || is_blank_or_end(bytes, at + 1) ||
	    line_first(bytes, at) != at)
		return false;
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, at, at + 1),
			     "there is no space behind the hyphen of this list item");
	finding_hint(report, finding, "write “- %.*s”",
		     STR_ARG(line_excerpt(report, bytes, at + 1, line_text_stop(bytes, at))));
	return true;
}

bool trouble_no_key(const struct trouble *trouble, struct report *report, uint32_t at)
{
	struct str bytes = trouble->source->bytes;
	uint32_t end = line_text_stop(bytes, at);
	struct finding *finding;

	if (trouble_block_indent(trouble, report, at) ||
	    no_space_behind_colon(trouble, report, at) ||
	    no_space_behind_hyphen(trouble, report, at))
		return true;
	if (end <= at)
		return false;
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, at, end),
			     "“%.*s” is neither a key with its colon nor part of the text above",
			     STR_ARG(line_excerpt(report, bytes, at, end)));
	finding_hint(report, finding,
		     "if it is a key, put a colon behind it; if it goes on with the text above, "
		     "indent it further than that text's key");
	return true;
}

static bool trouble_missing_colon(const struct trouble *trouble, struct report *report)
{
	return trouble_open_quote(trouble, report) ||
	       trouble_no_key(trouble, report, trouble->from);
}

/* A line behind a block of text (| or >) that is indented, but less than the text. */
static bool trouble_behind_block(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t at = trouble->at;
	uint32_t text = line_stop(bytes, trouble->last_begin);
	struct finding *finding;

	if (trouble->last != LAST_BLOCK || at >= bytes.len || line_first(bytes, at) != at ||
	    line_start(bytes, at) == at)
		return false;
	while (text < bytes.len && strchr(" \t\n\r", bytes.at[text]))
		text++;
	if (text >= at)
		return false;
	finding = report_add(
		report, &kind_yaml_syntax, span_of(trouble, at, line_stop(bytes, at)),
		"this line is indented less than the text above, and more than its key");
	finding_hint(report, finding, "if it belongs to the text, %.*s, as the line “%.*s”",
		     STR_ARG(line_indent_words(report, text - line_start(bytes, text))),
		     STR_ARG(line_excerpt(report, bytes, text, line_stop(bytes, text))));
	return true;
}

/* What begins the line: an item of a list, a key, or neither. */
enum beginning { BEGINS_ITEM, BEGINS_KEY, BEGINS_OTHER };

static enum beginning beginning_of(struct str bytes, uint32_t line)
{
	uint32_t first = line_first(bytes, line);

	if (first < bytes.len && bytes.at[first] == '-' && is_blank_or_end(bytes, first + 1))
		return BEGINS_ITEM;
	if (first < bytes.len && bytes.at[first] != '#' &&
	    line_key_colon(bytes, line) < line_stop(bytes, line))
		return BEGINS_KEY;
	return BEGINS_OTHER;
}

/*
 * The column (from 0) that a line of its kind, or the key behind the hyphen of
 * an item, has in the nearest line above; UINT32_MAX when there is none.
 */
static uint32_t column_above(struct str bytes, uint32_t at, enum beginning kind, uint32_t *above)
{
	*above = at;
	while (line_above(bytes, above)) {
		enum beginning there = beginning_of(bytes, *above);
		uint32_t start = line_start(bytes, *above);

		if (there == BEGINS_OTHER)
			continue;
		if (there == kind)
			return line_first(bytes, *above) - start;
		if (kind == BEGINS_KEY && line_key_colon(bytes, *above) < line_stop(bytes, *above))
			return line_content(bytes, *above) - start;
	}
	return UINT32_MAX;
}

/* The first item of the list whose key stands on the line above. */
static bool say_first_item(const struct trouble *trouble, struct report *report, uint32_t at)
{
	struct str bytes = trouble->source->bytes;
	uint32_t above = at, begin, end;
	struct finding *finding;

	if (!line_above(bytes, &above))
		return false;
	begin = line_content(bytes, above);
	end = line_text_stop(bytes, above);
	if (begin >= end || line_key_colon(bytes, above) + 1 != end)
		return false;
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, at, at + 1),
			     "the indent of this line fits none above it");
	finding_hint(report, finding, "%.*s, two more than “%.*s” above",
		     STR_ARG(line_indent_words(report, begin - line_start(bytes, above) + 2)),
		     STR_ARG(line_excerpt(report, bytes, begin, end)));
	return true;
}

/* A line whose indent is none of those in use above it. */
static bool trouble_indent(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t at = trouble->at;
	uint32_t indent = at - line_start(bytes, at);
	enum beginning kind = beginning_of(bytes, at);
	uint32_t above, wanted, end;
	struct finding *finding;

	if (at >= bytes.len || line_first(bytes, at) != at || kind == BEGINS_OTHER)
		return false;
	wanted = column_above(bytes, at, kind, &above);
	if (kind == BEGINS_ITEM && say_first_item(trouble, report, at))
		return true;
	if (wanted == UINT32_MAX || wanted == indent)
		return false;
	end = kind == BEGINS_KEY ? line_key_colon(bytes, at) : at + 1;
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, at, end),
			     "the indent of this line fits none above it");
	finding_hint(report, finding, "%.*s, as %s above: “%.*s”",
		     STR_ARG(line_indent_words(report, wanted)),
		     kind == BEGINS_KEY ? "the key" : "the list item",
		     STR_ARG(line_excerpt(report, bytes, line_content(bytes, above),
					  line_text_stop(bytes, line_content(bytes, above)))));
	return true;
}

static bool item_among_keys(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	struct finding *finding;

	if (trouble->at >= bytes.len || beginning_of(bytes, trouble->at) != BEGINS_ITEM ||
	    line_first(bytes, trouble->at) != trouble->at)
		return false;
	finding = report_add(report, &kind_yaml_syntax,
			     span_of(trouble, trouble->at, trouble->at + 1),
			     "a list item stands among keys");
	finding_hint(report, finding, "put the list below a key of its own, such as “notes:”");
	return true;
}

static bool key_among_items(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t end = line_text_stop(bytes, trouble->at);
	struct finding *finding;

	if (no_space_behind_hyphen(trouble, report, trouble->at))
		return true;
	if (trouble->at >= bytes.len || line_first(bytes, trouble->at) != trouble->at ||
	    end <= trouble->at)
		return false;
	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, trouble->at, end),
			     "“%.*s” stands among list items and has no hyphen",
			     STR_ARG(line_excerpt(report, bytes, trouble->at, end)));
	finding_hint(report, finding,
		     "begin it with “- ”, or indent it further if it belongs to the item above");
	return true;
}

static bool stray_bracket(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	struct finding *finding;

	if (trouble->at >= bytes.len || !strchr("]}", bytes.at[trouble->at]))
		return false;
	finding = report_add(report, &kind_yaml_syntax,
			     span_of(trouble, trouble->at, trouble->at + 1),
			     "this bracket closes none that was opened");
	finding_hint(report, finding, "delete it, or put quotes round the whole text");
	return true;
}

static bool no_key(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	struct finding *finding;

	if (trouble->at >= bytes.len || bytes.at[trouble->at] != ':')
		return false;
	finding = report_add(report, &kind_yaml_syntax,
			     span_of(trouble, trouble->at, trouble->at + 1),
			     "there is no key in front of this colon");
	finding_hint(report, finding, "write a key in front of it, or put the text in quotes");
	return true;
}

static bool trouble_list_on_line(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t end = line_text_stop(bytes, trouble->at);
	struct finding *finding;

	if (line_value(bytes, trouble->at) != trouble->at ||
	    line_first(bytes, trouble->at) == trouble->at || end <= trouble->at)
		return false;
	finding = report_add(report, &kind_yaml_syntax,
			     span_of(trouble, trouble->at, trouble->at + 1),
			     "a list cannot begin on the line of its key");
	finding_hint(
		report, finding,
		"put “%.*s” on the line below, indented; if it is no list but a text, put it in "
		"quotes",
		STR_ARG(line_excerpt(report, bytes, trouble->at, end)));
	return true;
}

static bool trouble_directive(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t at = line_start(bytes, trouble->from);
	struct finding *finding;

	if (at >= bytes.len || bytes.at[at] != '%')
		return false;
	finding = report_add(
		report, &kind_yaml_syntax, span_of(trouble, at, line_text_stop(bytes, at)),
		"a line that begins with “%c” is an instruction to YAML, and this is none", '%');
	finding_hint(
		report, finding,
		"delete the line; if it is text, indent it below its key and put it in quotes");
	return true;
}

static bool trouble_no_start(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	struct finding *finding;

	if (trouble->at >= bytes.len)
		return false;
	finding = report_add(report, &kind_yaml_syntax,
			     span_of(trouble, trouble->at, word_end(bytes, trouble->at)),
			     "a line “---” must stand between the lines with “%c” and this", '%');
	finding_hint(report, finding, "delete the lines that begin with “%c”: they are not needed",
		     '%');
	return true;
}

static bool trouble_tag_handle(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t end = word_end(bytes, trouble->at);
	struct finding *finding;

	finding = report_add(
		report, &kind_yaml_tag, span_of(trouble, trouble->at, end),
		"“%.*s” is taken for the name of a type, and there is none of that name",
		STR_ARG(line_excerpt(report, bytes, trouble->at, end)));
	finding_hint(report, finding,
		     "if it belongs to the text, put the whole text in quotes; if not, delete it");
	return true;
}

static bool say_open_bracket(const struct trouble *trouble, struct report *report, uint32_t open)
{
	char sign = trouble->source->bytes.at[open];
	struct finding *finding;

	finding = report_add(report, &kind_yaml_syntax, span_of(trouble, open, open + 1),
			     "this bracket is never closed");
	finding_hint(report, finding,
		     "put “%c” where the list ends; if “%c” begins a text, put that in quotes",
		     sign == '[' ? ']' : '}', sign);
	return true;
}

/* Whether the line that libyaml stopped in is one of a list or group below the open bracket's. */
static bool has_left_bracket(const struct trouble *trouble, uint32_t open)
{
	struct str bytes = trouble->source->bytes;
	uint32_t line = line_start(bytes, trouble->at);

	return trouble->at >= bytes.len ||
	       (line > open && beginning_of(bytes, line) != BEGINS_OTHER);
}

/* In brackets: one that is open, or a comma that is missing. */
static bool trouble_in_brackets(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	uint32_t open = trouble->has_open ? trouble->open : trouble->from;
	struct finding *finding;
	uint32_t end;

	if (open >= bytes.len || !strchr("[{", bytes.at[open]))
		return false;
	if (has_left_bracket(trouble, open))
		return say_open_bracket(trouble, report, open);
	if (bytes.at[trouble->at] == ',')
		finding = report_add(report, &kind_yaml_syntax,
				     span_of(trouble, trouble->at, trouble->at + 1),
				     "nothing stands in front of this comma");
	else if (bytes.at[trouble->at] == ':' || bytes.at[trouble->at] == '-')
		finding = report_add(report, &kind_yaml_syntax,
				     span_of(trouble, trouble->at, trouble->at + 1),
				     "“%c” cannot stand here, inside brackets",
				     bytes.at[trouble->at]);
	else if (strchr("]}", bytes.at[trouble->at]))
		finding = report_add(report, &kind_yaml_syntax,
				     span_of(trouble, trouble->at, trouble->at + 1),
				     "“%c” does not close “%c”", bytes.at[trouble->at],
				     bytes.at[open]);
	else {
		for (end = trouble->at;
		     !is_blank_or_end(bytes, end) && !strchr(",]}", bytes.at[end]);)
			end++;
		finding = report_add(report, &kind_yaml_syntax, span_of(trouble, trouble->at, end),
				     "there is no comma in front of “%.*s”, inside brackets",
				     STR_ARG(line_excerpt(report, bytes, trouble->at, end)));
	}
	finding_hint(
		report, finding,
		"inside brackets items are parted by commas; a text that holds a comma, a colon, a "
		"bracket or a quotation mark needs quotes");
	return true;
}

#define MOST_CAUSES 10

/*
 * libyaml's complaints, and what may be behind each, the likeliest first. Tabs
 * and odd spaces come before all.
 */
static const struct {
	const char *problem;
	bool (*causes[MOST_CAUSES])(const struct trouble *trouble, struct report *report);
} rows[] = {
	{ "mapping values are not allowed in this context", { trouble_colon, no_key } },
	{ "could not find expected ':'", { trouble_missing_colon } },
	{ "did not find expected key",
	  { trouble_behind_quote, stray_bracket, trouble_sign_last, no_key, trouble_indent,
	    trouble_behind_block, trouble_comment, item_among_keys, trouble_sign_at } },
	{ "did not find expected '-' indicator",
	  { trouble_behind_quote, stray_bracket, trouble_sign_last, trouble_indent,
	    trouble_behind_block, trouble_comment, key_among_items, trouble_sign_at } },
	{ "block sequence entries are not allowed in this context", { trouble_list_on_line } },
	{ "mapping keys are not allowed in this context", { trouble_sign_at } },
	{ "found character that cannot start any token", { trouble_sign_at } },
	{ "did not find expected alphabetic or numeric character", { trouble_sign_from } },
	{ "did not find expected whitespace or line break",
	  { trouble_directive, trouble_sign_from } },
	{ "did not find expected '!'", { trouble_directive, trouble_sign_from } },
	{ "did not find expected tag URI", { trouble_directive, trouble_sign_from } },
	{ "did not find the expected '>'", { trouble_sign_from } },
	{ "did not find URI escaped octet", { trouble_directive, trouble_sign_from } },
	{ "found an incorrect leading UTF-8 octet", { trouble_directive, trouble_sign_from } },
	{ "found an incorrect trailing UTF-8 octet", { trouble_directive, trouble_sign_from } },
	{ "found undefined tag handle", { trouble_tag_handle } },
	{ "did not find expected comment or line break",
	  { trouble_directive, trouble_block_header } },
	{ "found an indentation indicator equal to 0", { trouble_block_header } },
	{ "found unexpected document indicator", { trouble_open_quote } },
	{ "found unexpected end of stream", { trouble_open_quote } },
	{ "found unknown escape character", { trouble_escape } },
	{ "did not find expected hexdecimal number", { trouble_number_escape } },
	{ "found invalid Unicode character escape code", { trouble_number_escape } },
	{ "found unexpected ':'", { trouble_in_brackets } },
	{ "did not find expected ',' or ']'", { trouble_in_brackets } },
	{ "did not find expected ',' or '}'", { trouble_in_brackets } },
	{ "did not find expected node content",
	  { trouble_in_brackets, trouble_behind_quote, trouble_sign_at } },
	{ "did not find expected <document start>", { trouble_no_start } },
	{ "found unknown directive name", { trouble_directive } },
	{ "could not find expected directive name", { trouble_directive } },
	{ "found unexpected non-alphabetical character", { trouble_directive } },
	{ "did not find expected digit or '.' character", { trouble_directive } },
	{ "found extremely long version number", { trouble_directive } },
	{ "did not find expected version number", { trouble_directive } },
	{ "did not find expected whitespace", { trouble_directive } },
	{ "found duplicate %YAML directive", { trouble_directive } },
	{ "found duplicate %TAG directive", { trouble_directive } },
	{ "found incompatible YAML document", { trouble_directive } },
};

static bool explain(const struct trouble *trouble, struct report *report)
{
	if (trouble_tab(trouble, report) || trouble_odd_space(trouble, report))
		return true;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		if (strcmp(rows[i].problem, trouble->problem) != 0)
			continue;
		for (size_t j = 0; j < MOST_CAUSES && rows[i].causes[j]; j++) {
			if (rows[i].causes[j](trouble, report))
				return true;
		}
	}
	return false;
}

void yaml_report_trouble(const struct trouble *trouble, struct report *report)
{
	struct str bytes = trouble->source->bytes;
	struct finding *finding;

	if (explain(trouble, report))
		return;
	finding = report_add(report, &kind_yaml_syntax,
			     span_of(trouble, trouble->at, word_end(bytes, trouble->at)),
			     "this cannot be read as YAML here");
	finding_hint(report, finding,
		     "look at the quotes, colons and indents of this line and of the one above");
}
