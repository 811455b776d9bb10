/*
 * Markdown (CommonMark) texts, through cmark. Rules and differences read the
 * words; pages get safe HTML: raw HTML is shown as it was typed (its comments
 * are left out), images become their alternative text, and links lead only to
 * http, https, mailto, tel and relative addresses (never //host).
 *
 * A text that nests deeper than anybody writes, or is longer than cmark takes,
 * is read as plain words. All functions take time in proportion to the text.
 */
#ifndef MARKDOWN_MARKDOWN_H
#define MARKDOWN_MARKDOWN_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A run of words of a text without its marks: what a reader sees. Never empty. */
struct run {
	struct str text;   /* one line, trimmed; in the arena, or a piece of the Markdown */
	uint32_t *offsets; /* of each byte of text, and the end of the last; or NULL */
	uint32_t begin;    /* where the first byte stands */
	bool is_item; /* it is what a list item begins with, not another paragraph or a heading */
};

/* Words that are code: bytes of the Markdown, in rising order. */
struct code {
	uint32_t begin;
	uint32_t end;
};

struct runs {
	struct run *at; /* one a paragraph, heading, list item or block of code, in reading order */
	size_t len;
	struct code *code; /* what of their words stands in code spans, blocks of code or HTML */
	size_t code_len;
};

/*
 * Where byte i of a run (0 to text.len; text.len is the end of the last) stands
 * in the Markdown. Line ends inside a paragraph are single spaces in the run; a
 * character written as an entity stands where the entity begins.
 */
static inline uint32_t run_offset(const struct run *run, size_t i)
{
	return run->offsets ? run->offsets[i] : run->begin + (uint32_t)i;
}

/* Where a piece of a run that ends before byte i ends in the Markdown; i is 1 or more. */
static inline uint32_t run_end(const struct run *run, size_t i)
{
	return i == run->text.len ? run_offset(run, i) : run_offset(run, i - 1) + 1;
}

/*
 * The plain words of a Markdown text, which must outlive them. A text without
 * any mark (most are) becomes one run without cmark being asked.
 */
struct runs markdown_runs(struct str markdown, struct arena *arena);

/* All runs joined by spaces: the text on one line. */
struct str markdown_words(struct str markdown, struct arena *arena);

/* Whether cmark would make of it more than one plain paragraph of the very same words. */
bool markdown_has_marks(struct str markdown);

/* HTML blocks (<p>, <ul> …). Headings are lowered by `heading_shift` levels (to h6 at most). */
void markdown_to_html(struct str markdown, unsigned heading_shift, struct buf *html);

/*
 * As above, but a text that is one paragraph gives its inline HTML without <p>,
 * and an empty one nothing. Returns whether it was one of these.
 */
bool markdown_to_html_inline(struct str markdown, unsigned heading_shift, struct buf *html);

/*
 * Plain text escaped so that it is itself in Markdown, wherever it stands in a
 * line, also inside a table of GitHub's. Line ends and runs of spaces become
 * single spaces, control characters U+FFFD.
 */
void markdown_escape(struct str plain, struct buf *markdown);

/*
 * A Markdown text made safe to stand in a Markdown document of ours: written
 * anew from cmark's tree (raw HTML, images and unsafe links gone, link
 * definitions resolved, headings lowered, a line a paragraph), its lines
 * indented by `indent` spaces but for the first. Ends without a line end.
 */
void markdown_to_markdown(struct str markdown, unsigned heading_shift, unsigned indent,
			  struct buf *out);

/* Whether a link address is one that pages may carry. */
bool markdown_is_safe_url(struct str url);

#endif
