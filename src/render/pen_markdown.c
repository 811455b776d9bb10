#include "render/pen_markdown.h"
#include "base/bug.h"
#include "base/html.h"
#include "markdown/markdown.h"
#include "render/actions_markdown.h"

static struct markdown_pen *self(struct pen *pen)
{
	return (void *)pen;
}

/* Writes the gap: from here on the next thing may stand. */
static void begin(struct markdown_pen *md)
{
	struct buf *out = md->pen.out;

	if (md->gap == GAP_SPACE) {
		buf_add_byte(out, ' ');
	} else if (md->gap != GAP_NONE && out->len) {
		while (out->at[out->len - 1] == ' ')
			out->len--;
		buf_add_c(out, md->gap == GAP_BLANK ? "\n\n" : "\n");
		for (unsigned i = 0; i < md->indent; i++)
			buf_add_byte(out, ' ');
	}
	md->gap = GAP_NONE;
	md->is_fresh = false;
}

static void begin_block(struct markdown_pen *md)
{
	if (!md->is_fresh)
		md->gap = GAP_BLANK;
	begin(md);
	md->marks[md->depth] = 0;
}

static void begin_words(struct markdown_pen *md)
{
	/* Words right behind a list would be taken for the end of its last item. */
	if (md->marks[md->depth])
		md->gap = GAP_BLANK;
	begin(md);
	md->is_in_line = true;
	md->marks[md->depth] = 0;
}

static void end_block(struct markdown_pen *md)
{
	md->gap = GAP_BLANK;
	md->is_in_line = false;
}

static void list_open(struct markdown_pen *md)
{
	if (!md->is_fresh)
		md->gap = md->depth ? GAP_LINE : GAP_BLANK;
	md->is_in_line = false;
	/* While a list is open, its mark stands at its depth. */
	md->marks[md->depth] = md->marks[md->depth] == '*' ? '+' : '*';
	if (md->depth == MARKDOWN_DEPTH)
		BUG("lists deeper than %d", MARKDOWN_DEPTH);
	md->marks[++md->depth] = 0;
}

static void list_close(struct markdown_pen *md)
{
	md->depth--;
	md->gap = md->depth ? GAP_LINE : GAP_BLANK;
	md->is_in_line = false;
}

static void item_open(struct markdown_pen *md)
{
	begin(md);
	buf_add_byte(md->pen.out, md->marks[md->depth - 1]);
	md->indent += 2;
	md->gap = GAP_SPACE;
	md->is_fresh = true;
	md->is_in_line = false;
	md->marks[md->depth] = 0;
}

static void item_close(struct markdown_pen *md)
{
	md->indent -= 2;
	md->gap = GAP_LINE;
	md->is_fresh = false;
	md->is_in_line = false;
}

/* A list in a cell of a table is its items on one line. */
static void open_in_cell(struct markdown_pen *md, enum pen_mark mark)
{
	if (mark == PEN_STRONG)
		return;
	if (md->is_in_line && mark != PEN_LIST && mark != PEN_MUTED) {
		buf_add_c(md->pen.out, "; ");
		md->is_in_line = false;
	}
}

/* What stands around words that came or went; nothing for other marks. */
static const char *word_mark(enum pen_mark mark)
{
	return mark == PEN_REMOVED ? "~~" : mark == PEN_ADDED ? "**" : "";
}

static void open_mark(struct pen *pen, enum pen_mark mark)
{
	struct markdown_pen *md = self(pen);

	if (md->is_in_cell && !*word_mark(mark)) {
		open_in_cell(md, mark);
		return;
	}
	switch (mark) {
	case PEN_PARAGRAPH:
	case PEN_LEAD_IN:
	case PEN_NOTE:
	case PEN_ASIDE:
	case PEN_CAPTION:
		if (!md->is_fresh && md->gap != GAP_SPACE)
			md->gap = GAP_BLANK;
		break;
	case PEN_LIST:
	case PEN_FACTS:
	case PEN_TERMS: list_open(md); break;
	case PEN_ITEM: item_open(md); break;
	case PEN_STRONG:
		begin_words(md);
		buf_add_c(pen->out, "**");
		break;
	case PEN_REMOVED:
	case PEN_ADDED:
		begin_words(md);
		buf_add_c(pen->out, word_mark(mark));
		break;
	case PEN_MUTED: break;
	}
}

