#include "tree/cursor.h"

#include <string.h>

void cursor_init(struct cursor *cursor, const struct source *source)
{
	uint32_t mark_size = source_mark_size(source);

	*cursor = (struct cursor){
		.bytes = str_slice(source->bytes, mark_size, source->bytes.len),
		.mark_size = mark_size,
		.is_ascii = source->is_ascii,
	};
}

static bool is_lead(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

/* The number of code points that start in the eight bytes at `at`. */
static size_t count_leads(const char *at)
{
	uint64_t word;

	memcpy(&word, at, sizeof(word));
	word = (word & ~(word << 1) & 0x8080808080808080u) >> 7; /* 1 in each byte that is none */
	return sizeof(word) - (size_t)(word * 0x0101010101010101u >> 56);
}

static void move_on(struct cursor *cursor, size_t index)
{
	size_t at = cursor->at;
	size_t now = cursor->index; /* code points that start before `at` */

	while (index - now >= sizeof(uint64_t) && cursor->bytes.len - at >= sizeof(uint64_t)) {
		now += count_leads(cursor->bytes.at + at);
		at += sizeof(uint64_t);
	}
	for (; at < cursor->bytes.len; at++) {
		if (!is_lead(cursor->bytes.at[at]))
			continue;
		if (now == index)
			break;
		now++;
	}
	cursor->at = at;
	cursor->index = now;
}

static void move_back(struct cursor *cursor, size_t index)
{
	while (cursor->index > index) {
		cursor->at--;
		cursor->index -= is_lead(cursor->bytes.at[cursor->at]);
	}
}

uint32_t cursor_move(struct cursor *cursor, size_t index)
{
	if (cursor->is_ascii)
		cursor->at = index < cursor->bytes.len ? index : cursor->bytes.len;
	else if (index > cursor->index)
		move_on(cursor, index);
	else
		move_back(cursor, index);
	return cursor->mark_size + (uint32_t)cursor->at;
}
