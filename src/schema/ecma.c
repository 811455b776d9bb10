#include "schema/ecma.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "schema/unicode.h"

#include <string.h>

/* White space and line ends (ECMA-262, 12.2 and 12.3), and all else, as parts of a class. */
#define SPACES                                                                               \
	"\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}" \
	"\\x{205f}\\x{3000}\\x{feff}"
#define NO_SPACES                                                                        \
	"\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}" \
	"\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}"   \
	"\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}"
#define ANY_BUT_LINE_ENDS "[^\\x{a}\\x{d}\\x{2028}\\x{2029}]"
#define NEVER "(?!)"

/* PCRE2 takes no more than 250 groups in each other. */
#define MAX_DEPTH 250

/* What the last thing was: may a quantifier follow it? Behind a look ahead it is out of date. */
enum state { STATE_NOTHING, STATE_ATOM, STATE_LOOK_AHEAD };

struct ecma {
	struct str text;
	size_t at;
	struct buf *out;
	enum state state;
	enum state behind[MAX_DEPTH]; /* the state behind each open group */
	size_t depth;
	struct ecma_facts facts;
	const char *why;
};

/* An escape that stands for a set of characters, not for one. */
#define NO_CODE UINT32_MAX

static bool fail(struct ecma *ecma, const char *why)
{
	ecma->why = why;
	return false;
}

/* The byte `ahead` bytes from here, or '\0' behind the end. */
static char peek(const struct ecma *ecma, size_t ahead)
{
	return ecma->at + ahead < ecma->text.len ? ecma->text.at[ecma->at + ahead] : '\0';
}

static bool is_surrogate(uint32_t code)
{
	return code >= 0xD800 && code <= 0xDFFF;
}

/* Exactly `count` hexadecimal digits. */
static bool read_hex(struct ecma *ecma, size_t count, uint32_t *code)
{
	*code = 0;
	for (size_t i = 0; i < count; i++) {
		int digit = ascii_hex(peek(ecma, i));

		if (digit < 0)
			return fail(ecma, "an escape lacks hexadecimal digits");
		*code = *code * 16 + (uint32_t)digit;
	}
	ecma->at += count;
	return true;
}

/* Behind \u: four digits (two such for a pair of surrogates), or {…}. */
static bool read_unicode(struct ecma *ecma, uint32_t *code)
{
	uint32_t low;
	size_t start;

	if (peek(ecma, 0) != '{') {
		if (!read_hex(ecma, 4, code))
			return false;
		start = ecma->at;
		if (*code < 0xD800 || *code > 0xDBFF || peek(ecma, 0) != '\\' ||
		    peek(ecma, 1) != 'u')
			return true;
		ecma->at += 2;
		if (read_hex(ecma, 4, &low) && low >= 0xDC00 && low <= 0xDFFF) {
			*code = 0x10000 + ((*code - 0xD800) << 10) + (low - 0xDC00);
			return true;
		}
		ecma->at = start;
		ecma->why = NULL;
		return true;
	}
	ecma->at++;
	*code = 0;
	for (start = ecma->at; ascii_hex(peek(ecma, 0)) >= 0; ecma->at++) {
		*code = *code * 16 + (uint32_t)ascii_hex(peek(ecma, 0));
		if (*code > 0x10FFFF)
			return fail(ecma, "there is no such character");
	}
	if (ecma->at == start || peek(ecma, 0) != '}')
		return fail(ecma, "an escape lacks hexadecimal digits");
	ecma->at++;
	return true;
}

static bool is_group_name(struct str name)
{
	for (size_t i = 0; i < name.len; i++) {
		if (!ascii_is_letter(name.at[i]) && !ascii_is_digit(name.at[i]) &&
		    name.at[i] != '_' && !(name.at[i] & 0x80))
			return false;
	}
	return name.len > 0;
}

/* Behind \p or \P: {Letter}, {gc=L}, {Script=Greek}, {Alphabetic}. */
static bool translate_property(struct ecma *ecma, char p)
{
	size_t end = str_find_byte(ecma->text, '}', ecma->at);

	if (peek(ecma, 0) != '{' || end == ecma->text.len)
		return fail(ecma, "\\p needs a property in braces");
	if (!unicode_add_property(ecma->out, p, str_slice(ecma->text, ecma->at + 1, end)))
		return fail(ecma, "\\p names no known property");
	ecma->at = end + 1;
	return true;
}

