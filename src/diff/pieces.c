#include "diff/pieces.h"

#include <string.h>

/* Texts with more words on both sides together are not searched. */
#define MOST_WORDS 65536
/* Nor those that are further apart. */
#define MOST_EDITS 256

struct words {
	VEC(struct str) all;
};

/* What stands between the words that both begin and end with. */
struct middle {
	const struct str *before;
	const struct str *after;
	int before_len;
	int after_len;
};

struct pieces {
	struct arena *arena;
	VEC(struct piece) list;
};

static void split(struct words *words, struct str text, struct arena *arena)
{
	size_t at = 0;

	while (at < text.len) {
		size_t end = at;

		while (end < text.len && (unsigned char)text.at[end] > ' ')
			end++;
		if (end > at)
			vec_add(arena, &words->all, str_slice(text, at, end));
		at = end + 1;
	}
}

/* Some words behind each other, which stand so in their text but for the spaces between them. */
static struct str join(struct arena *arena, const struct str *words, size_t count)
{
	size_t len = count - 1;
	char *text;
	size_t at = 0;

	for (size_t i = 0; i < count; i++)
		len += words[i].len;
	text = arena_alloc_text(arena, len);
	for (size_t i = 0; i < count; i++) {
		if (i)
			text[at++] = ' ';
		memcpy(text + at, words[i].at, words[i].len);
		at += words[i].len;
	}
	return (struct str){ text, len };
}

static void add(struct pieces *pieces, enum piece_kind kind, const struct str *words, size_t count)
{
	if (count)
		vec_add(pieces->arena, &pieces->list,
			((struct piece){ kind, join(pieces->arena, words, count) }));
}

/*
 * reach[d][k + d]: how far into `before` one gets on diagonal k (before minus
 * after) with d edits. Fills them until the end is reached; the number of
 * edits, or -1 when there are too many.
 */
static int search(const struct middle *middle, int **reach, struct arena *arena, size_t *budget)
{
	for (int d = 0; d <= MOST_EDITS; d++) {
		int *row = arena_new_array(arena, int, 2 * (size_t)d + 1);
		const int *last = d ? reach[d - 1] + d - 1 : NULL;

		reach[d] = row;
		for (int k = -d; k <= d; k += 2) {
			bool is_down = k == -d || (k != d && last[k - 1] < last[k + 1]);
			int x = !d ? 0 : is_down ? last[k + 1] : last[k - 1] + 1;

			while (x < middle->before_len && x - k < middle->after_len &&
			       str_equal(middle->before[x], middle->after[x - k])) {
				x++;
				*budget -= *budget > 0;
			}
			row[k + d] = x;
			if (x >= middle->before_len && x - k >= middle->after_len)
				return d;
		}
		if (*budget <= (size_t)d)
			return -1;
		*budget -= (size_t)d + 1;
	}
	return -1;
}

/* Marks which words are not in the other text, from the end backwards. */
static void trace(const struct middle *middle, int *const *reach, int edits, bool *removed,
		  bool *added)
{
	int x = middle->before_len;
	int y = middle->after_len;

	for (int d = edits; d > 0; d--) {
		const int *last = reach[d - 1] + d - 1;
		int k = x - y;
		bool is_down = k == -d || (k != d && last[k - 1] < last[k + 1]);

		x = is_down ? last[k + 1] : last[k - 1];
		y = x - (is_down ? k + 1 : k - 1);
		if (is_down)
			added[y] = true;
		else
			removed[x] = true;
	}
}

static void add_middle(struct pieces *pieces, const struct middle *middle, const bool *removed,
		       const bool *added)
{
	int x = 0;
	int y = 0;

	while (x < middle->before_len || y < middle->after_len) {
		int from_x = x;
		int from_y = y;

		while (x < middle->before_len && removed[x])
			x++;
		while (y < middle->after_len && added[y])
			y++;
		add(pieces, PIECE_REMOVED, middle->before + from_x, (size_t)(x - from_x));
		add(pieces, PIECE_ADDED, middle->after + from_y, (size_t)(y - from_y));
		from_y = y;
		while (x < middle->before_len && !removed[x] && y < middle->after_len &&
		       !added[y]) {
			x++;
			y++;
		}
		add(pieces, PIECE_SAME, middle->after + from_y, (size_t)(y - from_y));
	}
}

static void compare_middle(struct pieces *pieces, const struct middle *middle, size_t *budget)
{
	size_t before_len = (size_t)middle->before_len;
	size_t after_len = (size_t)middle->after_len;
	int edits = -1;

	if (before_len && after_len && before_len + after_len <= MOST_WORDS) {
		struct arena arena;
		int *reach[MOST_EDITS + 1];
		bool *removed;
		bool *added;

		arena_init(&arena);
		removed = arena_new_array(&arena, bool, before_len);
		added = arena_new_array(&arena, bool, after_len);
		edits = search(middle, reach, &arena, budget);
		if (edits >= 0) {
			trace(middle, reach, edits, removed, added);
			add_middle(pieces, middle, removed, added);
		}
		arena_release(&arena);
	}
	if (edits < 0) {
		add(pieces, PIECE_REMOVED, middle->before, before_len);
		add(pieces, PIECE_ADDED, middle->after, after_len);
	}
}

struct piece *pieces_new(struct arena *arena, struct str before, struct str after, size_t *budget,
			 size_t *count)
{
	struct pieces pieces = { .arena = arena };
	struct words a = { 0 };
	struct words b = { 0 };
	struct middle middle;
	size_t begin = 0;
	size_t end = 0;
	size_t shorter;

	split(&a, before, arena);
	split(&b, after, arena);
	shorter = a.all.len < b.all.len ? a.all.len : b.all.len;
	while (begin < shorter && str_equal(a.all.at[begin], b.all.at[begin]))
		begin++;
	while (end < shorter - begin &&
	       str_equal(a.all.at[a.all.len - 1 - end], b.all.at[b.all.len - 1 - end]))
		end++;
	middle = (struct middle){
		a.all.at + begin,
		b.all.at + begin,
		(int)(a.all.len - begin - end),
		(int)(b.all.len - begin - end),
	};
	add(&pieces, PIECE_SAME, b.all.at, begin);
	compare_middle(&pieces, &middle, budget);
	add(&pieces, PIECE_SAME, b.all.at + b.all.len - end, end);
	*count = pieces.list.len;
	return pieces.list.at;
}