static void close_mark(struct pen *pen, enum pen_mark mark)
{
	struct markdown_pen *md = self(pen);

	if (md->is_in_cell && !*word_mark(mark))
		return;
	switch (mark) {
	case PEN_PARAGRAPH:
	case PEN_LEAD_IN:
	case PEN_NOTE:
	case PEN_ASIDE:
	case PEN_CAPTION: end_block(md); break;
	case PEN_LIST:
	case PEN_FACTS:
	case PEN_TERMS: list_close(md); break;
	case PEN_ITEM: item_close(md); break;
	case PEN_STRONG: buf_add_c(pen->out, "**"); break;
	case PEN_REMOVED:
	case PEN_ADDED: buf_add_c(pen->out, word_mark(mark)); break;
	case PEN_MUTED: break;
	}
}

/* Plain words, which are on one line however they were written. */
static void add_plain(struct pen *pen, struct str plain)
{
	markdown_escape(plain, pen->out);
}

static void write_own(struct pen *pen, const char *words)
{
	begin_words(self(pen));
	buf_add_c(pen->out, words);
}

static void write_text(struct pen *pen, struct str plain, struct str language)
{
	(void)language;
	begin_words(self(pen));
	add_plain(pen, plain);
}

static void fact_open(struct pen *pen, struct str label)
{
	struct markdown_pen *md = self(pen);
	bool has_colon = label.len && label.at[label.len - 1] == ':';

	label = str_trim(label);
	open_mark(pen, PEN_ITEM);
	open_mark(pen, PEN_STRONG);
	add_plain(pen, label);
	if (!has_colon)
		buf_add_byte(pen->out, ':');
	close_mark(pen, PEN_STRONG);
	md->gap = GAP_SPACE;
}

static void fact_close(struct pen *pen)
{
	close_mark(pen, PEN_ITEM);
}

static void section_open(struct pen *pen, struct str id)
{
	(void)pen;
	(void)id;
}

static void section_close(struct pen *pen)
{
	(void)pen;
}

static void write_anchor(struct pen *pen, struct str id)
{
	struct html html;

	begin_words(self(pen));
	html_init(&html, pen->out);
	html_open(&html, "a");
	html_attr(&html, "id", id);
	html_close(&html, "a");
}

static void write_heading(struct pen *pen, const struct heading *heading)
{
	struct markdown_pen *md = self(pen);

	begin_block(md);
	for (unsigned i = 0; i < heading->level; i++)
		buf_add_byte(pen->out, '#');
	buf_add_byte(pen->out, ' ');
	if (heading->id.len)
		write_anchor(pen, heading->id);
	if (heading->ref.len) {
		add_plain(pen, heading->ref);
		buf_add_byte(pen->out, ' ');
	}
	add_plain(pen, heading->title);
	end_block(md);
}

static void write_banner(struct pen *pen, struct str word, struct str words)
{
	begin_block(self(pen));
	buf_add_c(pen->out, "> **");
	add_plain(pen, word);
	buf_add_c(pen->out, "** ");
	add_plain(pen, words);
	end_block(self(pen));
}

/* Whether the text is one paragraph, so that it can go on with the line. */
static bool is_inline(struct pen *pen, struct str markdown)
{
	if (!markdown_has_marks(markdown))
		return true;
	pen->scratch.len = 0;
	return markdown_to_html_inline(markdown, 0, &pen->scratch);
}