/* Escapes that mean the same inside and outside a class, as one character; NO_CODE is a set. */
static bool translate_set(struct ecma *ecma, char c, bool in_class)
{
	switch (c) {
	case 'd':
	case 'D':
	case 'w':
	case 'W': buf_printf(ecma->out, "\\%c", c); return true;
	case 's': buf_add_c(ecma->out, in_class ? SPACES : "[" SPACES "]"); return true;
	case 'S': buf_add_c(ecma->out, in_class ? NO_SPACES : "[^" SPACES "]"); return true;
	default: return translate_property(ecma, c);
	}
}

static bool read_single(struct ecma *ecma, char c, bool in_class, uint32_t *code)
{
	switch (c) {
	case 't': *code = '\t'; return true;
	case 'n': *code = '\n'; return true;
	case 'v': *code = '\v'; return true;
	case 'f': *code = '\f'; return true;
	case 'r': *code = '\r'; return true;
	case 'x': return read_hex(ecma, 2, code);
	case 'u': return read_unicode(ecma, code);
	case '0':
		*code = 0;
		return !ascii_is_digit(peek(ecma, 0)) || fail(ecma, "\\0 is followed by a digit");
	case 'c':
		if (!ascii_is_letter(peek(ecma, 0)))
			return fail(ecma, "\\c needs a letter");
		*code = (uint32_t)ecma->text.at[ecma->at++] & 0x1F;
		return true;
	default: break;
	}
	if (ascii_is_letter(c) || ascii_is_digit(c))
		return fail(ecma, "it has an escape that such patterns do not know");
	if ((!c || !strchr("^$\\.*+?()[]{}|/", c)) && !(in_class && c == '-'))
		ecma->facts.is_lax = true;
	ecma->at--;
	*code = utf8_next(ecma->text, &ecma->at);
	return true;
}

/* Behind a backslash: one character in *code, or a set, already written, and NO_CODE. */
static bool read_escape(struct ecma *ecma, bool in_class, uint32_t *code)
{
	char c = peek(ecma, 0);

	if (ecma->at >= ecma->text.len)
		return fail(ecma, "it ends in a backslash");
	ecma->at++;
	*code = NO_CODE;
	if (c && strchr("dDwWsSpP", c))
		return translate_set(ecma, c, in_class);
	return read_single(ecma, c, in_class, code);
}

static void add_code(struct ecma *ecma, uint32_t code)
{
	if (code < 0x80 && (ascii_is_letter((char)code) || ascii_is_digit((char)code)))
		buf_add_byte(ecma->out, (char)code);
	else
		buf_printf(ecma->out, "\\x{%x}", (unsigned)code);
}

/* A range or, where first == last, one character; PCRE2 takes no surrogates, nor are there any. */
static void add_range(struct ecma *ecma, uint32_t first, uint32_t last)
{
	if (is_surrogate(first))
		first = 0xE000;
	if (is_surrogate(last))
		last = 0xD7FF;
	if (first > last)
		return;
	add_code(ecma, first);
	if (first == last)
		return;
	buf_add_byte(ecma->out, '-');
	add_code(ecma, last);
}

static bool read_class_atom(struct ecma *ecma, uint32_t *code)
{
	if (ecma->at >= ecma->text.len)
		return fail(ecma, "a [ is not closed");
	if (peek(ecma, 0) != '\\') {
		*code = utf8_next(ecma->text, &ecma->at);
		return true;
	}
	ecma->at++;
	if (peek(ecma, 0) == 'b') {
		ecma->at++;
		*code = '\b';
		return true;
	}
	return read_escape(ecma, true, code);
}

