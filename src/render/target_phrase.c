#include "render/target_phrase.h"
#include "base/attributes.h"
#include "render/words.h"

/* What stands behind the words that a phrase begins with: "40 and 60%", "5 percentage points". */
static void amount_print(const struct view *view, struct str amount, struct buf *out)
{
	static const char *const units[] = { " per cent", " percentage points", " percentage point",
					     " million", " billion" };

	for (size_t i = 0; i < ARRAY_LEN(units); i++) {
		struct str unit = str_from(units[i]);

		if (amount.len < unit.len ||
		    !str_equal_nocase(str_slice(amount, amount.len - unit.len, amount.len), unit))
			continue;
		buf_add(out, str_slice(amount, 0, amount.len - unit.len));
		buf_add(out, own_words(view, units[i]));
		return;
	}
	buf_add(out, amount);
}

static bool starts(struct str phrase, struct str words)
{
	return phrase.len >= words.len && str_equal_nocase(str_slice(phrase, 0, words.len), words);
}

static bool range_print(const struct view *view, struct str phrase, struct buf *out)
{
	static const struct str begin = STR_INIT("between ");
	static const struct str joint = STR_INIT(" and ");
	struct buf high = { 0 };
	size_t at = str_find(phrase, joint, 0);

	if (at >= phrase.len || !starts(phrase, begin))
		return false;
	amount_print(view, str_slice(phrase, at + joint.len, phrase.len), &high);
	own_fill(view, "between {low} and {high}",
		 (struct blank[]){ { "{low}", str_slice(phrase, begin.len, at) },
				   { "{high}", buf_str(&high) },
				   { NULL } },
		 out);
	buf_release(&high);
	return true;
}

void target_phrase_print(const struct view *view, struct str phrase, struct buf *out)
{
	static const char *const forms[] = {
		"above ",   "all",         "at least ",    "at most ",   "below ",     "done",
		"exactly ", "fewer than ", "increase by ", "less than ", "more than ", "reduce by ",
	};

	if (!view || !language_find(view->language)) {
		buf_add(out, phrase);
		return;
	}
	if (range_print(view, phrase, out))
		return;
	for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
		struct str start = str_from(forms[i]);

		if (!starts(phrase, start))
			continue;
		buf_add(out, own_words(view, forms[i]));
		phrase = str_slice(phrase, start.len, phrase.len);
		break;
	}
	amount_print(view, phrase, out);
}

void target_phrase_write(struct pen *pen, struct str phrase)
{
	struct buf words = { 0 };

	target_phrase_print(pen->view, phrase, &words);
	pen_plain(pen, buf_str(&words));
	buf_release(&words);
}
