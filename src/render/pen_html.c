#include "render/pen_html.h"
#include "base/bug.h"
#include "markdown/markdown.h"
#include "render/actions_html.h"

static struct html_pen *self(struct pen *pen)
{
	return (void *)pen;
}

struct html *html_of(struct pen *pen)
{
	return &self(pen)->html;
}

void html_classed(struct html *html, const char *name, const char *class, struct str text)
{
	html_open(html, name);
	html_attr_c(html, "class", class);
	html_text(html, text);
	html_close(html, name);
}

void html_language(struct html *html, struct str language)
{
	html_attr(html, "lang", language);
	if (language_is_rtl(language))
		html_attr_c(html, "dir", "rtl");
}

static const struct {
	const char *name;
	const char *class;
} elements[] = {
	[PEN_PARAGRAPH] = { "p", NULL },   [PEN_LEAD_IN] = { "p", "lead-in" },
	[PEN_NOTE] = { "p", "note" },      [PEN_CAPTION] = { "div", "caption" },
	[PEN_ASIDE] = { "p", "aside" },    [PEN_LIST] = { "ul", NULL },
	[PEN_ITEM] = { "li", NULL },       [PEN_FACTS] = { "dl", "facts" },
	[PEN_TERMS] = { "dl", "terms" },   [PEN_STRONG] = { "strong", NULL },
	[PEN_MUTED] = { "span", "muted" }, [PEN_REMOVED] = { "del", NULL },
	[PEN_ADDED] = { "ins", NULL },
};

