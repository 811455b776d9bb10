#include "schema/uri.h"
#include "base/ascii.h"
#include "base/buf.h"

#include <string.h>

/* The length of the scheme at the start, or 0. */
static size_t scheme_length(struct str text)
{
	size_t i = 0;

	if (!text.len || !ascii_is_letter(text.at[0]))
		return 0;
	while (i < text.len && (ascii_is_letter(text.at[i]) || ascii_is_digit(text.at[i]) ||
				strchr("+-.", text.at[i])))
		i++;
	return i < text.len && text.at[i] == ':' ? i : 0;
}

struct uri uri_split(struct str text)
{
	struct uri uri = { 0 };
	size_t at = str_find_byte(text, '#', 0);
	size_t len;

	if (at < text.len)
		uri.fragment = str_slice(text, at + 1, text.len);
	text = str_slice(text, 0, at);
	at = str_find_byte(text, '?', 0);
	if (at < text.len)
		uri.query = str_slice(text, at + 1, text.len);
	text = str_slice(text, 0, at);
	len = scheme_length(text);
	if (len) {
		uri.scheme = str_slice(text, 0, len);
		text = str_slice(text, len + 1, text.len);
	}
	if (str_starts(text, STR("//"))) {
		at = str_find_byte(text, '/', 2);
		uri.authority = str_slice(text, 2, at);
		text = str_slice(text, at, text.len);
	}
	uri.path = text;
	return uri;
}

struct str uri_document(struct str uri)
{
	return str_slice(uri, 0, str_find_byte(uri, '#', 0));
}

/* The path of `reference` behind the folder of the base (RFC 3986, section 5.2.3). */
static void merge_paths(struct buf *out, const struct uri *base, struct str reference)
{
	size_t folder = base->path.len;

	while (folder > 0 && base->path.at[folder - 1] != '/')
		folder--;
	if (base->authority.at && !base->path.len)
		buf_add_c(out, "/");
	else
		buf_add(out, str_slice(base->path, 0, folder));
	buf_add(out, reference);
}

/* Takes the last segment and the '/' before it off what stands in `out` from `start` on. */
static void drop_segment(struct buf *out, size_t start)
{
	while (out->len > start && out->at[out->len - 1] != '/')
		out->len--;
	if (out->len > start)
		out->len--;
}

/* Whether a ".." has nothing to take back: the text is empty or ends in a ".." itself. */
static bool leads_out(struct str path)
{
	return !path.len || str_equal(path, STR("..")) || str_ends(path, STR("/.."));
}

/*
 * Adds a path without its "." and ".." segments (RFC 3986, section 5.2.4). A
 * relative path (of files) keeps the ".." that lead out of it.
 */
static void add_path(struct buf *out, struct str path)
{
	bool rooted = path.len && path.at[0] == '/';
	size_t start = out->len;

	for (size_t at = rooted, end; at <= path.len; at = end + 1) {
		struct str segment;
		bool dot, up;

		end = str_find_byte(path, '/', at);
		segment = str_slice(path, at, end);
		dot = str_equal(segment, STR("."));
		up = str_equal(segment, STR(".."));
		if (up && !rooted && leads_out(str_slice(buf_str(out), start, out->len)))
			up = false;
		if (up)
			drop_segment(out, start);
		if ((!dot && !up) || end == path.len) {
			if (rooted || out->len > start)
				buf_add_byte(out, '/');
		}
		if (!dot && !up)
			buf_add(out, segment);
	}
}

static void add_part(struct buf *out, const char *before, struct str part)
{
	if (!part.at)
		return;
	buf_add_c(out, before);
	buf_add(out, part);
}

/* What the reference leaves out comes from the base; a path that must be merged goes to `path`. */
static void inherit(struct uri *target, const struct uri *base, struct buf *path)
{
	if (target->scheme.at)
		return;
	target->scheme = base->scheme;
	if (target->authority.at)
		return;
	target->authority = base->authority;
	if (!target->path.len) {
		target->path = base->path;
		if (!target->query.at)
			target->query = base->query;
	} else if (target->path.at[0] != '/') {
		merge_paths(path, base, target->path);
		target->path = buf_str(path);
	}
}

struct str uri_resolve(struct arena *arena, struct str base_text, struct str reference)
{
	struct uri base = uri_split(base_text);
	struct uri target = uri_split(reference);
	struct str result;
	struct buf path, out;

	buf_init(&path);
	buf_init(&out);
	inherit(&target, &base, &path);
	if (target.scheme.at) {
		buf_add(&out, target.scheme);
		buf_add_c(&out, ":");
	}
	add_part(&out, "//", target.authority);
	if (target.path.len)
		add_path(&out, target.path);
	add_part(&out, "?", target.query);
	add_part(&out, "#", target.fragment);
	result = arena_copy(arena, buf_str(&out));
	buf_release(&out);
	buf_release(&path);
	return result;
}

struct str uri_decode(struct arena *arena, struct str text)
{
	char *to;
	size_t len = 0;

	if (str_find_byte(text, '%', 0) == text.len)
		return text;
	to = arena_alloc_text(arena, text.len);
	for (size_t i = 0; i < text.len; i++) {
		bool coded = text.at[i] == '%' && i + 2 < text.len;
		int high = coded ? ascii_hex(text.at[i + 1]) : -1;
		int low = coded ? ascii_hex(text.at[i + 2]) : -1;

		if (high >= 0 && low >= 0) {
			to[len++] = (char)(high * 16 + low);
			i += 2;
		} else {
			to[len++] = text.at[i];
		}
	}
	return (struct str){ to, len };
}
