/*
 * Places in documents that a generator with a fixed seed makes of all the ways
 * YAML has of writing a text, whole and damaged. libyaml, asked directly, says
 * what their values are. ROUNDS in the environment makes more or fewer.
 *
 * Long because the generator is half a grammar of YAML.
 */
#include "base/buf.h"
#include "tree/yaml_check.h"
#include "place_checks.h"

#include <yaml.h>

/* --- What libyaml says the values are --- */

/*
 * The scalar number *skip of the tree, in the file's order.
 */
static const struct node *next_scalar(const struct node *node, unsigned *skip)
{
	uint32_t count = node->kind == NODE_MAP ? node->count * 2 : node->count;

	if (node->kind == NODE_SCALAR)
		return (*skip)-- == 0 ? node : NULL;
	for (uint32_t i = 0; i < count; i++) {
		const struct node *item = node->kind == NODE_LIST ? node->items[i]
					  : i % 2                 ? node->pairs[i / 2].value
								  : node->pairs[i / 2].key;
		const struct node *found = next_scalar(item, skip);

		if (found)
			return found;
	}
	return NULL;
}

/*
 * The values of all scalars, by libyaml alone: each must be the text of the
 * scalar that the tree has there. What libyaml wrongly takes for line ends is
 * replaced in what it gets, and in both texts. Not for files with aliases.
 */