static bool write_markdown(struct pen *pen, struct str markdown, struct str language)
{
	struct markdown_pen *md = self(pen);

	(void)language;
	if (md->is_in_cell) {
		write_text(pen, markdown_words(markdown, pen->view->arena), language);
		return true;
	}
	if (!pen->wants_blocks && is_inline(pen, markdown)) {
		begin_words(md);
		markdown_to_markdown(markdown, pen->level, md->indent, pen->out);
		return true;
	}
	begin_block(md);
	markdown_to_markdown(markdown, pen->level, md->indent, pen->out);
	end_block(md);
	return false;
}

static void write_day(struct pen *pen, struct str words, struct str iso)
{
	(void)iso;
	write_text(pen, words, (struct str){ 0 });
}

/* What would end a link's address, or be taken for a mark in it, by its number. */
static void add_url(struct buf *out, struct str url)
{
	const struct str marks = STR("()<>[]\\|\"`");

	for (size_t i = 0; i < url.len; i++) {
		unsigned char byte = (unsigned char)url.at[i];

		if (byte <= ' ' || byte == 0x7F || str_find_byte(marks, url.at[i], 0) < marks.len)
			buf_printf(out, "%%%02X", byte);
		else if (byte == '&')
			buf_add_c(out, "&amp;");
		else
			buf_add_byte(out, url.at[i]);
	}
}

static void write_link(struct pen *pen, struct str url, struct str words)
{
	begin_words(self(pen));
	buf_add_byte(pen->out, '[');
	add_plain(pen, words);
	buf_add_c(pen->out, "](");
	add_url(pen->out, url);
	buf_add_byte(pen->out, ')');
}

static void write_short_form(struct pen *pen, struct str letters, struct str words)
{
	begin_words(self(pen));
	add_plain(pen, words.len ? words : letters);
	if (!words.len)
		return;
	buf_add_c(pen->out, " (");
	add_plain(pen, letters);
	buf_add_byte(pen->out, ')');
}

static void add_row_of(struct pen *pen, size_t count, const char *words)
{
	self(pen)->gap = GAP_LINE;
	begin(self(pen));
	buf_add_byte(pen->out, '|');
	for (size_t i = 0; i < count; i++)
		buf_printf(pen->out, " %s |", words);
}

static void table_open(struct pen *pen, const char *const *columns)
{
	struct markdown_pen *md = self(pen);
	size_t count = 0;

	begin_block(md);
	buf_add_byte(pen->out, '|');
	for (; columns[count]; count++)
		buf_printf(pen->out, " %s |", own_words(pen->view, columns[count]).at);
	add_row_of(pen, count, "---");
	md->is_in_cell = true;
}

static void end_cell(struct markdown_pen *md)
{
	md->is_in_line = false;
	md->marks[md->depth] = 0;
}

static void write_row(struct pen *pen)
{
	struct markdown_pen *md = self(pen);

	if (md->is_in_line || md->gap == GAP_SPACE)
		buf_add_c(pen->out, " |");
	end_cell(md);
	md->gap = GAP_LINE;
	begin(md);
	buf_add_byte(pen->out, '|');
	md->gap = GAP_NONE;
}

static void write_cell(struct pen *pen)
{
	struct markdown_pen *md = self(pen);

	if (md->is_in_line || md->gap == GAP_SPACE)
		buf_add_c(pen->out, " |");
	end_cell(md);
	md->gap = GAP_SPACE;
}

static void table_close(struct pen *pen)
{
	struct markdown_pen *md = self(pen);

	if (md->is_in_line || md->gap == GAP_SPACE)
		buf_add_c(pen->out, " |");
	end_cell(md);
	md->is_in_cell = false;
	end_block(md);
}

static const struct pen_type type = {
	.plan_file = "plan.md",
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
	.short_form = write_short_form,
	.anchor = write_anchor,
	.table_open = table_open,
	.row = write_row,
	.cell = write_cell,
	.table_close = table_close,
	.actions = actions_markdown,
};

void markdown_pen_init(struct markdown_pen *pen, const struct view *view, struct buf *out)
{
	*pen = (struct markdown_pen){ .is_fresh = true };
	pen_init(&pen->pen, &type, view, out);
}

void markdown_pen_release(struct markdown_pen *pen)
{
	pen_release(&pen->pen);
}
