#include "rules/wording.h"

/* Bytes of a quotation; what is longer is cut at a character. */
#define QUOTE_BYTES 80

static bool is_gap(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* Where to cut: not inside a character of several bytes. */
static size_t cut_at(struct str words)
{
	size_t len = QUOTE_BYTES;

	if (words.len <= QUOTE_BYTES)
		return words.len;
	while (len && ((unsigned char)words.at[len] & 0xC0) == 0x80)
		len--;
	return len;
}

struct str wording_quote(struct rule_run *run, struct str words)
{
	struct str trimmed = str_trim(words);
	size_t end = cut_at(trimmed);
	char line[QUOTE_BYTES];
	size_t len = 0;

	for (size_t i = 0; i < end; i++) {
		if (!is_gap(trimmed.at[i]))
			line[len++] = trimmed.at[i];
		else if (len && line[len - 1] != ' ')
			line[len++] = ' ';
	}
	return arena_printf(run->arena, "%.*s%s", (int)len, line, end < trimmed.len ? "…" : "");
}

struct str wording_action(struct rule_run *run, const struct action *action)
{
	struct str id;

	if (!action->thing.id.len)
		return STR("this action");
	id = wording_quote(run, action->thing.id);
	return arena_printf(run->arena, "action “%.*s”", STR_ARG(id));
}

struct str wording_date(struct rule_run *run, const struct date *date)
{
	struct buf words = { 0 };
	struct str copy;

	date_print(date, &words);
	copy = arena_copy(run->arena, buf_str(&words));
	buf_release(&words);
	return copy;
}
