#include "rules/wording.h"
#include "base/utf8.h"
#include "base/ascii.h"
#include "tree/scalar.h"

/* Bytes of a quotation; what is longer is cut at a character. */
#define QUOTE_BYTES 80

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
	char line[QUOTE_BYTES];
	size_t len = 0;
	size_t end;

	/* They are quoted again. */
	if (utf8_curly_size(trimmed, false) && utf8_curly_size(trimmed, true) && trimmed.len > 6)
		trimmed = str_slice(trimmed, utf8_curly_size(trimmed, false),
				    trimmed.len - utf8_curly_size(trimmed, true));
	end = cut_at(trimmed);

	for (size_t i = 0; i < end; i++) {
		if (!ascii_is_space(trimmed.at[i]))
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

struct str wording_day(struct rule_run *run, int32_t day)
{
	struct date date = {
		.kind = DATE_GIVEN,
		.precision = PRECISION_DAY,
		.earliest = day,
		.latest = day,
	};

	return wording_date(run, &date);
}

bool wording_hint_curly(struct rule_run *run, struct str key, const struct node *node,
			struct finding *finding)
{
	struct str text = str_trim(node->text);
	size_t begin = utf8_curly_size(text, false);
	struct str words;

	if (!begin)
		return false;
	text = str_slice(text, begin, text.len);
	text = str_slice(text, 0, text.len - utf8_curly_size(text, true));
	words = wording_quote(run, text);
	scalar_mend(run->report, finding, node, text);
	finding_hint(run->report, finding, "curly quotes mean nothing to YAML: write `%.*s%s%.*s`",
		     STR_ARG(key), key.len ? ": " : "", STR_ARG(words));
	return true;
}
