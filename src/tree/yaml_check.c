#include "tree/yaml_check.h"
#include "base/utf8.h"
#include "tree/yaml.h"

#include <string.h>

/* More %TAG lines than this are no plan; libyaml compares each with all others. */
#define MAX_DIRECTIVES 64

static struct span span_at(struct source *source, size_t begin, size_t end)
{
	return (struct span){ source, (uint32_t)begin, (uint32_t)end };
}

/* What Windows-1252 has from 0x80 to 0x9F; 0 where it has nothing. Above, it is as Latin-1. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* The name of the encoding when it is UTF-16 or UTF-32; else NULL. */
static const char *wide_encoding(struct str bytes)
{
	static const struct {
		struct str start;
		const char *name;
	} marks[] = {
		{ { "\xFF\xFE\0\0", 4 }, "UTF-32" }, { { "\0\0\xFE\xFF", 4 }, "UTF-32" },
		{ { "\xFF\xFE", 2 }, "UTF-16" },     { { "\xFE\xFF", 2 }, "UTF-16" },
		{ { "\0\0\0", 3 }, "UTF-32" },
	};

	for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
		if (str_starts(bytes, marks[i].start))
			return marks[i].name;
	}
	if (bytes.len >= 4 && bytes.at[0] && !bytes.at[1] && !bytes.at[2] && !bytes.at[3])
		return "UTF-32";
	if (bytes.len >= 2 && !bytes.at[0] != !bytes.at[1])
		return "UTF-16";
	return NULL;
}

static void report_bad_byte(struct source *source, struct report *report, size_t at)
{
	struct str bytes = source->bytes;
	unsigned char byte = (unsigned char)bytes.at[at];
	bool alone = at + 1 >= bytes.len || ((unsigned char)bytes.at[at + 1] & 0xC0) != 0x80;
	uint32_t c = byte >= 0xA0 ? byte : windows_1252[byte - 0x80];
	struct span span = span_at(source, at, at + 1);
	struct finding *finding;
	char piece[4];

	if (!c || !alone) {
		finding = report_add(report, &kind_yaml_encoding, span,
				     "this is not UTF-8, the one encoding that is read (byte %02X)",
				     byte);
		finding_hint(report, finding, "save the file again with the encoding UTF-8");
		return;
	}
	finding = report_add(
		report, &kind_yaml_encoding, span,
		"the file is not saved as UTF-8: this is “%.*s” in Windows-1252 (byte %02X)",
		(int)utf8_put(c, piece), piece, byte);
	finding_hint(
		report, finding,
		"save the file again and choose the encoding UTF-8, not “ANSI” or “Windows-1252”");
}

static bool check_encoding(struct source *source, struct report *report)
{
	const char *wide = wide_encoding(source->bytes);
	struct finding *finding;
	size_t at;

	if (wide) {
		finding = report_add(report, &kind_yaml_encoding, span_at(source, 0, 0),
				     "the file is saved as %s, and only UTF-8 is read", wide);
		finding_hint(
			report, finding,
			"save the file again and choose the encoding UTF-8, not “Unicode” or %s",
			wide);
		return false;
	}
	if (source->is_ascii)
		return true;
	at = utf8_check(source->bytes);
	if (at < source->bytes.len)
		report_bad_byte(source, report, at);
	return at == source->bytes.len;
}

static bool report_control(struct source *source, struct report *report, size_t at, size_t len)
{
	size_t behind = at;
	uint32_t c = utf8_next(source->bytes, &behind);
	struct finding *finding;

	finding = report_add(report, &kind_yaml_encoding, span_at(source, at, at + len),
			     "an invisible control character stands here (U+%04X)", (unsigned)c);
	finding_hint(report, finding,
		     "delete it: remove the characters around this place and type them again");
	return false;
}

/*
 * Whether the line at `at` was put in by git: seven of one of these signs, and
 * a space or nothing. "=======" may also underline a heading, but a heading in
 * a block of text is indented.
 */
static bool is_conflict(struct str bytes, size_t at)
{
	char sign = at < bytes.len ? bytes.at[at] : '\0';
	size_t behind = at + 7;

	if ((sign != '<' && sign != '=' && sign != '>' && sign != '|') || behind > bytes.len)
		return false;
	for (size_t i = at; i < behind; i++) {
		if (bytes.at[i] != sign)
			return false;
	}
	if (behind == bytes.len || bytes.at[behind] == '\n' || bytes.at[behind] == '\r')
		return true;
	return sign != '=' && bytes.at[behind] == ' ';
}

static bool report_conflict(struct source *source, struct report *report, size_t at)
{
	struct str bytes = source->bytes;
	struct finding *finding;

	finding = report_add(report, &kind_yaml_syntax, span_at(source, at, at + 7),
			     "a merge conflict was left in the file");
	finding_hint(report, finding,
		     "keep the one version or the other, and delete the lines that git put in "
		     "(the first one is this)");
	for (size_t next = at + 7, found = 0; next < bytes.len && found < 3; next++) {
		if ((bytes.at[next - 1] == '\n' || bytes.at[next - 1] == '\r') &&
		    is_conflict(bytes, next)) {
			finding_relate(report, finding, span_at(source, next, next + 7),
				       "this line belongs to it");
			found++;
			if (bytes.at[next] == '>')
				break;
		}
	}
	return false;
}

