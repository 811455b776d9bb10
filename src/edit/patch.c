/* The unified form of a patch: what git-apply(1) and POSIX patch(1) read. */
#include "edit/edits.h"

#define CONTEXT 3

/* Lines as a patch knows them: they end with LF and nowhere else. */
struct lines {
	struct str text;
	VEC(size_t) begins; /* of each line, and the end of the text */
};

static void split(struct lines *lines, struct arena *arena, struct str text)
{
	*lines = (struct lines){ .text = text };
	for (size_t at = 0; at < text.len; at = str_find_byte(text, '\n', at) + 1)
		vec_add(arena, &lines->begins, at);
	vec_add(arena, &lines->begins, text.len);
}

static size_t count(const struct lines *lines)
{
	return lines->begins.len - 1;
}

/* The number, from 0, of the line that holds a byte; of the end of the text, the last line. */
static size_t line_of(const struct lines *lines, size_t offset)
{
	size_t low = 0;
	size_t high = count(lines);

	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;

		if (lines->begins.at[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Whole lines that are replaced by others; lines count from 0. */
struct change {
	size_t begin, end;         /* in the old text */
	size_t new_begin, new_end; /* in the new one */
};

struct patch {
	struct arena *arena;
	struct lines old, new;
	VEC(struct change) changes;
};

static size_t newlines(struct str text)
{
	size_t found = 0;

	for (size_t i = 0; i < text.len; i++)
		found += text.at[i] == '\n';
	return found;
}

/*
 * Each edit touches the lines it reaches over; edits of one line are one
 * change. The lines that a change becomes are counted from what it gains.
 */
static void find_changes(struct patch *patch, const struct file_edits *file)
{
	struct str bytes = file->source->bytes;
	size_t moved = 0; /* how many lines further down, modulo 2^n, the new text is */

	for (size_t i = 0; i < file->edits.len; i++) {
		const struct edit *edit = &file->edits.at[i];
		size_t begin = line_of(&patch->old, edit->span.begin);
		size_t end = line_of(&patch->old, edit->span.end) + 1;
		size_t gain = newlines(edit->text) -
			      newlines(str_slice(bytes, edit->span.begin, edit->span.end));
		struct change *last = patch->changes.len
					      ? &patch->changes.at[patch->changes.len - 1]
					      : NULL;

		if (!last || last->end <= begin) {
			struct change change = { begin, begin, begin + moved, begin + moved };

			vec_add(patch->arena, &patch->changes, change);
			last = &patch->changes.at[patch->changes.len - 1];
		}
		if (end > last->end) {
			last->new_end += end - last->end;
			last->end = end;
		}
		last->new_end += gain;
		moved += gain;
	}
}

static void put_line(const struct lines *lines, size_t line, char mark, struct buf *out)
{
	struct str text = str_slice(lines->text, lines->begins.at[line],
				    lines->begins.at[line + 1]);

	buf_add_byte(out, mark);
	buf_add(out, text);
	if (!text.len || text.at[text.len - 1] != '\n')
		buf_add_c(out, "\n\\ No newline at end of file\n");
}

static void put_range(struct buf *out, char mark, size_t begin, size_t end)
{
	buf_printf(out, "%c%zu", mark, end > begin ? begin + 1 : begin);
	if (end - begin != 1)
		buf_printf(out, ",%zu", end - begin);
}

/* The changes first to last (not included) with what stands around and between them. */
static void put_hunk(const struct patch *patch, size_t first, size_t last, struct buf *out)
{
	const struct change *changes = patch->changes.at;
	size_t before = changes[first].begin < CONTEXT ? changes[first].begin : CONTEXT;
	size_t begin = changes[first].begin - before;
	size_t end = changes[last - 1].end + CONTEXT;
	size_t at = begin;

	end = end < count(&patch->old) ? end : count(&patch->old);
	buf_add_c(out, "@@ ");
	put_range(out, '-', begin, end);
	buf_add_byte(out, ' ');
	put_range(out, '+', changes[first].new_begin - before,
		  changes[last - 1].new_end + (end - changes[last - 1].end));
	buf_add_c(out, " @@\n");
	for (size_t i = first; i < last; i++) {
		for (; at < changes[i].begin; at++)
			put_line(&patch->old, at, ' ', out);
		for (; at < changes[i].end; at++)
			put_line(&patch->old, at, '-', out);
		for (size_t line = changes[i].new_begin; line < changes[i].new_end; line++)
			put_line(&patch->new, line, '+', out);
	}
	for (; at < end; at++)
		put_line(&patch->old, at, ' ', out);
}

/* As git writes a name: between double quotes where it would mislead a reader. */
static void put_name(struct buf *out, const char *before, char side, struct str path)
{
	bool is_quoted = false;

	for (size_t i = 0; i < path.len; i++) {
		unsigned char c = (unsigned char)path.at[i];

		is_quoted |= c < 0x20 || c == 0x7f || c == '"' || c == '\\';
	}
	buf_printf(out, "%s%s%c/", before, is_quoted ? "\"" : "", side);
	for (size_t i = 0; i < path.len; i++) {
		unsigned char c = (unsigned char)path.at[i];

		if (c < 0x20 || c == 0x7f)
			buf_printf(out, "\\%03o", c);
		else if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else
			buf_add_byte(out, path.at[i]);
	}
	buf_add_c(out, is_quoted ? "\"" : "");
}

void edits_print_patch(const struct file_edits *file, struct buf *out)
{
	struct str path = file->source->path;
	/* A name with a space in it ends with a tab. */
	const char *end = str_find_byte(path, ' ', 0) < path.len ? "\t\n" : "\n";
	struct patch patch = { 0 };
	struct arena arena;
	struct buf now = { 0 };

	arena_init(&arena);
	patch.arena = &arena;
	edits_apply(file, &now);
	split(&patch.old, &arena, file->source->bytes);
	split(&patch.new, &arena, buf_str(&now));
	find_changes(&patch, file);
	put_name(out, "--- ", 'a', path);
	buf_add_c(out, end);
	put_name(out, "+++ ", 'b', path);
	buf_add_c(out, end);
	for (size_t i = 0, next; i < patch.changes.len; i = next) {
		next = i + 1;
		while (next < patch.changes.len &&
		       patch.changes.at[next].begin <= patch.changes.at[next - 1].end + 2 * CONTEXT)
			next++;
		put_hunk(&patch, i, next, out);
	}
	buf_release(&now);
	arena_release(&arena);
}
