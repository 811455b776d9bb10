/* The pen that writes Markdown (CommonMark, with the tables that GitHub and GitLab show). */
#ifndef RENDER_PEN_MARKDOWN_H
#define RENDER_PEN_MARKDOWN_H

#include "render/pen.h"

/* Lists inside lists, of ours; those inside the author's texts do not count. */
#define MARKDOWN_DEPTH 16

/* What has to come before the next thing that is written. */
enum markdown_gap { GAP_NONE, GAP_SPACE, GAP_LINE, GAP_BLANK };

struct markdown_pen {
	struct pen pen; /* first: a struct pen of this type is one of these */
	enum markdown_gap gap;
	unsigned indent;
	bool is_fresh;   /* right behind the mark of an item, where a block may begin */
	bool is_in_line; /* words stand on this line */
	bool is_in_cell;
	unsigned depth; /* of lists */
	/*
	 * At each depth, the mark of the list that ended just before, or 0. Two
	 * lists with one mark would run together, so the next takes another; the
	 * author's own are written with '-'.
	 */
	char marks[MARKDOWN_DEPTH + 1];
};

void markdown_pen_init(struct markdown_pen *pen, const struct view *view, struct buf *out);
void markdown_pen_release(struct markdown_pen *pen);

#endif
