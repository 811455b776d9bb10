#include "render/url_pattern.h"
#include "base/ascii.h"

/* What RFC 3986 leaves unreserved stays, and slashes. */
static void add_encoded(struct str words, struct buf *out)
{
	for (size_t i = 0; i < words.len; i++) {
		char c = words.at[i];

		if (ascii_is_alnum(c) || str_find_byte(STR("/-._~"), c, 0) < 5)
			buf_add_byte(out, c);
		else
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
	}
}

/* The mark that a text begins with, or NULL. */
static const struct url_mark *find_mark(struct str text, const struct url_mark *marks)
{
	for (; marks->mark.len; marks++) {
		if (str_starts(text, marks->mark))
			return marks;
	}
	return NULL;
}

void url_pattern_fill(struct str pattern, const struct url_mark *marks, struct buf *out)
{
	for (size_t at = 0; at < pattern.len;) {
		struct str rest = str_slice(pattern, at, pattern.len);
		const struct url_mark *mark = find_mark(rest, marks);

		if (mark)
			add_encoded(mark->words, out);
		else
			buf_add_byte(out, rest.at[0]);
		at += mark ? mark->mark.len : 1;
	}
}