/* One character, a set or a range of a class. A set at an end of a range makes its hyphen plain. */
static bool translate_class_part(struct ecma *ecma)
{
	uint32_t first, last;

	if (!read_class_atom(ecma, &first))
		return false;
	if (peek(ecma, 0) != '-' || peek(ecma, 1) == ']' || ecma->at + 1 >= ecma->text.len) {
		if (first != NO_CODE)
			add_range(ecma, first, first);
		return true;
	}
	ecma->at++;
	if (first == NO_CODE)
		buf_add_c(ecma->out, "\\-");
	if (!read_class_atom(ecma, &last))
		return false;
	if (first != NO_CODE && last != NO_CODE) {
		if (first > last)
			return fail(ecma, "a range in [ ] runs backwards");
		add_range(ecma, first, last);
		return true;
	}
	ecma->facts.is_lax = true;
	if (first != NO_CODE) {
		add_range(ecma, first, first);
		buf_add_c(ecma->out, "\\-");
	}
	if (last != NO_CODE)
		add_range(ecma, last, last);
	return true;
}

static bool translate_class(struct ecma *ecma)
{
	bool negated = peek(ecma, 0) == '^';
	size_t start = ecma->out->len;

	if (negated)
		ecma->at++;
	buf_add_c(ecma->out, negated ? "[^" : "[");
	while (peek(ecma, 0) != ']') {
		if (!translate_class_part(ecma))
			return false;
	}
	ecma->at++;
	if (ecma->out->len == start + 1 + negated) {
		ecma->out->len = start;
		buf_add_c(ecma->out, negated ? "(?s:.)" : NEVER);
	} else {
		buf_add_byte(ecma->out, ']');
	}
	ecma->state = STATE_ATOM;
	return true;
}

static bool translate_reference(struct ecma *ecma, char c)
{
	size_t end;

	ecma->facts.refers = true;
	ecma->state = STATE_ATOM;
	if (c != 'k') {
		end = ecma->at;
		while (end < ecma->text.len && ascii_is_digit(ecma->text.at[end]))
			end++;
		buf_printf(ecma->out, "\\g{%.*s}", STR_ARG(str_slice(ecma->text, ecma->at, end)));
		ecma->at = end;
		return true;
	}
	end = str_find_byte(ecma->text, '>', ecma->at);
	if (peek(ecma, 1) != '<' || end == ecma->text.len ||
	    !is_group_name(str_slice(ecma->text, ecma->at + 2, end)))
		return fail(ecma, "\\k needs the name of a group");
	buf_printf(ecma->out, "\\k<%.*s>", STR_ARG(str_slice(ecma->text, ecma->at + 2, end)));
	ecma->at = end + 1;
	return true;
}

static bool translate_escape(struct ecma *ecma)
{
	char c = peek(ecma, 0);
	uint32_t code;

	if ((c >= '1' && c <= '9') || c == 'k')
		return translate_reference(ecma, c);
	if (c == 'b' || c == 'B') {
		ecma->at++;
		buf_printf(ecma->out, "\\%c", c);
		ecma->state = STATE_NOTHING;
		return true;
	}
	if (!read_escape(ecma, false, &code))
		return false;
	if (code != NO_CODE && is_surrogate(code))
		buf_add_c(ecma->out, NEVER);
	else if (code != NO_CODE)
		add_code(ecma, code);
	ecma->state = STATE_ATOM;
	return true;
}

/* The length of {2}, {2,} or {2,3} at the current place, with *least == 2; or 0. */
static size_t count_length(const struct ecma *ecma, size_t *least)
{
	size_t i = 1;

	*least = 0;
	if (!ascii_is_digit(peek(ecma, i)))
		return 0;
	for (; ascii_is_digit(peek(ecma, i)); i++) {
		if (*least < SIZE_MAX / 20)
			*least = *least * 10 + (size_t)(peek(ecma, i) - '0');
	}
	if (peek(ecma, i) == ',')
		i++;
	while (ascii_is_digit(peek(ecma, i)))
		i++;
	return peek(ecma, i) == '}' ? i + 1 : 0;
}

static bool translate_quantifier(struct ecma *ecma, size_t len)
{
	if (ecma->state == STATE_NOTHING)
		return fail(ecma, "there is nothing to repeat");
	if (ecma->state == STATE_LOOK_AHEAD)
		ecma->facts.is_lax = true;
	buf_add(ecma->out, str_slice(ecma->text, ecma->at, ecma->at + len));
	ecma->at += len;
	if (peek(ecma, 0) == '?') {
		buf_add_byte(ecma->out, '?');
		ecma->at++;
	}
	ecma->state = STATE_NOTHING;
	return true;
}