static void check_against_libyaml(const struct node *root, struct str bytes, struct arena *arena)
{
	yaml_parser_t parser;
	yaml_event_t event;
	yaml_event_type_t type = YAML_NO_EVENT;
	unsigned index = 0;

	bytes = yaml_replace_odd_breaks(bytes, arena);
	assert_true(yaml_parser_initialize(&parser));
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.at, bytes.len);
	while (type != YAML_STREAM_END_EVENT) {
		assert_true(yaml_parser_parse(&parser, &event));
		type = event.type;
		if (type == YAML_SCALAR_EVENT) {
			unsigned skip = index++;
			const struct node *scalar = next_scalar(root, &skip);
			struct str value = { (const char *)event.data.scalar.value,
					     event.data.scalar.length };

			assert_non_null(scalar);
			value = yaml_replace_odd_breaks(value, arena);
			require(str_equal(yaml_replace_odd_breaks(scalar->text, arena), value),
				scalar, "libyaml has another text");
			require(scalar->style + 1 == (int)event.data.scalar.style, scalar,
				"libyaml has another style");
		}
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

/* --- The generator --- */

struct generator {
	uint64_t state;
	struct buf out;
	const char *line_end;
	bool odd;    /* U+2028 and the like may occur */
	bool simple; /* only what libyaml reads as YAML 1.2 does */
};

static uint32_t below(struct generator *generator, uint32_t bound)
{
	generator->state = generator->state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(generator->state >> 33) % bound;
}

static bool one_in(struct generator *generator, uint32_t bound)
{
	return below(generator, bound) == 0;
}

static void add(struct generator *generator, const char *text)
{
	buf_add_c(&generator->out, text);
}

static void add_spaces(struct generator *generator, unsigned count)
{
	while (count--)
		buf_add_byte(&generator->out, ' ');
}

static void add_line_end(struct generator *generator)
{
	add(generator, generator->line_end);
}

static const char *const words[] = {
	"plan",     "Head",     "of",    "Housing",   "survey",
	"2023-09",  "10%",      "staff", "a",         "café",
	"£1.2m",    "“quoted”", "it's",  "x#y",       "http://x.org/a",
	"—",        "naïve",    "a:b",   "日本",      "😀",
	"co-op",    "(A)",      "I",     "retention", "and",
	"turnover", "no",       "1.10",  "e\xCC\x81", "a,b",
	"-x",       "R&D",
};
static const char *const odd_words[] = {
	"a\xE2\x80\xA8"
	"b",
	"\xC2\x85next",
	"c\xE2\x80\xA9",
	"d\xC2\xA0"
	"e",
	"f\xE2\x80\xA7g",
	"\xE2\x80\xA8",
};

static void add_word(struct generator *generator)
{
	if (generator->odd && one_in(generator, 5))
		add(generator, odd_words[below(generator, ARRAY_LEN(odd_words))]);
	else
		add(generator, words[below(generator, ARRAY_LEN(words))]);
}

/* White space between words: within the line, or, where `lines`, over a line end. */
static void add_gap(struct generator *generator, unsigned indent, bool lines)
{
	static const char *const trails[] = { "", "", "", " ", "  ", "\t", " \t " };

	if (!lines || !one_in(generator, 4)) {
		add(generator, one_in(generator, 6) ? "  " : one_in(generator, 9) ? "\t" : " ");
		return;
	}
	add(generator, trails[below(generator, ARRAY_LEN(trails))]);
	add_line_end(generator);
	while (one_in(generator, 3)) {
		add(generator, one_in(generator, 3) ? "   " : "");
		add_line_end(generator);
	}
	add_spaces(generator, indent + below(generator, 3));
	if (one_in(generator, 8))
		add(generator, "\t");
}

/* Words that can stand anywhere without quotes. */
static void add_plain(struct generator *generator, unsigned indent, bool lines, bool in_brackets)
{
	unsigned count = 1 + below(generator, 8);

	add(generator, "w");
	for (unsigned i = 0; i < count; i++) {
		const char *word;

		add_gap(generator, indent, lines);
		do {
			word = words[below(generator, ARRAY_LEN(words))];
		} while (in_brackets && strchr(word, ','));
		if (generator->odd && one_in(generator, 5))
			word = odd_words[below(generator, ARRAY_LEN(odd_words))];
		add(generator, word);
	}
}

static void add_single(struct generator *generator, unsigned indent, bool lines)
{
	unsigned count = below(generator, 8);

	add(generator, "'");
	if (one_in(generator, 4))
		add_gap(generator, indent, lines);
	for (unsigned i = 0; i < count; i++) {
		if (one_in(generator, 4))
			add(generator, one_in(generator, 2) ? "''" : "''''");
		else if (one_in(generator, 5))
			add(generator, one_in(generator, 2) ? ": \"" : "\\n # ");
		else if (generator->odd && one_in(generator, 4))
			add(generator, odd_words[below(generator, ARRAY_LEN(odd_words))]);
		else
			add(generator, one_in(generator, 2) ? "don''t" : "Policy");
		if (!one_in(generator, 5))
			add_gap(generator, indent, lines);
	}
	add(generator, "'");
}

static const char *const signs[] = {
	"\\0",     "\\a",         "\\b",     "\\t",     "\\\t",        "\\n",   "\\v",
	"\\f",     "\\r",         "\\e",     "\\ ",     "\\\"",        "\\/",   "\\\\",
	"\\N",     "\\_",         "\\L",     "\\P",     "\\x41",       "\\xe9", "\\u0041",
	"\\u20AC", "\\U0001F600", "\\u2028", "\\uE000", "\\U0010FFFF", "\\x00",
};

static void add_double(struct generator *generator, unsigned indent, bool lines)
{
	unsigned count = below(generator, 9);

	add(generator, "\"");
	if (one_in(generator, 4))
		add_gap(generator, indent, lines);
	for (unsigned i = 0; i < count; i++) {
		if (one_in(generator, 3))
			add(generator, signs[below(generator, ARRAY_LEN(signs))]);
		else
			add_word(generator);
		if (lines && one_in(generator, 6)) {
			add(generator, one_in(generator, 2) ? " \\" : "\\");
			add_line_end(generator);
			while (one_in(generator, 3))
				add_line_end(generator);
			add_spaces(generator, indent + below(generator, 3));
		} else if (!one_in(generator, 5)) {
			add_gap(generator, indent, lines);
		}
	}
	add(generator, "\"");
}

static void add_block_line(struct generator *generator, bool first)
{
	if (!first && one_in(generator, 6))
		add(generator, one_in(generator, 3) ? "\t" : one_in(generator, 2) ? "  " : " ");
	if (!one_in(generator, 12) || first) {
		add(generator, one_in(generator, 8) ? "# no comment" : "word");
		for (unsigned i = below(generator, 5); i > 0; i--) {
			add(generator, one_in(generator, 5) ? "  " : " ");
			add_word(generator);
		}
	}
	if (one_in(generator, 8))
		add(generator, one_in(generator, 3) ? "\t" : "  ");
}

/*
 * A block scalar, lines and all, with its last line end. `parent` is the
 * column its lines must be further in than.
 */
static void add_block(struct generator *generator, int parent)
{
	static const char *const chomps[] = { "", "-", "+" };
	unsigned step = 1 + below(generator, 4);
	unsigned indent = (unsigned)(parent < 0 ? 0 : parent) + step;
	unsigned lines = below(generator, 7);
	bool has_indent = one_in(generator, 3);

	add(generator, one_in(generator, 2) ? "|" : ">");
	if (has_indent && one_in(generator, 2)) {
		buf_printf(&generator->out, "%u", step);
		add(generator, chomps[below(generator, ARRAY_LEN(chomps))]);
	} else {
		add(generator, chomps[below(generator, ARRAY_LEN(chomps))]);
		if (has_indent)
			buf_printf(&generator->out, "%u", step);
	}
	if (one_in(generator, 5))
		add(generator, one_in(generator, 2) ? " # a comment" : "  ");
	add_line_end(generator);
	for (unsigned i = 0; i < lines; i++) {
		if (one_in(generator, 4)) {
			/* Blank, or of spaces: as text where the indent is known by then. */
			add_spaces(generator,
				   one_in(generator, 3) ? below(generator, step + 1) : 0);
			if ((has_indent || i > 0) && one_in(generator, 3))
				add_spaces(generator, indent);
			add_line_end(generator);
			if (i == 0 && !has_indent)
				i--, lines--;
			continue;
		}
		add_spaces(generator, indent);
		if (has_indent && i == 0 && one_in(generator, 3))
			add_spaces(generator, 2);
		add_block_line(generator, i == 0);
		add_line_end(generator);
	}
	while (one_in(generator, 3)) {
		add_spaces(generator, one_in(generator, 3) ? below(generator, step + 1) : 0);
		add_line_end(generator);
	}
	if (one_in(generator, 6)) {
		add(generator, "# a comment behind it");
		add_line_end(generator);
	}
}

static void add_properties(struct generator *generator, bool is_text)
{
	if (one_in(generator, 12))
		buf_printf(&generator->out, "&a%u ", below(generator, 1000));
	if (is_text && one_in(generator, 12))
		add(generator, one_in(generator, 3) ? "! " : "!!str  ");
	else if (is_text && one_in(generator, 16))
		add(generator, "!<tag:yaml.org,2002:str> ");
}

static void add_scalar_in_line(struct generator *generator, unsigned indent, bool lines,
			       bool in_brackets)
{
	add_properties(generator, true);
	switch (below(generator, 3)) {
	case 0: add_plain(generator, indent, lines, in_brackets); break;
	case 1: add_single(generator, indent, lines); break;
	default: add_double(generator, indent, lines); break;
	}
}

static void add_brackets(struct generator *generator, unsigned indent, unsigned depth);

static void add_bracket_item(struct generator *generator, unsigned indent, unsigned depth)
{
	if (depth < 3 && one_in(generator, 4))
		add_brackets(generator, indent, depth + 1);
	else
		add_scalar_in_line(generator, indent, true, true);
}

static void add_bracket_gap(struct generator *generator, unsigned indent)
{
	switch (below(generator, 8)) {
	case 0:
	case 1:
		if (one_in(generator, 2))
			add(generator, " # in brackets");
		add_line_end(generator);
		add_spaces(generator, indent);
		break;
	case 2: add(generator, "  "); break;
	case 3: add(generator, " "); break;
	default: break;
	}
}

static void add_brackets(struct generator *generator, unsigned indent, unsigned depth)
{
	bool is_map = one_in(generator, 2);
	unsigned count = below(generator, 4);

	add(generator, is_map ? "{" : "[");
	add_bracket_gap(generator, indent);
	for (unsigned i = 0; i < count; i++) {
		if (is_map || one_in(generator, 6)) {
			buf_printf(&generator->out, one_in(generator, 3) ? "\"k%u\"" : "k%u", i);
			if (!is_map || !one_in(generator, 5)) {
				add(generator, one_in(generator, 6) ? " :" : ":");
				add(generator, " ");
				if (!one_in(generator, 6))
					add_bracket_item(generator, indent, depth);
			}
		} else {
			add_bracket_item(generator, indent, depth);
		}
		add_bracket_gap(generator, indent);
		if (i + 1 < count || one_in(generator, 5))
			add(generator, ",");
		add_bracket_gap(generator, indent);
	}
	add(generator, is_map ? "}" : "]");
}

static void add_comment_lines(struct generator *generator)
{
	while (one_in(generator, 8)) {
		add(generator, one_in(generator, 2) ? "   # comment: \"x" : "");
		add_line_end(generator);
	}
}

static void add_collection(struct generator *generator, unsigned column, unsigned depth);

/* A value behind a colon or hyphen, with its line end; its list or group is at column `parent`. */
static void add_value(struct generator *generator, unsigned parent, unsigned depth)
{
	unsigned kind = below(generator, depth < 4 ? 10 : 7);

	if (kind >= 7) {
		add_comment_lines(generator);
		add_line_end(generator);
		add_comment_lines(generator);
		add_collection(generator, parent + 1 + below(generator, 3), depth + 1);
		return;
	}
	if (kind == 6) { /* nothing */
		add_line_end(generator);
		return;
	}
	add(generator, one_in(generator, 5) ? "   " : " ");
	if (kind < 2) {
		add_properties(generator, true);
		add_block(generator, (int)parent);
		return;
	}
	if (kind == 2)
		add_brackets(generator, parent + 1, 0);
	else
		add_scalar_in_line(generator, parent + 1, true, false);
	if (one_in(generator, 6))
		add(generator, one_in(generator, 2) ? " # comment" : "  ");
	add_line_end(generator);
}

static void add_key(struct generator *generator, unsigned index)
{
	if (one_in(generator, 16))
		add(generator, "&key ");
	switch (below(generator, 6)) {
	case 0: buf_printf(&generator->out, "'key%u'", index); break;
	case 1: buf_printf(&generator->out, "\"k\\u0065y %u\"", index); break;
	case 2: buf_printf(&generator->out, "clé %u", index); break;
	default: buf_printf(&generator->out, "key-%u", index); break;
	}
	add(generator, one_in(generator, 10) ? " :" : ":");
}

static void add_collection(struct generator *generator, unsigned column, unsigned depth)
{
	bool is_map = one_in(generator, 2);
	unsigned count = 1 + below(generator, 4);

	for (unsigned i = 0; i < count; i++) {
		add_spaces(generator, column);
		if (is_map)
			add_key(generator, i);
		else
			add(generator, "-");
		/* A group that begins on the line of its hyphen. */
		if (!is_map && one_in(generator, 3)) {
			buf_printf(&generator->out, "   id%u:", i);
			add_value(generator, column + 4, depth + 1);
			add_spaces(generator, column + 4);
			add(generator, "due:");
			add_value(generator, column + 4, depth + 1);
		} else {
			add_value(generator, column, depth);
		}
		add_comment_lines(generator);
	}
}

static void make_document(struct generator *generator)
{
	static const char *const line_ends[] = { "\n", "\n", "\r\n", "\r" };

	generator->out.len = 0;
	generator->line_end = line_ends[below(generator, ARRAY_LEN(line_ends))];
	generator->odd = one_in(generator, 4);
	if (one_in(generator, 5))
		add(generator, "\xEF\xBB\xBF");
	if (one_in(generator, 8)) {
		add(generator, one_in(generator, 2) ? "%YAML 1.1" : "# first");
		add_line_end(generator);
		add(generator, "---");
		add_line_end(generator);
	}
	add_comment_lines(generator);
	add_collection(generator, one_in(generator, 8) ? 2 : 0, 0);
	if (one_in(generator, 6) && generator->out.len)
		generator->out.len -= strlen(generator->line_end);
}

static void test_generated_documents(void **state)
{
	struct generator generator = { .state = 20240131 };
	const char *rounds = getenv("ROUNDS");
	unsigned count = rounds ? (unsigned)strtoul(rounds, NULL, 10) : 6000;
	unsigned read = 0;

	(void)state;
	for (unsigned i = 0; i < count; i++) {
		struct arena arena;
		struct report report;
		struct node *root;

		arena_init(&arena);
		make_document(&generator);
		root = read_text(buf_str(&generator.out), &arena, &report);
		if (root) {
			read++;
			check_node(root, &arena);
			assert_int_equal(report.findings.len, 0);
			check_against_libyaml(root, buf_str(&generator.out), &arena);
		}
		arena_release(&arena);
	}
	assert_int_equal(read, count);
	buf_release(&generator.out);
}

/* A few bytes changed, so that all kinds of broken files come up. */
static void damage(struct generator *generator)
{
	static const char *const bits[] = { " ",
					    "  ",
					    "\n",
					    "\r",
					    ":",
					    ": ",
					    "- ",
					    "\"",
					    "'",
					    "|",
					    ">",
					    "#",
					    " #",
					    "[",
					    "]",
					    "{",
					    "}",
					    ",",
					    "&a ",
					    "*a ",
					    "!",
					    "\t",
					    "\\",
					    "%",
					    "?",
					    "? ",
					    "---\n",
					    "...\n",
					    "!!int ",
					    "\xE2\x80\xA8",
					    "\xEF\xBB\xBF",
					    "\xC2\xA0",
					    "@",
					    "x",
					    "<<" };
	struct buf *out = &generator->out;

	for (unsigned i = 1 + below(generator, 3); i > 0 && out->len; i--) {
		size_t at = below(generator, (uint32_t)out->len);
		const char *bit = bits[below(generator, ARRAY_LEN(bits))];
		size_t cut = one_in(generator, 2) ? 0 : below(generator, 6);
		size_t len = strlen(bit);

		if (cut > out->len - at)
			cut = out->len - at;
		buf_reserve(out, len);
		memmove(out->at + at + len, out->at + at + cut, out->len - at - cut);
		memcpy(out->at + at, bit, len);
		out->len = out->len + len - cut;
	}
}

static void test_damaged_documents(void **state)
{
	struct generator generator = { .state = 77 };
	const char *rounds = getenv("ROUNDS");
	unsigned count = rounds ? (unsigned)strtoul(rounds, NULL, 10) : 6000;

	(void)state;
	for (unsigned i = 0; i < count; i++) {
		struct arena arena;
		struct report report;
		struct node *root;

		arena_init(&arena);
		make_document(&generator);
		damage(&generator);
		root = read_text(buf_str(&generator.out), &arena, &report);
		if (root)
			check_node(root, &arena);
		else
			assert_int_equal(report.findings.len, 1);
		if (root && !report.findings.len &&
		    str_find(buf_str(&generator.out), STR("*a"), 0) == generator.out.len)
			check_against_libyaml(root, buf_str(&generator.out), &arena);
		for (size_t j = 0; j < report.findings.len; j++) {
			const struct finding *finding = report.findings.at[j];

			assert_true(finding->span.begin <= finding->span.end);
			assert_true(finding->span.end <= generator.out.len);
		}
		arena_release(&arena);
	}
	buf_release(&generator.out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_generated_documents),
		cmocka_unit_test(test_damaged_documents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
