#include "report/source.h"
#include "base/bug.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

#define MARK STR("\xEF\xBB\xBF")

void source_init(struct source *source, struct arena *arena, struct str path, struct str bytes)
{
	*source = (struct source){
		.path = path,
		.bytes = bytes,
		.is_ascii = utf8_is_ascii(bytes),
		.arena = arena,
	};
}

uint32_t source_mark_size(const struct source *source)
{
	return str_starts(source->bytes, MARK) ? (uint32_t)MARK.len : 0;
}

/* The offset behind the line that starts at `at`, and where its text ends. */
static size_t line_end(struct str bytes, size_t at, size_t *text_end)
{
	while (at < bytes.len && bytes.at[at] != '\n' && bytes.at[at] != '\r')
		at++;
	*text_end = at;
	if (at < bytes.len && bytes.at[at] == '\r')
		at++;
	if (at < bytes.len && bytes.at[at] == '\n' && (at == *text_end || bytes.at[at - 1] == '\r'))
		at++;
	return at;
}

#define STRIDE 4096

/* So that a place in a line of megabytes is found without counting from its start. */
static void index_columns(struct source *source)
{
	size_t count = source->bytes.len / STRIDE + 1;

	source->counts = arena_new_array(source->arena, uint32_t, count);
	for (size_t i = 1; i < count; i++) {
		struct str stretch = str_slice(source->bytes, (i - 1) * STRIDE, i * STRIDE);

		source->counts[i] = source->counts[i - 1] + (uint32_t)utf8_count(stretch);
	}
}

/* The code points before an offset. */
static uint32_t count_before(const struct source *source, uint32_t offset)
{
	uint32_t i = offset / STRIDE;

	if (source->is_ascii)
		return offset;
	return source->counts[i] +
	       (uint32_t)utf8_count(str_slice(source->bytes, (size_t)i * STRIDE, offset));
}

static void index_lines(struct source *source)
{
	VEC(uint32_t) lines = { 0 };
	size_t at = 0;
	size_t text_end;

	vec_add(source->arena, &lines, 0);
	while (at < source->bytes.len) {
		at = line_end(source->bytes, at, &text_end);
		if (at > text_end)
			vec_add(source->arena, &lines, (uint32_t)at);
	}
	source->lines = lines.at;
	source->line_count = (uint32_t)lines.len;
	if (!source->is_ascii)
		index_columns(source);
}

/* The index of the last line that starts at or before `offset`. */
static uint32_t line_of(const struct source *source, uint32_t offset)
{
	uint32_t low = 0;
	uint32_t high = source->line_count;

	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;

		if (source->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct place source_place(struct source *source, uint32_t offset)
{
	uint32_t line, start;

	if (offset > source->bytes.len)
		BUG("offset %u of %zu bytes", offset, source->bytes.len);
	if (!source->lines)
		index_lines(source);
	line = line_of(source, offset);
	start = source->lines[line];
	if (line == 0 && offset >= source_mark_size(source))
		start = source_mark_size(source);
	return (struct place){
		.line = line + 1,
		.column = count_before(source, offset) - count_before(source, start) + 1,
	};
}

struct str source_line(struct source *source, uint32_t line)
{
	size_t start, end;

	if (!source->lines)
		index_lines(source);
	if (!line || line > source->line_count)
		BUG("line %u of %u", line, source->line_count);
	start = source->lines[line - 1];
	end = line < source->line_count ? source->lines[line] : source->bytes.len;
	if (line < source->line_count && source->bytes.at[end - 1] == '\n')
		end--;
	/* The CR of CR LF, or one alone; the last line has none. */
	if (line < source->line_count && end > start && source->bytes.at[end - 1] == '\r')
		end--;
	if (line == 1)
		start = source_mark_size(source);
	return str_slice(source->bytes, start, end);
}