/* The offset of the first byte at or after `at` that is not printable ASCII; eight at a time. */
static size_t skip_printable(struct str bytes, size_t at)
{
	const uint64_t high = 0x8080808080808080u;
	const uint64_t ones = 0x0101010101010101u;
	uint64_t word;

	for (; bytes.len - at >= sizeof(word); at += sizeof(word)) {
		memcpy(&word, bytes.at + at, sizeof(word));
		if ((word | (word + ones) | (word - 0x20 * ones)) & high)
			break;
	}
	while (at < bytes.len && bytes.at[at] >= 0x20 && bytes.at[at] < 0x7F)
		at++;
	return at;
}

/*
 * The length of the UTF-8 sequence at `at`, which is valid; 0 when YAML does
 * not allow its character.
 */
static size_t sequence(struct str bytes, size_t at, bool *is_odd_break)
{
	const unsigned char *b = (const unsigned char *)bytes.at + at;

	if (b[0] == 0xC2) {
		*is_odd_break |= b[1] == 0x85;
		return b[1] < 0xA0 && b[1] != 0x85 ? 0 : 2;
	}
	if (b[0] == 0xE2) {
		*is_odd_break |= b[1] == 0x80 && (b[2] == 0xA8 || b[2] == 0xA9);
		return 3;
	}
	if (b[0] == 0xEF)
		return b[1] == 0xBF && b[2] >= 0xBE ? 0 : 3;
	return b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : 4;
}

static bool check_characters(struct source *source, struct report *report, bool *has_odd_breaks)
{
	struct str bytes = source->bytes;
	size_t at = source_mark_size(source);

	if (is_conflict(bytes, at))
		return report_conflict(source, report, at);
	while ((at = skip_printable(bytes, at)) < bytes.len) {
		char c = bytes.at[at];

		if (c == '\n' || c == '\r') {
			at++;
			if (is_conflict(bytes, at))
				return report_conflict(source, report, at);
		} else if ((unsigned char)c >= 0x80) {
			size_t len = sequence(bytes, at, has_odd_breaks);

			if (!len)
				return report_control(source, report, at, c == '\xEF' ? 3 : 2);
			at += len;
		} else if (c == '\t') {
			at++;
		} else {
			return report_control(source, report, at, 1);
		}
	}
	return true;
}

static size_t next_line(struct str bytes, size_t at)
{
	while (at < bytes.len && bytes.at[at] != '\n' && bytes.at[at] != '\r')
		at++;
	return at < bytes.len ? at + 1 : at;
}

/* Whether nothing but a comment, if that, stands on the line at `at`. */
static bool is_idle_line(struct str bytes, size_t at)
{
	while (at < bytes.len && (bytes.at[at] == ' ' || bytes.at[at] == '\t'))
		at++;
	return at == bytes.len || bytes.at[at] == '#' || bytes.at[at] == '\n' ||
	       bytes.at[at] == '\r';
}

/* The lines before the document that begin with %. */
static bool check_directives(struct source *source, struct report *report)
{
	struct str bytes = source->bytes;
	unsigned count = 0;

	for (size_t at = source_mark_size(source); at < bytes.len; at = next_line(bytes, at)) {
		if (bytes.at[at] != '%' && !is_idle_line(bytes, at))
			return true;
		count += bytes.at[at] == '%';
		if (count > MAX_DIRECTIVES) {
			report_add(report, &kind_yaml_limit, span_at(source, at, at + 1),
				   "more than %d lines that begin with “%%”, the most that is read",
				   MAX_DIRECTIVES);
			return false;
		}
	}
	return true;
}

bool yaml_check(struct source *source, struct report *report, bool *has_odd_breaks)
{
	*has_odd_breaks = false;
	if (source->bytes.len > YAML_MAX_BYTES) {
		struct finding *finding;

		finding = report_add(report, &kind_yaml_limit, span_at(source, 0, 0),
				     "the file is larger than 4 MiB, the most that is read");
		finding_hint(report, finding,
			     "divide it: each theme and section may be a file of its own");
		return false;
	}
	return check_encoding(source, report) && check_characters(source, report, has_odd_breaks) &&
	       check_directives(source, report);
}

struct str yaml_replace_odd_breaks(struct str bytes, struct arena *arena)
{
	char *copy = arena_alloc_text(arena, bytes.len + 1);

	memcpy(copy, bytes.at, bytes.len);
	for (size_t i = 2; i < bytes.len + 1; i++) {
		if (copy[i - 2] == '\xC2' && copy[i - 1] == '\x85')
			copy[i - 1] = '\xA0';
		else if (i < bytes.len && copy[i - 2] == '\xE2' && copy[i - 1] == '\x80' &&
			 (copy[i] == '\xA8' || copy[i] == '\xA9'))
			copy[i] = '\xA7';
	}
	return (struct str){ copy, bytes.len };
}

bool yaml_has_replacement(struct str text)
{
	return str_find(text, STR("\xC2\xA0"), 0) < text.len ||
	       str_find(text, STR("\xE2\x80\xA7"), 0) < text.len;
}
