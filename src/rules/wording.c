#include "rules/wording.h"
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

/* The bytes of a curly quote at either end. */
static size_t curl_at(struct str text, bool at_end)
{
	static const char *const quotes[] = { "“", "”", "„", "‘", "’" };

	for (size_t i = 0; i < ARRAY_LEN(quotes); i++) {
		struct str quote = str_from(quotes[i]);

		if (at_end ? str_ends(text, quote) : str_starts(text, quote))
			return quote.len;
	}
	return 0;
}

struct str wording_quote(struct rule_run *run, struct str words)
{
	struct str trimmed = str_trim(words);
	char line[QUOTE_BYTES];
	size_t len = 0;
	size_t end;

	/* They are quoted again. */
	if (curl_at(trimmed, false) && curl_at(trimmed, true) && trimmed.len > 6)
		trimmed = str_slice(trimmed, curl_at(trimmed, false),
				    trimmed.len - curl_at(trimmed, true));
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
	size_t begin = curl_at(text, false);
	struct str words;

	if (!begin)
		return false;
	text = str_slice(text, begin, text.len);
	text = str_slice(text, 0, text.len - curl_at(text, true));
	words = wording_quote(run, text);
	scalar_mend(run->report, finding, node, text);
	finding_hint(run->report, finding, "curly quotes mean nothing to YAML: write `%.*s%s%.*s`",
		     STR_ARG(key), key.len ? ": " : "", STR_ARG(words));
	return true;
}
