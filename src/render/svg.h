/*
 * Pictures inside a page. They take the whole width that there is: what lies
 * along it is given in hundredths of a per cent, what lies down it in
 * hundredths of an em. So a picture gets narrower with its page, and its
 * letters do not shrink. Colours come from the style sheet, by class.
 */
#ifndef RENDER_SVG_H
#define RENDER_SVG_H

#include "render/pen_html.h"

/* All of the width. */
#define SVG_WHOLE 10000

/* Of a line: where it begins, and how far it goes. */
struct svg_box {
	int32_t x, y;
	int32_t width, height;
};

/* What stands at a point. Circles are for results; the others for dates. */
enum svg_mark {
	SVG_DIAMOND,
	SVG_DIAMOND_OPEN,
	SVG_TRIANGLE,
	SVG_RING,
	SVG_DISC,
	SVG_SMALL,
	SVG_SQUARE,
	SVG_GOES_ON,    /* beyond the right edge, or without an end */
	SVG_COMES_FROM, /* beyond the left edge */
	SVG_MARKS,
};

/* How an area is filled, so that colour says nothing alone. */
enum svg_pattern { SVG_PLAIN, SVG_HATCHED, SVG_DOTTED, SVG_CROSSED };

/*
 * What marks and patterns of a page refer to: before its first picture. Writes
 * nothing when the page has it.
 */
void svg_shapes(struct pen *pen);

/* A picture with the text that stands for it; `desc` may be empty. */
void svg_open(struct html *html, const char *class, int32_t height, struct str title,
	      struct str desc);
/* One that says no more than the words beside it. */
void svg_open_silent(struct html *html, const char *class, int32_t height);
void svg_close(struct html *html);

void svg_rect(struct html *html, const char *class, enum svg_pattern pattern, struct svg_box box);
void svg_line(struct html *html, const char *class, struct svg_box line);
void svg_point(struct html *html, enum svg_mark mark, int32_t x, int32_t y);
/* Its base line is y; the class says which part of it stands at x. */
void svg_words(struct html *html, const char *class, int32_t x, int32_t y, struct str words);

/* A mark by itself inside a line, for the key to a picture. */
void svg_key_mark(struct html *html, enum svg_mark mark);
/* The same of a pattern. */
void svg_key_pattern(struct html *html, const char *class, enum svg_pattern pattern);

#endif
