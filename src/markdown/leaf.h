/*
 * The text of one paragraph or heading as cmark reads it, with the places of
 * its bytes: the lines without the indent and > of the blocks around them.
 * cmark's columns inside a line are no help (soft breaks have none, and what
 * stands behind a link definition has wrong ones), so the tree is walked beside
 * these bytes, with a cursor that never goes back.
 */
#ifndef MARKDOWN_LEAF_H
#define MARKDOWN_LEAF_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where the lines of a text begin, as cmark counts them: they end at LF, CR LF or CR. */
struct lines {
	struct str text;
	uint32_t *starts; /* one more than there are lines: the last is text.len */
	size_t count;
};

void lines_init(struct lines *lines, struct str text, struct arena *arena);

/* Line `number` (from 1) without its end; *begin is where it stands. Empty beyond the last. */
struct str lines_get(const struct lines *lines, size_t number, uint32_t *begin);

struct leaf {
	char *bytes;   /* room for the whole text */
	uint32_t *map; /* where each stands; map[len] is the end of the last */
	size_t len;
	size_t at;    /* the cursor */
	bool is_lost; /* the tree does not fit to the bytes any more */
};

void leaf_init(struct leaf *leaf, const struct lines *lines, struct arena *arena);

/* A block's place as cmark gives it; lines and columns from 1, columns in bytes. */
struct leaf_place {
	int first_line;
	int first_column;
	int last_line;
	/* The blocks it stands in, outermost first: '>' for a quote, '-' for a list item. */
	struct str around;
};

/* Fills the leaf with a paragraph, or a heading that is underlined, and skips link definitions. */
void leaf_read_paragraph(struct leaf *leaf, const struct lines *lines, struct leaf_place place);

/* Fills it with a heading: of the # kind, if that is what stands there. */
void leaf_read_heading(struct leaf *leaf, const struct lines *lines, struct leaf_place place);

/* Moves the cursor over up to `count` bytes of `marks`, as far as it is at them. */
void leaf_skip_marks(struct leaf *leaf, const char *marks, unsigned count);

/* Moves it over the line end it is at, with the spaces around it and the backslash before it. */
void leaf_skip_break(struct leaf *leaf);

/* Moves it from behind the words of a link or image to behind its address. */
void leaf_skip_link_end(struct leaf *leaf);

/* Moves it over the backticks that open or close code, and the space that belongs to them. */
void leaf_skip_code_open(struct leaf *leaf);
void leaf_skip_code_close(struct leaf *leaf);

/* How a literal is written. */
enum leaf_style { LEAF_TEXT, LEAF_VERBATIM };

/*
 * Finds the next bytes of a literal at the cursor and moves over them: returns
 * how many (1 or more) and where they stand. TEXT may be written with
 * backslashes and entities.
 */
size_t leaf_match(struct leaf *leaf, struct str literal, enum leaf_style style, uint32_t *begin,
		  uint32_t *end);

#endif