/* Behind "(": the kinds of group that ECMA-262 has. */
static bool translate_group(struct ecma *ecma)
{
	static const struct {
		const char *sign;
		enum state behind;
	} kinds[] = {
		{ "?:", STATE_ATOM },     { "?=", STATE_LOOK_AHEAD }, { "?!", STATE_LOOK_AHEAD },
		{ "?<=", STATE_NOTHING }, { "?<!", STATE_NOTHING },
	};
	struct str rest = str_slice(ecma->text, ecma->at, ecma->text.len);
	size_t end;

	if (ecma->depth == MAX_DEPTH)
		return fail(ecma, "it has too many groups in each other");
	ecma->state = STATE_NOTHING;
	ecma->behind[ecma->depth++] = STATE_ATOM;
	buf_add_byte(ecma->out, '(');
	if (peek(ecma, 0) != '?')
		return true;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		if (str_starts(rest, str_from(kinds[i].sign))) {
			buf_add_c(ecma->out, kinds[i].sign);
			ecma->at += strlen(kinds[i].sign);
			ecma->behind[ecma->depth - 1] = kinds[i].behind;
			return true;
		}
	}
	end = str_find_byte(ecma->text, '>', ecma->at);
	if (peek(ecma, 1) != '<' || end == ecma->text.len ||
	    !is_group_name(str_slice(ecma->text, ecma->at + 2, end)))
		return fail(ecma, "it has a kind of group that such patterns do not know");
	buf_add(ecma->out, str_slice(ecma->text, ecma->at, end + 1));
	ecma->at = end + 1;
	ecma->facts.refers = true;
	return true;
}

static bool close_group(struct ecma *ecma)
{
	if (!ecma->depth)
		return fail(ecma, "a ) closes nothing");
	ecma->state = ecma->behind[--ecma->depth];
	buf_add_byte(ecma->out, ')');
	return true;
}

static bool translate_one(struct ecma *ecma)
{
	char c = peek(ecma, 0);
	size_t least;
	size_t count = c == '{' ? count_length(ecma, &least) : 0;

	if (count && least > ecma->facts.longest_count)
		ecma->facts.longest_count = least;
	if (count || c == '*' || c == '+' || c == '?')
		return translate_quantifier(ecma, count ? count : 1);
	ecma->at++;
	switch (c) {
	case '\\': return translate_escape(ecma);
	case '[': return translate_class(ecma);
	case '(': return translate_group(ecma);
	case '^':
	case '$':
	case '|':
		buf_add_byte(ecma->out, c);
		ecma->state = STATE_NOTHING;
		return true;
	case ')': return close_group(ecma);
	case '.': buf_add_c(ecma->out, ANY_BUT_LINE_ENDS); break;
	default:
		if (c == '{' || c == '}' || c == ']')
			ecma->facts.is_lax = true;
		ecma->at--;
		add_code(ecma, utf8_next(ecma->text, &ecma->at));
		break;
	}
	ecma->state = STATE_ATOM;
	return true;
}

bool ecma_translate(struct str pattern, struct buf *out, struct ecma_facts *facts, const char **why)
{
	struct ecma ecma = { .text = pattern, .out = out };
	bool ok = true;

	while (ok && ecma.at < pattern.len)
		ok = translate_one(&ecma);
	if (ok && ecma.depth)
		ok = fail(&ecma, "a ( is not closed");
	*facts = ecma.facts;
	*why = ecma.why;
	return ok;
}

bool ecma_literal(struct str pattern, struct buf *text, bool *whole)
{
	*whole = false;
	if (!pattern.len || pattern.at[0] != '^')
		return false;
	for (size_t i = 1; i < pattern.len; i++) {
		char c = pattern.at[i];

		if (c == '$' && i + 1 == pattern.len) {
			*whole = true;
			return true;
		}
		if (c == '\\' && i + 1 < pattern.len && strchr("-./", pattern.at[i + 1]))
			c = pattern.at[++i];
		else if (!c || strchr("\\^$.*+?()[]{}|", c))
			return false;
		buf_add_byte(text, c);
	}
	return true;
}
