#include "render/svg.h"

/* Behind the #, its id on the page, which is its class too. */
static const struct {
	const char *href;
	const char *path;
} marks[SVG_MARKS] = {
	[SVG_DIAMOND] = { "#_due", "M0-5.5 5.5 0 0 5.5-5.5 0z" },
	[SVG_DIAMOND_OPEN] = { "#_about", "M0-5 5 0 0 5-5 0z" },
	[SVG_TRIANGLE] = { "#_milestone", "M0-5 4.8 4-4.8 4z" },
	[SVG_RING] = { "#_round", "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z" },
	[SVG_DISC] = { "#_result", "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z" },
	[SVG_SMALL] = { "#_earlier", "M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z" },
	[SVG_SQUARE] = { "#_review", "M-3.5-3.5h7v7h-7z" },
	[SVG_GOES_ON] = { "#_on", "M-4-5 4 0-4 5z" },
	[SVG_COMES_FROM] = { "#_from", "M4-5-4 0 4 5z" },
};

static const struct {
	const char *id;
	const char *path;
} patterns[] = {
	[SVG_PLAIN] = { NULL, NULL },
	[SVG_HATCHED] = { "_hatched", "M-2 2 2-2M0 8 8 0M6 10 10 6" },
	[SVG_DOTTED] = { "_dotted", "M1 2h2M5 6h2" },
	[SVG_CROSSED] = { "_crossed", "M0 0 8 8M0 8 8 0" },
};

static void patterns_write(struct html *html)
{
	for (size_t i = 0; i < ARRAY_LEN(patterns); i++) {
		if (!patterns[i].id)
			continue;
		html_open(html, "pattern");
		html_attr_c(html, "id", patterns[i].id);
		html_attr_c(html, "class", "pattern");
		html_attr_c(html, "patternUnits", "userSpaceOnUse");
		html_attr_c(html, "width", "8");
		html_attr_c(html, "height", "8");
		html_open(html, "path");
		html_attr_c(html, "d", patterns[i].path);
		html_close(html, "path");
		html_close(html, "pattern");
	}
}

void svg_shapes(struct pen *pen)
{
	struct html *html = html_of(pen);

	/* No id of a plan begins with _, so this one is a note to ourselves. */
	if (map_add(&pen->anchors, pen->view->arena, STR("_shapes"), pen))
		return;
	html_open(html, "svg");
	html_attr_c(html, "class", "shapes");
	html_attr_c(html, "aria-hidden", "true");
	html_attr_c(html, "width", "0");
	html_attr_c(html, "height", "0");
	html_open(html, "defs");
	for (size_t i = 0; i < SVG_MARKS; i++) {
		html_open(html, "path");
		html_attr_c(html, "id", marks[i].href + 1);
		html_attr_c(html, "class", marks[i].href + 1);
		html_attr_c(html, "d", marks[i].path);
		html_close(html, "path");
	}
	patterns_write(html);
	html_close(html, "defs");
	html_close(html, "svg");
}

/* "12.5%": hundredths of a unit, without a locale. */
static void length_attr(struct html *html, const char *name, int32_t hundredths, const char *unit)
{
	char text[24];
	char *at = text + sizeof(text);
	uint32_t rest = (uint32_t)(hundredths < 0 ? -hundredths : hundredths);
	size_t unit_len = str_from(unit).len;

	at -= unit_len;
	for (size_t i = 0; i < unit_len; i++)
		at[i] = unit[i];
	if (rest % 100) {
		if (rest % 10)
			*--at = (char)('0' + rest % 10);
		*--at = (char)('0' + rest / 10 % 10);
		*--at = '.';
	}
	rest /= 100;
	do {
		*--at = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (hundredths < 0)
		*--at = '-';
	html_attr(html, name, (struct str){ at, (size_t)(text + sizeof(text) - at) });
}

static void along_attr(struct html *html, const char *name, int32_t hundredths)
{
	length_attr(html, name, hundredths, "%");
}

static void down_attr(struct html *html, const char *name, int32_t hundredths)
{
	length_attr(html, name, hundredths, "em");
}

static void class_attr(struct html *html, const char *class)
{
	if (class)
		html_attr_c(html, "class", class);
}

static void picture_open(struct html *html, const char *class, int32_t height)
{
	html_open(html, "svg");
	class_attr(html, class);
	html_attr_c(html, "width", "100%");
	down_attr(html, "height", height);
}

void svg_open(struct html *html, const char *class, int32_t height, struct str title,
	      struct str desc)
{
	picture_open(html, class, height);
	html_attr_c(html, "role", "img");
	html_element(html, "title", title);
	if (desc.len)
		html_element(html, "desc", desc);
}

void svg_open_silent(struct html *html, const char *class, int32_t height)
{
	picture_open(html, class, height);
	html_attr_c(html, "aria-hidden", "true");
}

void svg_close(struct html *html)
{
	html_close(html, "svg");
}

static void pattern_attr(struct html *html, enum svg_pattern pattern)
{
	static const char *const fills[] = {
		[SVG_HATCHED] = "url(#_hatched)",
		[SVG_DOTTED] = "url(#_dotted)",
		[SVG_CROSSED] = "url(#_crossed)",
	};

	if (pattern != SVG_PLAIN)
		html_attr_c(html, "fill", fills[pattern]);
}

void svg_rect(struct html *html, const char *class, enum svg_pattern pattern, struct svg_box box)
{
	html_open(html, "rect");
	class_attr(html, class);
	pattern_attr(html, pattern);
	along_attr(html, "x", box.x);
	down_attr(html, "y", box.y);
	along_attr(html, "width", box.width);
	down_attr(html, "height", box.height);
	html_close(html, "rect");
}

void svg_line(struct html *html, const char *class, struct svg_box line)
{
	html_open(html, "line");
	class_attr(html, class);
	along_attr(html, "x1", line.x);
	down_attr(html, "y1", line.y);
	along_attr(html, "x2", line.x + line.width);
	down_attr(html, "y2", line.y + line.height);
	html_close(html, "line");
}

static void use_open(struct html *html, enum svg_mark mark)
{
	html_open(html, "use");
	html_attr_c(html, "href", marks[mark].href);
}

void svg_point(struct html *html, enum svg_mark mark, int32_t x, int32_t y)
{
	use_open(html, mark);
	along_attr(html, "x", x);
	down_attr(html, "y", y);
	html_close(html, "use");
}

void svg_words(struct html *html, const char *class, int32_t x, int32_t y, struct str words)
{
	html_open(html, "text");
	class_attr(html, class);
	along_attr(html, "x", x);
	down_attr(html, "y", y);
	html_text(html, words);
	html_close(html, "text");
}

static void key_open(struct html *html)
{
	html_open(html, "svg");
	html_attr_c(html, "class", "key");
	html_attr_c(html, "aria-hidden", "true");
	html_attr_c(html, "width", "16");
	html_attr_c(html, "height", "14");
}

void svg_key_mark(struct html *html, enum svg_mark mark)
{
	key_open(html);
	use_open(html, mark);
	html_attr_c(html, "x", "8");
	html_attr_c(html, "y", "7");
	html_close(html, "use");
	html_close(html, "svg");
}

void svg_key_pattern(struct html *html, const char *class, enum svg_pattern pattern)
{
	key_open(html);
	html_open(html, "rect");
	class_attr(html, class);
	pattern_attr(html, pattern);
	html_attr_c(html, "x", "1");
	html_attr_c(html, "y", "1");
	html_attr_c(html, "width", "14");
	html_attr_c(html, "height", "12");
	html_close(html, "rect");
	html_close(html, "svg");
}
