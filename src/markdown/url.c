#include "markdown/markdown.h"

/* What stands before the first colon, unless / ? or # comes first; false for none. */
static bool find_scheme(struct str url, struct str *scheme)
{
	for (size_t i = 0; i < url.len; i++) {
		char c = url.at[i];

		if (c == '/' || c == '?' || c == '#')
			return false;
		if (c == ':') {
			*scheme = str_slice(url, 0, i);
			return true;
		}
	}
	return false;
}

/* Browsers leave out tabs and line ends, and read \ as /: neither has a place in an address. */
static bool has_trick(struct str url)
{
	for (size_t i = 0; i < url.len; i++) {
		unsigned char c = (unsigned char)url.at[i];

		if (c <= ' ' || c == 0x7F || c == '\\')
			return true;
	}
	return false;
}

bool markdown_is_safe_url(struct str url)
{
	struct str scheme, rest;

	if (!url.len || has_trick(url) || str_starts(url, STR("//")))
		return false;
	if (!find_scheme(url, &scheme))
		return true;
	rest = str_slice(url, scheme.len + 1, url.len);
	if (str_equal_nocase(scheme, STR("http")) || str_equal_nocase(scheme, STR("https")))
		return str_starts(rest, STR("//")) && rest.len > 2 && rest.at[2] != '/';
	return rest.len &&
	       (str_equal_nocase(scheme, STR("mailto")) || str_equal_nocase(scheme, STR("tel")));
}