static const char *const heading_names[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

/* Words for those who hear the page: what is struck out or underlined looks so, and sounds the same. */
static void speak(struct pen *pen, const char *words)
{
	html_classed(html_of(pen), "span", "spoken", own_words(pen->view, words));
}

static void open_mark(struct pen *pen, enum pen_mark mark)
{
	html_open(html_of(pen), elements[mark].name);
	if (elements[mark].class)
		html_attr_c(html_of(pen), "class", elements[mark].class);
	if (mark == PEN_REMOVED || mark == PEN_ADDED)
		speak(pen, mark == PEN_REMOVED ? "[removed: " : "[added: ");
}

static void close_mark(struct pen *pen, enum pen_mark mark)
{
	if (mark == PEN_REMOVED || mark == PEN_ADDED)
		speak(pen, "]");
	html_close(html_of(pen), elements[mark].name);
}

static void fact_open(struct pen *pen, struct str label)
{
	struct html *html = html_of(pen);

	html_open(html, "div");
	html_element(html, "dt", label);
	html_open(html, "dd");
}

static void fact_close(struct pen *pen)
{
	html_close(html_of(pen), "dd");
	html_close(html_of(pen), "div");
}

static void section_open(struct pen *pen, struct str id)
{
	html_open(html_of(pen), "section");
	if (id.len)
		html_attr(html_of(pen), "id", id);
}

static void section_close(struct pen *pen)
{
	html_close(html_of(pen), "section");
}

static void write_heading(struct pen *pen, const struct heading *heading)
{
	struct html *html = html_of(pen);
	const char *name = heading_names[heading->level - 1];

	html_open(html, name);
	if (heading->language.len)
		html_language(html, heading->language);
	if (heading->ref.len) {
		html_classed(html, "span", "ref", heading->ref);
		html_text_c(html, " ");
	}
	html_text(html, heading->title);
	html_close(html, name);
}

static void write_banner(struct pen *pen, struct str word, struct str words)
{
	struct html *html = html_of(pen);

	html_open(html, "div");
	html_attr_c(html, "class", "banner");
	html_attr_c(html, "role", "note");
	html_open(html, "p");
	html_element(html, "strong", word);
	html_text_c(html, " ");
	html_text(html, words);
	html_close(html, "p");
	html_close(html, "div");
}

static void write_own(struct pen *pen, const char *words)
{
	html_text_c(html_of(pen), words);
}

static void write_text(struct pen *pen, struct str plain, struct str language)
{
	struct html *html = html_of(pen);

	if (!language.len) {
		html_text(html, plain);
		return;
	}
	html_open(html, "span");
	html_language(html, language);
	html_text(html, plain);
	html_close(html, "span");
}

/*
 * The level of the heading whose start or end tag stands at `at`, or 0. The
 * markup is ours, with every < of a text escaped, so what looks like a tag is one.
 */
static unsigned heading_at(struct str markup, size_t at, bool *closes)
{
	size_t letter = at + 1;

	*closes = letter < markup.len && markup.at[letter] == '/';
	letter += *closes;
	if (letter + 2 >= markup.len || markup.at[letter] != 'h' || markup.at[letter + 2] != '>' ||
	    markup.at[letter + 1] < '1' || markup.at[letter + 1] > '6')
		return 0;
	return (unsigned)(markup.at[letter + 1] - '0');
}

/* Inside a cell or an item a heading is a paragraph: the outline of a page is that of its sections. */
static void write_flat_heading(struct html *html, bool closes)
{
	if (closes) {
		html_close(html, "strong");
		html_close(html, "p");
	} else {
		html_open(html, "p");
		html_open(html, "strong");
	}
}

/* Passes on markup, with the author's headings made to fit the page: none skips a level. */
static void write_markup(struct pen *pen, struct str markup)
{
	struct html *html = html_of(pen);
	unsigned level = pen->level;
	size_t done = 0;

	for (size_t at = str_find_byte(markup, '<', 0); at < markup.len;
	     at = str_find_byte(markup, '<', at + 1)) {
		bool closes;
		unsigned given = heading_at(markup, at, &closes);

		if (!given)
			continue;
		html_trusted(html, str_slice(markup, done, at));
		/* The tag is h and a digit between brackets, behind a slash where it closes. */
		done = at + 4 + closes;
		if (!closes)
			level = given > level ? level + 1 : given;
		if (!pen->wants_blocks)
			write_flat_heading(html, closes);
		else if (closes)
			html_close(html, heading_names[level - 1]);
		else
			html_open(html, heading_names[level - 1]);
	}
	html_trusted(html, str_slice(markup, done, markup.len));
}

static bool write_markdown(struct pen *pen, struct str markdown, struct str language)
{
	struct html *html = html_of(pen);
	const char *around;
	bool is_inline = false;

	pen->scratch.len = 0;
	if (pen->wants_blocks)
		markdown_to_html(markdown, pen->level, &pen->scratch);
	else
		is_inline = markdown_to_html_inline(markdown, pen->level, &pen->scratch);
	around = is_inline ? "span" : "div";
	while (!is_inline && html->out->len && html->out->at[html->out->len - 1] == ' ')
		html->out->len--;
	if (language.len) {
		html_open(html, around);
		html_language(html, language);
	}
	write_markup(pen, buf_str(&pen->scratch));
	if (language.len)
		html_close(html, around);
	return is_inline;
}

static void write_day(struct pen *pen, struct str words, struct str iso)
{
	struct html *html = html_of(pen);

	html_open(html, "time");
	html_attr(html, "datetime", iso);
	html_text(html, words);
	html_close(html, "time");
}

static void link_open(struct pen *pen, struct str url)
{
	html_open(html_of(pen), "a");
	html_attr(html_of(pen), "href", url);
}

static void link_close(struct pen *pen)
{
	html_close(html_of(pen), "a");
}

static void write_link(struct pen *pen, struct str url, struct str words)
{
	link_open(pen, url);
	html_text(html_of(pen), words);
	link_close(pen);
}

static void write_short_form(struct pen *pen, struct str letters, struct str words)
{
	struct html *html = html_of(pen);

	html_open(html, "abbr");
	if (words.len)
		html_attr(html, "title", words);
	html_text(html, letters);
	html_close(html, "abbr");
}

static void write_anchor(struct pen *pen, struct str id)
{
	html_open(html_of(pen), "span");
	html_attr(html_of(pen), "id", id);
	html_close(html_of(pen), "span");
}

static void table_open(struct pen *pen, const char *const *columns)
{
	struct html *html = html_of(pen);

	self(pen)->columns = columns;
	html_open(html, "table");
	html_attr_c(html, "class", "plain");
	html_open(html, "thead");
	html_open(html, "tr");
	for (; *columns; columns++) {
		html_open(html, "th");
		html_attr_c(html, "scope", "col");
		html_text(html, own_words(pen->view, *columns));
		html_close(html, "th");
	}
	html_close(html, "tr");
	html_close(html, "thead");
	html_open(html, "tbody");
}

/* The innermost element, which tells what is still open in a table. */
static bool is_in(const struct html *html, const char *name)
{
	return html->depth && str_equal(str_from(html->open[html->depth - 1]), str_from(name));
}

static void end_row(struct html *html)
{
	if (is_in(html, "td"))
		html_close(html, "td");
	if (is_in(html, "tr"))
		html_close(html, "tr");
}

static void write_row(struct pen *pen)
{
	self(pen)->column = 0;
	end_row(html_of(pen));
	html_open(html_of(pen), "tr");
}

static void write_cell(struct pen *pen)
{
	struct html *html = html_of(pen);

	if (is_in(html, "td"))
		html_close(html, "td");
	html_open(html, "td");
	html_attr(html, "data-label",
		  own_words(pen->view, self(pen)->columns[self(pen)->column++]));
}

static void table_close(struct pen *pen)
{
	end_row(html_of(pen));
	html_close(html_of(pen), "tbody");
	html_close(html_of(pen), "table");
}

static const struct pen_type type = {
	.plan_file = "index.html",
	.has_pages = true,
	.open = open_mark,
	.close = close_mark,
	.fact_open = fact_open,
	.fact_close = fact_close,
	.section_open = section_open,
	.section_close = section_close,
	.heading = write_heading,
	.banner = write_banner,
	.own = write_own,
	.text = write_text,
	.markdown = write_markdown,
	.day = write_day,
	.link = write_link,
	.link_open = link_open,
	.link_close = link_close,
	.short_form = write_short_form,
	.anchor = write_anchor,
	.table_open = table_open,
	.row = write_row,
	.cell = write_cell,
	.table_close = table_close,
	.actions = actions_html,
};

void html_pen_init(struct html_pen *pen, const struct view *view, struct buf *out)
{
	*pen = (struct html_pen){ .columns = NULL };
	pen_init(&pen->pen, &type, view, out);
	html_init(&pen->html, out);
}

void html_pen_release(struct html_pen *pen)
{
	pen_release(&pen->pen);
}
